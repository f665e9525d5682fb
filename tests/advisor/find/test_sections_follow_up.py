"""Follow-ups on guidance: what was said before is leaned on, and an answer given just now is not given again."""

from __future__ import annotations

import pytest

from advisor.contract import Answer
from advisor.engine import Advisor


def _last(bc: Advisor, *turns: str) -> Answer:
    conversation = None
    for message in turns:
        answer, conversation = bc.answer(message, conversation)
    return answer


@pytest.mark.parametrize(
    ("turns", "section"),
    [
        (("strongerbc future skills grant?", "can i use it twice"), "funding-future-skills-grant#lifetime-limit"),
        (("strongerbc future skills grant?", "does it pay for books"), "funding-future-skills-grant#what-it-covers"),
        (("what is plar", "how much does it cost"), "plar#fees"),
        (("what is plar", "how much does it cost", "do all colleges do it"), "plar#where-offered"),
        (("what's a micro-credential", "do they have to be graded"), "framework-elements#assessment"),
        (("my sister grew up in foster care, is there anything for her", "is there an age limit"), "funding-youth-in-care#tuition-waiver"),
        (("what is the futureskills grant in bc", "does it pay rent while im in class"), "funding-future-skills-grant#what-it-covers"),
        (("canada training credit, per year how much", "whats the max over your whole life"), "funding-tax#canada-training-credit"),
        (("tell me about the employer training grant", "how much per employee"), "funding-employer#what-it-pays"),
        (("what is part time student aid", "how many percent of a full load is that"), "funding-student-aid#part-time"),
        (("Am I too old at 34 for the foster care tuition waiver?", "Would it also pay to have my prior learning assessed?"), "funding-youth-in-care#tuition-waiver"),
        (("what does a plar portfolio cost at tru", "the course based one i guess", "no sorry, I meant the competency one"), "plar#tru-fees"),
    ],
)
def test_a_follow_up_leans_on_what_was_asked(bc: Advisor, turns: tuple[str, ...], section: str) -> None:
    assert section in {item.id for item in _last(bc, *turns).citations}


@pytest.mark.parametrize("last", ["is it hard", "tell me a joke", "what do i bring", "what's the weather in kamloops"])
def test_what_guidance_does_not_say_gets_no_old_answer(bc: Advisor, last: str) -> None:
    assert _last(bc, "what is plar", last).status == "abstained"


def test_what_is_asked_comes_first(bc: Advisor) -> None:
    assert "$5,000 over a lifetime" in _last(bc, "canada training credit, per year how much", "whats the max over your whole life").claims[0].text


def test_an_offering_asked_about_next_is_asked_about(bc: Advisor) -> None:
    answer = _last(bc, "what is PLAR", "ok. how long is the ubc forest health management one")
    assert {item.record for item in answer.citations} == {"ubc-forest-health-management"}


def test_courses_asked_for_after_guidance_are_looked_for(bc: Advisor) -> None:
    assert _last(bc, "strongerbc future skills grant?", "which courses does it cover in forestry").credentials


def test_asking_what_a_word_means_wishes_for_nothing(bc: Advisor) -> None:
    _, conversation = bc.answer("what does asynchronous mean")
    assert conversation.filters == ()
    _, conversation = bc.answer("so is it online?", conversation)
    assert conversation.filters == ()
