"""What stands in another field of a record: a field that is not stated, said by one whose text says it in so many words."""

from __future__ import annotations

import re

from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.folding import fold

__all__ = ["ELSEWHERE", "answer_elsewhere"]

#: a field that is not stated may be answered by another one whose text says it in these words, and which ones those are
_ELSEWHERE: dict[str, tuple[str, tuple[str, ...]]] = {
    "delivery": (r"\bonline\b|\bin[- ]person\b|\bvirtual(?:ly)?\b|\bdistance\b|\bzoom\b|\bin[- ]class\b|\bclassroom\b|\bblended\b|\bfield days?\b|\bon[- ]campus\b|\bhands[- ]on\b|\bseminars?\b|\bintensives?\b", ("location", "duration", "type", "summary", "notes", "context", "partners", "supports")),
    "timing": (r"\blive\b|\bzoom\b|\bself[- ]paced\b|\bown pace\b|\bset times\b|\bevenings?\b|\bweekends?\b|\bweekdays?\b|\bsynchronous\b|\basynchronous\b|\bmonday|\d ?[ap]m\b|\bpart[- ]time\b|\bnot recorded\b|\bpaced\b", ("duration", "location", "notes", "summary", "supports", "context")),
    "credit": (r"\bnon-credit\b|\bcredits?\b|\bunits\b", ("type", "duration", "notes", "summary", "assessment", "fee", "parts", "laddering", "next_steps", "prerequisite_of")),
    "duration": (r"\b(?:\d+|two|three|four|five|six|eight|ten|one|several)[ -](?:\w+[ -])?(?:hours?|weeks?|months?|days?|semesters?|terms?|years?|courses|weekends?|sessions?)\b", ("parts", "summary", "notes", "context", "assessment", "location", "start_dates", "requirements")),
    "location": (r"\bcampus\b|\bcommunit(?:y|ies)\b|\bterritory\b|\bin [A-Z]", ("summary", "indigenous_focus", "notes", "start_dates", "supports")),
    "fee": (r"\btuition is\b|\btuition-free\b|\bfree\b|\bno cost\b|\btuition[, ].*covered\b|\bfully funded\b", ("notes", "summary", "next_steps", "supports", "funding", "context", "indigenous_focus")),
    "start_dates": (r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|fall|winter|spring|summer)\b|\bintakes?\b|\bstart", ("duration", "notes", "next_steps", "summary", "requirements")),
    "assessment": (r"\bexam\b|\bassess|\bgrad(?:ed|e)\b|\bassignment|\bpracticum\b|\bproject\b|\bportfolio\b|\b\d\d ?%", ("summary", "parts", "duration", "notes", "competencies")),
    "recognition": (r"\bbadge|\btranscript|\bcertificate of\b|\bcompletion certificate|\bstatement of completion|\bcertif", ("parts", "assessment", "summary", "type", "notes", "credit")),
    "funding": (r"\bgrant\b|\bfund|\bfoundation\b|\bsponsor|\bbursary\b|\bscholarship", ("partners", "context", "supports", "fee", "notes", "next_steps", "requirements", "summary", "indigenous_focus")),
    "supports": (r"\bsupport|\bpaid\b|\baccommodation\b|\bmeals\b|\btravel\b|\bchild ?care\b|\bmentor", ("summary", "fee", "assessment", "duration", "funding", "notes")),
    "partners": (r"\bpartner|\bwith\b|\bdeveloped\b|\bdesigned\b|\brequest", ("indigenous_focus", "summary", "funding", "notes")),
    "indigenous_focus": (r"\bindigenous|\bfirst nations?|\bm[eé]tis|\bnation\b|\belder", ("summary", "requirements", "partners", "supports", "notes")),
    "requirements": (r"\bprerequisite|\bmust\b|\brequired?\b|\bfor (?:people|learners|students|participants|professionals)\b|\bopen to\b|\bbeginners?\b|\bexperience\b|\baimed at\b|\bdesigned for\b|\bmembers of\b", ("summary", "indigenous_focus", "notes", "next_steps", "plar")),
    "plar": (r"\bprior learning\b|\bchallenge\b|\bplar\b|\bexperience\b", ("requirements", "next_steps", "notes")),
    "parts": (r"\bcourses?\b|\bmodules?\b", ("duration", "summary", "next_steps", "notes", "stacking")),
    "competencies": (r"\w", ("summary",)),
    "transfer": (r"\btransfer|\bcredits?\b", ("notes", "laddering", "plar", "summary")),
    "next_steps": (r"\bapply|\bappl|\bregist|\bsign up", ("requirements", "notes", "summary", "start_dates")),
    "prerequisite_of": (r"\bprerequisite|\bfirst\b|\bbefore\b", ("requirements", "summary", "notes", "next_steps")),
    "quality_assurance": (r"\baccredit|\bapproved\b|\breview|\bcertif|\bmandated\b", ("summary", "partners", "indigenous_focus", "notes")),
}  # fmt: skip
ELSEWHERE = {field: (re.compile(words), places) for field, (words, places) in _ELSEWHERE.items()}


def answer_elsewhere(catalogue: Catalogue, record: Credential, field: str) -> Evidence | None:
    """The field whose text says what an unstated field would, if any does in so many words."""
    if field not in ELSEWHERE:
        return None
    pattern, places = ELSEWHERE[field]
    for name in places:
        evidence = catalogue.field_evidence(record, name)
        if evidence and pattern.search(fold(evidence.text) if name != "location" else evidence.text.lower()):
            return evidence
    return None
