"""Numbers with what they count, and dates: "8 weeks" is not "8 hours", and 15 June is not 15 March."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from corpus.folding import fold
from corpus.numbers import number_pattern, numbers_in, parse_number

__all__ = ["misread_date", "misread_quantity"]

_UNITS = {
    "hour": r"hours?|hrs?", "day": r"days?", "week": r"weeks?|wks?", "month": r"months?", "year": r"years?|yrs?", "minute": r"minutes?|mins?",
    "semester": r"semesters?", "term": r"terms?", "credit": r"credits?", "unit": r"units?", "course": r"courses?", "%": r"%|percent|per cent",
    "$": r"dollars?|cad\b", "km": r"km\b|kilomet(?:re|er)s?",
}  # fmt: skip
_RANGE = rf"(?P<low>{number_pattern})(?:\s*(?:-|–|to|or)\s*(?P<high>{number_pattern}))?"
_COUNTED = tuple(
    (unit, re.compile(rf"(?<![\w.,$]){_RANGE}[\s-]*(?:[a-z]+[\s-])?(?:{words})(?![a-z])")) for unit, words in _UNITS.items()
)
_MONEY = re.compile(rf"\$\s?{_RANGE}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"\b(?:(?P<first>\d{{1,2}})\s*(?:-|–|to|and)\s*)?{_DAY} (?:of )?{_MONTH}\.?,?(?: (?P<year>20\d\d)\b)?"),
    re.compile(rf"\b{_MONTH}\.? {_DAY}\b(?!\d)(?:,? (?P<year>20\d\d)\b)?"),
    re.compile(rf"\b{_MONTH}\.?,? (?P<year>20\d\d)\b"),
)
_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b")


def misread_quantity(claim: str, source: str) -> str | None:
    """A number of a claim that its source gives only with another unit, as words; None when there is none.

    >>> misread_quantity("It takes 8 hours.", "about 60 hours over 8 weeks")
    '8 hour'
    >>> misread_quantity("It takes 60 hours.", "about 60 hours over 8 weeks")
    """
    said = _counted(fold(claim))
    if not said:
        return None
    known = _counted(fold(source))
    paired = Counter(number for number, _ in known)
    bare = Counter(numbers_in(source))
    for number, unit in said:
        units = {other for value, other in known if value == number}
        if units and unit not in units and bare[number] <= paired[number]:
            return f"{number} {unit}"
    return None


def _counted(text: str) -> set[tuple[Decimal, str]]:
    """Every number of a folded text that has a unit, with it; both ends of a range."""
    found = set()
    for unit, pattern in (*_COUNTED, ("$", _MONEY)):
        for match in pattern.finditer(text):
            found |= {(parse_number(match[end]), unit) for end in ("low", "high") if match[end]}
    return found


def misread_date(claim: str, source: str) -> str | None:
    """A date of a claim that stands otherwise, or not, in its source; None when all agree.

    >>> misread_date("It closes on 15 June 2026.", "applications close on 15 March 2026")
    '15 jun'
    >>> misread_date("It starts in March 2025.", "applications close on 15 March 2026")
    'mar 2025'
    """
    said_days, said_years = _dates(claim)
    if not said_days and not said_years:
        return None
    days, years = _dates(source)
    for day, month in said_days - days:
        return f"{day} {month}"
    for month, year in said_years:
        if (month, year) not in years and any(other == month for other, _ in years):
            return f"{month} {year}"
    return None


def _dates(text: str) -> tuple[set[tuple[int, str]], set[tuple[str, int]]]:
    """The days of months, and the months of years, that a text names."""
    days, years = set(), set()
    for match in _matches(fold(text)):
        parts = match.groupdict()
        month = _MONTHS[int(parts["month"]) - 1] if parts["month"].isdigit() else parts["month"][:3]
        days |= {(int(parts[name]), month) for name in ("first", "day") if parts.get(name)}
        if parts.get("year"):
            years.add((month, int(parts["year"])))
    return days, years


def _matches(text: str) -> Iterator[re.Match[str]]:
    for pattern in _DATES:
        yield from pattern.finditer(text)
    yield from (match for match in _ISO.finditer(text) if 1 <= int(match["month"]) <= 12)
