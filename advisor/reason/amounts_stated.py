"""Counted things that a message states, held against those that a record states: weeks, credits, seats, per cent, dollars."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.credential import Credential
from corpus.fields import field_text
from corpus.folding import fold
from corpus.numbers import number_pattern, numbers_in, parse_number

__all__ = ["contrary_amounts"]

_PEOPLE = r"people|persons|students|learners|participants|seats?|spots?|places|trainees|guys|kids|youths?|members|graduates"
#: what is counted -> (its words, fields that speak of it, the one to show first)
_COUNTED: dict[str, tuple[str, tuple[str, ...]]] = {
    "credits": (r"credit[s-]?(?: hours?)?|units?", ("credit", "duration", "parts", "summary", "type")),
    "courses": (r"courses?|classes|modules?|workshops?", ("parts", "duration", "summary", "type")),
    "percent": (r"%|per ?cent|percent", ("assessment", "requirements", "parts")),
    "people": (_PEOPLE, ("summary", "location", "supports", "funding", "notes", "indigenous_focus", "assessment", "duration", "parts", "requirements", "fee")),
    "hours": (r"hours?|hrs?", ("duration", "parts", "summary", "notes")),
}
#: lengths of time in days, for a length told in another unit than the record's
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365, "semester": 120, "term": 120}
_TIME = ("duration", "summary", "parts", "notes", "assessment", "start_dates", "location", "requirements")
_TIMED = re.compile(
    rf"(?<![\w.,$])(?P<low>{number_pattern})(?:\s*(?:-|to|or)\s*(?P<high>{number_pattern}))?[\s-]+(?:\w+[\s-])?(?P<unit>days?|weeks?|wks?|months?|years?|yrs?|semesters?|terms?)\b"
)
#: a length is one of the offering only where the clause says that it takes, lasts or is that long
_LASTS = re.compile(rf"\b(?:takes?|took|lasts?|runs?|ran|goes|is|are|was|were|being|only|about|for|over|a|an|the|its)\b[^.]{{0,24}}?{number_pattern}")
_PER = re.compile(r"^\s*(?:a|per|each|every) (?:week|day|month|year|term|semester|course)\b|^\s*(?:old|ago|off|from now|before|after|later)\b")
#: how far a length may be off and still be the same, told in another unit
_SAME = Decimal("0.25")
_MONEY = re.compile(r"\$ ?(?P<amount>[\d,]*\d(?:\.\d+)?)(?! ?(?:grant|scholarship|bursary|award|limit|of funding|in funding))")


def contrary_amounts(record: Credential, clause: str) -> list[str]:
    """Fields in which a record counts otherwise than a folded clause; the one that says it best first.

    >>> from corpus.credential import Duration
    >>> contrary_amounts(Credential(id="a", title="A", institution="B", duration=Duration(text="30 weeks")), "it is 10 weeks long")
    ['duration']
    """
    found = [name for name in (_money(record, clause), _time(record, clause)) if name]
    found += [name for kind in _COUNTED if (name := _counted(record, clause, kind))]
    return list(dict.fromkeys(found))


def _money(record: Credential, clause: str) -> str | None:
    amounts = [parse_number(match["amount"]) for match in _MONEY.finditer(clause)]
    text = field_text(record, "fee")
    if not amounts or not text or not numbers_in(text):
        return None
    if record.funding and any(amount in numbers_in(record.funding) for amount in amounts):
        return None
    return "fee" if any(amount not in numbers_in(text) for amount in amounts) else None


def _time(record: Credential, clause: str) -> str | None:
    if not _LASTS.search(clause):
        return None
    for match in _TIMED.finditer(clause):
        if _PER.match(clause[match.end() :]):
            continue
        told = (parse_number(match["low"]), parse_number(match["high"] or match["low"]), _unit(match["unit"]))
        spoken = {name: lengths for name in _TIME if (text := field_text(record, name)) and (lengths := _lengths(fold(text)))}
        if not spoken or any(_agrees(told, length) for lengths in spoken.values() for length in lengths):
            continue
        if first := next((name for name, lengths in spoken.items() if name == "duration" or any(unit == told[2] for *_, unit in lengths)), None):
            return first
    return None


def _unit(word: str) -> str:
    word = word.rstrip("s")
    return {"wk": "week", "yr": "year"}.get(word, word)


def _lengths(text: str) -> list[tuple[Decimal, Decimal, str]]:
    text = re.sub(r"\bhalf(?: of)? a (?:year)\b", "6 months", re.sub(r"(?<!twice )(?<!once )(?<!times )(?<!per )(?<!each )\b(?:a|an|one) (?=(?:\w+ )?(?:year|week|month|day|semester|term)\b)", "1 ", text))
    return [(parse_number(item["low"]), parse_number(item["high"] or item["low"]), _unit(item["unit"])) for item in _TIMED.finditer(text)]


def _agrees(told: tuple[Decimal, Decimal, str], stated: tuple[Decimal, Decimal, str]) -> bool:
    low, high, unit = told
    least, most, other = stated
    if unit == other:
        return least <= high and low <= most
    days = (low * _DAYS[unit], high * _DAYS[unit])
    span = (least * _DAYS[other] * (1 - _SAME), most * _DAYS[other] * (1 + _SAME))
    return span[0] <= days[1] and days[0] <= span[1]


def _counted(record: Credential, clause: str, kind: str) -> str | None:
    words, fields = _COUNTED[kind]
    told = _counts(clause, words)
    if kind == "people":
        told |= {parse_number(match[1]) for match in re.finditer(rf"\b(?:classes|class|groups?|cohorts?) of ({number_pattern})\b", clause)}
    if not told:
        return None
    texts = {name: text for name in fields if (text := field_text(record, name))}
    everywhere = set(numbers_in("\n".join(text for name in (*fields, "start_dates", "next_steps", "stacking", "laddering", "links") if (text := field_text(record, name)))))
    if told & everywhere:
        return None
    return next((name for name, text in texts.items() if _counts(fold(text), words)), None)


def _counts(text: str, words: str) -> set[Decimal]:
    pattern = rf"(?<![\w.,$])({number_pattern})(?:\s*(?:-|to)\s*({number_pattern}))?[\s-]*(?:[a-z]+[\s-]){{0,2}}?(?:{words})(?![a-z])"
    return {parse_number(number) for match in re.finditer(pattern, text) for number in match.groups() if number}
