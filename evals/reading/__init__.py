"""How well the piece of a record that answers a question is picked, and the weights with which it is."""

from evals.reading.fit import ReadingReport, run_reading, write_weights
from evals.reading.question import ReadingQuestion, default_questions, read_questions

__all__ = ["ReadingQuestion", "ReadingReport", "default_questions", "read_questions", "run_reading", "write_weights"]
