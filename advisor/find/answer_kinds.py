"""What kind of thing a question wants for an answer, and whether a piece of text holds one: a number, a time, a place, a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.numbers import NUMBER_WORDS

__all__ = ["ANSWER_KINDS", "AnswerKind", "kinds_wanted"]

_NUMBER = rf"\d|\b(?:{'|'.join(sorted((word for word, value in NUMBER_WORDS.items() if value > 0), key=len, reverse=True))}|half|all|each|every)\b"
_SPANS = r"(?:hours?|hrs?|weeks?|wks?|months?|days?|years?|yrs?|semesters?|terms?|weekends?)"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"


@dataclass(frozen=True)
class AnswerKind:
    """A kind of answer: how a folded question asks for it, and what a folded text that may answer holds."""

    name: str
    asked: re.Pattern[str]
    held: re.Pattern[str]


def _kind(name: str, asked: str, held: str) -> AnswerKind:
    return AnswerKind(name, re.compile(asked), re.compile(held))


ANSWER_KINDS: tuple[AnswerKind, ...] = (
    _kind("number", r"\bhow (?:many|much|long|big|large|small|old|far|often|few)\b|\bwhat(?:'?s| is| are)? ?(?:the )?(?:number|total|price|cost|fee|mark|grade|average|gpa|max\w*|min\w*)\b|\bhrs\b|\bweeks\b", _NUMBER),
    _kind("time", rf"\bhow long\b|\bhow many (?:\w+ )?{_SPANS}\b|\bweeks\b|\bexpir\w*|\bdays?\b|\bfinish\b|\bspread\b", rf"\b{_SPANS}\b"),
    _kind("date", r"\bwhen\b|\bwhat (?:date|day|month|year|time|season)\b|\bdeadline|\bstart\w*\b|\bbegin\w*\b", rf"\b(?:{_MONTHS}|fall|winter|spring|summer|20\d\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|evenings?|weekends?|intakes?)\b"),
    _kind("place", r"\bwhere\b|\b(?:which|what|wich|wat) (?:town|city|campus|place|site|communit\w+|room|building|province)\b", r"\bcampus\b|\bonline\b|\bat \w|\bin \w|\bterritory\b|\bcentre\b"),
    _kind("who", r"\bwho\b|\bwho'?s\b|\bwhose\b|\b(?:which|what) (?:nation|band|group|company|outfit|employer|org\w*|partner\w*|agency)\b", r"\b(?:partner\w*|with|by|nations?|council|ministry|association|society|university|college|centre|institute|government|people|staff)\b"),
    _kind("money", r"\$|\b(?:cost\w*|price\w*|pay|pays|paid|fees?|tuition|money|bucks|cheap\w*|free|dollars|fund\w*|grants?|bursar\w+|cover(?:s|ed)?)\b", r"\$|\bfree\b|\bno cost\b|\btuition\b|\bgrants?\b|\bfund|\bpaid\b"),
    _kind("mark", r"\b(?:marks?|grades?|gpa|average|pass|passing|score|percent\w*|fail)\b|%", r"\d+ ?%|\bgpa\b|\b[abc][+-]?(?!\w)|\bgrades?\b|\bpass"),
    _kind("way on", r"\b(?:leads?|ladder\w*|counts?|towards?|after\w*|next|bigger|degree|diploma|transfer\w*|roll|credits?)\b", r"\b(?:ladder\w*|diplomas?|degrees?|credit\w*|transfer\w*|bachelor|master|appl\w+|towards?|leads?|counts?)\b"),
    _kind("test", r"\b(?:exams?|tests?|tested|quiz\w*|assign\w*|projects?|hand(?:ing)? (?:\w+ )?in|homework|marked|graded|assess\w*)\b", r"\b(?:exam\w*|test\w*|quiz\w*|assign\w*|project|report|portfolio|present\w*|practicum|discussions?|assess\w*|plan)\b"),
    _kind("contact", r"\b(?:phone|email|e-mail|call|contact|ring|talk to|reach|ask)\b", r"@|\d{3}[- ]\d{4}|\bcontact\b|\badvis[eo]rs?\b"),
    _kind("need", r"\b(?:needs?|requir\w*|have to|gotta|must|prereq\w*|qualif\w*|get in|allowed|eligible|accept\w*|let (?:me|us|him|her)|enough)\b", r"\b(?:must|requir\w*|needs?|prerequisites?|minimum|graduat\w+|experience|should|or older|equivalent|grade|completion|completed)\b"),
    _kind("manner", r"\bhow (?:do|does|is|are|can)\b", r"\b(?:apply|register|online|forms?|contact|email|sessions?)\b"),
)  # fmt: skip


def kinds_wanted(question: str) -> Sequence[AnswerKind]:
    """The kinds of answers that a folded question wants.

    >>> [kind.name for kind in kinds_wanted("when does it start, and which campus")]
    ['date', 'place']
    """
    return [kind for kind in ANSWER_KINDS if kind.asked.search(question)]
