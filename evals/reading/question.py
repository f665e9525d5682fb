"""A question about one record whose answering piece is known."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import UsageError

__all__ = ["ReadingQuestion", "default_questions", "read_questions"]


class ReadingQuestion(BaseModel):
    """A learner's question about a record, and the words of the record that answer it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    record: str
    question: str
    answer: str | None = Field(description="verbatim from one field; None where the record does not say it")


def default_questions() -> Path:
    """The questions that the project ships, of the ``bc`` catalogue."""
    return Path(__file__).with_name("bc.jsonl")


def read_questions(path: Path) -> list[ReadingQuestion]:
    """The questions of a file, one JSON object a line.

    :raises UsageError: a line is no such question.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found.append(ReadingQuestion.model_validate_json(line))
        except ValidationError as error:
            raise UsageError(
                f"{path}, line {number}: {error.errors()[0]['msg']}.", hint="Each line is a JSON object with id, record, question and answer."
            ) from error
    return found
