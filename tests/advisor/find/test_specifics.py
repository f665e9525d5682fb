"""Particulars that people ask for and records seldom hold."""

from __future__ import annotations

import pytest

from advisor.find.specifics import missing_particulars
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
