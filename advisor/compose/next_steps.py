"""What to do next for one offering: a short ordered list, each step cited."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.compose.builder import Support
from advisor.compose.contacts import contact_for, contact_words
from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.fact import say_field, say_not_stated
from advisor.compose.phrases import sentence, sentence_case
from advisor.compose.reading import say_what_else
from advisor.messages import say
from advisor.understand.understanding import Request
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["compose_next"]

#: fields that are told here anyway, or by another composer
_OWN = {"next_steps", "contact", "requirements", "laddering", "prerequisite_of"}


def compose_next(turn: Turn, request: Request) -> Outcome:
    """State how to apply or register, whom to contact and when, as far as each record does."""
    told = [_next_of(turn, turn.catalogue.record(record_id), request) for record_id in request.records]
    if not any(item.used for item in told):
        return Outcome("abstained", "not_stated", focus=request.records)
    if any(item.past for item in told):
        return Outcome("partial", "past_or_proposed", focus=request.records)
    lacking = any(item.lacking for item in told)
    return Outcome("partial" if lacking else "answered", "not_stated" if lacking else None, focus=request.records)


@dataclass(frozen=True)
class _Told:
    used: list[Evidence]
    lacking: list[str]
    past: bool


def _next_of(turn: Turn, record: Credential, request: Request) -> _Told:
    """The next steps of one record, and what of them is not stated."""
    builder = turn.builder
    builder.credentials.append(record.id)
    past = say_status(turn, record)
    used = _steps(turn, record, request)
    lacking = _lacking(record, request)
    if lacking:
        builder.contact = None
        say_not_stated(turn, record, lacking)
        builder.unconfirmed.extend(f"{record.id}#{name}" for name in lacking)
    elif builder.contact is None:
        builder.contact = contact_for(record)
        if not record.contact:
            builder.frame(say("ask_who", who=contact_words(builder.contact)))
    say_dates(turn, record, used)
    builder.end_paragraph()
    return _Told(used, lacking, past)


def _steps(turn: Turn, record: Credential, request: Request) -> list[Evidence]:
    """State the steps, the contact and the other fields asked about; the evidence used."""
    builder = turn.builder
    used: list[Evidence] = []
    if steps := turn.catalogue.field_evidence(record, "next_steps"):
        for step in record.next_steps:
            if builder.say(sentence_case(step), [Support(steps, quote=step)]):
                used.append(steps)
    contact, text = turn.catalogue.field_evidence(record, "contact"), sentence(record, "contact", "It")
    if contact and text and builder.say(text, [contact]):
        used.append(contact)
    for name in request.fields:
        if name not in _OWN and not any(item.field == name for item in used):
            used += say_field(turn, record, name, "It")
    if record.start_dates and not used:
        used += say_field(turn, record, "start_dates", "It")
    return used + say_what_else(turn, record, request)


def _lacking(record: Credential, request: Request) -> list[str]:
    """What was asked and is not stated; a stated contact is answer enough where only that was asked."""
    asks_contact = "contact" in request.fields
    lacking = [] if record.next_steps or (asks_contact and record.contact) else ["next_steps"]
    return [*lacking, "contact"] if asks_contact and not record.contact else lacking
