"""The lines of a piped conversation."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.settings import Settings
from ui.terminal.commands.chat import NEW, read_messages

Talk = Callable[..., Any]


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


@pytest.fixture
def talk(bc_settings: Settings) -> Iterator[Talk]:
    """``talk(line)`` sends one line to a running ``advisor chat --json`` and waits for one line back."""
    start = [sys.executable, "-c", "from ui.terminal.main import main; main()", "chat", "--json"]
    env = {**os.environ, "ADVISOR_HOME": str(bc_settings.home)}
    with subprocess.Popen(start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) as chat:
        assert chat.stdin
        assert chat.stdout

        def send(line: str, *, silent: bool = False) -> Any:
            chat.stdin.write(line + "\n")
            chat.stdin.flush()
            return None if silent else json.loads(chat.stdout.readline())

        yield send
        chat.stdin.close()
        assert (chat.stdout.read(), chat.wait(), chat.stderr.read()) == ("", 0, "")


def test_each_line_is_answered_at_once_and_the_conversation_goes_on(talk: Talk) -> None:
    first = talk("tell me about Forest Health Management at UBC")
    assert first["credentials"][:1] == ["ubc-forest-health-management"]
    talk("", silent=True)
    second = talk("how long is it?")
    assert second["question"] == "how long is it?"
    assert "60" in second["text"]
    talk("/new", silent=True)
    fresh = talk(json.dumps("how long\nis it?"))
    assert fresh["question"] == "how long\nis it?"
    assert fresh["claims"] == []  # nothing is known of "it" any more


def test_people_get_answers_and_nothing_else_on_standard_output(advisor, bc_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(bc_settings.home))
    code, out, err = advisor("chat", stdin=b"how long is Forest Health Management at UBC\n/new\nthanks\n")
    assert (code, err) == (0, "")
    assert "60" in out
    assert ">" not in out
