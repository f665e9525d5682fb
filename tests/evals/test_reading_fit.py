"""The measure of reading: what is right counts, weights come of the questions, and bad lines are named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from advisor.find.passages import catalogue_passages
from advisor.find.pieces import SIGNS
from corpus.catalogue import Catalogue
from corpus.errors import UsageError
from corpus.settings import Settings
from evals.reading import ReadingQuestion, default_questions, read_questions, run_reading, write_weights
from index.build import build_index
from index.search import HybridSearch

QUESTIONS = [
    ReadingQuestion(id="fee", record="tarn-soil-care", question="what would that run me", answer="$3,500 for the whole program"),
    ReadingQuestion(id="long", record="tarn-soil-care", question="how long does it take", answer="about 60 hours over eight weeks"),
    ReadingQuestion(id="when", record="tarn-soil-care", question="when does it begin", answer="14 September 2026"),
    ReadingQuestion(id="where", record="tarn-soil-care", question="is it online", answer="online"),
    ReadingQuestion(id="on", record="tarn-soil-care", question="does it count toward something", answer="counts for 9 credits"),
    ReadingQuestion(id="dog", record="tarn-soil-care", question="can I bring my dog", answer=None),
]


def test_figures_and_weights(catalogue: Catalogue, settings: Settings, tmp_path: Path) -> None:
    build_index("small", catalogue_passages(catalogue), settings=settings)
    report = run_reading(QUESTIONS, catalogue, HybridSearch.open("small", settings=settings))
    first, second = report.figures
    assert first.n == second.n == report.fitted_on == 5
    assert first.value <= second.value <= 1.0
    assert second.value >= 0.6
    assert set(report.weights) == set(SIGNS)
    assert report.silent_quantiles
    assert report.silent_quantiles[0] < report.answered_quantiles[-1]
    write_weights(report, tmp_path / "weights.json")
    assert json.loads((tmp_path / "weights.json").read_text())["weights"] == report.weights


def test_the_shipped_questions_are_read() -> None:
    questions = read_questions(default_questions())
    assert len({item.id for item in questions}) == len(questions) > 600
    assert any(item.answer is None for item in questions)


def test_a_faulty_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text('{"id": "a", "record": "b"}\n')
    with pytest.raises(UsageError, match="line 1"):
        read_questions(tmp_path / "q.jsonl")
