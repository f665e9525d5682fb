"""Marks where institutions stood in a text, so that the words around them do not run together."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["marked", "unmarked"]

_MARK = "§"
_MARKED = re.compile(rf"(?:\b(?:at|from|by|with|through|of)\s+(?:the\s+)?)?{_MARK}(?:'?s\b)?")


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a mark for each stretch.

    >>> marked("is it at VIU online", [(9, 12)])
    'is it at  §  online'
    """
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {_MARK} {text[end:]}"
    return text


def unmarked(question: str) -> str:
    """The question without the marks, and without the "at" or "from" that led up to each.

    >>> unmarked("is it at  §  online")
    'is it online'
    """
    return re.sub(r"\s+", " ", _MARKED.sub(" ", question)).strip()
