"""Numbers that can be nobody's: an age of three hundred, grade forty-seven, minus five weeks."""

from __future__ import annotations

import re

__all__ = ["absurd_number"]

_OLDEST, _HIGHEST_GRADE, _MOST_YEARS = 110, 13, 80
_AGE = re.compile(r"\b(?:i'?m|i am|aged?|turned|turning|(?:he|she)(?:'s| is)) (?P<n>-?\d{1,6})(?= ?(?:[.,!?;]|$|years? old|yrs? old|y/?o\b|and\b))|(?<![\w-])(?P<m>-?\d{1,6})[ -](?:years?|yrs?)[ -]old\b", re.IGNORECASE)
_GRADE = re.compile(r"\b(?:have|has|had|finished|completed|did|done|with|got|in|left) (?:my |only )?(?:grade|gr\.?) ?(?P<n>-?\d{1,4})\b(?! ?%| percent| in\b| average)", re.IGNORECASE)
_YEARS = re.compile(r"(?<![\w$.,-])(?P<n>\d{2,6})\+? (?:years?|yrs?)(?: of (?:\w+ ){0,2}?(?:experience|work)| experience| (?:working|as an?)\b)", re.IGNORECASE)
#: a minus that belongs to a number: after a word and a space, so that neither a range nor a list item counts
_NEGATIVE = re.compile(
    r"(?<=[a-z] )(?:(?:-\$ ?|\$ ?-|minus \$?|negative \$?)\d[\d,.]*\b(?: (?:dollars|bucks|hours?|days?|weeks?|months?|years?|credits?)\b)?|-\d[\d,.]*(?= (?:dollars|bucks|hours?|hrs?|days?|weeks?|months?|years?|credits?)\b) \w+)",
    re.IGNORECASE,
)


def absurd_number(text: str) -> str | None:
    """The words of the first number that cannot be what it is said to be, or None.

    >>> absurd_number("I'm 300 years old, can I join?"), absurd_number("something under -5 weeks")
    ("I'm 300 years old", '-5 weeks')
    >>> absurd_number("I'm 30, 10-20 hours would be fine") is None
    True
    """
    for match in _AGE.finditer(text):
        number = int(match["n"] or match["m"])
        if not 0 < number <= _OLDEST:
            after = re.match(r" ?(?:years? old|yrs? old|y/?o\b)", text[match.end() :], re.IGNORECASE)
            return match[0] + (after[0] if after else "")
    grade = _GRADE.search(text)
    if grade and not 0 < int(grade["n"]) <= _HIGHEST_GRADE:
        return grade[0]
    for match in _YEARS.finditer(text):
        if int(match["n"]) > _MOST_YEARS:
            return match[0]
    negative = _NEGATIVE.search(text)
    return negative[0] if negative else None
