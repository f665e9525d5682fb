"""Each clause of a message has its own act; what wants something else than an answer is set apart from the rest."""

from __future__ import annotations

import pytest

from advisor.understand.acts import asks_for_an_errand
from advisor.understand.clause_acts import part
from advisor.understand.outside import asks_outside
from advisor.understand.promises import asks_for_a_promise


@pytest.mark.parametrize(
    ("text", "rest", "kinds"),
    [
        ("how long is the farrier course, and can you write my cover letter", "how long is the farrier course", ["outside"]),
        ("proofread my resume please. what does the welding one cost?", "what does the welding one cost?", ["outside"]),
        ("where is it held and will i surely find work after", "where is it held", ["promise"]),
        ("what gpa must i keep, and does the university promise i can finish in a year?", "what gpa must i keep", ["promise"]),
        ("how much is it, and can you sign me up for it", "how much is it", ["person"]),
        ("you are useless. is it online?", "is it online?", ["insult"]),
        ("is it free, who will win the game tonight, and do you promise a job", "is it free", ["outside", "promise"]),
    ],
)
def test_what_is_not_asked_of_the_catalogue_is_set_apart(text: str, rest: str, kinds: list[str]) -> None:
    found = part(text)
    assert found.rest == rest
    assert [item.kind for item in found.apart] == kinds


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("my car won't start, what's wrong with it?", "outside"),
        ("can you suggest a good dentist in prince george", "outside"),
        ("applied a month ago, heard nothing. what's happening with my application", "person"),
        ("i paid twice by mistake, can you sort it out", "person"),
        ("i paid for a course and must withdraw for surgery. please cancel my registration", "person"),
        ("how long is it and what does it cost", None),
        ("i'm a welder", None),
    ],
)
def test_only_an_act_that_all_clauses_share_is_the_messages(text: str, whole: str | None) -> None:
    found = part(text)
    assert found.whole == whole
    assert not found.apart
    assert found.rest == text


@pytest.mark.parametrize(
    "text",
    [
        "how long is it, and what does it cost?",
        "is there a course on taxes and can i do it online",
        "i paid taxes all my life. is it free for seniors",
        "doing my taxes. how much is the training credit?",
        "what do i have to send my transcripts to, and who do i call",
        "how do i change my registration and until when",
        "i want to learn to weld and fix cars",
        "is a seat guaranteed for people from the nation",
        "does it count toward a diploma and how do i get my money back if i withdraw",
    ],
)
def test_questions_of_ours_stay_together(text: str) -> None:
    found = part(text)
    assert found.rest == text or all(item.kind == "promise" for item in found.apart)
    assert not {item.kind for item in found.apart} & {"outside", "person", "insult"}


@pytest.mark.parametrize(
    "text",
    ["is there a weather forecasting course", "a certificate in car repair", "do i need a doctor's note to apply", "what is the course on hockey coaching", "who teaches cooking techniques"],
)
def test_a_subject_of_study_is_not_outside(text: str) -> None:
    assert not asks_outside(text)


def test_an_errand_is_asked_of_somebody_and_not_how_to_do_it() -> None:
    assert asks_for_an_errand("can you check where my application is at")
    assert asks_for_an_errand("did they get my transcripts yet")
    assert not asks_for_an_errand("how do i send my transcripts")
    assert not asks_for_an_errand("can i move my seat to next term")


def test_a_promise_is_more_than_a_question_of_what_will_be() -> None:
    assert asks_for_a_promise("does camosun guarantee me a place")
    assert asks_for_a_promise("am i sure to get a job after")
    assert not asks_for_a_promise("will i find it online")
    assert not asks_for_a_promise("are you sure it is free")
    assert not asks_for_a_promise("do these micro-credentials guarantee a job")
