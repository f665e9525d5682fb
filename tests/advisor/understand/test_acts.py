"""Small talk through and through, work that is not ours, and what only people can do."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.understand.acts import asks_for_a_person, asks_for_a_task, small_act
from corpus.folding import fold


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("hi", "greeting"),
        ("Heyyy!!", "greeting"),
        ("good morning :)", "greeting"),
        ("👋", "greeting"),
        ("thx so much, you've been great", "thanks"),
        ("ok perfect thanks", "thanks"),
        ("appreciate it!", "thanks"),
        ("Lovely, thank you so much for your help. Have a good weekend!", "thanks"),
        ("bye for now", "bye"),
        ("have a good one", "bye"),
        ("gotcha", "acknowledge"),
        ("start over", "restart"),
        ("let's start over", "restart"),
        ("forget all that", "restart"),
        ("are you a robot?", "about_advisor"),
        ("what can you do", "about_advisor"),
        ("is this private", "about_advisor"),
        ("you're useless", "insult"),
    ],
)
def test_small_talk_is_told_by_its_kind(text: str, act: str) -> None:
    assert small_act(fold(text)) == act


@pytest.mark.parametrize(
    "text",
    [
        "hi, is it online?",
        "thanks, and how much is it",
        "ok what about the second one",
        "good training for truck drivers",
        "hello I want to learn soils",
        "fine arts certificate",
        "right of way training",
        "cool climate viticulture",
        "something on customer greetings",
        "reset course for burned out teachers",
        "what can you do with a forestry certificate after ten years in the bush working as a faller up north",
        "later start dates?",
        "",
    ],
)
def test_a_message_that_asks_something_is_no_small_talk(text: str) -> None:
    assert small_act(fold(text)) is None


@pytest.mark.parametrize("text", ["write my essay for my climate course", "do my homework", "fix this code", "can you write a cover letter for me", "write a poem about welding", "please summarize this paper"])
def test_work_that_is_not_ours(text: str) -> None:
    assert asks_for_a_task(fold(text))


@pytest.mark.parametrize(
    "text",
    ["course on writing grant papers", "do they make you write an essay", "is there a course to write code", "do i have to write an exam or do a paper for it", "learn how to write a business plan", "which course helps me write better"],
)
def test_learning_to_do_such_work_is_ours(text: str) -> None:
    assert not asks_for_a_task(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "can you hold me a seat",
        "check my application status",
        "they rejected my application, fix it",
        "am i accepted yet",
        "what's my gpa",
        "please register me",
        "can you guarantee i get in",
        "i want my money back",
        "waive my prerequisite",
        "tell the registrar to let me in",
    ],
)
def test_what_only_people_at_an_institution_can_do(text: str) -> None:
    assert asks_for_a_person(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "how many credits is it",
        "do they accept prior learning",
        "can my daughter take it",
        "how do i register",
        "is there a waiting list",
        "who decides on admission",
        "does it transfer to UVic",
        "let me know how long it takes",
        "put me through the steps",
        "what grades do i need",
    ],
)
def test_questions_that_a_catalogue_can_answer(text: str) -> None:
    assert not asks_for_a_person(fold(text))


def test_a_greeting_that_goes_on_to_talk_is_met_as_one(bc: Advisor) -> None:
    for message in ("good morning from Haida Gwaii! raining sideways here :)", "hey there, hope ur having a good day, so tired today"):
        assert bc.understander.understand(message).act == "greeting"
    for message in ("hi! forestry", "hi, nursing in terrace", "good morning, is there a course on wildfire"):
        assert bc.understander.understand(message).act == "ask"
