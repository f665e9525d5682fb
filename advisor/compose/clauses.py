"""The clauses of a question about one offering that name no field: each is answered from what its record says, or named."""

from __future__ import annotations

from advisor.compose.apart import may_repeat
from advisor.compose.context import Outcome, Turn
from advisor.compose.fact import say_contact
from advisor.compose.reading import say_pieces, tells
from advisor.find.specifics import missing_particulars
from advisor.messages import say
from advisor.understand.intents import intents_in
from advisor.understand.lexicon import field_cues_in
from advisor.understand.several import asking_clauses
from advisor.understand.text import stem
from advisor.understand.topic import blank
from corpus.folding import fold

__all__ = ["answer_clauses"]

#: so many clauses are looked into
MOST = 5


def answer_clauses(turn: Turn) -> Outcome | None:
    """Answer what was not told yet of a message that asks several things of one offering; None where nothing stayed open."""
    requests = [request for request in turn.understanding.requests if request.records]
    records = dict.fromkeys(record for request in requests for record in request.records)
    if len(records) != 1 or any(request.aim or request.candidates for request in requests):
        return None
    clauses = asking_clauses(requests[0].text)
    if len(clauses) < 2:
        return None
    record = turn.catalogue.record(next(iter(records)))
    own = {stem(word) for word in turn.names.topic_words(f"{record.title} {record.institution} {record.type or ''}")}
    cued = {name for clause in clauses for name in field_cues_in(fold(clause))}
    guessed = any(name not in cued for request in requests for name in request.fields)  # a field was read from one of them
    unread = [clause for clause in clauses if clause not in turn.explained and not _is_read(clause)]
    silent = []
    for clause in [clause for clause in clauses if clause not in turn.explained][:MOST]:
        named = [(item.start, item.end) for item in turn.names.institutions_in(clause)]
        words = [word for word in turn.names.topic_words(blank(clause, named)) if stem(word) not in own]
        if not words or missing_particulars(turn.catalogue, record, fold(clause)):
            continue
        told = say_pieces(turn, record, clause, alone=clause in unread)
        if clause in unread and not told and not guessed and not tells(turn, record, clause) and len(unread) < len(clauses):
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
