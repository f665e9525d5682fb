"""``advisor eval``: question sets, floors, feedback, and public sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.settings import Settings

RIGHT = {
    "id": "right", "kind": "fact", "turns": ["how long is Forest Health Management at UBC"], "status": ["answered"],
    "credentials_any": ["ubc-forest-health-management"], "match_all": ["60"],
}  # fmt: skip
WRONG = {**RIGHT, "id": "wrong", "match_all": ["sixty-one weeks"]}


@pytest.fixture
def sets(bc_settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A question set of two cases, one of which nobody can pass."""
    monkeypatch.setenv("ADVISOR_HOME", str(bc_settings.home))
    path = tmp_path / "sets.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in (RIGHT, WRONG)))
    return path


def test_figures_failures_and_reports(advisor, sets: Path, tmp_path: Path) -> None:
    code, _, _ = outcome = advisor("eval", str(sets), "--json", "--out", str(tmp_path / "out"))
    (facts,) = outcome.objects
    assert code == 0
    figures = {figure["name"]: figure for figure in facts["figures"]}
    assert (figures["pass.all"]["value"], figures["pass.all"]["n"]) == (0.5, 2)
    assert [failure["id"] for failure in facts["failed"]] == ["wrong"]
    written = [Path(path) for path in facts["written"]]
    assert {path.name for path in written} == {"report.json", "report.html"}
    assert "sixty-one weeks" in written[0].read_text()
    out = advisor("eval", "sets", str(sets), "--out", str(tmp_path / "out")).out
    assert "pass.all" in out
    assert "50.0 %" in out
    assert "wrong" in out


@pytest.mark.parametrize(("floor", "code"), [(0.5, 0), (0.6, 1)])
def test_a_figure_under_its_floor_fails(advisor, sets: Path, tmp_path: Path, floor: float, code: int) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"pass.all": floor}))
    outcome = advisor("eval", str(sets), "--json", "--fail-under", str(floors), "--out", str(tmp_path / "out"))
    assert outcome.code == code
    assert ("pass.all is 0.5" in outcome.err) == bool(code)
    assert bool(outcome.objects[0]["below_floor"]) == bool(code)


def test_feedback_becomes_a_case(advisor, tmp_path: Path) -> None:
    feedback = tmp_path / "feedback.json"
    feedback.write_text(json.dumps({"turns": ["how long is it"], "wrong": ["61 weeks"], "note": "It is 60 hours."}))
    (facts,) = advisor("eval", "add", str(feedback), "--json", "--home", str(tmp_path)).objects
    stored = json.loads((tmp_path / "cases" / "added.jsonl").read_text())
    assert facts["case"] == stored
    assert facts["file"] == str(tmp_path / "cases" / "added.jsonl")
    assert (stored["turns"], stored["why"]) == (["how long is it"], "It is 60 hours.")


@pytest.mark.parametrize("text", ["", "[]", '{"turns": []}', '{"turns": ["a"], "mood": 1}', '{"turns": ["a"]}'])
def test_feedback_of_another_form_is_one_line(advisor, tmp_path: Path, text: str) -> None:
    feedback = tmp_path / "feedback.json"
    feedback.write_text(text)
    code, out, err = advisor("eval", "add", str(feedback), "--home", str(tmp_path))
    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("name", ["mtrag", "doc2dial"])
def test_a_folder_without_the_set_is_one_line(advisor, tmp_path: Path, name: str) -> None:
    code, out, err = advisor("eval", name, str(tmp_path))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert str(tmp_path) in err


def test_a_faulty_set_is_named(advisor, tmp_path: Path) -> None:
    path = tmp_path / "sets.jsonl"
    path.write_text("{")
    code, out, err = advisor("eval", str(path))
    assert (code, out) == (2, "")
    assert "sets.jsonl" in err
