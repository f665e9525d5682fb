"""A question that could be about several offerings, or about none that was named: one short question back."""

from __future__ import annotations

from advisor.compose.context import Outcome, Turn
from advisor.compose.naming import frame_name
from advisor.messages import say
from advisor.understand.understanding import Request

__all__ = ["compose_unclear"]

MOST_CHOICES = 5


def compose_unclear(turn: Turn, request: Request) -> Outcome:
    """Ask which offering is meant, naming the candidates where there are some."""
    candidates = list(request.candidates)[:MOST_CHOICES] or list(dict.fromkeys((*turn.conversation.shown, *turn.conversation.focus)))[:MOST_CHOICES] or _offered_there(turn)
    titles = [name for record in map(turn.catalogue.record, candidates) if record.title in (name := frame_name(record))]
    if len(titles) > 1:
        turn.builder.ask(say("which_one"), titles)
        return Outcome("clarify", "underspecified", pending=True, candidates=tuple(candidates))
    turn.builder.ask(say("which_offering"), [say("choice_name"), say("choice_find"), say("choice_explain")])
    return Outcome("clarify", "underspecified", pending=True)


def _offered_there(turn: Turn) -> list[str]:
    """The offerings of the one institution that a message names, those nearest to what it says first."""
    named = {mention.ids[0] for mention in turn.understanding.mentions if mention.kind == "institution"}
    if len(named) != 1:
        return []
    family = turn.names.family(named.pop())
    there = [record.id for record in turn.catalogue if record.institution in family and record.role == "offering" and record.status not in {"past", "proposed"}]
    near = turn.search.similarities(turn.message_vector(), there)
    return sorted(there, key=lambda record: -near.get(record, 0.0))[:MOST_CHOICES]
