"""Say how somebody gets from what they hold to a goal: each stated step, and sums that show their terms."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from advisor.compose.builder import AnswerBuilder, Support
from advisor.compose.pathway import pathways_of
from advisor.compose.pathway_part import draw_steps
from advisor.compose.pathway_words import way_sentence
from advisor.compose.phrases import list_words
from advisor.contract import Finding
from advisor.messages import say
from advisor.reason.graph import Pathways, Step
from advisor.reason.routes import Ranking, Route, Wish, left_to_do, routes
from advisor.reason.totals import FIELD_OF, Total, measure
from corpus.catalogue import Catalogue
from corpus.fields import number_text
from corpus.numbers import numbers_in

__all__ = ["compose_route", "say_left"]

#: measures as a sentence names them
_PLAIN = {"hours": "hours", "weeks": "weeks", "fee": "fees", "credits": "credits"}
_LABEL = {"hours": "Hours", "weeks": "Weeks", "fee": "Fee"}
_SHOWN = ("fee", "hours", "weeks")


def compose_route(
    builder: AnswerBuilder,
    catalogue: Catalogue,
    *,
    goal: str,
    held: Collection[str] = (),
    ranking: Ranking = "shortest",
    wish: Wish | None = None,
) -> Route | None:
    """Add the best route to a goal and, in a line each, the others.

    :param held: ids of records that the learner says they hold or have done.
    :param wish: tells whether an offering fits the learner's wishes; one that does not is never taken.
    :returns: the route told; None where the goal is held already or none is stated, which is said.
    """
    ways = pathways_of(catalogue)
    if goal in held:
        builder.frame(say("route_held"))
        return None
    found = routes(ways, goal=goal, held=held, ranking=ranking, wish=wish)
    if not found:
        builder.frame(say("route_none"))
        return None
    best = found[0]
    finding = Finding(id=f"route:{goal}", kind="route", working=best.working)
    builder.finding(finding)
    if len(found) > 1:
        builder.frame(say(f"route_{ranking}"))
    _steps(builder, catalogue, ways, best, finding.id)
    if best.promises_little:
        builder.frame(say("path_may"))
    builder.end_paragraph()
    _totals(builder, catalogue, best, finding.id)
    _others(builder, catalogue, ways, found[1:], best)
    _draw(builder, ways, best)
    return best


def _totals(builder: AnswerBuilder, catalogue: Catalogue, route: Route, finding: str) -> None:
    """The sums over all that is to take, and that credits which count inside another make them smaller."""
    summed = [total for total in route.totals if total.measure in _SHOWN and len(route.take) > 1]
    told = [_total(builder, catalogue, total, finding) for total in summed]
    fees = next((total for total, said in zip(summed, told, strict=True) if said and total.measure == "fee"), None)
    if fees and any(term.value == 0 for term in fees.terms):
        builder.frame(say("route_free"))
    if any(told) and any(step.kind == "laddering" and step.source in route.take for step in route.steps):
        builder.frame(say("route_overlap"))
    builder.end_paragraph()


def _support(catalogue: Catalogue, step: Step) -> Support:
    return Support(catalogue.evidence(f"{step.record}#{step.field}"), quote=step.text)


def _steps(builder: AnswerBuilder, catalogue: Catalogue, ways: Pathways, route: Route, finding: str) -> None:
    """What comes first for each credential to take, then each way on of the chain."""
    on_chain = {(step.source, step.target) for step in route.steps}
    for node in route.take:
        into = {step.source: step for step in sorted(ways.leads_here(node), key=lambda step: step.kind != "prerequisite")}
        for step in into.values():  # of one that also counts in it, that is what is told
            if step.kind in {"prerequisite", "stacking"} and (step.source, step.target) not in on_chain and step.source in route.take:
                text = way_sentence([_toward(step, ways)], institution=_institution(ways, step.source), source=ways.title(step.source))
                builder.say(text, [_support(catalogue, step)], finding=finding)
    for step in route.steps:
        text = way_sentence([_toward(step, ways)], institution=_institution(ways, step.source), source=ways.title(step.source))
        builder.say(text, [_support(catalogue, step)], finding=finding)
    if not route.steps and len(route.take) == 1:
        builder.frame(say("route_direct"))


def _toward(step: Step, ways: Pathways) -> Step:
    """A step told with its target's own title; a requirement's words already name what they ask for."""
    return replace(step, title=ways.title(step.target), how=step.how if step.kind != "prerequisite" else None)


def _institution(ways: Pathways, node: str) -> str:
    record = ways.records.get(node)
    return record.institution if record else ""


def _total(builder: AnswerBuilder, catalogue: Catalogue, total: Total, finding: str) -> bool:
    """One sum: each term with its own citation, what they come to, and which are not stated; True when a sum was said."""
    known = [(term, value) for term in total.terms if (value := term.value) is not None]
    known = [(term, value) for term, value in known if value or total.measure == "fee"]
    if any(value != value.to_integral_value() for _, value in known) and total.measure == "weeks":
        return False  # days made into weeks are nobody's words
    mark = "$" if total.measure == "fee" else ""
    said = False
    if len(known) > 1 or (known and total.unknown):
        support: list[Support] = []
        for term, value in known:
            record = catalogue.record(term.record)
            evidence = catalogue.field_evidence(record, term.field)
            text = f"{_LABEL[total.measure]} stated for {record.title}: {mark}{number_text(value)}."
            if evidence and builder.say(text, [evidence], finding=finding, working=[value]):
                support.append(Support(evidence))
        least = "at least " if total.unknown else ""
        text = f"That makes together {least}{mark}{number_text(total.known)}."
        said = len(support) == len(known) and builder.say(text, support, finding=finding, working=[total.known])
    if total.unknown and (said or total.measure != "weeks"):
        _unknown(builder, catalogue, total)
    return said


def _unknown(builder: AnswerBuilder, catalogue: Catalogue, total: Total) -> None:
    """Which terms of a sum are not stated; titles that hold a number are not named in a frame."""
    what = "fee" if total.measure == "fee" else "other"
    titles = [catalogue.record(name).title for name in total.unknown]
    plain = [title for title in titles if not numbers_in(title, ordinals=True)]
    if len(plain) == len(titles):
        builder.frame(say(f"route_unknown_{what}", what=_PLAIN[total.measure], titles=list_words(titles)))
    else:
        builder.frame(say(f"route_unknown_{what}_some", what=_PLAIN[total.measure]))
    builder.unconfirmed.extend(f"{name}#{FIELD_OF[total.measure]}" for name in total.unknown)


def say_left(builder: AnswerBuilder, catalogue: Catalogue, *, goal: str, held: Collection[str]) -> bool:
    """Say how many credits of a goal are left after those that what is held counts, or why that cannot be told.

    True when the number was said.
    """
    record = catalogue.records.get(goal)
    if record is None:
        return False
    left, counted, steps = left_to_do(pathways_of(catalogue), goal=goal, held=held)
    credit = catalogue.field_evidence(record, "credit")
    if not steps:
        builder.frame(say("left_none_counts"))
        return False
    if left is None or credit is None:
        builder.frame(say("left_no_number"))
        return False
    terms = [{"record": step.source, "field": step.field, "value": None if step.credits is None else f"{step.credits.normalize():f}"} for step in steps]
    working = {
        "goal": goal,
        "whole": f"{(measure(record, 'credits') or counted).normalize():f}",
        "counted": f"{counted.normalize():f}",
        "left": f"{left.normalize():f}",
        "sum": {"measure": "credits", "known": f"{counted.normalize():f}", "terms": terms, "unknown": []},
        "steps": [step.text for step in steps],
    }
    finding = Finding(id=f"left:{goal}", kind="left_to_do", working=working)
    builder.finding(finding)
    verb = "counts" if counted == 1 else "count"
    text = f"Of its credits, {number_text(counted)} {verb} from what you hold, which leaves {number_text(left)}."
    return builder.say(text, [Support(credit), *(_support(catalogue, step) for step in steps)], finding=finding.id, working=[left, counted])


def _others(
    builder: AnswerBuilder, catalogue: Catalogue, ways: Pathways, others: Sequence[Route], best: Route
) -> None:
    """The other ways in, a line each."""
    told = {(step.source, step.target) for step in best.steps}
    told |= {(step.source, node) for node in best.take for step in ways.leads_here(node) if step.source in best.take}
    lead = say("route_others")
    for route in others:
        if not route.steps or (route.steps[-1].source, route.steps[-1].target) in told:
            continue
        step = route.steps[-1]
        told.add((step.source, step.target))
        text = way_sentence([_toward(step, ways)], institution=_institution(ways, step.source), source=ways.title(step.source))
        piece = builder.claim(text, [_support(catalogue, step)])
        if piece:
            builder.frame(lead)
            builder.place(piece)
            lead = ""
    builder.end_paragraph()


def _draw(builder: AnswerBuilder, ways: Pathways, route: Route) -> None:
    nodes = dict.fromkeys((*route.chain[:1], *route.take))
    drawn = [step for node in nodes for step in ways.leads_to(node) if step.target in nodes]
    drawn = [step for place, step in enumerate(drawn) if (step.source, step.target) not in {(o.source, o.target) for o in drawn[:place]}]
    levels = {node: place for place, node in enumerate(nodes)}
    if len(nodes) > 1 and drawn:
        builder.pathway(draw_steps(ways, levels, drawn))

