"""An approved answer passes the gates, retires when what it rests on changes, and wins where it fits and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.approved.compose import compose_approved
from advisor.approved.load import approve, load_approved
from advisor.approved.read import read_answer
from advisor.compose.builder import AnswerBuilder
from advisor.compose.context import Turn
from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from advisor.understand.understanding import Understanding
from corpus.catalogue import Catalogue
from corpus.errors import UsageError

RECORD = "ubc-forest-health-management"
TEXT = f"""---
question: How long is Forest Health Management at UBC?
phrasings:
  - how many hours is the UBC forest health management certificate
reviewer: admissions advisor
reviewed: 2026-10-01
---
It takes about 60 hours over 8 weeks [{RECORD}#duration].

It is online. [{RECORD}#delivery]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "approved").mkdir()
    return tmp_path / "approved"


def changed(catalogue: Catalogue, record: str, **values: object) -> Catalogue:
    """The catalogue with one record changed."""
    records = [item.model_copy(update=values) if item.id == record else item for item in catalogue]
    return Catalogue(records=records, institutions=catalogue.institutions.values(), sections=catalogue.sections.values())


def test_sentences_and_their_citations_are_read() -> None:
    answer = read_answer(TEXT, "forest")
    assert [(item.text, item.cites) for item in answer.sentences] == [
        ("It takes about 60 hours over 8 weeks.", (f"{RECORD}#duration",)),
        ("It is online.", (f"{RECORD}#delivery",)),
    ]
    assert answer.paragraphs == (0, 1)
    assert answer.review == "admissions advisor, 2026-10-01"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is online.", "no front matter"),
        (TEXT.replace("reviewer: admissions advisor\n", ""), "reviewer"),
        (TEXT.replace("2026-10-01", "soon"), "reviewed"),
        (TEXT.replace("2026-10-01", "2990-01-01"), "future"),
        (TEXT + "Call us.", "cites nothing"),
        (TEXT.replace("question:", "quesiton:"), "quesiton"),
        (TEXT.replace("question: How", "question: [How"), "YAML"),
        (TEXT.partition("---\nIt")[0] + "---\n", "says nothing"),
    ],
)
def test_what_is_off_in_a_file_is_told(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_answer(text, "forest")


def test_a_file_is_in_use_once_its_claims_pass(folder: Path, advisor: Advisor) -> None:
    (folder / "forest.md").write_text(TEXT)
    approved = load_approved(folder, advisor.catalogue)
    assert [entry.state for entry in approved.entries] == ["approved"]
    assert len(approved) == 1
    assert load_approved(folder / "none", advisor.catalogue).entries == ()


@pytest.mark.parametrize(("old", "new"), [("60 hours", "70 hours"), ("It is online.", "It is free."), (f"[{RECORD}#delivery]", "[no-such#fee]"), (f"[{RECORD}#delivery]", f"[{RECORD}#fee]")])
def test_a_claim_that_its_fields_do_not_bear_out_keeps_the_file_out(folder: Path, advisor: Advisor, old: str, new: str) -> None:
    (folder / "forest.md").write_text(TEXT.replace(old, new))
    (entry,) = load_approved(folder, advisor.catalogue).entries
    assert entry.state == "faulty"
    assert entry.problems
    with pytest.raises(UsageError, match="cannot be approved"):
        approve(folder / "forest.md", folder, advisor.catalogue)


def test_a_changed_field_retires_it_until_it_is_reviewed_again(folder: Path, tmp_path: Path, advisor: Advisor) -> None:
    source = tmp_path / "forest.md"
    source.write_text(TEXT)
    approve(source, folder, advisor.catalogue)
    other = changed(advisor.catalogue, RECORD, delivery="blended")
    (entry,) = load_approved(folder, other).entries
    assert (entry.state, entry.problems) == ("retired", (f"{RECORD}#delivery has changed",))
    assert load_approved(folder, other).match("How long is Forest Health Management at UBC?", advisor.search) is None
    source.write_text(TEXT.replace("It is online. ", "It is blended. "))
    with pytest.raises(UsageError, match="2026-10-01"):
        approve(source, folder, other)
    source.write_text(TEXT.replace("It is online. ", "It is blended. ").replace("2026-10-01", "2026-11-02"))
    assert approve(source, folder, other).state == "approved"
    assert [entry.state for entry in load_approved(folder, other).entries] == ["approved"]


def test_a_withdrawn_record_and_an_edited_text_retire_it(folder: Path, advisor: Advisor) -> None:
    (folder / "forest.md").write_text(TEXT)
    load_approved(folder, advisor.catalogue)
    without = Catalogue(records=[item for item in advisor.catalogue if item.id != RECORD], institutions=advisor.catalogue.institutions.values(), sections=advisor.catalogue.sections.values())
    assert [entry.state for entry in load_approved(folder, without).entries] == ["retired"]
    (folder / "forest.md").write_text(TEXT.replace("It is online.", "It is online,"))
    (entry,) = load_approved(folder, advisor.catalogue).entries
    assert entry.problems == ("its text was changed",)


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("how long is forest health management at ubc", True),
        ("How many hours is the UBC Forest Health Management certificate?", True),
        ("what length is forest health management at UBC", True),
        ("how long is Forest Carbon Management at UBC?", False),
        ("how much is Forest Health Management at UBC?", False),
        ("how long is Forest Health Management at UBC and how much is it?", False),
        ("how long is it", False),
        ("", False),
    ],
)
def test_it_fits_the_same_question_about_the_same_thing(folder: Path, advisor: Advisor, question: str, fits: bool) -> None:
    (folder / "forest.md").write_text(TEXT)
    assert (load_approved(folder, advisor.catalogue).match(question, advisor.search) is not None) is fits


def test_it_is_said_with_its_sources_and_its_review(folder: Path, advisor: Advisor) -> None:
    (folder / "forest.md").write_text(TEXT)
    approved = load_approved(folder, advisor.catalogue)
    question = "how long is forest health management at ubc"
    builder = AnswerBuilder(said=question)
    turn = Turn(
        catalogue=advisor.catalogue, search=advisor.search, finder=advisor.understander.finder, names=advisor.understander.names,
        understanding=Understanding(message=question, standalone=question), conversation=Conversation(), builder=builder,
    )  # fmt: skip
    outcome = compose_approved(turn, approved)
    assert outcome
    assert (outcome.status, outcome.focus) == ("answered", (RECORD,))
    answer = builder.build(question=question, standalone=question, status=outcome.status)
    assert answer.reviewed == "admissions advisor, 2026-10-01"
    assert [claim.text for claim in answer.claims] == ["It takes about 60 hours over 8 weeks.", "It is online."]
    assert {citation.id for citation in answer.citations} == {f"{RECORD}#duration", f"{RECORD}#delivery"}
