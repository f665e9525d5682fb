"""The made-up graph that planning is timed on."""

from __future__ import annotations

from advisor.reason.graph import Pathways
from advisor.reason.problems import problems
from advisor.reason.routes import routes
from evals.bench.planning import made_up_credentials, planning_rows, seen_from


def test_the_graph_has_the_size_asked_for_and_no_circles() -> None:
    records = made_up_credentials(3_000)
    assert len({record.id for record in records}) == 3_000
    assert [item.kind for item in problems(records)] == []
    assert made_up_credentials(50) == made_up_credentials(50)


def test_every_plan_finds_a_way_that_follows_stated_steps() -> None:
    ways = Pathways(made_up_credentials(2_500))
    goal = "f1-1999"
    assert seen_from(ways, goal) == 2_000
    best = routes(ways, goal=goal, held={"f1-0"}, ranking="cheapest")[0]
    assert (best.chain[0], best.chain[-1]) == ("f1-0", goal)
    assert [step.source for step in best.steps] == list(best.chain[:-1])
    assert len(set(best.take)) == len(best.take)


def test_each_family_that_fits_is_timed() -> None:
    rows = planning_rows(size=2_500)
    timed = [row.name for row in rows if "seen, median" in row.name]
    assert ["500 of them" in timed[0], "2,000 of them" in timed[1], len(timed)] == [True, True, 2]
    assert rows[-1].name.endswith("power")
    assert rows[-1].value is not None
