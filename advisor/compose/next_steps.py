"""What to do next for one offering: a short ordered list, each step cited."""

from __future__ import annotations

from advisor.compose.builder import Support
from advisor.compose.contacts import contact_for
from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.fact import say_contact, say_field, say_not_stated
from advisor.compose.phrases import sentence, sentence_case
from advisor.compose.reading import say_what_else
from advisor.understand.understanding import Request
from corpus.evidence import Evidence

__all__ = ["compose_next"]


def compose_next(turn: Turn, request: Request) -> Outcome:
    """State how to apply or register, whom to contact and when, as far as the record does."""
    record = turn.catalogue.record(request.records[0])
    builder = turn.builder
    builder.credentials.append(record.id)
    past = say_status(turn, record)
    used: list[Evidence] = []
    steps = turn.catalogue.field_evidence(record, "next_steps")
    contact = turn.catalogue.field_evidence(record, "contact")
    asks_contact = "contact" in request.fields
    if steps:
        for step in record.next_steps:
            if builder.say(sentence_case(step), [Support(steps, quote=step)]):
                used.append(steps)
    if contact and (text := sentence(record, "contact", "It")) and builder.say(text, [contact]):
        used.append(contact)
    for name in request.fields:
        if name in {"next_steps", "contact", "requirements", "laddering", "prerequisite_of"} or any(item.field == name for item in used):
            continue
        used += say_field(turn, record, name, "It")
    if record.start_dates and not used:
        used += say_field(turn, record, "start_dates", "It")
    used += say_what_else(turn, record, request)
    builder.contact = builder.contact or contact_for(record)
    lacking = []
    if steps is None and not (asks_contact and contact):
        lacking.append("next_steps")
    if asks_contact and contact is None:
        lacking.append("contact")
    if lacking:
        builder.contact = None
        say_not_stated(turn, record, lacking)
        builder.unconfirmed.extend(f"{record.id}#{name}" for name in lacking)
    elif contact is None:
        builder.contact = None
        say_contact(turn, record)
    if used:
        say_dates(turn, record, used)
    builder.end_paragraph()
    if not used:
        return Outcome("abstained", "not_stated", focus=request.records)
    if past:
        return Outcome("partial", "past_or_proposed", focus=request.records)
    return Outcome("partial" if lacking else "answered", "not_stated" if lacking else None, focus=request.records)

