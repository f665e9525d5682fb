"""When an offering starts, as a date: the first of those listed that is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.credential import Credential

__all__ = ["Start", "dates_in", "next_start"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?{_MONTH}(?: (?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?,? (?P<year>20\d\d)\b|\b(?P<iso>20\d\d-\d\d-\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Start:
    """A start date and the words of the record that state it. Without a day, the first of the month."""

    on: date
    text: str


def dates_in(text: str) -> Iterator[date]:
    """The whole dates, and months with a year, that a text states.

    >>> list(dates_in("14 September 2026, or January 2027"))
    [datetime.date(2026, 9, 14), datetime.date(2027, 1, 1)]
    """
    for match in _DATE.finditer(text):
        try:
            if match["iso"]:
                yield date.fromisoformat(match["iso"])
            else:
                month = _MONTHS.index(match["month"][:3].lower()) + 1
                yield date(int(match["year"]), month, int(match["day"] or match["after"] or 1))
        except ValueError:
            continue  # 31 June is no date


def next_start(record: Credential, *, today: date) -> Start | None:
    """The first start listed that is not before ``today``; None where none is listed."""
    starts = [Start(on, text) for text in record.start_dates for on in dates_in(text) if on >= today]
    return min(starts, key=lambda start: start.on, default=None)
