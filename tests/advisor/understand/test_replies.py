"""Short replies to a list, and what only begins like one."""

from __future__ import annotations

import pytest

from advisor.understand.replies import read_reply


@pytest.mark.parametrize("message", ["no", "nope", "no thanks", "none of these", "neither", "neither of them work for me", "not what i wanted", "hmm no not really", "that's not it"])
def test_declining(message: str) -> None:
    assert read_reply(message) == "declines"


@pytest.mark.parametrize("message", ["something else", "anything else?", "others", "any other options?", "show me more", "what else is there", "no, something different please", "more like that"])
def test_asking_for_others(message: str) -> None:
    assert read_reply(message) == "others"


@pytest.mark.parametrize("message", ["no online", "no i meant the second one", "something else in welding", "is there anything else i need to bring", "no experience needed?", "none in kelowna?", "what else stacks with it", "more about the first one", "not in person"])
def test_what_says_more_is_no_reply(message: str) -> None:
    assert read_reply(message) is None
