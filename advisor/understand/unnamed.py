"""Questions that ask of one offering without naming it: "how much is it", "the pass mark?", "is the course any good"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from advisor.understand.lexicon import FIELD_CUES, word_list

__all__ = ["NAMES_ONE", "asks_of_one_unnamed", "subject_left"]

_OFFERING = r"(?:one|course|program|programme|certificate|cert|training|class|workshop|diploma|badge|micro[- ]?\w+|cohort|intake|thing)"
#: what only one offering has; "the" before it asks of one
_ITS = (
    r"(?:teachers?|instructors?|profs?|professors?|pass mark|total|price|cost|fees?|tuition|dates?|deadlines?|schedule|timetable|hours|days|start(?:ing)? dates?|starts?|exams?|tests?|phone number|number|link|address|wait ?list|"
    r"pre-?re\w+|requirements|textbooks?|final|practicum|section|syllabus|outline|first day|first class|first week|classroom|room|homework|workload|credits|length)"
)
_POINTS = re.compile(
    rf"\b(?:it|its|that one|this one|mine|(?:for|about|of|from|with) them)\b|\b(?:the|that|this|those|these|your|ur) (?:\w+ )?{_OFFERING}s?\b|\b(?:the|that|this|your|ur|whats the|what the) (?:other |last |next )?{_ITS}\b|\bthe (?:two|2|both)\b|\b(?:1st|2nd|3rd|first|second|third|other|last) one\b"
    rf"|^\W*(?:and |so |ok |also |hi |hello |hey |any )*{_ITS}\W*$|[.?!:]\s*(?:so\W+|and |any )?{_ITS}\W*$"
)
_ASKS_ITS = re.compile(rf"\b(?:the|your|ur) (?:other |last |next )?{_ITS}\b")
#: does something with "it" that one does with a course
_WITH_IT = re.compile(r"\b(?:do|doing|take|taking|join|finish|start|pass|afford|attend|complete|register for|sign up for|get into|get in|apply for|apply to|in on) (?:it|that|this|one|them)\b(?! up\b| out\b| easy\b)|\bwant in\b|\b(?:can|could|may|will) (?:i|we|he|she|they|my \w+|our \w+) (?:still |also |both )?(?:join|apply|enrol\w*|register|get in|sign up|attend)\b(?! (?:for|to|in|at|from)\b)")
#: of several, or of any: a question about a kind of offering, which guidance may answer
_OF_MANY = re.compile(r"\b(?:micro[- ]?(?:credentials|certificates)|courses|programs|certificates|badges|diplomas|usually|generally|in general|normally|most (?:of )?\w+|all|every \w+)\b")
_OF_ANY = re.compile(rf"\b(?:an?|any) (?:\w+ )?{_OFFERING}\b")
_PRONOUN = re.compile(r"\b(?:it|its|them|that one|this one)\b")
#: asks what must be brought along, of whatever the talk is about
_DO_I_NEED = re.compile(r"^\W*(?:and |so |ok |but )?(?:do|does|would|will) (?:i|u|you|we|he|she|they|ya) (?:really |actually |even )?(?:need|have to have)\b")
#: one that a word of its own tells: "the guardian one"
NAMES_ONE = re.compile(r"\bthe (?:[\w'-]+ ){1,3}one\b")
_SHORT = 9
_BARE = 6
_LOOSE = word_list("no_subject_words.txt")


def subject_left(topic: str) -> list[str]:
    """The words of a topic that could name a subject: no words of a question about a field, of time or of people.

    >>> subject_left("prereqs"), subject_left("pottery monday")
    ([], ['pottery'])
    """
    return [word for word in topic.split() if word not in _LOOSE and not any(cue.fullmatch(word) for cue in FIELD_CUES.values()) and not re.fullmatch(_ITS, word)]


def asks_of_one_unnamed(plain: str, left: Iterable[str], *, fields: Collection[str], intents: Collection[str], known: bool) -> bool:
    """Whether a folded message asks about an offering that it points at, or takes for granted, without naming it.

    :param left: words that could still name a subject.
    :param known: some record, or guidance, is about what the message says; else those words are talk around the question.
    """
    left = list(left)
    if _WITH_IT.search(plain) and not (left and known):
        return len(left) <= 3
    asks = bool(fields) or bool(_ASKS_ITS.search(plain)) or bool(set(intents) & {"eligibility", "next", "pathway", "worth", "compare", "outcome"})
    if not asks or _OF_MANY.search(plain) or (_OF_ANY.search(plain) and not _PRONOUN.search(plain)):
        return False
    if _DO_I_NEED.search(plain) and len(plain.split()) <= _SHORT:
        return True
    points = bool(_POINTS.search(plain))
    if not left:
        return points or len(plain.split()) <= _BARE
    return points and not known and len(left) <= 6
