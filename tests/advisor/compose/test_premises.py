"""What a message takes for granted, held against the record."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.compose.context import Turn
from advisor.compose.fact import say_field
from advisor.compose.premises import correct_premises
from advisor.understand.understanding import Request

RECORD = {
    "delivery": "online",
    "timing": "asynchronous",
    "credit": {"bearing": False},
    "fee": {"text": "$450 for all", "amount": 450, "covers": "total"},
    "duration": {"text": "60 hours over 8 weeks"},
}


def corrected(turn_over: Callable[..., Turn], message: str, facts: dict[str, object] = RECORD) -> list[str] | None:
    turn = turn_over(facts, message=message, requests=(Request(intent="fact", text=message, records=("r0",)),))
    outcome = correct_premises(turn)
    if outcome is None:
        assert turn.builder.claims == []
        return None
    assert (outcome.reason, outcome.focus) == ("false_premise", ("r0",))
    return [citation.field for citation in turn.builder.citations]


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("since it's free, how do I apply", "fee"),
        ("I heard it costs $900, is that with books", "fee"),
        ("because it is in person, where do I park", "delivery"),
        ("given that it has live classes, can I watch later", "timing"),
        ("my teacher said it is 120 hours, how many a week", "duration"),
        ("since it's for credit, does it transfer", "credit"),
        ("it is 12 weeks long, right? when does it start", "duration"),
    ],
)
def test_a_wrong_premise_is_corrected_from_the_field(turn_over: Callable[..., Turn], message: str, field: str) -> None:
    assert corrected(turn_over, message) == [field]


@pytest.mark.parametrize(
    "message",
    [
        "since it's online, can I do it from Terrace",
        "I heard it costs $450, is that right",
        "because it is 60 hours, how many a week",
        "given that it's non-credit, does it count",
        "is it free",
        "since 2019 I have worked in person",
        "as soon as possible, in person if I can",
        "how long is it",
    ],
)
def test_a_right_premise_or_none_is_left_alone(turn_over: Callable[..., Turn], message: str) -> None:
    assert corrected(turn_over, message) is None


def test_what_is_not_stated_contradicts_nothing(turn_over: Callable[..., Turn]) -> None:
    for message in ("because it is in person", "my teacher said it is 120 hours", "since it's for credit, ok"):
        assert corrected(turn_over, message, {"summary": "Soil."}) is None


def test_a_past_offering_said_to_run_is_corrected(turn_over: Callable[..., Turn]) -> None:
    assert corrected(turn_over, "since it is running this fall, how do I sign up", {"status": "past"}) == ["status"]


def test_a_fee_that_is_not_stated_is_not_agreed_to(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over({"summary": "Soil."}, message="since it's free, how do I apply", requests=(Request(intent="fact", text="x", records=("r0",)),))
    outcome = correct_premises(turn)
    assert outcome is not None
    assert (outcome.status, outcome.reason) == ("partial", "not_stated")
    assert "does not state a fee" in turn.builder.build(question="", standalone="", status="partial").text


def test_a_correction_is_said_once(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over(RECORD, message="it is 12 weeks long. how long is it", requests=(Request(intent="fact", text="x", records=("r0",)),))
    correct_premises(turn)
    said = say_field(turn, turn.catalogue.record("r0"), "duration", "It")
    assert [claim.text for claim in turn.builder.claims] == ["Title A takes 60 hours over 8 weeks."]
    assert [item.field for item in said] == ["duration"]


def test_a_clause_about_one_of_two_offerings_corrects_that_one(turn_over: Callable[..., Turn]) -> None:
    two: tuple[dict[str, object], ...] = ({"title": "Soil Work", "duration": {"text": "8 weeks"}}, {"title": "Water Work", "duration": {"text": "4 weeks"}})
    turn = turn_over(*two, message="water work is 8 weeks, how long is soil work", requests=(Request(intent="compare", text="x", records=("r0", "r1")),))
    correct_premises(turn)
    assert [citation.record for citation in turn.builder.citations] == ["r1"]
