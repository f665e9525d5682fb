"""Is it worth it, and what can it lead to: what the record states of its purpose, backing and value."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.fact import say_contact
from advisor.compose.phrases import list_words, sentence
from advisor.compose.relevance import say_related_work
from advisor.messages import say
from advisor.understand.understanding import Request
from corpus.evidence import Evidence
from corpus.fields import field_label

__all__ = ["compose_outcome", "compose_worth"]

_WORTH = ("purpose", "need", "partners", "assessment", "recognition", "credit", "quality_assurance", "fee", "duration")
_OUTCOME = ("purpose", "competencies", "laddering", "stacking", "links", "prerequisite_of", "need", "partners", "next_steps")


def compose_worth(turn: Turn, request: Request) -> Outcome:
    """What speaks for or against an offering, each stated or said to be unstated."""
    return _state(turn, request, _WORTH, must=("need", "assessment", "quality_assurance", "fee"))


def compose_outcome(turn: Turn, request: Request) -> Outcome:
    """What an offering prepares for, as stated; no job is promised."""
    outcome = _state(turn, request, _OUTCOME, must=())
    if outcome.status != "abstained":
        say_related_work(turn, turn.catalogue.record(request.records[0]))
    turn.builder.frame(say("no_job_promise"))
    turn.builder.end_paragraph()
    return outcome


def _state(turn: Turn, request: Request, fields: Sequence[str], *, must: Sequence[str]) -> Outcome:
    record = turn.catalogue.record(request.records[0])
    turn.builder.credentials.append(record.id)
    say_status(turn, record)
    used: list[Evidence] = []
    subject = record.title
    for name in fields:
        evidence = turn.catalogue.field_evidence(record, name)
        text = sentence(record, name, subject)
        if evidence and text and turn.builder.say(text, [evidence]):
            used.append(evidence)
            subject = "It"
    lacking = [name for name in must if turn.catalogue.field_evidence(record, name) is None]
    if lacking:
        turn.builder.frame(say("unconfirmed_for_one", what=list_words([field_label(name) for name in lacking])))
        turn.builder.unconfirmed.extend(f"{record.id}#{name}" for name in lacking)
    say_dates(turn, record, used)
    say_contact(turn, record)
    turn.builder.end_paragraph()
    if not used:
        return Outcome("abstained", "not_stated", focus=request.records)
    return Outcome("partial" if lacking else "answered", "not_stated" if lacking else None, focus=request.records)
