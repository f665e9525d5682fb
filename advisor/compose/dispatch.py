"""Answer each question of a message in turn, with the composer for its intent."""

from __future__ import annotations

from collections.abc import Callable

from advisor.compose.admission import compose_eligibility_request
from advisor.compose.admits import compose_admits
from advisor.compose.compare import compose_compare
from advisor.compose.context import Outcome, Turn
from advisor.compose.fact import compose_facts, compose_overview
from advisor.compose.find import compose_find
from advisor.compose.guidance import compose_guidance
from advisor.compose.into import compose_into
from advisor.compose.leads import compose_pathway_request
from advisor.compose.naming import frame_title
from advisor.compose.near import ask_place, asks_whats_near, compose_near, place_asked
from advisor.compose.next_steps import compose_next
from advisor.compose.reach import compose_reach
from advisor.compose.relevance import asks_to_become, compose_becomes
from advisor.compose.stacks import compose_stacks
from advisor.compose.unclear import compose_unclear
from advisor.compose.ways import compose_ways
from advisor.compose.worth import compose_outcome, compose_worth
from advisor.messages import say
from advisor.understand.understanding import Request
from corpus.folding import fold

__all__ = ["compose_request"]

_COMPOSERS: dict[str, Callable[[Turn, Request], Outcome]] = {
    "fact": compose_facts,
    "overview": compose_overview,
    "eligibility": compose_eligibility_request,
    "pathway": compose_pathway_request,
    "next": compose_next,
    "compare": compose_compare,
    "worth": compose_worth,
    "outcome": compose_outcome,
}
#: questions that are worked out over several records
_AIMS: dict[str, Callable[[Turn, Request], Outcome]] = {
    "admits": compose_admits,
    "reach": compose_reach,
    "left": compose_reach,
    "stacks": compose_stacks,
    "counts": compose_ways,
    "into": compose_into,
}
#: of more than these, only where each leads is told
FEW = 2
#: how "what is offered near us, and what is missing" may be read
_NEAR = {"find", "guidance", "fact", "overview"}


def compose_request(turn: Turn, request: Request) -> Outcome:
    """Answer one question; one that names no record is a search, guidance, or asked back about."""
    if request.assumed and request.records:
        record = turn.catalogue.record(request.records[0])
        if frame_title(record) == record.title:
            turn.builder.frame_once(say("assumed", title=record.title))
    if request.aim:
        return _AIMS[request.aim](turn, request)
    if not request.records and request.intent in _NEAR and asks_whats_near(fold(request.text)):
        if place := place_asked(turn):
            return compose_near(turn, place, request.topic)
        if not turn.filters:
            return ask_place(turn)
    if request.intent == "find":
        return compose_becomes(turn, request) if asks_to_become(fold(request.text)) else compose_find(turn, request)
    if request.intent == "guidance":
        return compose_guidance(turn, request)
    if not request.records or len(request.candidates) > 1:
        return compose_unclear(turn, request)
    if request.intent == "pathway" and (request.goal or request.toward_record or len(request.records) > FEW):
        return compose_ways(turn, request)
    return _COMPOSERS[request.intent](turn, request)
