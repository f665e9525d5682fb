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
from advisor.reason.totals import Total
from corpus.catalogue import Catalogue
from corpus.fields import number_text

__all__ = ["compose_route"]

#: measures as a sentence names them
_PLAIN = {"hours": "hours", "weeks": "weeks", "fee": "fees", "credits": "credits"}
_SHOWN = ("fee", "hours", "weeks")


def compose_route(
    builder: AnswerBuilder,
    catalogue: Catalogue,
    *,
    goal: str,
    held: Collection[str] = (),
    ranking: Ranking = "shortest",
    wish: Wish | None = None,
) -> bool:
    """Add the best route to a goal and, in a line each, the others; False where none is stated.

    :param held: ids of records that the learner says they hold or have done.
    :param wish: tells whether an offering fits the learner's wishes; one that does not is never taken.
    """
    ways = pathways_of(catalogue)
    if goal in held:
        builder.frame(say("route_held"))
        return False
    found = routes(ways, goal=goal, held=held, ranking=ranking, wish=wish)
    if not found:
        builder.frame(say("route_none"))
        return False
    best = found[0]
    finding = Finding(id=f"route:{goal}", kind="route", working=best.working)
    builder.finding(finding)
    _steps(builder, catalogue, ways, best, finding.id)
    for total in best.totals:
        if total.measure in _SHOWN and len(best.take) > 1:
            _total(builder, catalogue, total, finding.id)
    _left(builder, catalogue, ways, goal, held)
    _others(builder, catalogue, ways, found[1:], best)
    if best.promises_little:
        builder.frame(say("path_may"))
    builder.frame(say("transfer_decides"))
    _draw(builder, ways, best)
    return True


def _support(catalogue: Catalogue, step: Step) -> Support:
    return Support(catalogue.evidence(f"{step.record}#{step.field}"), quote=step.text)


def _steps(builder: AnswerBuilder, catalogue: Catalogue, ways: Pathways, route: Route, finding: str) -> None:
    """What comes first for each credential to take, then each way on of the chain."""
    on_chain = {(step.source, step.target) for step in route.steps}
    for node in route.take:
        for step in ways.leads_here(node):
            needed = step.must or (step.kind == "stacking" and step.source in route.take)
            if needed and (step.source, step.target) not in on_chain and step.source in route.take:
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


def _total(builder: AnswerBuilder, catalogue: Catalogue, total: Total, finding: str) -> None:
    """One sum with its terms, each beside its title, and which terms are not stated."""
    known = [(term, value) for term in total.terms if (value := term.value) is not None]
    known = [(term, value) for term, value in known if value or total.measure == "fee"]
    if any(value != value.to_integral_value() for _, value in known) and total.measure == "weeks":
        return  # days made into weeks are nobody's words
    mark = "$" if total.measure == "fee" else ""
    if len(known) > 1:
        terms = [f"{catalogue.record(term.record).title} {mark}{number_text(value)}" for term, value in known]
        least = "at least " if total.unknown else ""
        text = f"{_PLAIN[total.measure].capitalize()} stated: {'; '.join(terms)}; together {least}{mark}{number_text(total.known)}."
        stated = [catalogue.field_evidence(catalogue.record(term.record), term.field) for term, _ in known]
        support = [Support(evidence) for evidence in stated if evidence]
        builder.say(text, support, finding=finding, working=[*(value for _, value in known), total.known])
    if total.unknown and known:
        titles = [catalogue.record(name).title for name in total.unknown]
        if not any(character.isdigit() for title in titles for character in title):
            builder.frame(say("route_unknown", what=_PLAIN[total.measure], titles=list_words(titles)))


def _left(builder: AnswerBuilder, catalogue: Catalogue, ways: Pathways, goal: str, held: Collection[str]) -> None:
    """How many credits are left after those that what is held counts."""
    left, counted, steps = left_to_do(ways, goal=goal, held=held)
    credit = catalogue.field_evidence(catalogue.record(goal), "credit") if goal in catalogue.records else None
    if left is None or not steps or credit is None:
        return
    working = {"left": f"{left.normalize():f}", "counted": f"{counted.normalize():f}", "steps": [step.text for step in steps]}
    finding = Finding(id=f"left:{goal}", kind="left_to_do", working=working)
    builder.finding(finding)
    text = f"Of its credits, {number_text(counted)} count from what you hold, which leaves {number_text(left)}."
    builder.say(text, [Support(credit), *(_support(catalogue, step) for step in steps)], finding=finding.id, working=[left, counted])


def _others(
    builder: AnswerBuilder, catalogue: Catalogue, ways: Pathways, others: Sequence[Route], best: Route
) -> None:
    """The other ways in, a line each."""
    told = {(step.source, step.target) for step in best.steps}
    told |= {(step.source, node) for node in best.take for step in ways.leads_here(node) if step.must}
    for route in others:
        if not route.steps or (route.steps[-1].source, route.steps[-1].target) in told:
            continue
        step = route.steps[-1]
        told.add((step.source, step.target))
        text = way_sentence([_toward(step, ways)], institution=_institution(ways, step.source), source=ways.title(step.source))
        builder.say(text, [_support(catalogue, step)])


def _draw(builder: AnswerBuilder, ways: Pathways, route: Route) -> None:
    nodes = dict.fromkeys((*route.chain[:1], *route.take))
    drawn = [step for node in nodes for step in ways.leads_to(node) if step.target in nodes]
    drawn = [step for place, step in enumerate(drawn) if (step.source, step.target) not in {(o.source, o.target) for o in drawn[:place]}]
    levels = {node: place for place, node in enumerate(nodes)}
    if len(nodes) > 1 and drawn:
        builder.pathway(draw_steps(ways, levels, drawn))

