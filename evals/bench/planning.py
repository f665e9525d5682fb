"""How long planning takes over a large graph of made-up credentials, and how that grows with the part it has to see."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from advisor.reason.graph import Pathways
from advisor.reason.routes import Ranking, routes
from advisor.reason.totals import Measure
from corpus.credential import Credential, Credit, Duration, Fee, Link
from corpus.requirement import Requirement
from evals.bench.report import BenchRow
from evals.bench.spread import spread_of, timed
from index.progress import Progress, quiet

__all__ = ["made_up_credentials", "planning_rows", "seen_from"]

SIZE = 50_000
#: credentials of one family, which lead to nothing outside it, from a small one to one that is most of the graph
_FAMILIES = (500, 2_000, 8_000, 32_000)
_LIMIT_MS = 300
_PLANS = 9


def made_up_credentials(size: int, *, seed: int = 7) -> list[Credential]:
    """Credentials in families of growing size; in each, every one leads on to a few later ones, the last to none.

    One in ten is made of a stack of three earlier ones, one in ten asks for an earlier one first, and a third state no fee.
    """
    chance = random.Random(seed)
    records: list[Credential] = []
    sizes = [*_FAMILIES]
    while sum(sizes) < size:
        sizes.append(min(500, size - sum(sizes)))
    for family, members in enumerate(sizes):
        records += _family(f"f{family}", min(members, size - len(records)), chance)
    return records


def _family(name: str, members: int, chance: random.Random) -> list[Credential]:
    stacking: dict[int, list[int]] = {}
    for place in range(10, members):
        if place % 10 == 0:
            for member in chance.sample(range(place - 9, place), 3):
                stacking.setdefault(member, []).append(place)
    return [_credential(name, place, members, stacking.get(place, ()), chance) for place in range(members)]


def _credential(name: str, place: int, members: int, stacks: Sequence[int], chance: random.Random) -> Credential:
    later = {chance.randrange(place + 1, min(members, place + 40)) for _ in range(2)} if place + 1 < members else set()
    later |= {members - 1} if members - 60 <= place < members - 1 else set()
    return Credential(
        id=f"{name}-{place}",
        title=f"Skill {name} {place}",
        institution="Made-up",
        fee=Fee(amount=Decimal(chance.randrange(50, 900)), covers="total") if place % 3 else None,
        duration=Duration(hours=Decimal(chance.randrange(10, 90)), text=f"{chance.randrange(2, 12)} weeks"),
        credit=Credit(bearing=True, amount=Decimal(3)),
        laddering=tuple(_link(name, target, "3 credits count") for target in sorted(later)),
        stacking=tuple(_link(name, target, "any three combine into it") for target in stacks),
        requirements=(Requirement(kind="credential", text="asked first", credential=f"Skill {name} {place - 3}"),) if place % 10 == 7 else (),
    )


def _link(name: str, place: int, how: str) -> Link:
    return Link(title=f"Skill {name} {place}", institution="Made-up", how=how, target=f"{name}-{place}", credits=Decimal(3))


def seen_from(ways: Pathways, goal: str) -> int:
    """How many credentials lead to a goal, over however many steps."""
    reached, frontier = {goal}, [goal]
    while frontier:
        following = {step.source for node in frontier for step in ways.leads_here(node)} - reached
        reached |= following
        frontier = list(following)
    return len(reached)


def planning_rows(*, size: int = SIZE, progress: Progress = quiet) -> list[BenchRow]:
    """Milliseconds of one plan to the goal of each family from its far end, and how they grow.

    The rankings are asked in turn, so that nothing is remembered from one plan to the next.
    """
    progress("planning", 0, len(_FAMILIES) + 1)
    records = made_up_credentials(size)
    started = time.perf_counter()
    ways = Pathways(records)
    what: Measure | None
    for what in (None, "fee", "weeks"):
        ways.weights(what)
    built = time.perf_counter() - started
    rows = [BenchRow(name=f"graph of {len(records):,} credentials, built once", value=built, unit="s", n=1)]
    points: list[tuple[int, float]] = []
    for done, members in enumerate(_FAMILIES, start=1):
        if sum(_FAMILIES[:done]) > size:
            break
        family = f"f{done - 1}"
        goal = f"{family}-{members - 1}"
        spread = spread_of(timed(partial(_plan, ways, goal, f"{family}-0"), _rankings()))
        seen = seen_from(ways, goal)
        points.append((seen, spread.p50))
        limit = _LIMIT_MS if seen > max(_FAMILIES) // 2 else None
        rows.append(BenchRow(name=f"planning over {len(records):,}, {seen:,} of them seen, median", value=spread.p50, unit="ms", n=spread.n, limit=limit))
        progress("planning", done, len(_FAMILIES) + 1)
    if len(points) > 1:
        (few, short), (many, long) = points[0], points[-1]
        power = math.log(long / short) / math.log(many / few)
        rows.append(BenchRow(name="planning: time grows with the part seen to the power", value=power, unit="", n=len(points), limit=1.2))
    return rows


def _rankings() -> list[Ranking]:
    names: tuple[Ranking, ...] = ("shortest", "cheapest", "soonest")
    return [names[number % len(names)] for number in range(_PLANS)]


def _plan(ways: Pathways, goal: str, held: str, ranking: Ranking) -> None:
    if not routes(ways, goal=goal, held={held}, ranking=ranking):
        raise ValueError(f"no way from {held} to {goal}")
