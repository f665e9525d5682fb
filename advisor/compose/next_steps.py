"""What to do next for one offering: a short ordered list, each step cited."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.compose.builder import Support
from advisor.compose.contacts import contact_for
from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.fact import say_field, say_not_stated
from advisor.compose.naming import frame_title
from advisor.compose.phrases import sentence, sentence_case
from advisor.compose.reading import say_what_else
from advisor.compose.steps_list import compose_steps, wants_list
from advisor.messages import say
from advisor.understand.understanding import Request
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.folding import fold

__all__ = ["compose_next"]

#: fields that are told here anyway, or by another composer
_OWN = {"next_steps", "contact", "requirements", "laddering", "prerequisite_of"}


def compose_next(turn: Turn, request: Request) -> Outcome:
    """State how to apply or register, whom to contact and when, as far as each record does.

    A question on the whole is answered by a list in order, for the first to take where a way was told before.
    """
    if len(request.records) == 1 and wants_list(fold(request.text)):
        return _list(turn, request)
    told = [_next_of(turn, turn.catalogue.record(record_id), request) for record_id in request.records]
    if not any(item.used for item in told):
        return Outcome("abstained", "not_stated", focus=request.records)
    if any(item.past for item in told):
        return Outcome("partial", "past_or_proposed", focus=request.records)
    lacking = any(item.lacking for item in told)
    return Outcome("partial" if lacking else "answered", "not_stated" if lacking else None, focus=request.records)


def _list(turn: Turn, request: Request) -> Outcome:
    record = turn.catalogue.record(request.records[0])
    way = turn.conversation.shown
    if turn.conversation.intent == "pathway" and len(way) > 1 and way[-1] == record.id and way[0] in turn.catalogue.records:
        record = turn.catalogue.record(way[0])
        turn.builder.frame(say("steps_of_way", title=frame_title(record)))
    turn.builder.credentials.append(record.id)
    past = say_status(turn, record)
    turn.builder.end_paragraph()
    used = compose_steps(turn, record)
    for name in request.fields:
        if name not in _OWN and not any(item.field == name for item in used):
            used += say_field(turn, record, name, "It")
    used += say_what_else(turn, record, request)
    lacking = _lacking(record, request)
    if lacking:
        say_not_stated(turn, record, lacking)
        turn.builder.unconfirmed.extend(f"{record.id}#{name}" for name in lacking)
    say_dates(turn, record, used)
    turn.builder.end_paragraph()
    if not used:
        return Outcome("abstained", "not_stated", focus=(record.id,))
    if past:
        return Outcome("partial", "past_or_proposed", focus=(record.id,))
    return Outcome("partial" if lacking else "answered", "not_stated" if lacking else None, focus=(record.id,))


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
            builder.frame(say("ask_who", who=builder.who(builder.contact)))
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
