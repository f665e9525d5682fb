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
    ],
)
def test_a_follow_up_leans_on_what_was_asked(bc: Advisor, turns: tuple[str, ...], section: str) -> None:
    assert section in {item.id for item in _last(bc, *turns).citations}


@pytest.mark.parametrize("last", ["is it hard", "tell me a joke", "what do i bring", "what's the weather in kamloops"])
def test_what_guidance_does_not_say_gets_no_old_answer(bc: Advisor, last: str) -> None:
    assert _last(bc, "what is plar", last).status == "abstained"


def test_courses_asked_for_after_guidance_are_looked_for(bc: Advisor) -> None:
    assert _last(bc, "strongerbc future skills grant?", "which courses does it cover in forestry").credentials


def test_asking_what_a_word_means_wishes_for_nothing(bc: Advisor) -> None:
    _, conversation = bc.answer("what does asynchronous mean")
    assert conversation.filters == ()
    _, conversation = bc.answer("so is it online?", conversation)
    assert conversation.filters == ()
