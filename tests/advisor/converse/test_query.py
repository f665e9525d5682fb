from __future__ import annotations

import math

import pytest

from advisor.converse.query import ANSWERED_REPLY, DECAY, KEEP, REPLY, Said, conversational_query


def test_without_history_there_is_only_the_last_turn() -> None:
    query = conversational_query("welding", [])
    assert (query.texts, query.carried) == (("welding",), ())


def test_the_latest_comes_first_and_weighs_most() -> None:
    query = conversational_query("how much", ["first", "second", "third"])
    assert query.texts == ("how much", "third", "second", "first")
    weights = [item.weight for item in query.carried]
    assert [weight / weights[0] for weight in weights] == pytest.approx([1, DECAY, DECAY**2])


def test_the_reply_that_is_answered_outweighs_what_was_asked() -> None:
    history = ["a", Said("older reply", "advisor"), "b", Said("which one?", "advisor")]
    carried = conversational_query("the second", history).carried
    assert [item.by for item in carried] == ["advisor", "learner", "advisor", "learner"]
    scale = carried[1].weight
    assert [item.weight / scale for item in carried] == pytest.approx([ANSWERED_REPLY, 1, REPLY * DECAY, DECAY])


def test_a_long_talk_does_not_drown_the_last_turn() -> None:
    totals = [sum(item.weight for item in conversational_query("x", ["y"] * turns).carried) for turns in (1, 4, 200)]
    assert totals == sorted(totals)
    assert totals[1] < 4 * totals[0]
    assert totals[2] <= math.sqrt(KEEP)
    assert len(conversational_query("x", ["y"] * 200).carried) == KEEP


def test_blank_turns_are_left_out() -> None:
    query = conversational_query("x", ["", "  \n", Said(" ", "advisor"), "y"])
    assert query.texts == ("x", "y")
    assert conversational_query("x", [" "]).carried == ()


def test_a_query_is_a_value() -> None:
    one, same = (conversational_query("x", ["y", Said("z", "advisor")]) for _ in range(2))
    assert one == same
    assert hash(one) == hash(same)
