"""Ways to a goal: connected, free of circles, with sums that add up, and as good as trying everything."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.reason.graph import Pathways
from advisor.reason.problems import problems
from advisor.reason.routes import Ranking, left_to_do, routes
from advisor.reason.stacks import stack_of, stacks_with
from advisor.reason.totals import measure
from corpus.credential import Credential, Credit, Duration, Fee, Link
from corpus.readers.requirements import read_requirements


def credential(name: str, *, to: list[str] = (), fee: int | None = None, weeks: int | None = None, **more: object) -> Credential:  # type: ignore[assignment]
    links = tuple(Link(title=f"Title {item}", institution="Tarn", target=item, how="ladders into it") for item in to)
    return Credential(
        id=name,
        title=f"Title {name}",
        institution="Tarn",
        laddering=links,
        fee=None if fee is None else Fee(amount=Decimal(fee)),
        duration=None if weeks is None else Duration(text=f"{weeks} weeks"),
        **more,  # type: ignore[arg-type]
    )


@st.composite
def catalogues(draw: st.DrawFn) -> list[Credential]:
    """Small catalogues; ways on may point back, so circles occur."""
    size = draw(st.integers(2, 8))
    names = [f"c{place}" for place in range(size)]
    return [
        credential(
            name,
            to=draw(st.lists(st.sampled_from(names), max_size=3, unique=True)),
            fee=draw(st.one_of(st.none(), st.integers(0, 50))),
            weeks=draw(st.one_of(st.none(), st.integers(1, 50))),
        )
        for name in names
    ]


@settings(max_examples=150)
@given(catalogues(), st.sets(st.sampled_from([f"c{place}" for place in range(8)]), max_size=2), st.sampled_from(["shortest", "cheapest", "soonest"]))
def test_routes_are_connected_simple_and_add_up(records: list[Credential], held: set[str], ranking: Ranking) -> None:
    ways = Pathways(records)
    goal = records[-1].id
    found = routes(ways, goal=goal, held=held, ranking=ranking)
    assert bool(found) == (goal not in held)
    for route in found:
        assert len(set(route.chain)) == len(route.chain)
        assert len(set(route.take)) == len(route.take)
        assert route.take[-1] == goal
        assert not set(route.take) & held
        assert [(step.source, step.target) for step in route.steps] == list(pairwise(route.chain))
        for total in route.totals:
            values = [measure(ways.records[name], total.measure) for name in route.take]
            assert total.known == sum((value for value in values if value is not None), Decimal(0))
            assert len(total.unknown) == values.count(None)


@settings(max_examples=150)
@given(catalogues(), st.sets(st.sampled_from([f"c{place}" for place in range(8)]), min_size=1, max_size=2))
def test_the_shortest_route_is_as_short_as_trying_every_path(records: list[Credential], held: set[str]) -> None:
    ways = Pathways(records)
    goal = records[-1].id
    held &= {item.id for item in records} - {goal}
    graph = nx.DiGraph(ways.graph)
    lengths = [len(path) - 1 for start in held for path in nx.all_simple_paths(graph, start, goal)]
    found = routes(ways, goal=goal, held=held)
    if lengths:
        assert len(found[0].take) == min(lengths)
    elif held:
        assert not found or found[0].chain[0] not in held


@settings(max_examples=150)
@given(catalogues(), st.sets(st.sampled_from([f"c{place}" for place in range(8)]), min_size=1, max_size=2))
def test_the_cheapest_route_costs_no_more_than_any_path(records: list[Credential], held: set[str]) -> None:
    records = [item.model_copy(update={"fee": item.fee or Fee(amount=Decimal(7))}) for item in records]
    ways = Pathways(records)
    goal = records[-1].id
    held &= {item.id for item in records} - {goal}
    graph = nx.DiGraph(ways.graph)
    costs = [
        sum(measure(ways.records[name], "fee") or 0 for name in path if name not in held)
        for start in held
        for path in nx.all_simple_paths(graph, start, goal)
    ]
    found = routes(ways, goal=goal, held=held, ranking="cheapest")
    if costs:
        assert found[0].total("fee").known == min(costs)


@given(catalogues(), st.sampled_from([f"c{place}" for place in range(8)]))
def test_removing_a_wish_never_removes_a_result(records: list[Credential], unwanted: str) -> None:
    ways = Pathways(records)
    goal = records[-1].id
    narrow = routes(ways, goal=goal, wish=lambda record: record.id != unwanted, most=99)
    wide = routes(ways, goal=goal, most=99)
    assert {route.chain for route in narrow} <= {route.chain for route in wide}
    assert all(unwanted == goal or unwanted not in route.take for route in narrow)


def test_what_must_come_first_is_taken_first() -> None:
    first = credential("first", fee=100)
    second = credential("second", fee=200, requirements=read_requirements(["Title First Part Course"]))
    first = first.model_copy(update={"title": "Title First Part Course"})
    found = routes(Pathways([first, second]), goal="second")
    assert found[0].take == ("first", "second")
    assert found[0].total("fee").known == 300


def test_a_stack_takes_as_many_as_it_needs_and_counts_the_award_once() -> None:
    how = "any two of the three combine into the award"
    link = Link(title="Award", institution="Tarn", target="award", how=how)
    parts = [credential(f"p{fee}", fee=fee, stacking=(link,), credit=Credit(bearing=True, amount=Decimal(2))) for fee in (300, 100, 200)]
    award = Credential(
        id="award", title="Award", institution="Tarn", fee=Fee(amount=Decimal(45), covers="other"), credit=Credit(bearing=True, amount=Decimal(4))
    )
    ways = Pathways([*parts, award])
    stack = stack_of(ways, "award")
    assert stack is not None
    assert (stack.needed, stack.of, stack.left({"p100"})) == (2, 3, 1)
    best = routes(ways, goal="award", held={"p300"}, ranking="cheapest")[0]
    assert best.take == ("p100", "award")
    assert best.total("fee").known == 145
    assert best.total("credits").known == 2
    assert [item.target for item in stacks_with(ways, {"p100"})] == ["award"]


def test_credits_that_go_into_another_credential_held_count_once() -> None:
    both = (
        Link(title="Big", institution="Tarn", target="big", how="its 2 credits count", credits=Decimal(2)),
        Link(title="Middle", institution="Tarn", target="middle", how="counts", credits=Decimal(2)),
    )
    small = Credential(id="small", title="Small", institution="Tarn", laddering=both)
    middle = Credential(id="middle", title="Middle", institution="Tarn", laddering=(Link(title="Big", institution="Tarn", target="big", how="counts as 5 credits", credits=Decimal(5)),))
    big = Credential(id="big", title="Big", institution="Tarn", credit=Credit(bearing=True, amount=Decimal(30)))
    ways = Pathways([small, middle, big])
    assert left_to_do(ways, goal="big", held={"small", "middle"})[:2] == (25, 5)
    assert left_to_do(ways, goal="big", held={"small"})[:2] == (28, 2)
    assert left_to_do(ways, goal="small", held={"big"})[0] is None


def test_a_goal_held_or_unknown_has_no_route() -> None:
    ways = Pathways([credential("a", to=["b"]), credential("b")])
    assert routes(ways, goal="b", held={"b"}) == []
    assert routes(ways, goal="nowhere") == []


def test_faults_are_found_and_circles_do_not_hang() -> None:
    records = [
        credential("a", to=["b"]),
        credential("b", to=["a", "gone"]),
        credential("c", to=["c"]),
        credential("d", credit=Credit(bearing=False)).model_copy(
            update={"laddering": (Link(title="Title a", institution="Tarn", target="a", how="3 credits count", credits=Decimal(3)),)}
        ),
    ]
    assert {item.kind for item in problems(records)} == {"cycle", "dangling", "contradiction"}
    assert routes(Pathways(records), goal="a", held={"d"})[0].chain == ("d", "a")


@pytest.mark.parametrize("ranking", ["cheapest", "soonest"])
def test_a_route_with_unstated_terms_ranks_after_one_without(ranking: Ranking) -> None:
    records = [credential("dear", to=["goal"], fee=900, weeks=90), credential("vague", to=["goal"]), credential("goal", fee=1, weeks=1)]
    found = [route for route in routes(Pathways(records), goal="goal", ranking=ranking) if len(route.take) > 1]
    assert [route.take[0] for route in found] == ["dear", "vague"]
