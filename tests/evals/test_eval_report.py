import json
import re

import pytest

from evals.case import Case
from evals.report import failure_lines, figure_table, report_json, write_report
from evals.result import Report
from evals.run import report_on, run_cases

NASTY = "<script>alert('x')</script> & \"how\""


@pytest.fixture
def report(answer_of, catalogue):
    answers = {
        NASTY: answer_of(("It takes about 60 hours.", "tarn-soil-care#duration")),
        "ok": answer_of("Hello."),
        "fee": answer_of("No idea.", status="abstained", reason="out_of_scope"),
    }
    cases = [
        Case(id="bad", kind="fact", turns=("ok", NASTY), match_all=("90 hours",), why="because"),
        Case(id="good", kind="smalltalk", turns=("ok",)),
        Case(id="mute", kind="not_stated", turns=("fee",), status=("abstained",)),
        Case(id="broken", kind="fact", turns=("?",)),
    ]
    return report_on(run_cases(cases, lambda turns: answers[turns[-1]], catalogue), names=["bc"])


def test_the_table_holds_every_figure(report):
    table = figure_table(report.figures)
    for figure in report.figures:
        assert figure.name in table
    assert re.search(r"pass\.all +50\.0 % +4 ", table)


def test_failures_as_lines(report):
    lines = failure_lines(report, limit=1)
    assert "bad (fact)" in lines
    assert "match_all: expected text matching '90 hours'" in lines
    assert "1 more" in lines


def test_json_can_be_read_back(report):
    data = json.loads(report_json(report))
    assert [row.pop("passed") for row in data["results"]] == [False, True, True, False]
    assert Report.model_validate(data) == report
    assert "answer" not in json.loads(report_json(report, answers=False))["results"][0]


def test_the_page_holds_each_failure_in_full_and_nothing_else_runs(tmp_path, report):
    _, page = write_report(report, tmp_path / "new")
    html = page.read_text()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    for told in ("It takes about 60 hours. [1]", "about 60 hours over eight weeks", "90 hours", "because", "KeyError", "<svg"):
        assert told in html
    assert not re.search(r"<(?:script|link|img|iframe)|src=|url\(|@import", html)
