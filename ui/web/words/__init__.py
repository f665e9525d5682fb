"""Every word of the interface, by language. What the advisor itself says is in ``advisor/messages``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["LANGUAGES", "page_words"]

_HERE = Path(__file__).parent
#: languages that have a file; English is complete, others fall back to it key by key
LANGUAGES = tuple(sorted(path.stem for path in _HERE.glob("*.json")))


@cache
def page_words(language: str = "en") -> Mapping[str, str]:
    """The words of the interface in one language; a key that it lacks is in English.

    >>> page_words("en")["ask"]
    'Ask'
    """
    english = _read("en")
    return english if language not in LANGUAGES else {**english, **_read(language)}


def _read(language: str) -> dict[str, str]:
    words: dict[str, str] = json.loads((_HERE / f"{language}.json").read_text(encoding="utf-8"))
    return words
