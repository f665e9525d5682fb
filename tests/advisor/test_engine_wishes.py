"""Wishes through the whole advisor: taken back, widened, moved, refused, clashing, or out of reach, and never dropped silently."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.contract import Answer
from advisor.engine import Advisor


def talk(bc: Advisor, *turns: str) -> Answer:
    conversation = None
    for turn in turns:
        answer, conversation = bc.answer(turn, conversation)
    return answer


def wishes(answer: Answer) -> set[tuple[str, str, object]]:
    return {(item.field, item.op, tuple(item.value) if isinstance(item.value, list) else item.value) for item in answer.filters}


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("online forestry courses", "it doesn't have to be online btw"), set()),
        (("something online in leadership", "in person is fine too"), {("delivery", "any", ("online", "in-person"))}),
        (("welding near nanaimo", "forget nanaimo, anywhere in bc is fine"), set()),
        (("food safety near cranbrook", "what if i could drive to PG"), {("place", "near", ("cranbrook", "prince-george"))}),
        (("online health care aide training", "i could get to kelowna on weekends"), {("delivery", "any", ("online", "in-person")), ("place", "near", "kelowna"), ("schedule", "eq", "weekend")}),
        (("evening classes in accounting", "daytime works too"), {("schedule", "any", ("evening", "daytime"))}),
        (("leadership course under $500", "make it up to 1500"), {("fee", "lte", 1500)}),
        (("bookkeeping less than 3 months", "longer would be fine"), set()),
        (("carbon building course, not at bcit",), {("institution", "not", "British Columbia Institute of Technology")}),
        (("gis anywhere but vancouver",), {("place", "not", "vancouver")}),
        (("tech course with no coding",), {("subject", "not", "coding")}),
        (("digital skills, about 40 hours",), {("hours", "lte", 40)}),
    ],
)
def test_what_stands_after_a_talk(bc: Advisor, turns: tuple[str, ...], expected: set[tuple[str, str, object]]) -> None:
    assert wishes(talk(bc, *turns)) == expected


def test_wishes_that_exclude_each_other_are_asked_about_and_settled_by_the_reply(bc: Advisor) -> None:
    first, conversation = bc.answer("leadership course, fully online but in person every day")
    assert first.status == "clarify"
    assert first.filters == ()
    second, _ = bc.answer("online then", conversation)
    assert wishes(second) == {("delivery", "eq", "online")}
    assert second.credentials


@pytest.mark.parametrize(("text", "said"), [("is there a forestry course on Mars", "“Mars” is outside British Columbia"), ("environmental monitoring in gondor", "do not know the place “gondor”"), ("nursing refresher in Toronto", "“Toronto” is outside")])
def test_a_place_that_cannot_be_served_is_said(bc: Advisor, text: str, said: str) -> None:
    answer = talk(bc, text)
    assert said in answer.text
    assert answer.status in {"partial", "abstained"}
    assert answer.filters == ()


def test_a_mistyped_town_is_taken_and_said(bc: Advisor) -> None:
    answer = talk(bc, "fish farming training near cambell river")
    assert wishes(answer) == {("place", "near", "campbell-river")}
    assert "I took “cambell river” to be Campbell River." in answer.text


def test_a_start_wished_for_is_never_dropped_silently(bc: Advisor, broken: Callable[..., list[str]]) -> None:
    message = "i need a leadership certificate done by march"
    answer = talk(bc, message)
    assert broken(bc, answer, [message]) == []
    assert wishes(answer) == {("start", "lte", "march")}
    assert "start date" in answer.text
    assert "finished by then" in answer.text
