"""Whether a learner named a record in their own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from corpus.credential import Credential

__all__ = ["named_in"]

#: words of titles that many records share and that name none
_COMMON = frozenset(
    {
        "the", "a", "an", "and", "of", "in", "for", "to", "with", "at", "on", "by", "or", "from", "certificate",
        "certification", "micro", "credential", "microcredential", "program", "programme", "course", "training",
        "diploma", "degree", "level", "introduction", "advanced", "associate", "graduate", "professional",
    }
)  # fmt: skip
_ALIKE = 85
_ENOUGH = 0.6


def named_in(record: Credential, turns: Sequence[str]) -> bool:
    """Whether most words of the record's title that tell it apart stand in what was said, typos allowed.

    What a title puts in brackets may be left out.
    """
    said = {word for turn in turns for word in _words(turn)}
    return any(_said(title, said) for title in {record.title, re.sub(r"\([^)]*\)", " ", record.title)})


def _said(title: str, said: set[str]) -> bool:
    wanted = {word for word in _words(title) if word not in _COMMON} or _words(title)
    found = sum(any(word == other or fuzz.ratio(word, other) >= _ALIKE for other in said) for word in wanted)
    return bool(wanted) and found / len(wanted) >= _ENOUGH


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))
