"""How long something takes, read from the words of a duration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.numbers import number_pattern, parse_number

__all__ = ["WEEKS", "Span", "read_span", "weeks_words"]

#: weeks in one of each unit; months and semesters by the usual count
WEEKS = {
    "day": Decimal(1) / 7,
    "week": Decimal(1),
    "month": Decimal("4.345"),
    "term": Decimal(14),
    "semester": Decimal(15),
    "year": Decimal(52),
}
_CLOCK = {"hour", "hr"}
_UNIT = r"(?P<unit>hour|hr|day|week|month|term|semester|year)s?\b"
_SPAN = re.compile(
    rf"(?<![\w.,$])(?P<low>{number_pattern}|an?)(?:\s*(?:-|–|to|or)\s*(?P<high>{number_pattern}))?"
    rf"(?P<joint>[\s-]*)(?:of\s+)?(?:a\s+)?(?:full\s+|single\s+)?{_UNIT}",
    re.IGNORECASE,
)
#: what comes before or after a number that makes it a limit, a rate or the length of a part, not the length
_LIMIT_BEFORE = re.compile(
    r"(?:up to|within|under|at most|(?:over|about) the|every|less than|more than)\s*$",
    re.IGNORECASE,
)
_LIMIT_AFTER = re.compile(
    r"^\s*(?:to finish|to complete|of admission|of practicum|old|each\b|(?:/|an?|per|each|every|of \w+ per)\s*"
    r"(?:hour|day|week|month|term|semester|year|session|class|course|module)\b)",
    re.IGNORECASE,
)
#: after "two-week" or "one-week": the plural of what has that length, so the whole is longer
_PARTS_AFTER = re.compile(
    r"^(?:\s+[^\W\d]+){0,3}?\s+(?:courses|classes|seminars|modules|workshops|institutes|terms|blocks|sessions|residencies)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stated length. ``hours`` of learning, ``weeks`` on the calendar; None where not stated."""

    hours: Decimal | None = None
    weeks: Decimal | None = None


def read_span(text: str | None) -> Span:
    """Read the length that a text states; the first of each kind, limits and rates left out.

    >>> read_span("about 60 hours over 8 weeks; up to two years to finish")
    Span(hours=Decimal('60'), weeks=Decimal('8'))
    >>> read_span("six months, three courses").weeks
    Decimal('26.070')
    """
    hours: Decimal | None = None
    weeks: Decimal | None = None
    for _, unit, value in _spans(text or ""):
        if unit in _CLOCK:
            hours = hours if hours is not None else value
        elif weeks is None:
            weeks = value * WEEKS[unit]
    return Span(hours=hours, weeks=weeks)


def weeks_words(text: str | None) -> str | None:
    """The words that state a length on the calendar, as they stand.

    >>> weeks_words("six months, three courses"), weeks_words("60 hours")
    ('six months', None)
    """
    return next((match[0].strip() for match, unit, _ in _spans(text or "") if unit not in _CLOCK), None)


def _spans(text: str) -> Iterator[tuple[re.Match[str], str, Decimal]]:
    """The lengths that a text states, with their unit and number; limits and rates left out."""
    for match in _SPAN.finditer(text):
        if _is_rate_or_limit(match, text[: match.start()], text[match.end() :]):
            continue
        low = Decimal(1) if match["low"].lower() in {"a", "an"} else parse_number(match["low"])
        yield match, match["unit"].lower(), max(low, parse_number(match["high"])) if match["high"] else low


def _is_rate_or_limit(match: re.Match[str], before: str, after: str) -> bool:
    """Whether it says how much at most, how much each time, or how long one part of it is."""
    if match["low"].lower() in {"a", "an"} and re.search(r"\b(?:hours?|days?|times?|once|twice)\s*$", before, re.IGNORECASE):
        return True
    if _LIMIT_BEFORE.search(before) or _LIMIT_AFTER.match(after):
        return True
    return match["joint"] == "-" and bool(_PARTS_AFTER.match(after))
