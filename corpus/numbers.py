"""Numbers as people write them: digits, words, thousands separators, amounts of money."""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["NUMBER_WORDS", "number_pattern", "numbers_in", "parse_number"]

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip

#: number word -> value, 0 to 99; tens and units joined by a hyphen or a space
NUMBER_WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **_TENS,
    **{f"{ten}-{_UNITS[unit]}": value + unit for ten, value in _TENS.items() for unit in range(1, 10)},
}

#: matches one number in digits or words; group 0 goes to :func:`parse_number`
number_pattern = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|"
    + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
    + r"|half)"
)


_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SPELLED = re.compile(rf"\b(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True)).replace('-', '[- ]')})\b")
_ORDERED = re.compile(rf"\b(?:{'|'.join(_ORDINALS)})\b")


def parse_number(text: str) -> Decimal:
    """The value of one number in digits or words.

    >>> parse_number("3,500"), parse_number("eleven"), parse_number("twenty-five"), parse_number("half")
    (Decimal('3500'), Decimal('11'), Decimal('25'), Decimal('0.5'))

    :raises ValueError: when the text is no number.
    """
    plain = text.strip().lower().lstrip("$").replace(",", "")
    if plain in NUMBER_WORDS:
        return Decimal(NUMBER_WORDS[plain])
    if plain == "half":
        return Decimal("0.5")
    if not re.fullmatch(r"\d+(?:\.\d+)?", plain):
        raise ValueError(f"{text!r} is no number")
    return Decimal(plain)


def numbers_in(text: str, *, words: bool = True, ordinals: bool = False) -> list[Decimal]:
    """Every number in a text, in order, digits and words alike.

    "60-hour", "$3,500", "70%", "9:00" and "250-472-4747" give their parts. Digits inside codes such as "COMP 251"
    count; "3k" is 3000.

    >>> [str(n) for n in numbers_in("about 60 hours over eight weeks, $2,876.42")]
    ['60', '8', '2876.42']
    """
    found: list[tuple[int, Decimal]] = []
    lowered = text.lower()
    for match in _DIGITS.finditer(lowered):
        value = Decimal(match[0].replace(",", ""))
        if lowered.startswith("k", match.end()) and not lowered[match.end() + 1 : match.end() + 2].isalpha():
            value *= 1000
        found.append((match.start(), value))
    if words:
        for match in _SPELLED.finditer(lowered):
            found.append((match.start(), Decimal(NUMBER_WORDS[match[0].replace(" ", "-")])))
    if ordinals:
        for match in _ORDERED.finditer(lowered):
            found.append((match.start(), Decimal(_ORDINALS[match[0]])))
    return [value for _, value in sorted(found, key=lambda item: item[0])]
