"""Messages come out of CSV and mbox files; a broken file is told where it is broken."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UsageError
from ui.web.desk.batch import MOST_MESSAGES, read_batch

MBOX = b"""From rin@x.example Mon Feb  3 09:00:00 2026
From: rin@x.example
Subject: Soil

Is it online?
>From here I cannot drive.

From ro@x.example Mon Feb  3 10:00:00 2026
From: ro@x.example
Subject: =?utf-8?q?Caf=C3=A9?=
Content-Type: text/html; charset=utf-8

<p>How much?</p>
"""


def test_an_mbox_file() -> None:
    assert read_batch(MBOX, "mail.mbox") == ["Subject: Soil\n\nIs it online?\nFrom here I cannot drive.", "Subject: Café\n\nHow much?"]
    assert read_batch(MBOX.replace(b"\n", b"\r\n"), "mail") == read_batch(MBOX, "mail")


@pytest.mark.parametrize(
    ("data", "messages"),
    [
        (b'message\n"Is it online, please?"\nHow much?\n', ["Is it online, please?", "How much?"]),
        (b'\xef\xbb\xbfSubject,Message\r\nSoil,"two\r\nlines"\r\n,plain\r\n', ["Subject: Soil\n\ntwo\r\nlines", "plain"]),
        (b"Is it online?\nHow much?\n", ["Is it online?", "How much?"]),
        (b"name;message\nR;caf\xe9?\n", ["café?"]),
        (b"message\tid\nhi there\t1\n", ["hi there"]),
        (b"message\n\nhi\n , \n"[:16], ["hi"]),
    ],
)
def test_csv_files(data: bytes, messages: list[str]) -> None:
    assert read_batch(data, "x.csv") == messages


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"\xa0", "No message"),
        (b'message\n"never closed\n', "Line"),
        (b'message\n"a"b\n', "Line 2"),
        (b"id,message\n1,a,b\n", "3 cells"),
        (b"id,name\n1,a\n", "no column"),
        (b"message\n\n", "No message"),
        (b"PK\x03\x04\x00\x00", "no text file"),
        (b"From x Mon\nthis is no header at all\n", "Message 1"),
        (b"message\n" + b"hi there\n" * (MOST_MESSAGES + 1), str(MOST_MESSAGES + 1)),
    ],
)
def test_broken_files_are_told(data: bytes, told: str) -> None:
    with pytest.raises(UsageError, match=told) as error:
        read_batch(data, "secret-name.csv")
    assert error.value.hint
    assert "secret" not in str(error.value)


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_messages_or_one_error(data: bytes) -> None:
    with contextlib.suppress(UsageError):
        assert all(read_batch(data, "x.csv"))
