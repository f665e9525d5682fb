"""Ways from what somebody holds to a goal: the fewest credentials, the least money, the least time.

A route takes a chain of stated ways on and, for each credential on it, all that must come before: stated
prerequisites, and as many members of a stack as it takes. Sums keep their terms. What is excluded by a wish is never
taken. Only the part of the graph that leads to the goal is looked at, so the work grows with that part.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from advisor.reason.graph import Pathways, Step
from advisor.reason.stacks import stack_of
from advisor.reason.totals import MEASURES, Measure, Total, measure, total
from corpus.credential import Credential

__all__ = ["Ranking", "Route", "Wish", "left_to_do", "routes"]

Ranking = Literal["shortest", "cheapest", "soonest"]
Wish = Callable[[Credential], bool]
_MEASURE: dict[Ranking, Measure | None] = {"shortest": None, "cheapest": "fee", "soonest": "weeks"}
#: so many of the credentials held are followed to the goal
_MOST_STARTS = 12
#: ways on by which credits count inside another credential
_COUNTING = ("laddering", "stacking")
#: a longer line of prerequisites is taken for a fault of the data
_DEEPEST = 200


@dataclass(frozen=True, kw_only=True)
class Route:
    """One way to a goal.

    ``chain`` is the line of ways on, from what is held (or the first to take) to the goal; ``take`` is everything to
    take, prerequisites included, each after what it needs; the goal is last. ``steps`` are the stated ways on of the
    chain, and ``promises_little`` tells that one of them is worded as a possibility.
    """

    goal: str
    chain: tuple[str, ...]
    take: tuple[str, ...]
    steps: tuple[Step, ...]
    totals: tuple[Total, ...]

    @property
    def promises_little(self) -> bool:
        """Whether a way on of the chain is worded as a possibility."""
        return any(step.certainty == "may" for step in self.steps)

    def total(self, what: Measure) -> Total:
        """The sum of one measure over what is to take."""
        return next(item for item in self.totals if item.measure == what)

    @property
    def working(self) -> dict[str, Any]:
        """The route in plain data."""
        return {
            "goal": self.goal,
            "chain": list(self.chain),
            "take": list(self.take),
            "steps": [{"from": step.source, "to": step.target, "kind": step.kind, "stated": step.text} for step in self.steps],
            "totals": [item.working for item in self.totals],
        }


def routes(
    ways: Pathways,
    *,
    goal: str,
    held: Collection[str] = (),
    ranking: Ranking = "shortest",
    wish: Wish | None = None,
    most: int = 3,
) -> list[Route]:
    """The best ways to a goal, best first; empty when it is held already, unknown, or cannot be reached.

    From what is held where that leads to the goal; else each stated way in, and straight entry where nothing must come
    first. "shortest" takes the fewest credentials (ties: fewest hours); "cheapest" the least stated fees; "soonest" the
    least stated weeks. A route with terms that are not stated ranks after those without.

    >>> from corpus.load import load_catalogue
    >>> ways = Pathways(load_catalogue(("bc",)))
    >>> best = routes(ways, goal="tru-wildfire-studies-diploma", held={"tru-wildfire-science-certificate"})
    >>> best[0].chain
    ('tru-wildfire-science-certificate', 'tru-wildfire-studies-diploma')
    """
    if goal in held or goal not in ways.graph:
        return []
    planner = _Planner(ways, held=frozenset(held), ranking=ranking, goal=goal, wish=wish)
    chains = planner.chains()
    made = [route for chain in chains if (route := planner.route(chain)) is not None]
    found: dict[frozenset[str], Route] = {}
    for route in sorted(made, key=planner.rank):
        # of lines that take the same, the one that tells more of the way
        known = found.get(frozenset(route.take))
        if known is None or len(route.chain) > len(known.chain):
            found[frozenset(route.take)] = route
    return list(found.values())[:most]


class _Planner:
    """The search for one goal: costs are looked up once for each credential that leads to it."""

    def __init__(self, ways: Pathways, *, held: frozenset[str], ranking: Ranking, goal: str, wish: Wish | None) -> None:
        self.ways, self.held, self.ranking, self.goal, self.wish = ways, held, ranking, goal, wish
        self._numbered = ways.numbered
        self._weights = ways.weights(_MEASURE[ranking])
        self._closures: dict[str, tuple[str, ...] | None] = {}

    def chains(self) -> list[tuple[Step, ...]]:
        """Lines of ways on to the goal: the best from what is held, else each way in and, the empty one, straight entry."""
        starts, following = self._from_held() if self.held else ([], {})
        if starts:
            return [self._line(following, start) for start in starts]
        first = {step.source: step for step in reversed(self.ways.leads_here(self.goal)) if self._allowed(self._numbered.places[step.source])}
        return [*((step,) for step in first.values()), ()]

    def _line(self, following: dict[int, int], start: int) -> tuple[Step, ...]:
        """The ways on from a start to the goal, each the first that is stated between its two ends."""
        names = self._numbered.names
        line: list[Step] = []
        node = start
        while names[node] != self.goal:
            target = names[following[node]]
            line.append(next(step for step in self.ways.leads_to(names[node]) if step.target == target))
            node = following[node]
        return tuple(line)

    def _from_held(self) -> tuple[list[int], dict[int, int]]:
        """What is held that leads to the goal, nearest first, and for each credential on the way what comes next.

        Only what can be reached from what is held is looked at. The search runs from the goal back, the least weight
        first, and stops when nothing held is left to find.
        """
        places, into, weights = self._numbered.places, self._numbered.into, self._weights
        held = {places[name] for name in self.held if name in places}
        goal = places[self.goal]
        onward = self._numbered.onward(held)
        if goal not in onward:
            return [], {}
        following: dict[int, int] = {}
        starts: list[int] = []
        best: dict[int, int] = {goal: 0}
        queue: list[tuple[int, int]] = [(0, goal)]
        left = sum(1 for place in held if place in onward)
        while queue and left and len(starts) < _MOST_STARTS:
            reached, node = heapq.heappop(queue)
            if reached > best[node]:
                continue  # reached by less before
            if node in held:
                starts.append(node)
                left -= 1
                continue  # nothing before what is held needs to be taken
            now = reached + weights[node]
            for source in into[node]:
                # of equal ways on, the one stated first stays
                if source in onward and now < best.get(source, now + 1) and self._allowed(source):
                    best[source] = now
                    following[source] = node
                    heapq.heappush(queue, (now, source))
        return starts, following

    def _allowed(self, node: int) -> bool:
        if self.wish is None:
            return True
        name = self._numbered.names[node]
        record = self.ways.records.get(name)
        return name in self.held or record is None or self.wish(record)

    def _weight(self, name: str) -> int:
        """What one credential adds to a route in this ranking."""
        return 0 if name in self.held else self._weights[self._numbered.places[name]]

    def route(self, chain: tuple[Step, ...]) -> Route | None:
        """The whole of one line: everything to take, in an order that can be followed; None where a wish forbids it."""
        nodes = (chain[0].source, *(step.target for step in chain)) if chain else (self.goal,)
        take: dict[str, None] = {}
        for node in nodes:
            needed = self._closure(node, frozenset())
            if needed is None:
                return None
            take |= dict.fromkeys(needed)
        taken = [node for node in take if node not in self.held]
        records = [self.ways.records[node] for node in taken if node in self.ways.records]
        made_of = {node: parts for node in taken if (parts := self._parts(node, take))}
        totals = tuple(total(records, what, made_of=made_of, measured=self.ways.measures(what)) for what in MEASURES)
        return Route(goal=self.goal, chain=nodes, take=tuple(taken), steps=chain, totals=totals)

    def _parts(self, node: str, take: Collection[str]) -> list[Credential]:
        """The members taken or held of which an award is made; empty where it is not made of others."""
        stack = stack_of(self.ways, node)
        if stack is None or stack.needed is None:
            return []
        return [self.ways.records[item] for item in dict.fromkeys(stack.members) if item in take or item in self.held]

    def _closure(self, node: str, within: frozenset[str]) -> tuple[str, ...] | None:
        """A credential and all that must come before it, in order; None where that is excluded or runs in a circle."""
        if node in self.held:
            return ()
        if node in within or len(within) > _DEEPEST:
            return None
        if node in self._closures:
            return self._closures[node]
        if node != self.goal and not self._allowed(self._numbered.places[node]):
            return None
        order: dict[str, None] = {}
        for need in self._needs(node, within | {node}):
            if need is None:
                self._closures[node] = None
                return None
            order |= dict.fromkeys(need)
        result = (*order, node)
        self._closures[node] = result
        return result

    def _needs(self, node: str, within: frozenset[str]) -> list[tuple[str, ...] | None]:
        needs = [self._any_of(sources, within) for sources in self.ways.first(node)]
        stack = stack_of(self.ways, node)
        if stack is not None and stack.needed is not None:
            members = [member for member in dict.fromkeys(stack.members) if member not in self.held]
            options = [found for member in members if (found := self._closure(member, within)) is not None]
            options.sort(key=self._sum)
            left = stack.left(self.held) or 0
            chosen: list[tuple[str, ...] | None] = [*options[:left]]
            needs += chosen if len(options) >= left or len(stack.steps) < stack.needed else [None]
        return needs

    def _any_of(self, sources: tuple[str, ...], within: frozenset[str]) -> tuple[str, ...] | None:
        """The least of several credentials of which one is enough, with what comes before it."""
        options = [found for source in sources if (found := self._closure(source, within)) is not None]
        return min(options, key=self._sum, default=None)

    def _sum(self, nodes: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
        """To rank sets of credentials by: their weights together, then how many they are."""
        return (sum(map(self._weight, nodes)), len(nodes), nodes)

    def rank(self, route: Route) -> tuple[int, Decimal, int, Decimal, tuple[str, ...]]:
        """Fewer terms not stated first, then the least of what is asked, then fewer credentials, then fewer hours."""
        what = _MEASURE[self.ranking]
        hours = route.total("hours").known
        if what is None:
            return (0, Decimal(len(route.take)), int(route.promises_little), hours, route.chain)
        chosen = route.total(what)
        return (len(chosen.unknown), chosen.known, len(route.take), hours, route.chain)


def left_to_do(ways: Pathways, *, goal: str, held: Collection[str]) -> tuple[Decimal | None, Decimal, tuple[Step, ...]]:
    """Credits of a goal that are left after those that what is held counts, as far as stated.

    :returns: credits left (None where the goal's credits or a counted number are not stated), credits that count, and
        the ways on that they rest on. Ways on worded as a possibility count for nothing, and credits that go into
        another credential held are not counted twice.
    """
    direct = [step for step in ways.leads_here(goal) if step.source in held and step.kind in _COUNTING and step.certainty == "stated"]
    sources = {step.source for step in direct}
    counted = tuple(
        step
        for step in direct
        if not any(other.kind in _COUNTING and other.target in sources for other in ways.leads_to(step.source))
    )
    sure = sum((step.credits for step in counted if step.credits is not None), Decimal(0))
    record = ways.records.get(goal)
    whole = measure(record, "credits") if record else None
    if whole is None or any(step.credits is None for step in counted):
        return None, sure, counted
    return max(Decimal(0), whole - sure), sure, counted
