"""Everyday words and the words that catalogues use for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from corpus.folding import fold

__all__ = ["catalogue_words", "in_catalogue_words"]

_FILE = Path(__file__).with_name("synonyms.txt")


@cache
def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if "=" not in line or line.startswith("#"):
            continue
        said, _, meant = line.partition("=")
        words = "|".join(re.escape(fold(item.strip())) for item in said.split(",") if item.strip())
        rows.append((re.compile(rf"\b(?:{words})\b"), meant.strip()))
    return tuple(rows)


def catalogue_words(text: str) -> str:
    """Catalogue words for the everyday words of a text; empty when it has none.

    >>> catalogue_words("a job in a weed store")
    'cannabis cannabis retail consultant'
    """
    plain = fold(text)
    return " ".join(meant for match, meant in _said(text, plain))


def in_catalogue_words(text: str) -> str:
    """The text with catalogue words beside its everyday words; the text itself where it has none.

    >>> in_catalogue_words("the veggie course")
    'the veggie vegetable production course'
    """
    plain = fold(text)
    if len(plain) != len(text):
        return text
    for match, meant in sorted(_said(text, plain), key=lambda item: item[0].start(), reverse=True):
        text = f"{text[: match.end()]} {meant}{text[match.end() :]}"
    return text


def _said(text: str, plain: str) -> Iterator[tuple[re.Match[str], str]]:
    """The first place of each everyday word, with the catalogue's words."""
    # "it" and "pr" are fields of work only when shouted
    shouted = {fold(word) for word in re.findall(r"\b[A-Z]{2,4}\b", text)}
    for pattern, meant in _table():
        match = pattern.search(plain)
        if match and not (match[0] in {"it", "pr", "pm", "hr", "ai", "rn"} and match[0] not in shouted):
            yield match, meant
