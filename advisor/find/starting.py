"""When an offering starts, as its record states it, against a time that is wished for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from advisor.understand.understanding import Filter
from corpus.folding import fold

__all__ = ["all_past", "start_verdict"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: season -> its first and last month, in the year of the first
_SEASONS = {"winter": (1, 4), "spring": (3, 6), "summer": (6, 8), "fall": (9, 12), "autumn": (9, 12)}
_NAMED = re.compile(r"\b(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?P<season>winter|spring|summer|fall|autumn)\b|\b(?P<iso>20\d\d)-(?P<number>\d\d)\b")
_YEAR = re.compile(r"\b20\d\d\b")
#: "soon" is within so many months
_SOON = 3


class _Span(NamedTuple):
    """Months from the first to the last; numbered through when ``year`` is known, 1 to 12 when it is every year."""

    year: int | None
    first: int
    last: int


def start_verdict(texts: Iterable[str], wish: Filter, today: date) -> Literal["met", "broken", "not_stated"]:
    """Whether a start among those stated is at the time wished for; dates that are over say nothing about the next.

    >>> wish = Filter(field="start", op="eq", value="january", said="in january")
    >>> start_verdict(["Fall"], wish, date(2026, 11, 1)), start_verdict(["January 2027"], wish, date(2026, 11, 1))
    ('broken', 'met')
    >>> start_verdict(["January 2021"], wish, date(2026, 11, 1))
    'not_stated'
    """
    now = today.year * 12 + today.month
    window = _window(str(wish.value), now)
    if window is None:
        return "not_stated"
    first, last = window
    if wish.op == "lte":
        first, last = (now if first >= now else 0), first
    elif wish.op == "gte":
        last = 10**6
    spans = [span for text in texts for span in _spans(text)]
    met = any(_within(span, first, last, now) for span in spans)
    if met:
        return "met"
    to_come = [span for span in spans if span.year is None or span.last >= now]
    return "broken" if to_come else "not_stated"


def all_past(texts: Iterable[str], today: date) -> bool:
    """Whether every start that is stated is over.

    >>> all_past(["September 2018"], date(2026, 11, 1)), all_past(["Fall"], date(2026, 11, 1))
    (True, False)
    """
    spans = [span for text in texts for span in _spans(text)]
    return bool(spans) and all(span.year is not None and span.last < today.year * 12 + today.month for span in spans)


def _within(span: _Span, first: int, last: int, now: int) -> bool:
    if span.year is not None:
        return span.first <= last and span.last >= first
    year = (now - 1) // 12
    return any(at * 12 + span.first <= last and at * 12 + span.last >= max(first, now) for at in (year, year + 1))


def _window(said: str, now: int) -> tuple[int, int] | None:
    """The months that a wish means, numbered through: the next of its name, unless it says a year."""
    if said == "soon":
        return now, now + _SOON
    year, month = divmod(now - 1, 12)
    if said in {"this month", "next month", "this week", "next week"}:
        at = now + (said == "next month")
        return at, at
    if said in {"this year", "next year"}:
        start = (year + (said == "next year")) * 12
        return start + 1, start + 12
    spans = _spans(said)
    if not spans:
        return (int(said) * 12 + 1, int(said) * 12 + 12) if _YEAR.fullmatch(said) else None
    span = spans[0]
    if span.year is not None:
        return span.first, span.last
    at = year if span.last >= month + 1 else year + 1
    return at * 12 + span.first, at * 12 + span.last


def _spans(text: str) -> list[_Span]:
    """The months and seasons that a text names, each in the year that follows it, or the only one it names."""
    plain = fold(text)
    years = [(match.start(), int(match[0])) for match in _YEAR.finditer(plain)]
    spans = []
    for match in _NAMED.finditer(plain):
        if match["iso"]:
            at = int(match["iso"]) * 12 + int(match["number"])
            spans.append(_Span(int(match["iso"]), at, at))
            continue
        month = _MONTHS.index(match["month"]) + 1 if match["month"] else 0
        first, last = (month, month) if month else _SEASONS[match["season"]]
        later = [year for position, year in years if position > match.start()]
        year = later[0] if later else years[-1][1] if years else None
        spans.append(_Span(year, first, last) if year is None else _Span(year, year * 12 + first, year * 12 + last))
    return spans
