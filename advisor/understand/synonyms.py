"""Everyday words and the words that catalogues use for the same thing."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from corpus.folding import fold

__all__ = ["catalogue_words"]

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
    # "it" and "pr" are fields of work only when shouted
    shouted = {fold(word) for word in re.findall(r"\b[A-Z]{2,4}\b", text)}
    found = []
    for pattern, meant in _table():
        match = pattern.search(plain)
        if match and not (match[0] in {"it", "pr", "pm", "hr", "ai", "rn"} and match[0] not in shouted):
            found.append(meant)
    return " ".join(found)
