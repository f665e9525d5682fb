"""Numbers, amounts and dates in a text, read on our own so that the advisor's gates are not judged by themselves.

Two readings: what a text *says* (strict: every number that must stand somewhere) and what it *holds* (generous:
every number that somebody may rest on it). "$3,500", "3500" and "three thousand five hundred" are the same number;
"June 2026" and "2026-06" are the same date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Mark", "numbers_held", "numbers_said", "unsupported"]

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
             "twelfth"]  # fmt: skip
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december"]  # fmt: skip
_SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75"}

_VALUES: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
_VALUES |= {word: 20 + 10 * place for place, word in enumerate(_TENS)}
_MONTH_OF = {word: place for place, word in enumerate(_MONTHS, start=1)}
_MONTH_OF |= {word[:3]: place for place, word in enumerate(_MONTHS, start=1)} | {"sept": 9}

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]+(?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_HUNDRED = rf"(?:{_SMALL}|a)\s+hundred(?:\s+(?:and\s+)?{_SMALL})?"
_WORDS = rf"\b(?:(?:{_HUNDRED}|{_SMALL}|a)\s+thousand(?:,?\s+(?:and\s+)?(?:{_HUNDRED}|{_SMALL}))?|{_HUNDRED}|{_SMALL})\b"
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"

_NUMBER = re.compile(_DIGITS)
_NUMBER_WORD = re.compile(_WORDS, re.IGNORECASE)
_ISO = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])(?:-([0-2][0-9]|3[01]))?(?![0-9])")
_WRITTEN = re.compile(
    rf"\b(?:(?P<before>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+)?(?P<month>{_MONTH})"
    r"(?:\s+(?P<after>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9]))?(?:,?\s+(?P<year>(?:19|20)[0-9]{2}))?\b",
    re.IGNORECASE,
)
#: "one" stands for a thing here, not for a count
_PRONOUN_BEFORE = re.compile(
    r"\b(?:this|that|which|each|every|any|no|another|other|the|only|some|either|neither|last|next|first|second|good|new)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mark:
    """A number or a date as written, and the tokens that must stand together in one source."""

    text: str
    tokens: frozenset[str]


def numbers_said(text: str) -> list[Mark]:
    """Every number and date that a text says, in order.

    "First" and words such as "the one" are no numbers here; ordinals from "third" on are, and digits always.

    >>> [mark.text for mark in numbers_said("Two weeks from June 2, 2026, about $3,500.")]
    ['Two', 'June 2, 2026', '3,500']
    """
    found: list[tuple[int, Mark]] = []
    rest = text
    for match in _ISO.finditer(text):
        found.append((match.start(), Mark(match[0], _iso_tokens(match))))
        rest = _blank(rest, match)
    for match in _WRITTEN.finditer(rest):
        if _is_date(match, rest):
            found.append((match.start(), Mark(match[0], _written_tokens(match))))
            rest = _blank(rest, match)
    for match in _NUMBER.finditer(rest):
        found.append((match.start(), Mark(match[0], frozenset({_token(match[0])}))))
    for sign in re.finditer("[½¼¾]", rest):
        found.append((sign.start(), Mark(sign[0], frozenset({_token(_SIGNS[sign[0]])}))))
    for match in _NUMBER_WORD.finditer(rest):
        if not _is_pronoun(match, rest):
            found.append((match.start(), Mark(match[0], frozenset({_token(str(_value(match[0])))}))))
    for match in re.finditer(rf"\b(?:{'|'.join(_ORDINALS[2:])}|half)\b", rest, re.IGNORECASE):
        found.append((match.start(), Mark(match[0], frozenset({_word_token(match[0])}))))
    return [mark for _, mark in sorted(found, key=lambda item: item[0])]


def numbers_held(text: str) -> frozenset[str]:
    """Every token that a claim may rest on this text: numbers in digits and words, ordinals, months, "3k"."""
    tokens = {_token(match[0]) for match in _NUMBER.finditer(text)}
    tokens |= {_token(_SIGNS[sign]) for sign in re.findall("[½¼¾]", text)}
    tokens |= {_token(str(_value(match[0]))) for match in _NUMBER_WORD.finditer(text)}
    tokens |= {_word_token(word) for word in re.findall(rf"\b(?:{'|'.join(_ORDINALS)}|half)\b", text, re.IGNORECASE)}
    tokens |= {_token(str(Decimal(match[1]) * 1000)) for match in re.finditer(r"\b([0-9]+(?:\.[0-9]+)?)\s?k\b", text, re.IGNORECASE)}
    for match in _ISO.finditer(text):
        tokens |= _iso_tokens(match)
    for match in _WRITTEN.finditer(text):
        # a source that begins with "May" may be trusted to mean the month
        if _is_date(match, text) or match["month"][:1].isupper() or match["month"].lower() not in {"may", "march", "mar"}:
            tokens |= _written_tokens(match)
    for match in re.finditer(r"\b([0-9]{1,2})/(?:([0-9]{1,2})/)?[0-9]{4}\b", text):
        tokens |= {f"month {int(part)}" for part in match.groups() if part and 1 <= int(part) <= 12}
    return frozenset(tokens)


def unsupported(text: str, sources: Iterable[str]) -> list[Mark]:
    """The numbers and dates that a text says and no source holds; a date must stand whole in one source.

    >>> [mark.text for mark in unsupported("60 hours from June 2026", ["sixty hours", "starts 2026-07"])]
    ['June 2026']
    """
    held = [numbers_held(source) for source in sources]
    return [mark for mark in numbers_said(text) if not any(mark.tokens <= tokens for tokens in held)]


def _token(number: str) -> str:
    value = Decimal(number.replace(",", ""))
    return f"{value.normalize():f}"


def _word_token(word: str) -> str:
    lowered = word.lower()
    return "0.5" if lowered == "half" else str(_ORDINALS.index(lowered) + 1)


def _value(words: str) -> int:
    """The value of number words that the pattern matched."""
    total = current = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "thousand":
            total, current = total + (current or 1) * 1000, 0
        elif word == "hundred":
            current = (current or 1) * 100
        elif word == "a":
            current = 1
        elif word != "and":
            current += _VALUES[word]
    return total + current


def _is_pronoun(match: re.Match[str], text: str) -> bool:
    if match[0].lower() != "one":
        return False
    return bool(_PRONOUN_BEFORE.search(text[: match.start()]) or re.match(r"\s+of\b|'s\b|’s\b", text[match.end() :]))


def _is_date(match: re.Match[str], text: str) -> bool:
    """Whether a month's name is one: with a number beside it, or a capital letter that no sentence start explains."""
    if match["before"] or match["after"] or match["year"]:
        return True
    word = match["month"].rstrip(".")
    if not word[:1].isupper() or word.lower() not in _MONTHS:
        return False
    sentence_start = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1:] in ".!?:"
    return word.lower() not in {"may", "march"} or not sentence_start


def _iso_tokens(match: re.Match[str]) -> frozenset[str]:
    day = {_token(match[3])} if match[3] else set()
    return frozenset({_token(match[1]), f"month {int(match[2])}"} | day)


def _written_tokens(match: re.Match[str]) -> frozenset[str]:
    numbers = {_token(part) for part in (match["before"], match["after"], match["year"]) if part}
    return frozenset({f"month {_MONTH_OF[match['month'].rstrip('.').lower()]}"} | numbers)


def _blank(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :]
