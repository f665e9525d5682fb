"""A follow-up that only points at another offering asks of it what was asked before: "and the other college?"."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.understand.lexicon import field_cues_in
from advisor.understand.reading import Reading
from advisor.understand.text import stem, tokens
from advisor.understand.understanding import Intent, Request
from corpus.credential import Credential

__all__ = ["asked_again", "of_several", "to_ask_again"]

#: questions that can be put to another offering as they stand
_OF_ONE: frozenset[Intent] = frozenset(["fact", "eligibility", "pathway", "next", "worth", "outcome"])
#: letters from which on one word may begin another
_ALIKE = 4
#: words that point, and ask nothing
_POINTING = frozenset(
    ["and", "so", "ok", "okay", "or", "then", "but", "also", "too", "hm", "hmm", "oh", "well", "what", "how", "about", "of", "for", "at", "in", "from", "with", "by", "on", "the", "a", "an", "one", "ones", "it", "that", "this", "these", "those", "them", "they", "all", "both", "each", "either", "two", "three", "four", "five", "other", "others", "another", "first", "second", "third", "fourth", "fifth", "last", "next", "1st", "2nd", "3rd", "college", "university", "uni", "school", "institute", "place", "course", "program", "certificate", "cert", "training", "option", "version", "same", "as", "thing", "now", "please", "thanks", "thx", "whats", "what's", "say", "actually", "no", "not", "sorry", "instead", "i", "mean", "meant", "before", "previous", "just", "only", "skip", "forget", "nevermind", "lets", "k", "cool", "great", "nice", "perfect", "right", "yes", "yeah", "maybe", "again", "back", "to", "hey", "um", "uh", "ah", "wait", "question"]
)  # fmt: skip


def asked_again(question: str, records: Iterable[Credential], asked: Iterable[Request]) -> list[Request]:
    """The questions asked before, of other records, where a folded message says no more than which; else none.

    A word that is near to one of a title counts as its own ("worker" for "work"), and so does one that only chats.

    :param question: the message without names of institutions and places.
    """
    records = list(records)
    own = {word for record in records for word in tokens(f"{record.title} {record.type or ''} {record.location or ''} {record.subject or ''}")}
    if not records or field_cues_in(_beside(question, own)) or any(word not in _POINTING and not _is_own(word, own) for word in tokens(question)):
        return []
    ids = tuple(record.id for record in records)
    return [_of(request, ids) for request in asked]


def _is_own(word: str, own: Iterable[str]) -> bool:
    """Whether a word is one of these, or begins as one of them does."""
    return any(word == other or stem(word) == stem(other) or (min(len(word), len(other)) >= _ALIKE and (word.startswith(other) or other.startswith(word))) for other in own)


def _beside(question: str, own: Iterable[str]) -> str:
    return " ".join(word for word in question.split() if not _is_own(word.strip("?.!,'"), own))


def of_several(request: Request, reading: Reading) -> Request:
    """A question of ways on with what they should lead to; whom of a list to let in is worked out over all of it."""
    if request.intent == "pathway":
        return request.model_copy(update={"goal": reading.goal, "toward_record": reading.toward})
    listed = reading.how == "elliptical" and len(request.records) > 1
    told = bool(reading.facts.said or reading.conversation.facts.said)
    return request.model_copy(update={"aim": "admits"}) if request.intent == "eligibility" and listed and told else request


def to_ask_again(requests: Iterable[Request]) -> tuple[Request, ...]:
    """Of the questions of a turn those that can be asked again of another record, without the records."""
    return tuple(
        request.model_copy(update={"records": (), "candidates": (), "held": (), "assumed": False, "aim": None})
        for request in requests
        if request.intent in _OF_ONE and request.records and (request.aim is None or request.intent == "eligibility")
    )


def _of(request: Request, records: tuple[str, ...]) -> Request:
    """The same question of these records; of several, fields are set side by side."""
    several = len(records) > 1
    intent: Intent = "compare" if several and request.intent == "fact" else request.intent
    return request.model_copy(update={"records": records, "intent": intent, "aim": "admits" if several and intent == "eligibility" else None})
