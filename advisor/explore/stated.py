"""Who leads, who takes part, whom it is for: sorted by the words of a record, which always come along.

The fields ``indigenous_focus`` and ``partners`` say it in many ways. Each clause is sorted by general rules; a clause that none of
them fits stays unsorted and is shown as it stands. Nothing here knows any Nation, institution or record, and nothing is concluded
about who somebody is: a person's name does not make a program led by anybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus.credential import Credential
from corpus.fields import field_text

__all__ = ["INVOLVEMENTS", "Involvement", "Stated", "clauses", "community_delivery", "involvement"]

Involvement = Literal["led", "jointly", "for_learners", "content", "other"]
INVOLVEMENTS: tuple[Involvement, ...] = ("led", "jointly", "for_learners", "content", "other")

_PEOPLES = r"(?:indigenous|first nations?|m[eé]tis|inuit|aboriginal)"
_NATIONS = rf"(?:{_PEOPLES}|nations?|indian band|tribal council)"
#: an adjective that says who leads: "Indigenous-led", "First Nations-owned"; also a Nation's own name, "Haida-led"
_LED_WORD = re.compile(rf"(?<!not )\b(?:{_PEOPLES}|community)[- ](?:led|governed|owned|controlled|run)\b", re.IGNORECASE)
_LED_NAME = re.compile(r"(?<!not )(?<![\w'’])[^\W\d_a-z][\w'’]*-(?:led|governed)\b")
_OWNED = re.compile(rf"\b(?:owned|governed|run|led) (?:jointly )?by (?:the )?[^,;]*\b{_NATIONS}\b", re.IGNORECASE)
_DECIDES = re.compile(rf"\b(?:communit(?:y|ies)|{_NATIONS})\b[^,;.]*\b(?:leads|governs)\b", re.IGNORECASE)
#: such words inside a clause about the content or about a partner do not say who leads the program
_NOT_LEADING = re.compile(r"\b(?:includ\w+|respect for|content|about|emphasis|with|through|case study)\b", re.IGNORECASE)

_JOINTLY = re.compile(
    r"\bco-?(?:designed|developed|created|delivered|administered|led|hosted)\b"
    r"|\b(?:developed|designed|created|delivered|offered|planned|run) (?:\w+ )?(?:jointly )?(?:in partnership )?with\b(?! respect)"
    r"|\bpartnerships?\b|\bpartners include\b|\bcollaborat\w+|\bjoint(?:ly)?\b|\baffiliation agreement\b"
    r"|\brequested by\b|\brequest (?:from|of|by)\b|\binitiated by\b|\badministered (?:\w+ )?through\b|\bhelped to plan\b|\bhosts it\b",
    re.IGNORECASE,
)
_WITH_NAMED = re.compile(rf"\bwith (?:the )?[^\W\d_a-z][^,;.]*\b{_NATIONS}\b")

_FOR = re.compile(
    rf"(?<!named )(?<!and )\bfor (?:\w+ )?{_PEOPLES}\b(?!-)"
    rf"|\bfor (?:members|students|learners|people|participants) (?:of|from) (?:\w+ ){{0,2}}{_PEOPLES}\b"
    rf"|\bfor [\w ]+ on {_PEOPLES} reserves\b|\bfor the [\w ]*communit\w+['’] own\b"
    rf"|\bopen to (?:people of )?{_PEOPLES}\b|^{_PEOPLES} (?:\w+ )?(?:learners|students)\b"
    rf"|\b{_PEOPLES} (?:applicants|students|learners)\b[^;]*\b(?:prioriti[sz]ed|at least|reserved)\b"
    rf"|\b(?:seats?|places?|parts?)\b[^;.]*\b(?:held|kept) for\b[^;.]*\b(?:members|communit\w+|{_NATIONS})\b"
    rf"|\b{_PEOPLES}\b[^;]*\bintended audiences?\b",
    re.IGNORECASE,
)
_NOT_FOR = re.compile(r"\bnon-indigenous\b|\bopen to (?:all|everyone)\b|\bdoing business with\b", re.IGNORECASE)

_CONTENT = re.compile(
    r"\b(?:content|about|includ\w+|case stud\w+|taught|cent(?:red|res|ers|ered)|emphasis|elements?|knowledge|culture|cultural|languages?"
    r"|perspectives?|lens|traditional|traditions|studies|modules|heritage|fine arts|foodways|food systems|stewardship|elders?"
    r"|honou?r\w*|draws on|reconciliation|courts?)\b",
    re.IGNORECASE,
)
#: a partner's name that says whom it belongs to; an office of a government says so too
_NAMED_PARTNER = re.compile(rf"\b{_NATIONS}\b|\bnative\b", re.IGNORECASE)
_GOVERNMENT = re.compile(r"\b(?:services canada|ministry|department|government of|governments?)\b", re.IGNORECASE)

_IN_COMMUNITY = (
    r"\bin (?:the |a )?communit(?:y|ies)\b(?! development)"
    r"|\b(?:in|in or near|in or close to|near) (?:first nations|home|partnering|local first nations|language|[^\W\d_a-z][\w'’-]*) communit\w+"
    r"|\bin or (?:near|close to) communities\b|\b(?:in|to) (?:the )?learners?['’]?s?['’]? own communit\w+|^learner['’]s own community\b"
    r"|\bcommunities on request\b|\bon invitation from communities\b|\bhosts it\b"
)
_COMMUNITY = re.compile(rf"\bcommunity[- ](?:based|delivered|delivery|cohorts|partner sites)\b|{_IN_COMMUNITY}", re.IGNORECASE)
#: a summary speaks of communities in many ways; only its own word for the kind of program counts
_COMMUNITY_PROGRAM = re.compile(r"\bcommunity[- ](?:based|delivered) (?:certificate|program|course|training|delivery|diploma)\w*\b", re.IGNORECASE)
_COMMUNITY_FIELDS = {
    "location": _COMMUNITY,
    "supports": _COMMUNITY,
    "indigenous_focus": re.compile(_IN_COMMUNITY, re.IGNORECASE),  # an organization may call itself community-based
    "type": _COMMUNITY,
    "next_steps": _COMMUNITY_PROGRAM,
    "summary": _COMMUNITY_PROGRAM,
}
_ABBREVIATION = re.compile(r"(?:\be\.g|\bi\.e|\bB\.C|\bSt|\bDr|\bNo)$")


@dataclass(frozen=True)
class Stated:
    """A clause of a record: what it was sorted as, the field it stands in, and its words."""

    kind: str
    field: str
    words: str


def clauses(text: str) -> list[str]:
    """A field's clauses: cut at semicolons, line ends and sentence ends, never inside brackets.

    >>> clauses("partnership with a Nation (one intake; not all); about stewardship")
    ['partnership with a Nation (one intake; not all)', 'about stewardship']
    """
    parts: list[str] = []
    depth, start = 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        ends = letter in ";\n" or (letter == "." and text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].isupper() and not _ABBREVIATION.search(text[:place]))
        if ends and depth <= 0:
            parts.append(text[start:place])
            start = place + 1
    return [part.strip(" .") for part in (*parts, text[start:]) if part.strip(" .")]


def involvement(record: Credential) -> tuple[Stated, ...]:
    """What a record states of Indigenous involvement, clause by clause; a clause may be of several kinds."""
    found: list[Stated] = []
    for clause in clauses(record.indigenous_focus or ""):
        found += [Stated(kind, "indigenous_focus", clause) for kind in _kinds(clause)]
    found += [
        Stated("jointly", "partners", partner)
        for partner in record.partners
        if _NAMED_PARTNER.search(partner) and not _GOVERNMENT.search(partner)
    ]
    return tuple(found)


def _kinds(clause: str) -> list[Involvement]:
    kinds: list[Involvement] = []
    if _leads(clause):
        kinds.append("led")
    if _JOINTLY.search(clause) or _WITH_NAMED.search(clause):
        kinds.append("jointly")
    if _FOR.search(clause) and not _NOT_FOR.search(clause):
        kinds.append("for_learners")
    if not kinds:
        kinds.append("content" if _CONTENT.search(clause) else "other")
    return kinds


def _leads(clause: str) -> bool:
    if _DECIDES.search(clause):
        return True
    for pattern in (_LED_WORD, _LED_NAME, _OWNED):
        for match in pattern.finditer(clause):
            if not _NOT_LEADING.search(clause[: match.start()]):
                return True
    return False


def community_delivery(record: Credential) -> Stated | None:
    """The clause that says it is delivered in communities, if any does."""
    for field, pattern in _COMMUNITY_FIELDS.items():
        for clause in clauses(field_text(record, field) or ""):
            if pattern.search(clause):
                return Stated("community", field, clause)
    return None
