"""Who is said to pay for, make or ask for an offering, held against those that its record names."""

from __future__ import annotations

import re

from advisor.understand.text import stem, tokens
from advisor.verify.vocabulary import FUNCTION_WORDS
from corpus.credential import Credential
from corpus.fields import FIELDS, field_text

__all__ = ["contrary_makers"]

_PAID = re.compile(r"\b(?:funded|paid for|sponsored|financed|covered|bankrolled) by (?:the )?(?P<who>[^,;]+)|\bfunding (?:comes|is|was) from (?:the )?(?P<from>[^,;]+)")
_MADE = re.compile(r"\b(?:made|built|designed|developed|created|led|run|owned|requested|started|co-?designed|put together|asked for) (?:by|with|for) (?:the )?(?P<who>[^,;]+)|\b(?P<whose>[a-z][\w ]{1,30})'s (?:own )?(?:idea|request|initiative|program)\b")
#: names nobody in particular
_NOBODY = {stem(word) for word in (*FUNCTION_WORDS, "government", "province", "provincial", "federal", "people", "them", "industry", "experts", "professionals", "instructors", "students", "college", "university", "school", "band", "nation", "nations", "first", "indigenous", "community", "communities", "local", "local", "elders", "staff", "employers", "partners", "seats", "years", "program", "it", "adults", "beginners")}
_MOST_WORDS = 5


def contrary_makers(record: Credential, clause: str) -> list[str]:
    """Fields that name others than a folded clause does as the ones who pay for an offering, or made it.

    >>> record = Credential(id="a", title="A", institution="B", funding="Sitka Foundation")
    >>> contrary_makers(record, "it is funded by bc hydro"), contrary_makers(record, "it is funded by the sitka foundation")
    (['funding'], [])
    """
    found = []
    for pattern, names in ((_PAID, ("funding", "supports")), (_MADE, ("partners", "indigenous_focus"))):
        match = pattern.search(clause)
        said = next((part for part in match.groups() if part), "") if match else ""
        who = {stem(word) for word in tokens(" ".join(said.split()[-_MOST_WORDS:] if "'s" in clause[match.end() - 12 :] else said.split()[:_MOST_WORDS]))} - _NOBODY if match else set()
        stated = next((name for name in names if field_text(record, name)), None)
        if who and stated and not who & _held(record):
            found.append(stated)
    return found


def _held(record: Credential) -> set[str]:
    return {stem(word) for name in FIELDS for word in tokens(field_text(record, name) or "")}
