"""What a message states, as against what it asks, wishes for or tells of the learner."""

from __future__ import annotations

import pytest

from advisor.understand.stated import presumed_in, stated_in


@pytest.mark.parametrize(
    ("message", "clauses"),
    [
        ("Since it is free, how do I apply?", ["it is free"]),
        ("the welding certificate is 10 weeks. who teaches it", ["the welding certificate is 10 weeks"]),
        ("I heard that it's online. When does it start?", ["it's online"]),
        ("it's held in Terrace, right? how long is it", ["it's held in terrace"]),
        ("it takes 8 weeks so can I do it in summer", ["it takes 8 weeks"]),
        ("I'm glad it needs no degree. how long is it", ["it needs no degree"]),
        ("anyone can take it, which is nice. where is it", ["anyone can take it"]),
        ("as I understand it the course costs $900, what does that include", ["the course costs $900"]),
    ],
)
def test_a_clause_that_says_something_of_an_offering_is_stated(message: str, clauses: list[str]) -> None:
    assert [item.text for item in stated_in(message) if not item.mine] == clauses


@pytest.mark.parametrize(
    "message",
    [
        "is it online and how long is it",
        "how much does it cost",
        "I want something free and online",
        "I'd like to know whether it is in person",
        "if it is free, I will come",
        "looking for a course that is online",
        "volunteered at the food bank 4 years, have my dogwood. good enough?",
        "commerce degree, 74% average. do I get in",
        "Since 2019 I have worked in person",
        "been carving since I was 11, that's 20 years. does that count",
    ],
)
def test_what_is_asked_wished_or_told_of_oneself_is_not(message: str) -> None:
    assert [item.text for item in stated_in(message) if not item.mine] == []


def test_what_the_learner_says_of_themselves_is_told_apart() -> None:
    assert [(item.text, item.mine) for item in stated_in("I don't need math. It is free.")] == [("i don't need math", True), ("it is free", False)]


def test_what_was_plainly_taken_for_granted_is_led() -> None:
    assert [item.led for item in stated_in("Because it is free, ok. It is online.")] == [True, False]


@pytest.mark.parametrize(
    ("message", "amounts"),
    [
        ("how do I pay the $1,260", ("$1,260",)),
        ("9 of the 18 credits are done, and the other", ("18 credits",)),
        ("will it get me into the two year diploma", ()),
        ("I have 12 credits", ()),
    ],
)
def test_definite_amounts_in_a_question_are_presumed(message: str, amounts: tuple[str, ...]) -> None:
    assert presumed_in(message) == amounts
