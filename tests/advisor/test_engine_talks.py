"""Conversations: streamed and whole answers agree, follow-ups are followed, state is plain and survives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.contract import Answer, Piece
from advisor.converse.conversation import KEEP, Conversation, read_conversation
from advisor.engine import Advisor
from advisor.events import ClaimEvent, Done, PartEvent, Understood

Talk = Callable[..., Conversation]


def placed(part: Any) -> list[int]:
    """Which claims a part places, wherever in it."""
    if isinstance(part, Piece):
        return [part.claim] if part.claim is not None else []
    if isinstance(part, tuple | list):
        return [place for item in part for place in placed(item)]
    return [place for name in type(part).model_fields for place in placed(getattr(part, name))] if hasattr(type(part), "model_fields") else []


@pytest.mark.parametrize(
    "message",
    [
        "how long is forest health management at ubc and what does it cost",
        "forestry courses online, nothing live",
        "compare forest health management and forest carbon management at ubc",
        "where does coastal forest worker at nic lead",
        "what is plar",
        "what's the tuition for crisis communication for public relations professionals at uvic",
        "is there a course for astronauts on spacewalks",
        "anything on carpentry in Fort Nelson under $20",
        "how much is it",
        "hello",
        "i dont want to live",
        "",
    ],
)
def test_streaming_tells_the_same_in_order(bc: Advisor, message: str) -> None:
    events = list(bc.stream(message))
    whole, after = bc.answer(message)
    assert isinstance(events[0], Understood)
    assert events[0].understanding.message == message
    done = events[-1]
    assert isinstance(done, Done)
    assert done.answer.model_copy(update={"took_ms": 0.0}) == whole.model_copy(update={"took_ms": 0.0})
    assert done.conversation == after
    middle = events[1:-1]
    assert all(isinstance(event, ClaimEvent | PartEvent) for event in middle)
    claims = [event for event in middle if isinstance(event, ClaimEvent)]
    assert tuple(event.claim for event in claims) == whole.claims
    assert tuple(event.part for event in middle if isinstance(event, PartEvent)) == whole.parts
    for event in claims:
        assert event.citations == tuple(item for item in whole.citations if item.n in event.claim.citations)
    sent = 0
    for event in middle:
        sent += isinstance(event, ClaimEvent)
        if isinstance(event, PartEvent):
            assert all(place < sent for place in placed(event.part)), "a part before its claims"


def test_a_fault_while_streaming_reaches_the_reader(bc: Advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(bc.understander, "understand", fail)
    with pytest.raises(RuntimeError, match="broken on purpose"):
        list(bc.stream("hello"))


def test_the_talk_of_the_brief(bc: Advisor, broken: Callable[..., list[str]]) -> None:
    said = [
        "hi im a care aide in terrace w/ grade 11, cant quit my job, anything online thats not too expensive in health care",
        "the second one",
        "how much",
        "and when does it start",
        "ok what if i could drive to PG",
    ]
    talk, answers = Conversation(), []
    for place, message in enumerate(said, start=1):
        answer, talk = bc.answer(message, talk)
        assert broken(bc, answer, said[:place]) == []
        answers.append(answer)
    assert [item.field for item in answers[0].filters] == ["delivery", "fee"]
    shown = answers[0].credentials + tuple(item.id for item in answers[0].alternatives)
    assert answers[1].credentials == shown[1:2]
    title = bc.catalogue.record(shown[1]).title
    assert all(title in f"{answer.standalone} {answer.text}" for answer in answers[1:4])
    assert talk.facts.education == "grade-11"
    assert talk.facts.residence == "terrace"
    fields = {item.field: item.value for item in answers[-1].filters}
    assert set(fields["delivery"]) == {"online", "in-person"}  # in person is possible there too
    assert fields["place"] == "prince-george"


def test_standing_wishes_stay_are_shown_and_can_be_taken_back(bc: Advisor, after: Talk) -> None:
    talk = after(bc, "forestry courses online", "only non-credit ones")
    assert [(item.field, item.value) for item in talk.filters] == [("delivery", "online"), ("credit_bearing", False)]
    answer, talk = bc.answer("forget the online part", talk)
    assert [item.field for item in answer.filters] == ["credit_bearing"]
    answer, talk = bc.answer("start over", talk)
    assert talk == Conversation()
    assert answer.filters == ()


def test_contradicting_wishes_in_turn_keep_the_later_one(bc: Advisor, after: Talk) -> None:
    talk = after(bc, "forestry courses online", "no, in person only", "under $900", "actually under $300")
    assert {item.field: item.value for item in talk.filters} == {"delivery": "in-person", "fee": 300}


def test_contradicting_wishes_at_once_raise_nothing_and_promise_nothing(bc: Advisor, broken: Callable[..., list[str]]) -> None:
    message = "forestry, online only but not online, free but over $900, self-paced with live classes, under 5 hours and for a whole year"
    answer, _ = bc.answer(message)
    assert broken(bc, answer, [message]) == []


def test_distress_leaves_nothing_behind(bc: Advisor, after: Talk) -> None:
    assert after(bc, "forestry courses online", "i want to die") == Conversation()


def test_the_state_goes_out_and_comes_back_as_json_at_every_turn(bc: Advisor) -> None:
    said = ["forestry courses online under $900 near Terrace or Smithers, i have grade 12", "the first one", "how long is it", "forget my budget", "compare the first two"]
    kept, plain = Conversation(), Conversation()
    for message in said:
        one, kept = bc.answer(message, kept)
        other, plain = bc.answer(message, read_conversation(plain.model_dump_json()))
        assert one.model_copy(update={"took_ms": 0.0}) == other.model_copy(update={"took_ms": 0.0})
    assert read_conversation(kept.model_dump_json()) == kept


def test_two_conversations_never_mix(bc: Advisor, after: Talk) -> None:
    forest, film = after(bc, "forestry courses online"), after(bc, "film production training")
    one, _ = bc.answer("the first one", forest)
    two, _ = bc.answer("the first one", film)
    assert one.credentials != two.credentials


def test_two_hundred_turns_stay_small_and_answer_as_the_first(bc: Advisor, broken: Callable[..., list[str]]) -> None:
    round_ = ["forestry courses online", "the second one", "how much is it", "is it graded", "thanks", "what about film production", "which is shortest", "forget the online part", "what does plar mean", "hello"]
    talk, first, said = Conversation(), None, []
    for turn in range(200):
        message = round_[turn % len(round_)]
        said.append(message)
        answer, talk = bc.answer(message, talk)
        if turn == 199:
            assert broken(bc, answer, said) == []
        if turn % len(round_) == 0:
            first = first or answer
            last = answer
    assert len(talk.model_dump_json()) < 8_000
    assert len(talk.history) <= KEEP
    assert len(talk.focus) <= 8
    assert isinstance(first, Answer)
    assert set(last.credentials) == set(first.credentials)
