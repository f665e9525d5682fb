"""Conversations and wishes that arrive from outside."""

from __future__ import annotations

import json

import pytest

from advisor.engine import Advisor
from ui.web.received import MOST_WISHES, read_received, wishes_conversation


def test_a_conversation_comes_back_as_it_went(advisor: Advisor) -> None:
    _, conversation = advisor.answer("forestry courses, 100% online")
    assert read_received(conversation.model_dump_json(exclude_defaults=True), advisor.catalogue) == (conversation, True)
    assert read_received(conversation.model_dump(mode="json"), advisor.catalogue) == (conversation, True)


@pytest.mark.parametrize("text", ["3", "{", '{"a": 1}', "[" * 5_000, '[{"field": 1}]'])
def test_wishes_that_cannot_be_read_are_set_aside(text: str) -> None:
    conversation, sound = wishes_conversation(text)
    assert not sound
    assert conversation.filters == ()


def test_only_so_many_wishes_are_taken() -> None:
    wish = {"field": "delivery", "op": "eq", "value": "online", "said": "online"}
    assert len(wishes_conversation(json.dumps([wish] * 50))[0].filters) == MOST_WISHES
