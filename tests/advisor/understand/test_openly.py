"""Open questions, and the stories around them that are no topic."""

from __future__ import annotations

import pytest

from advisor.understand.openly import asks_openly, without_background


@pytest.mark.parametrize(
    "said",
    [
        "what can i take?",
        "what could i even do",
        "help me find an offering",
        "i dont know what i want. i don't know what to do",
        "where do i even start",
        "show me something",
        "what's out there for me",
        "i need a change, what should i study",
        "no idea what to take",
        "what are my options",
    ],
)
def test_an_open_question(said: str) -> None:
    assert asks_openly(said)


@pytest.mark.parametrize(
    "said",
    ["what do i do next", "what should i do to apply", "what can i do with it after", "what is the fee", "what do i need to get in", "what will i learn in it", "help me with my essay"],
)
def test_a_question_that_is_about_something(said: str) -> None:
    assert not asks_openly(said)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("got laid off from the mill in Mackenzie, love being outside", "love being outside"),
        ("the cannery shut down last fall. I like boats", "I like boats"),
        ("lost my job at the store. something with kids", "something with kids"),
        ("don't know computers much, want a trade", "want a trade"),
        ("i work at a mill and want to learn something new, from home", "and want to learn something new, from home"),
    ],
)
def test_background_is_left_out(said: str, left: str) -> None:
    assert " ".join(without_background(said).split()).strip(" ,.") == left
    assert len(without_background(said)) == len(said)
