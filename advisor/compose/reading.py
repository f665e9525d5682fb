"""Say what else of a record speaks to a question: fields that hold its own words and were not said yet."""

from __future__ import annotations

from advisor.compose.context import Turn
from advisor.compose.phrases import sentence
from advisor.find.reader import read_record
from advisor.understand.understanding import Request
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["say_what_else"]

#: a field speaks to a question from this on; with nothing said yet, a little less is enough
FLOOR = 0.40
MOST = 2


def say_what_else(turn: Turn, record: Credential, request: Request, *, most: int = 1) -> list[Evidence]:
    """State fields that hold words of the question which nothing said so far holds.

    :returns: the evidence used.
    """
    said = {citation.id for citation in turn.builder.citations if citation.record == record.id}
    question = (request.topic or request.text).strip()
    if not question:  # a typed request about a record asks nothing else
        return []
    hits = read_record(turn.catalogue, turn.search, record, question)
    held = {word for hit in hits if hit.evidence.id in said for word in hit.words}
    used: list[Evidence] = []
    for hit in hits:
        fresh = set(hit.words) - held
        if len(used) >= most or hit.score < FLOOR:
            break
        if hit.evidence.id in said or not fresh:
            continue
        text = sentence(record, hit.evidence.field, "It")
        if text and turn.builder.say(text, [hit.evidence]):
            used.append(hit.evidence)
            held |= fresh
    return used
