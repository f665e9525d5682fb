"""Can I get in? The record's requirements against what the learner told, or that none are stated."""

from __future__ import annotations

import re

from advisor.compose.contacts import contact_for
from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.eligibility import compose_eligibility
from advisor.compose.fact import say_contact, say_field, say_not_stated
from advisor.compose.reading import say_what_else
from advisor.messages import say
from advisor.reason.eligibility import check_eligibility
from advisor.understand.understanding import Request
from corpus.credential import Credential

__all__ = ["compose_eligibility_request"]


_SCHOOLING = re.compile(r"\b(?:degree|diploma|grade|high school|graduat\w+|schooling|education|college|university)\b")


def _asks_schooling(record: Credential) -> bool:
    """Whether any entry, or any of its ways, asks for schooling, be it in words that could not be typed."""
    return any(way.level or way.subject for item in record.requirements for way in (item, *item.ways)) or any(
        item.kind != "open" and re.search(_SCHOOLING.pattern + r"|\badmission|\bentrance|\bsecondary", item.text, re.IGNORECASE) for item in record.requirements
    )


def compose_eligibility_request(turn: Turn, request: Request) -> Outcome:
    """Answer for each named record."""
    stated = False
    for record_id in request.records:
        record = turn.catalogue.record(record_id)
        turn.builder.credentials.append(record_id)
        say_status(turn, record)
        evidence = turn.catalogue.field_evidence(record, "requirements")
        if evidence:
            stated = True
            eligibility = check_eligibility(record, turn.facts)
            compose_eligibility(turn.builder, turn.catalogue, record, eligibility, facts=turn.facts)
            if _SCHOOLING.search(request.topic) and not _asks_schooling(record):
                turn.builder.frame_once(say("elig_no_schooling"))
            say_dates(turn, record, [evidence, *say_what_else(turn, record, request)])
            turn.builder.contact = turn.builder.contact or contact_for(record)
        else:
            used = [*say_field(turn, record, "requirements", "It"), *say_what_else(turn, record, request)]
            say_not_stated(turn, record, ["requirements"])
            turn.builder.unconfirmed.append(f"{record_id}#requirements")
            if used:
                say_dates(turn, record, used)
        turn.builder.end_paragraph()
    first = turn.catalogue.record(request.records[0])
    say_contact(turn, first)
    turn.builder.end_paragraph()
    if not stated:
        return Outcome("partial" if turn.builder.claims else "abstained", "not_stated", focus=request.records)
    if first.status in {"past", "proposed"}:
        return Outcome("partial", "past_or_proposed", focus=request.records)
    return Outcome("answered", focus=request.records)
