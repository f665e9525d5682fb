"""What does it count toward? The ways on that the record states, or that it states none."""

from __future__ import annotations

from advisor.compose.builder import Support
from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.fact import say_contact
from advisor.compose.naming import frame_title
from advisor.compose.pathway import compose_pathway
from advisor.compose.reading import say_what_else
from advisor.messages import say
from advisor.understand.understanding import Request
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["compose_pathway_request"]


def _say_what_comes_before(turn: Turn, record: Credential) -> list[Evidence]:
    """State what has to be done before this offering."""
    evidence = turn.catalogue.field_evidence(record, "requirements")
    if evidence is None:
        return []
    before = [item for item in record.requirements if item.kind in {"course", "credential", "other"} and item.strength == "required"]
    said = [turn.builder.say(f"Before it, you need: {item.text}.", [Support(evidence, quote=item.text)]) for item in before]
    return [evidence] if any(said) else []


def compose_pathway_request(turn: Turn, request: Request) -> Outcome:
    """Answer for each named record."""
    said = False
    for record_id in request.records:
        record = turn.catalogue.record(record_id)
        turn.builder.credentials.append(record_id)
        say_status(turn, record)
        before = len(turn.builder.claims)
        compose_pathway(turn.builder, turn.catalogue, record)
        used: list[Evidence] = [item for name in ("laddering", "stacking", "links", "prerequisite_of") if (item := turn.catalogue.field_evidence(record, name))]
        if "prerequisite_of" in request.fields:
            used += _say_what_comes_before(turn, record)
        used += say_what_else(turn, record, request)
        if len(turn.builder.claims) == before:
            turn.builder.frame(say("no_pathway", title=frame_title(record)))
            turn.builder.unconfirmed.append(f"{record_id}#laddering")
            say_contact(turn, record)
        else:
            said = True
            say_dates(turn, record, used)
        turn.builder.end_paragraph()
    if not said:
        return Outcome("abstained", "not_stated", focus=request.records)
    stated = any(turn.catalogue.record(record_id).laddering or turn.catalogue.record(record_id).stacking or turn.catalogue.record(record_id).links for record_id in request.records)
    return Outcome("answered" if stated else "partial", None if stated else "not_stated", focus=request.records)
