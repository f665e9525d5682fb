"""Text in and out of the process: UTF-8 both ways, one JSON object a line, nothing that a terminal would obey."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import click

__all__ = ["emit_json", "input_lines", "one_line", "printable", "set_up_streams", "sound_text"]


def set_up_streams() -> None:
    """UTF-8 whatever the locale says; a line of input ends at a line feed and nowhere else."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def emit_json(value: dict[str, Any] | str) -> None:
    """Print one object as one line and hand it on at once. A string is an object already in JSON."""
    line = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    click.echo(line)
    sys.stdout.flush()


def input_lines() -> Iterator[str]:
    """Lines of standard input as they come, without their ends."""
    while line := sys.stdin.readline():
        yield line.rstrip("\r\n")


def sound_text(text: str) -> str:
    """The text with every broken character (bytes that were no UTF-8, half a surrogate pair) replaced.

    >>> sound_text("caf\\udce9")
    'caf�'
    """
    return _BROKEN.sub("\N{REPLACEMENT CHARACTER}", text)


def printable(text: str) -> str:
    """The text without what a terminal would obey: control characters, and marks that turn the reading direction.

    Line feeds stay.

    >>> printable("red \\x1b[31malert\\x07")
    'red [31malert'
    """
    return _OBEYED.sub("", text)


def one_line(text: str) -> str:
    """The text with every run of white space turned into one space.

    >>> one_line("two\\n  lines")
    'two lines'
    """
    return printable(" ".join(text.split()))


_BROKEN = re.compile("[\ud800-\udfff]")
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
