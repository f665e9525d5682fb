"""Sentences for what it costs and how long it takes: amounts come in many forms, and each keeps its record's words."""

from __future__ import annotations

import re

from advisor.compose.wording import article, sentence_case, small
from corpus.numbers import number_pattern

__all__ = ["duration_sentence", "fee_sentence"]

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_ABOUT = r"(?:about |around |up to |as little as |typically |at least )?"
_UNIT = r"(?:hours?|days?|weeks?|weekends?|months?|years?|semesters?|terms?|minutes?|evenings?|mornings?|afternoons?|nights?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
_AMOUNT = rf"(?:an? |{number_pattern}(?:\s*(?:-|–|to|or)\s*{number_pattern})?\s+)"
#: "60 hours", "eight to twelve weeks"
_SPAN = re.compile(rf"{_ABOUT}{_AMOUNT}{_UNIT}", re.IGNORECASE)
#: "five consecutive days", "17 lecture hours"
_DESCRIBED_SPAN = re.compile(rf"{_ABOUT}{_AMOUNT}(?:[\w'-]+ ){{1,2}}{_UNIT}", re.IGNORECASE)
#: "six three-credit courses", "27 units"
_PARTS = re.compile(
    rf"{_ABOUT}{number_pattern} (?:[\w'-]+ ){{0,3}}(?:courses?|sessions?|modules?|workshops?|blocks?|units?|credits?|intensives?|seminars?)\b",
    re.IGNORECASE,
)
_COMPOUND = re.compile(rf"{number_pattern}-(?:hour|day|week|month|year)\b[^,]*$", re.IGNORECASE)
_DATES = re.compile(rf"(?:\d{{1,2}}(?:-\d{{1,2}})? {_MONTH}\b|{_MONTH}\b(?: to |-))", re.IGNORECASE)


def duration_sentence(text: str, subject: str) -> str:
    """How long it takes.

    >>> duration_sentence("about 60 hours over 8 weeks", "It"), duration_sentence("10-month cohort", "It")
    ('It takes about 60 hours over 8 weeks.', 'It is a 10-month cohort.')
    """
    text = text.rstrip(".")
    if re.match(r"(?:full|part)[- ]time\b", text):
        return f"{subject} is {text}."
    if _COMPOUND.match(text):
        return f"{subject} is {article(text)}."
    if _SPAN.match(text):
        return f"{subject} takes {text}."
    if _PARTS.match(text):
        return f"{subject} is made up of {text}."
    if _DESCRIBED_SPAN.match(text):
        return f"{subject} takes {text}."
    if re.match(r"(?:depends|varies)\b", text):
        return f"Its length {text}."
    if _DATES.match(text):
        return f"Its dates are given as {text}."
    return f"On length, the record says: {text}."


#: words that make a fee a sentence of its own
_FEE_VERB = re.compile(r"\b(?:is|are|was|were|covers?|comes?|costs?|pays?)\b")
_NAMED_FEE = re.compile(r"(?P<name>(?:[a-z]+ ){0,2}(?:fee|price|charge)) (?:of )?(?P<amount>\$?\d.*)", re.IGNORECASE)
_AMOUNT_OF_FEE = re.compile(r"(?P<amount>\$[\d.,]+) (?P<name>(?:[a-z]+ )fee)\b(?P<rest>.*)")


def fee_sentence(text: str, subject: str) -> str:
    """What it costs.

    >>> fee_sentence("$850", "It"), fee_sentence("application fee $90 (domestic)", "It")
    ('It costs $850.', 'Its application fee is $90 (domestic).')
    >>> fee_sentence("Free to people who live in the Cariboo.", "It")
    'It is listed as free to people who live in the Cariboo.'
    """
    text = text.rstrip(".")
    plain = re.sub(r"^(?:cost|fee|price):\s*", "", text, flags=re.IGNORECASE)
    if named := _NAMED_FEE.fullmatch(text):
        return f"Its {small(named['name'])} is {named['amount']}."
    if named := _AMOUNT_OF_FEE.fullmatch(plain):
        return f"Its {named['name']} is {named['amount']}{named['rest']}."
    if re.match(r"(?:about )?\$", plain):
        return f"{subject} costs {plain}."
    if re.match(r"(?:free|tuition[- ]free)\b", plain, re.IGNORECASE):
        return f"{subject} is listed as {small(plain)}."
    if re.match(r"no (?:cost|charge)\b", plain, re.IGNORECASE):
        return f"{subject} is listed at {small(plain)}."
    if re.match(r"nothing to pay\b", plain, re.IGNORECASE):
        return f"There is {small(plain)}."
    if covered := re.match(r"(tuition\b[^;.]*?) (covered|paid) by\b", plain, re.IGNORECASE):
        verb = "are" if re.search(r",| and ", covered[1]) else "is"
        return sentence_case(f"{covered[1]} {verb} {plain[len(covered[1]) + 1 :]}")
    head = re.split(r"[,;:]", re.sub(r"\([^)]*\)", "", plain), maxsplit=1)[0]
    if ". " in plain or _FEE_VERB.search(head):
        return sentence_case(plain)
    if re.match(r"[\w -]{1,40}? dollars\b", plain):
        return f"{subject} costs {plain}."
    return f"The fee stated is {plain}."
