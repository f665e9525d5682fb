"""``advisor pathway`` and ``advisor compare``: an answer each, and a picture."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from corpus.load import load_catalogue
from corpus.settings import Settings
from evals.standing_rules import broken_rules

ADVISOR = "demo-wenderly-home-support-foundations"
DEAD_END = "demo-lantern-chainsaw-bush-safety"
GOAL = "demo-sablewater-community-health-degree"
PAIR = ("demo-wenderly-medication-assistance", "demo-tamarack-palliative-comfort")


@pytest.fixture(autouse=True)
def _at_home(demo_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(demo_settings.home))
    monkeypatch.setenv("ADVISOR_CATALOGUE", "demo")


def rules_kept(outcome) -> bool:
    from advisor.contract import Answer

    answer = Answer.model_validate(outcome.objects[0])
    return broken_rules(answer, turns=[answer.question], catalogue=load_catalogue(("demo",))) == ()


def test_a_pathway_is_one_cited_answer(advisor) -> None:
    code, _, err = outcome = advisor("pathway", ADVISOR, "--json")
    (answer,) = outcome.objects
    assert (code, err, answer["status"]) == (0, "", "answered")
    assert answer["question"] == f"pathway {ADVISOR}"
    assert any("Community Care Worker Certificate" in claim["text"] for claim in answer["claims"])
    assert rules_kept(outcome)


def test_the_picture_is_written_and_the_words_are_said(advisor, tmp_path: Path) -> None:
    file = tmp_path / "way.svg"
    code, out, err = advisor("pathway", ADVISOR, "--svg", str(file))
    assert code == 0
    assert str(file) in err
    assert "Community Care Worker Certificate" in out
    drawn = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert "Bachelor of Community Health Studies" in "".join(drawn.itertext())


def test_a_picture_on_standard_output_comes_alone(advisor) -> None:
    assert advisor("pathway", ADVISOR, "--svg", "-").out.startswith("<svg ")
    mermaid = advisor("pathway", ADVISOR, "--mermaid").out
    assert mermaid.startswith("flowchart TD")
    assert "ladders into" in mermaid
    code, out, err = advisor("pathway", ADVISOR, "--mermaid", "--json")
    assert (code, out) == (2, "")
    assert "at once" in err


def test_one_that_leads_nowhere_is_drawn_alone_and_said_to_be_silent(advisor) -> None:
    outcome = advisor("pathway", DEAD_END, "--json")
    assert outcome.code == 0
    assert rules_kept(outcome)
    assert advisor("pathway", DEAD_END, "--mermaid").out.count("[") == 1


def test_a_larger_credential_shows_what_leads_to_it(advisor) -> None:
    mermaid = advisor("pathway", GOAL, "--mermaid").out
    assert "Diploma in Community Health Practice" in mermaid
    assert "-->" in mermaid


def test_an_unknown_id_and_a_file_that_cannot_be_written_are_faults(advisor, tmp_path: Path) -> None:
    code, out, err = advisor("pathway", "demo-nowhere")
    assert (code, out) == (1, "")
    assert "demo-nowhere" in err
    code, _, err = advisor("pathway", ADVISOR, "--svg", str(tmp_path / "no" / "way.svg"))
    assert code == 1
    assert "cannot be written" in err


def test_a_comparison_is_one_cited_table(advisor) -> None:
    code, _, err = outcome = advisor("compare", *PAIR, "--json")
    (answer,) = outcome.objects
    assert (code, err) == (0, "")
    (table,) = [part for part in answer["parts"] if part["type"] == "table"]
    assert tuple(table["ids"]) == PAIR
    assert rules_kept(outcome)
    differs = [row["differs"] for row in table["rows"]]
    assert differs == sorted(differs, reverse=True)
    assert "$310" in advisor("compare", *PAIR).out


def test_a_comparison_takes_two_to_five_different_ids(advisor) -> None:
    for ids in (PAIR[:1], PAIR[:1] * 2, [f"demo-{number}" for number in range(6)]):
        code, out, err = advisor("compare", *ids)
        assert (code, out) == (2, "")
        assert "two to five" in err
    code, _, err = advisor("compare", PAIR[0], "demo-nowhere")
    assert code == 1
    assert "demo-nowhere" in err
