"""Places wished for that this catalogue cannot serve: outside the province, or that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from corpus.folding import fold
from corpus.places import Place

__all__ = ["Elsewhere", "unserved_place"]

_FILE = Path(__file__).parent / "elsewhere.txt"
_IN = r"(?:in|on|at|near|around|close to|somewhere in|anywhere in|over in|up in|down in)"
#: what may follow the name of a place: "in chile peppers" names none
_ENDS = r"(?=\W*(?:$|[.?!,;)]|\b(?:please|or|and|if|for|instead|then|maybe|that|with|under|online|too)\b))"
#: a word after "in" or "near" that ends a phrase, as the name of a place does: "in narnia", "at hogwarts?"
_UNKNOWN = re.compile(rf"\b(?:in|near|at|around|close to) (?P<name>[a-z'-]{{4,}}(?: [a-z'-]{{4,}})?){_ENDS}")
#: what is told of the learner and wished of nothing
_TOLD = re.compile(r"\b(?:i'?m|i am|we'?re|was|were|live[sd]?|living|born|raised|grew up|from|studied|worked|(?:i|we|he|she|they|and) works?|working|did|done|degree|diploma|trained|taught|school|university|college|got|took|taken|moved|been|spent|married|nurse|family|mom|dad|brother|sister|son|daughter|friend|cousin|husband|wife|who(?:'s| is)|he'?s|she'?s|they'?re)\b[^.?!,;]*$")


class Elsewhere(NamedTuple):
    """A place that cannot be served: its name as said, and whether it is known to be outside the province."""

    said: str
    outside: bool


@cache
def _known() -> re.Pattern[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    names = sorted((line.strip() for line in lines if line.strip() and not line.startswith("#")), key=len, reverse=True)
    return re.compile(rf"\b{_IN} (?P<name>{'|'.join(map(re.escape, names))}){_ENDS}")


def unserved_place(plain: str, *, masked: str | None = None, outside: Place | None, is_known: Callable[[str], bool]) -> Elsewhere | None:
    """The first place that a folded message wishes for and that is not in the province; None where there is none.

    :param plain: the message without institutions.
    :param masked: the same without the places of the province too.
    :param outside: a place of the gazetteer outside the province that it names.
    :param is_known: whether a word is an everyday word, or one that the catalogue has.

    >>> unserved_place("forestry on mars", outside=None, is_known=lambda word: True)
    Elsewhere(said='mars', outside=True)
    """
    for match in _known().finditer(plain):
        if not _TOLD.search(plain[: match.start()]):
            return Elsewhere(match["name"].removeprefix("the "), True)
    if outside is not None:
        match_ = re.search(rf"\b{_IN} (?:the )?{re.escape(fold(outside.name))}\b", plain)
        return Elsewhere(outside.name, True) if match_ and not _TOLD.search(plain[: match_.start()]) else None
    masked = plain if masked is None else masked
    for match in _UNKNOWN.finditer(masked):
        words = match["name"].split()
        if not _TOLD.search(masked[: match.start()]) and not any(is_known(word) for word in words):
            return Elsewhere(match["name"], False)
    return None
