"""Particulars that people ask for and catalogues seldom hold: whether a record says anything of them."""

from __future__ import annotations

import re

from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.folding import fold
from corpus.section import split_sentences

__all__ = ["held_particulars", "missing_particulars", "speaking_part"]

#: name in plain words -> (how it is asked for, what a text that answers holds)
_PARTICULARS: dict[str, tuple[str, str]] = {
    "who teaches it": (r"\b(?:who(?:'?s| is| are| does| will)? (?:be )?(?:teach\w*|instruct\w*)|(?:name of|which|what) (?:the )?(?:prof\w*|instructor|teacher)|good (?:prof\w*|instructor|teacher)|who are the instructors?)\b", r"\binstructors?\b|\btaught by\b|\bled by\b|\bprofessor\b"),
    "books": (r"\b(?:textbooks?|books|reading list|course materials?)\b", r"\bbooks?\b|\bmaterials?\b|\btextbooks?\b"),
    "a refund rule": (r"\brefunds?\b|\bmoney back\b|\bwithdraw\w*\b|\bdrop out\b|\bbail\b", r"\brefund|\bwithdraw"),
    "lodging or meals": (r"\b(?:sleep|feed|lodging|dorms?|residence|room and board|somewhere to stay|place to stay|meals|food provided|accommodations?)\b", r"\baccommodation|\bmeals?\b|\bhousing\b|\blodging|\bfood covered|\bfood\b.*\bcovered"),
    "child care": (r"\b(?:child ?care|day ?care|babysit\w*)\b", r"\bchild ?care\b|\bday ?care\b"),
    "class size": (r"\b(?:class size|how many (?:people|students|others|learners|participants|seats|spots|places|kids|guys|women|folks|youth|trainees|per (?:class|cohort|group))|how big (?:is|are) the class\w*|seats? (?:left|available))\b", r"\b(?:\d+|up to \w+) (?:\w+ ){0,2}(?:students|learners|participants|people|places|seats|graduates|women)\b|\bstudents?\b|\btwelve\b|\bcohort of\b|\bparticipants\b|\blearners enrolled"),
    "how many communities": (r"\bhow many (?:first nations?|nations?|communities|bands|partners)\b", r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:\w+ ){0,2}(?:first nations?|nations?|communities|bands)\b"),
    "who owns it": (r"\bwho owns\b|\bowned by (?:who|whom)\b|\bwhose (?:is|program is)\b", r"\bowned by\b|\brun by\b"),
    "pay while learning": (r"\b(?:do|did|does|will|would) (?:they|you|it) pay (?:people|you|us|me|students|participants|learners|trainees|them)\b|\bpaid to (?:go|attend|be there|learn|take)\b|\bget paid\b|\bwages?\b(?! after)|\bstipends?\b|\bliving allowance\b", r"\bwages?\b|\bstipend|\ballowance\b|\bpaid\b"),
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


#: particulars that a field says in passing; where one is asked for, its sentence is the answer
_SAID_IN_PASSING = ("class size", "how many communities", "who owns it", "pay while learning")
#: fields that a record's sentences of this kind do not stand in
_NEVER = {"title", "institution", "type", "subject", "region"}


def held_particulars(catalogue: Catalogue, record: Credential, question: str) -> list[tuple[str, Evidence]]:
    """Particulars that a folded question asks for, each with the field whose text says it."""
    found = []
    for name in _SAID_IN_PASSING:
        asked, held = _COMPILED[name]
        if asked.search(question):
            fields = [item for item in catalogue.stated(record) if item.field not in _NEVER and held.search(fold(item.text))]
            found += [(name, min(fields, key=lambda item: len(item.text)))] if fields else []
    return found


def speaking_part(name: str, text: str) -> str | None:
    """The sentence of a text that says a particular; None where it is no text of several sentences."""
    parts = split_sentences(text)
    return next((part for part in parts if _COMPILED[name][1].search(fold(part))), None) if len(parts) > 1 else None


def missing_particulars(catalogue: Catalogue, record: Credential, question: str) -> list[str]:
    """Particulars that a folded question asks for and no field of the record says anything of."""
    wanted = [(name, held) for name, (asked, held) in _COMPILED.items() if asked.search(question)]
    if not wanted:
        return []
    texts = fold("\n".join(item.text for item in catalogue.stated(record) if item.field not in {"title", "institution"}))
    return [name for name, held in wanted if not held.search(texts)]
