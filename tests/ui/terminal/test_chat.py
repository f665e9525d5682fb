"""The lines of a piped conversation."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.terminal.commands.chat import NEW, read_messages


@pytest.mark.parametrize(
    ("lines", "messages"),
    [
        (["hello", "how much"], ["hello", "how much"]),
        (["", "   ", "\t", "hello", ""], ["hello"]),
        (["a", NEW, "b", f" {NEW} ", "/news"], ["a", None, "b", None, "/news"]),
        ([r'"two\nlines"', r'"with \"quotes\""'], ["two\nlines", 'with "quotes"']),
        (['"/new"', '""'], ["/new", ""]),  # a string is a message, whatever it says
        (['"quoted" words', '"half', "'single'", "{}", "[1]", "12", "null"], ['"quoted" words', '"half', "'single'", "{}", "[1]", "12", "null"]),
        ([r'"half a pair \ud83d"'], ["half a pair \N{REPLACEMENT CHARACTER}"]),
    ],
)
def test_messages(lines: list[str], messages: list[str | None]) -> None:
    assert list(read_messages(lines)) == messages


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_message_can_be_sent_as_a_json_string(message: str) -> None:
    assert list(read_messages([json.dumps(message)])) == [message]
