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
    """Whether most words of the record's title that tell it apart stand in what was said, typos allowed."""
    wanted = {word for word in _words(record.title) if word not in _COMMON}
    said = {word for turn in turns for word in _words(turn)}
    if not wanted:
        return record.title.casefold() in "\n".join(turns).casefold()
    found = sum(any(word == other or fuzz.ratio(word, other) >= _ALIKE for other in said) for word in wanted)
    return found / len(wanted) >= _ENOUGH


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.casefold()))
