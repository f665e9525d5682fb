"""Particulars that people ask for and records seldom hold."""

from __future__ import annotations

import pytest

from advisor.find.specifics import held_particulars, missing_particulars, speaking_part
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.folding import fold


def missing(question: str, **facts: object) -> list[str]:
    record = Credential.model_validate({"id": "soil", "title": "Soil Care", "institution": "Tarn", **facts})
    return missing_particulars(Catalogue(records=[record], institutions=[], sections=[]), record, fold(question))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who teaches it", "who teaches it"),
        ("what textbooks do i need", "books"),
        ("can i get a refund", "a refund rule"),
        ("is there child care", "child care"),
        ("how many people are in the class", "class size"),
        ("what's the job placement rate", "a job placement rate"),
        ("is there a payment plan", "a payment plan"),
        ("do you lend laptops", "a laptop or equipment"),
        ("what ielts score", "a language test score"),
        ("does it expire", "an expiry date"),
    ],
)
def test_what_is_asked_for_and_not_held_is_named(question: str, name: str) -> None:
    assert missing(question, summary="Farm soil.") == [name]


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("who teaches it", {"notes": ("taught by two agronomists",)}),
        ("is there child care", {"supports": ("child-minding and child care at the campus",)}),
        ("is there a payment plan", {"fee": {"text": "$300, with a deposit of $50"}}),
        ("what ielts score", {"requirements": [{"text": "IELTS 6.5", "kind": "language", "strength": "required"}]}),
    ],
)
def test_what_any_field_speaks_of_is_not_missing(question: str, facts: dict[str, object]) -> None:
    assert missing(question, **facts) == []


@pytest.mark.parametrize("question", ["how long is it", "is it online", "what does it cover", ""])
def test_other_questions_ask_for_no_particulars(question: str) -> None:
    assert missing(question) == []


@pytest.mark.parametrize(
    ("question", "facts", "name", "field"),
    [
        ("how many seats are there", {"summary": "Prepares up to 15 participants. It is free."}, "class size", "summary"),
        ("how many guys in a class", {"notes": ["Groups hold up to eight people."]}, "class size", "notes"),
        ("who owns it", {"indigenous_focus": "run by a centre owned by the Nation"}, "who owns it", "indigenous_focus"),
        ("how many first nations was it built with", {"indigenous_focus": "developed with 11 First Nations communities"}, "how many communities", "indigenous_focus"),
        ("did they pay people to go", {"supports": ["housing", "training wage"]}, "pay while learning", "supports"),
    ],
)
def test_what_a_field_says_in_passing_is_found(question: str, facts: dict[str, object], name: str, field: str) -> None:
    record = Credential.model_validate({"id": "r0", "title": "Soil Work", "institution": "Tarn College", **facts})
    found = held_particulars(Catalogue(records=[record], institutions=[], sections=[]), record, question)
    assert [(said, evidence.field) for said, evidence in found] == [(name, field)]


def test_of_a_longer_text_the_sentence_that_says_it_speaks() -> None:
    assert speaking_part("class size", "It is about soil. It takes up to 15 participants.") == "It takes up to 15 participants."
    assert speaking_part("class size", "up to 15 participants") is None
