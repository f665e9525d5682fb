"""The clauses of a question about one offering that name no field: each is answered from what its record says, or named."""

from __future__ import annotations

from advisor.compose.apart import may_repeat
from advisor.compose.context import Outcome, Turn
from advisor.compose.fact import say_contact
from advisor.compose.phrases import sentence
from advisor.find.reader import read_record
from advisor.find.specifics import missing_particulars
from advisor.messages import say
from advisor.understand.intents import intents_in
from advisor.understand.lexicon import field_cues_in
from advisor.understand.several import asking_clauses
from advisor.understand.text import stem
from advisor.understand.topic import blank
from corpus.folding import fold

__all__ = ["answer_clauses"]

#: a field speaks to a clause from this on
SPEAKS = 0.40
#: and one that was told already from this on
SAID = 0.30
#: so many clauses are looked into; a message asks few things that no rule knows
MOST = 3


def answer_clauses(turn: Turn) -> Outcome | None:
    """Answer what no field was read from, of a message that asks several things of one offering; None where all was read."""
    requests = [request for request in turn.understanding.requests if request.records]
    records = dict.fromkeys(record for request in requests for record in request.records)
    if len(records) != 1 or any(request.aim or request.candidates for request in requests):
        return None
    clauses = asking_clauses(requests[0].text)
    unread = [clause for clause in clauses if clause not in turn.explained and not _is_read(clause)]
    if len(clauses) < 2 or len(clauses) == len(unread) or not unread:
        return None
    record = turn.catalogue.record(next(iter(records)))
    own = {stem(word) for word in turn.names.topic_words(f"{record.title} {record.institution} {record.type or ''}")}
    cued = {name for clause in clauses for name in field_cues_in(fold(clause))}
    guessed = any(name not in cued for request in requests for name in request.fields)  # a field was read from one of them
    silent = []
    for clause in unread[:MOST]:
        named = [(item.start, item.end) for item in turn.names.institutions_in(clause)]
        words = [word for word in turn.names.topic_words(blank(clause, named)) if stem(word) not in own]
        if not words or missing_particulars(turn.catalogue, record, fold(clause)):
            continue
        hits = [hit for hit in read_record(turn.catalogue, turn.search, record, clause) if hit.words]
        said = {citation.id for citation in turn.builder.citations}
        if any(hit.evidence.id in said and hit.score >= SAID for hit in hits):
            continue
        text = sentence(record, hits[0].evidence.field, record.title) if hits and hits[0].score >= SPEAKS else None
        if not (text and turn.builder.say(text, [hits[0].evidence])) and not guessed:
            silent.append(clause)
    for clause in silent:
        if may_repeat(clause):
            turn.builder.frame(say("clause_not_stated", clause=clause.strip(" ?.!,;:")))
    if silent:
        say_contact(turn, record)
    turn.builder.end_paragraph()
    return Outcome("partial", "not_stated", focus=(record.id,)) if silent else None


def _is_read(clause: str) -> bool:
    """Whether a rule knows what a clause asks."""
    plain = fold(clause)
    return bool(field_cues_in(plain) or set(intents_in(plain)) - {"find", "compare"})
