"""The message catalogue: every frame sentence, by key and language, so that other languages can follow.

A frame holds titles, the learner's own words and the contact; no other fact.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["LANGUAGES", "say"]

_HERE = Path(__file__).parent
#: languages that have a catalogue file
LANGUAGES = tuple(sorted(path.stem for path in _HERE.glob("*.json")))


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    path = _HERE / f"{language if language in LANGUAGES else 'en'}.json"
    data: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return data


def say(key: str, /, language: str = "en", **values: str) -> str:
    """One frame sentence with its values filled in; a key that a language lacks falls back to English.

    >>> say("thanks")
    'You are welcome. Come back whenever you have another question.'
    """
    text = _catalogue(language).get(key) or _catalogue("en")[key]
    return text.format(**values)
