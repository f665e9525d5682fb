"""Whether what was found counts toward something: "would it count for nursing later", "do any of those go to a degree"."""

from __future__ import annotations

import re

from advisor.understand.intents import intents_in
from advisor.understand.names import NameIndex

__all__ = ["aim_words", "asks_of_all", "field_aimed_at"]

_TOWARD = re.compile(
    r"\b(?:count\w*|go(?:es|ing)?|ladder\w*|transfer\w*|leads?|leading|stack\w*|adds? up|appl(?:y|ies|ied)|used?|work|credits?|help|steps?|builds?)\b[^.?!,;]{0,25}?\b(?:towards?|into|to|for|in)\b (?P<what>[^.?!,;]+)"
)
_KIND = re.compile(r"\b(?:degree|diploma|bachelor|master)(?='?s?\b)")
#: says how long after, or how large, and no field
_LOOSE = frozenset(
    ["later", "something", "anything", "bigger", "larger", "longer", "higher", "more", "else", "down", "road", "line", "eventually", "someday", "one", "day", "future", "after", "credential", "credentials", "school", "real", "full", "actual", "proper", "way", "step", "on", "ever"]
)
_ALL = re.compile(r"\b(?:they|them|these|those|any|which|either|each|all)\b")


def field_aimed_at(plain: str, names: NameIndex) -> tuple[str, ...]:
    """The words for what a folded question of ways on aims at: a field, a kind of credential, or both.

    Empty where it aims at anything larger, and where it asks of no way on at all.
    """
    match = _TOWARD.search(plain) if "pathway" in intents_in(plain) else None
    return aim_words(match["what"], names) if match else ()


def aim_words(what: str, names: NameIndex) -> tuple[str, ...]:
    """The words of a folded phrase that say what is aimed at: of a field, then of a kind of credential."""
    words = [word for word in names.topic_words(what) if word not in _LOOSE and not _KIND.fullmatch(word)]
    return (*words, *(kind[0] for kind in _KIND.finditer(what)))


def asks_of_all(plain: str) -> bool:
    """Whether a folded question is asked of all that were found: "do any of these count".

    >>> asks_of_all("do any of those count toward a degree"), asks_of_all("does it count")
    (True, False)
    """
    return bool(_ALL.search(plain))
