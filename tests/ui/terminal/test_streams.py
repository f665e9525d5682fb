"""Text in and out: nothing breaks, nothing is obeyed."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.terminal.streams import input_lines, one_line, printable, set_up_streams, sound_text

ANY = st.text(st.characters(exclude_categories=[]))


@given(ANY)
def test_sound_text_can_always_be_written(text: str) -> None:
    sound = sound_text(text)
    assert len(sound) == len(text)
    assert json.loads(json.dumps(sound).encode()) == sound
    sound.encode()


@given(ANY)
def test_printable_text_moves_no_cursor(text: str) -> None:
    shown = printable(text)
    assert not set(shown) & {chr(code) for code in (*range(10), *range(11, 32), 127, *range(128, 160), 0x202E)}
    shown.encode()


def test_words_of_any_script_stay() -> None:
    text = "nak'azdli whut'en, sc̓əwaθən, ਪੰਜਾਬੀ, 中文, 👩🏽‍🎓"
    assert printable(sound_text(text)) == text


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_lines_end_at_line_feeds_only_and_broken_bytes_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = "one\rstill one\x85 and\u2028on\r\n".encode() + b"caf\xe9\n\nlast"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="ascii"))
    set_up_streams()
    assert list(input_lines()) == ["one\rstill one\x85 and\u2028on", "caf\N{REPLACEMENT CHARACTER}", "", "last"]
