"""Every word of the explorer, by language. What records and guidance say is never among them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["explorer_words"]

_HERE = Path(__file__).parent


@cache
def explorer_words(language: str = "en") -> Mapping[str, str]:
    """The explorer's words in one language; a key that it lacks is in English.

    >>> explorer_words("en")["show"]
    'Show'
    """
    english = _read("en")
    return {**english, **_read(language)} if (_HERE / f"{language}.json").exists() else english


def _read(language: str) -> dict[str, str]:
    words: dict[str, str] = json.loads((_HERE / f"{language}.json").read_text(encoding="utf-8"))
    return words
