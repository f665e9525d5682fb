"""The evaluation over the advisor itself, on the small catalogue."""

import json

import pytest

from advisor.engine import Advisor
from advisor.find.passages import catalogue_passages
from corpus.readers.native import write_records
from evals.ask import ask_through
from evals.bench.run import warm_rows
from evals.case import Case, case_line
from evals.run import default_sets, run_cases, run_sets
from index.build import build_index
from index.search import HybridSearch

CASES = [
    Case(id="fee", kind="fact", turns=("How much does Soil Care Basics at Tarn College cost?",), status=("answered",), cites_any=("tarn-soil-care",), match_all=("3,500",)),
    Case(id="then", kind="followup", turns=("Tell me about Soil Care Basics at Tarn College", "how much does it cost?"), match_all=("3,500",)),
    Case(id="never", kind="fact", turns=("How much does Soil Care Basics at Tarn College cost?",), match_all=("9,999",)),
]  # fmt: skip


@pytest.fixture
def engine(catalogue, settings):
    build_index("small", catalogue_passages(catalogue), settings=settings)
    return Advisor(catalogue, HybridSearch.open("small", settings=settings), settings=settings)


def test_real_answers_are_judged(engine, catalogue):
    results = run_cases(CASES, ask_through(engine), catalogue)
    told = {result.case.id: [str(failure) for failure in (*result.failures, *result.broken)] for result in results}
    assert told["fee"] == []
    assert told["then"] == []
    assert told["never"] == ["match_all: expected text matching '9,999'; got no match"]
    assert results[0].counts.supported == results[0].counts.claims > 0


def test_each_case_is_put_to_the_advisor_of_its_catalogue(monkeypatch, engine, catalogue, settings, tmp_path):
    opened = []

    def open_advisor(own, *, progress=None):
        opened.append(own.catalogues)
        return engine

    monkeypatch.setattr(Advisor, "open", staticmethod(open_advisor))
    write_records(tmp_path / "credentials.jsonl", list(catalogue))
    path = settings.home / "cases" / "added.jsonl"
    path.parent.mkdir()
    lines = [case_line(case.model_copy(update={"catalogue": str(tmp_path)})) for case in CASES[:1]]
    path.write_text("\n".join(json.dumps(line) for line in lines))
    assert path in default_sets(settings)
    report = run_sets([path], settings)
    assert opened == [(str(tmp_path),)]
    assert report.figure("pass.all").value == 1.0


def test_answers_and_understanding_are_timed(monkeypatch, engine, settings):
    monkeypatch.setattr(Advisor, "open", staticmethod(lambda *_, **__: engine))
    rows = {row.name: row for row in warm_rows(settings, [f"is there something on soil {place}" for place in range(13)])}
    assert rows["answer, median"].n == 8  # all but the five that warm up
    ratio = rows["answer, median"].value / rows["embedding the question, median"].value
    assert rows["answer / embedding"].value == pytest.approx(ratio)
    assert rows["understanding, median"].value > 0
