"""How do I get from what I hold to a goal, and how much of it is left: the way, its sums, and what each asks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.fact import say_contact
from advisor.compose.pathway import compose_pathway, pathways_of
from advisor.compose.pathway_words import the_title
from advisor.compose.phrases import sentence
from advisor.compose.route import compose_route, say_left
from advisor.compose.stacks import say_more_of_stack
from advisor.compose.unclear import compose_unclear
from advisor.find.wish_check import check_wishes
from advisor.messages import say
from advisor.reason.routes import Wish, left_to_do, routes
from advisor.understand.understanding import Filter, Request
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["compose_reach"]

#: so many credentials of a way have what they ask for told
_MOST_ASKING = 3


def compose_reach(turn: Turn, request: Request) -> Outcome:
    """Answer for one goal; ``request.aim`` "left" says first how much of it is left."""
    if len(request.candidates) > 1:
        return compose_unclear(turn, request)
    goal = turn.catalogue.record(request.records[0])
    held = tuple(item for item in request.held if item in turn.catalogue.records)
    turn.builder.credentials.append(goal.id)
    past = say_status(turn, goal)
    if goal.id in held:
        return _held_already(turn, goal)
    if (request.aim == "left" and held) or left_to_do(pathways_of(turn.catalogue), goal=goal.id, held=held)[0] is not None:
        say_left(turn.builder, turn.catalogue, goal=goal.id, held=held)
    say_more_of_stack(turn.builder, turn.catalogue, goal=goal.id, held=held)
    turn.builder.end_paragraph()
    wishes = tuple(wish for wish in turn.filters if wish.op != "near")
    route = compose_route(
        turn.builder, turn.catalogue, goal=goal.id, held=held, ranking=request.ranking, wish=_wish(turn, goal, wishes)
    )
    turn.builder.end_paragraph()
    if route is None:
        return _no_way(turn, goal, held, wishes)
    over = next((wish for wish in wishes if wish.field == "fee" and wish.op == "lte" and route.total("fee").known > Decimal(str(wish.value))), None)
    if over:
        turn.builder.frame(say("route_over", what=f"“{over.said}”"))
        turn.builder.unmet.append("fee")
        turn.builder.end_paragraph()
    taken = tuple(node for node in route.take if node in turn.catalogue.records)
    turn.builder.credentials.extend(taken)
    used = _own_length_and_fee(turn, goal) if len(taken) == 1 else []
    used += _asked(turn, [turn.catalogue.record(node) for node in taken])
    turn.builder.frame(say("transfer_decides"))
    say_dates(turn, goal, used or _stated(turn, goal))
    say_contact(turn, goal)
    turn.builder.end_paragraph()
    if past:
        return Outcome("partial", "past_or_proposed", focus=(goal.id,), shown=taken)
    lacking = any(total.unknown for total in route.totals if total.measure in {"fee", "hours"} and len(route.take) > 1)
    return Outcome("partial" if lacking else "answered", "not_stated" if lacking else None, focus=(goal.id,), shown=taken)


def _wish(turn: Turn, goal: Credential, wishes: Sequence[Filter]) -> Wish:
    """Whether an offering may be taken on the way: it breaks no wish, and it is not past or only proposed."""

    def allowed(record: Credential) -> bool:
        if record.id == goal.id:
            return True
        return record.status not in {"past", "proposed"} and not check_wishes(turn.catalogue, record, wishes).broken

    return allowed


def _held_already(turn: Turn, goal: Credential) -> Outcome:
    """The goal is held already: say so, and where it leads on to."""
    turn.builder.frame(say("route_held"))
    turn.builder.end_paragraph()
    compose_pathway(turn.builder, turn.catalogue, goal)
    turn.builder.end_paragraph()
    return Outcome("answered", focus=(goal.id,))


def _no_way(turn: Turn, goal: Credential, held: Sequence[str], wishes: Sequence[Filter]) -> Outcome:
    """No way is stated: name the wish that bars one, then what the goal asks for and whom to ask."""
    ways = pathways_of(turn.catalogue)
    for wish in wishes:
        rest = tuple(item for item in wishes if item is not wish)
        if routes(ways, goal=goal.id, held=held, wish=_wish(turn, goal, rest)):
            turn.builder.frame(say("route_wish", what=f"“{wish.said}”"))
            turn.builder.unmet.append(wish.field)
            break
    used = _asked(turn, [goal])
    say_dates(turn, goal, used)
    say_contact(turn, goal)
    turn.builder.end_paragraph()
    return Outcome("partial" if used else "abstained", "not_stated", focus=(goal.id,))


def _asked(turn: Turn, records: Sequence[Credential]) -> list[Evidence]:
    """What the first to take and the goal ask of people who want in."""
    chosen = records if len(records) <= _MOST_ASKING else [*records[: _MOST_ASKING - 1], records[-1]]
    used: list[Evidence] = []
    for record in chosen:
        evidence = turn.catalogue.field_evidence(record, "requirements")
        text = "; ".join(item.text.rstrip(".;") for item in record.requirements)
        if evidence and turn.builder.say(f"On admission to {the_title(record.title)}, the record says: {text}.", [evidence]):
            used.append(evidence)
    return used


def _own_length_and_fee(turn: Turn, goal: Credential) -> list[Evidence]:
    """Where only the goal is to take, its own length and fee are all there is to add up."""
    used: list[Evidence] = []
    for name in ("duration", "fee"):
        evidence, text = turn.catalogue.field_evidence(goal, name), sentence(goal, name, goal.title if not used else "It")
        if evidence and text and turn.builder.say(text, [evidence]):
            used.append(evidence)
    turn.builder.end_paragraph()
    return used


def _stated(turn: Turn, record: Credential) -> list[Evidence]:
    return [item for name in ("laddering", "duration", "summary") if (item := turn.catalogue.field_evidence(record, name))][:1]
