"""Compare marks as told with marks as asked: letters, percentages, and B.C. school letters with percentages."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["at_least"]

_LETTERS = ["F", "E", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+"]
#: least percentage of each letter in B.C. schools (grades 10 to 12)
_SCHOOL = {"C-": 50, "C": 60, "C+": 67, "B": 73, "A": 86}


def at_least(told: str, asked: str, *, school: bool) -> bool | None:
    """Whether a mark told is at least the mark asked; None where the two cannot be compared.

    :param school: both are marks of a B.C. school subject, so letters and percentages compare by the provincial scale.

    >>> at_least("C+", "C", school=True), at_least("67%", "B", school=True), at_least("74%", "B+ (76%)", school=False)
    (True, False, False)
    >>> at_least("B", "70%", school=False) is None
    True
    """
    letter_told, percent_told = _read(told)
    letter_asked, percent_asked = _read(asked)
    if percent_told is not None and percent_asked is not None:
        return percent_told >= percent_asked
    if letter_told and letter_asked:
        return _LETTERS.index(letter_told) >= _LETTERS.index(letter_asked)
    if not school:
        return None
    if percent_told is not None and letter_asked in _SCHOOL:
        return percent_told >= _SCHOOL[letter_asked]
    if percent_asked is not None and letter_told in _SCHOOL:
        return _SCHOOL[letter_told] >= percent_asked or (
            None if _top(letter_told) >= percent_asked else False
        )
    return None


def _top(letter: str) -> int:
    """The highest percentage of a school letter."""
    least = sorted(_SCHOOL.values())
    above = [value for value in least if value > _SCHOOL[letter]]
    return above[0] - 1 if above else 100


def _read(mark: str) -> tuple[str | None, Decimal | None]:
    letter = re.search(r"(?<![A-Za-z])([A-F][+-]?)(?![A-Za-z])", mark.upper())
    percent = re.search(r"(\d{1,3}(?:\.\d+)?)\s*%", mark)
    plain = letter[1] if letter and letter[1] in _LETTERS else None
    return plain, Decimal(percent[1]) if percent else None
