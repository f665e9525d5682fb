"""Particulars that people ask for and catalogues seldom hold: whether a record says anything of them."""

from __future__ import annotations

import re

from advisor.find.sought import sought_in, spoken_of
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.folding import fold

__all__ = ["missing_particulars"]

#: name in plain words -> (how it is asked for, what a text that answers holds)
_PARTICULARS: dict[str, tuple[str, str]] = {
    "who teaches it": (r"\b(?:who(?:'?s| is| are| does| will)? (?:be )?(?:teach\w*|instruct\w*)|(?:name of|which|what) (?:the )?(?:prof\w*|instructor|teacher)|good (?:prof\w*|instructor|teacher)|who are the instructors?)\b", r"\binstructors?\b|\btaught by\b|\bled by\b|\bprofessor\b"),
    "books": (r"\b(?:textbooks?|books|reading list|course materials?)\b", r"\bbooks?\b|\bmaterials?\b|\btextbooks?\b"),
    "a refund rule": (r"\brefunds?\b|\bmoney back\b|\bwithdraw\w*\b|\bdrop out\b|\bbail\b", r"\brefund|\bwithdraw"),
    "lodging or meals": (r"\b(?:sleep|feed|lodging|dorms?|residence|room and board|somewhere to stay|place to stay|meals|food provided|accommodations?)\b", r"\baccommodation|\bmeals?\b|\bhousing\b|\blodging|\bfood covered|\bfood\b.*\bcovered"),
    "child care": (r"\b(?:child ?care|day ?care|babysit\w*)\b", r"\bchild ?care\b|\bday ?care\b"),
    "a job placement rate": (r"\b(?:job placement|placement rate|hiring rate|get hired|percent\w* (?:get|find|of grad\w*)|how many (?:grads?|graduates|people) (?:get|find)|salary|wage after|what (?:does|do) (?:it|they|grad\w*) (?:earn|make))\b", r"\bplacement rate\b|\bhired\b|\bsalary\b|\bemployment rate\b"),
    "a laptop or equipment": (r"\b(?:laptops?|tablets?|loan(?:er)?s? (?:me )?(?:a )?(?:computer|laptop)|software licen[cs]e|work boots|tools (?:provided|included)|uniforms?|parking)\b", r"\blaptop|\bcomputer\b|\btoolkits?\b|\bgear\b|\bequipment\b|\bparking\b"),
    "a payment plan": (r"\b(?:payment plan|instal?lments|pay (?:it )?(?:monthly|in parts|over time)|deposit)\b", r"\bdeposit\b|\binstal?lment|\bpayment plan\b|\bdue at registration\b"),
    "a language test score": (r"\b(?:ielts|toefl|duolingo|clb|celpip)\b", r"\bielts|\btoefl|\bduolingo|\bclb\b|\bcelpip"),
    "an age limit": (r"\b(?:minimum age|age limit|how old (?:do|must|does)|old enough|too old|too young|oldest|youngest)\b", r"\b\d+ or older\b|\baged?\b|\byears of age\b|\byouth\b|\b\d+ years old\b|\bmature\b"),
    "accreditation": (r"\b(?:accredit\w+|recogni[sz]ed by (?:the )?(?:ministry|province|government|industry)|licen[cs]ing body)\b", r"\baccredit|\brecogni[sz]ed|\bcertif(?:ied|ication) (?:by|from)|\blicen[cs]e"),
    "a work placement": (r"\b(?:work placement|(?<!job )placement(?! rate)|practicum|co-?op|internship|clinical)\b", r"\bplacement|\bpracticum|\bco-?op\b|\binternship|\bclinical\b|\bwork experience"),
    "an expiry date": (r"\b(?:expires?|expiry|renew\w*|redo it every|valid for)\b", r"\bexpir|\bvalid\b|\brenew"),
    "how many credits": (r"\b(?:how many|number of|total) (?:\w+ ){0,2}(?:credits?|units)\b", r"\b(?:\d+(?:\.\d+)?|\w+) (?:\w+ )?(?:credits?|units)\b"),
    "the hours": (r"\b(?:how many|number of|total) (?:\w+ ){0,2}(?:hours|hrs)\b", r"\b\d+[ -](?:\w+ )?(?:hours?|hrs)\b"),
    "transfer": (r"\btransfer(?:s|able|red)?\b", r"\btransfer|\bcredits?\b.*\bappl|\bladder|\bcount"),
}
_COMPILED = {name: (re.compile(asked), re.compile(held)) for name, (asked, held) in _PARTICULARS.items()}


def missing_particulars(catalogue: Catalogue, record: Credential, question: str, *, whole: str | None = None) -> list[str]:
    """Particulars that a folded question asks for and no field of the record says anything of.

    :param whole: the folded message with its names; ``question`` by default.
    """
    unsaid = _unsaid(catalogue, record, whole or question)
    wanted = [(name, held) for name, (asked, held) in _COMPILED.items() if asked.search(question)]
    if not wanted:
        return unsaid
    texts = fold("\n".join(item.text for item in catalogue.stated(record) if item.field not in {"title", "institution"}))
    return [*(name for name, held in wanted if not held.search(texts)), *unsaid]


def _unsaid(catalogue: Catalogue, record: Credential, question: str) -> list[str]:
    """What a question seeks that no piece of the record says."""
    said = {item.sought.name for item in spoken_of(catalogue, record, question)}
    return [kind.name for kind, _ in sought_in(question) if kind.field is None and kind.name not in said]
