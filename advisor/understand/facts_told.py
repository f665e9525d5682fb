"""A fact as told: its value, the words it was read from, and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["DENIAL", "Told", "clause_before", "covering", "is_denied", "is_held"]

T = TypeVar("T")

#: words right before a credential or a course that say the learner does not have it
DENIAL = (
    r"(?:\bno\b|\bnever(?: (?:got|had|finished|did|done|took|went|completed|earned|graduated))?\b|\bwithout\b|\bw/o\b|\black(?:s|ing)?\b"
    r"|\bmissing\b|\b(?:don'?t|doesn'?t|didn'?t|do not|does not|did not|haven'?t|hasn'?t|have not|has not|ain'?t)\b"
    r"(?: (?:have|got|get|finish|finished|complete|completed|hold|held|do|done|earn|earned|graduate|go|take|taken|quite|ever|even|actually|write|written|wrote|pass|passed|challenge|challenged|sit|sat))*)"
)
_BETWEEN = r"(?:[\s-]+(?:an?|any|my|his|her|their|the|to|from|of|yet|formal|actual|real|other|prior|post-?secondary|college|university|proper|even|high|school|\w+'s))*[\s-]*$"
_DENIED = re.compile(DENIAL + _BETWEEN, re.IGNORECASE)
_HOLDING = re.compile(
    r"(?:\b(?:i|we|she|he|they|who|already|only|just|also|and|but|ive|i've|have|has|had|got|with|w)\b[\s,]*)?"
    r"(?:\b(?:have|has|had|'ve|ive|got|hold|holds|holding|finished|completed|did|done|earned|with|w|w/|my|his|her|passed|took|"
    r"taken|graduated(?: with)?|left with|is|am|i'?m|as)\b)"
    r"(?:[\s,-]+(?:an?|my|his|her|their|the|only|just|about|already|completed|finished|some|full|old|recent|\w+ (?:yr|year)|\w+-year|2 year|[\w'&-]+)){0,4}[\s,-]*$",
    re.IGNORECASE,
)
#: words that make it a wish, a question or a rule, and no fact
_WISHED = re.compile(
    r"\b(?:(?:is|are|was|would|does|do|can|could|will|did) (?:that|this|it|they|those|one)|part of|want|wants|wanna|need|needs|needed|require[sd]?|required|toward|towards|into|like to|hop(?:e|ing)|plan(?:ning)?|must|gotta|have to|has to|got to|"
    r"should|would|count|counts|apply|applied|transfer|lead|leads|ladder|get (?:a|an|my|the|into|in)|going for|instead of|before|after|if i|possible|for (?:a|an|the|my)|"
    r"to (?:have|a|an|my|the|get|do|finish|take)|as (?:part|credit)|do you|does it|come with|ask(?:s|ed|ing)? for|is (?:a|an|the|it|there)|than)\b[^,;]*$",
    re.IGNORECASE,
)
#: the sign of a letter mark belongs to it: "English 12 was a C+"
_SIGNED = re.compile(r"(?<![\w'-])[A-Fa-f][+-]$")
_CLAUSE_END = re.compile(r"[.!?;:\n(]\s|\s-\s|[.!?;]$|\n|\bbut\b|\bso\b|\bthen\b")


@dataclass(frozen=True, kw_only=True)
class Told(Generic[T]):
    """One fact with its words; ``start`` and ``end`` are their place in the message."""

    value: T
    said: str
    start: int
    end: int


def covering(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The stretch of a text from ``start`` to ``end`` without white space or punctuation at its ends."""
    while start < end and text[start] in " \t\n,;:-+":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:-+.?!" and not _SIGNED.search(text[start:end]):
        end -= 1
    return text[start:end], start, end


def clause_before(text: str, position: int, *, reach: int = 70) -> str:
    """What stands before a position in the same clause, at most ``reach`` characters."""
    before = text[max(0, position - reach) : position]
    cut = 0
    for match in _CLAUSE_END.finditer(before):
        cut = match.end()
    return before[cut:]


def is_denied(text: str, position: int) -> re.Match[str] | None:
    """The words that deny what starts at ``position``, if any do.

    >>> bool(is_denied("I don't have a degree", 15)), bool(is_denied("I have a degree", 9))
    (True, False)
    """
    return _DENIED.search(text[max(0, position - 70) : position])


def is_held(text: str, position: int, *, bare: re.Pattern[str] | None = None) -> bool:
    """Whether the clause says that somebody has what starts at ``position``.

    True after "I have", "finished", "with", and where the clause starts with it ("Red Seal plumber in Duncan").

    :param bare: what must stand in the sentence for a clause that merely starts with it to count.
    """
    before = clause_before(text, position)
    if _WISHED.search(before) and not re.search(
        r"\b(?:already|finished|completed|have my|got my|all (?:i|we|he|she)(?:'ve)? (?:have|has|got)(?: got)? is) [^,;]*$", before, re.IGNORECASE
    ):
        return False
    tail = re.split(r"[,+&/]|\band\b|\bplus\b", before)[-1]
    starts_clause = not re.sub(
        r"^(?:(?:and|plus|hi|hello|hey|so|ok|an?|the|my|only|just|with|one|two|three|\d+)\b[\s-]*|yrs?\b[\s-]*|year\b[\s-]*)*",
        "",
        tail.strip(),
        flags=re.IGNORECASE,
    )
    if _HOLDING.search(before):
        return True
    return bool(starts_clause and (bare is None or bare.search(_sentence(text, position))))


def _sentence(text: str, position: int) -> str:
    start = max(text.rfind(mark, 0, position) for mark in ".!?\n") + 1
    ends = [place for mark in ".!?\n" if (place := text.find(mark, position)) >= 0]
    return text[start : min(ends, default=len(text))]
