"""The advisor's reasoners against a second program that reads the raw lines of the demo catalogue and tries everything."""

from __future__ import annotations

import itertools

import pytest

from advisor.reason.eligibility import check_eligibility
from advisor.reason.graph import Pathways
from advisor.reason.routes import left_to_do, routes
from corpus.catalogue import Catalogue
from corpus.load import load_catalogue
from evals.case import read_cases
from evals.truth.admission import overall
from evals.truth.cases import FILE, case_lines
from evals.truth.learners import LEARNERS, facts_of
from evals.truth.raw import Raw, read_raw
from evals.truth.ways import Graph

#: the share of answers that have to be exactly those of the second program
EXACT = 0.98


@pytest.fixture(scope="module")
def records() -> dict[str, Raw]:
    return read_raw("demo")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(("demo",))


def test_admission_comes_to_the_same(records: dict[str, Raw], catalogue: Catalogue) -> None:
    wrong = [
        (name, learner, wanted, got)
        for learner in LEARNERS
        for name, record in records.items()
        if (got := check_eligibility(catalogue.record(name), facts_of(learner)).overall) != (wanted := overall(record, learner))
    ]
    assert len(LEARNERS) * len(records) > 2000
    assert 1 - len(wrong) / (len(LEARNERS) * len(records)) >= EXACT, wrong[:5]


def test_the_best_way_and_what_is_left_are_the_same(records: dict[str, Raw], catalogue: Catalogue) -> None:
    graph, ways = Graph(records), Pathways(catalogue)
    checked, wrong = 0, []
    for goal in records:
        before = sorted({source for source, _, _ in graph.into.get(goal, [])} | {name for names in graph.first[goal] for name in names})
        further = [(source,) for name in before for source, _, _ in graph.into.get(name, [])]
        for held in dict.fromkeys([(), *((name,) for name in before), *itertools.islice(itertools.combinations(before, 2), 6), *further]):
            if not before or goal in held:
                continue
            checked += 3
            wrong += [(goal, held, by) for by in ("shortest", "cheapest") if not _same_way(graph, ways, goal, held, by)]
            wrong += [(goal, held, "left")] if not _same_left(graph, ways, goal, held) else []
    assert checked > 700
    assert 1 - len(wrong) / checked >= EXACT, wrong[:5]


def _same_way(graph: Graph, ways: Pathways, goal: str, held: tuple[str, ...], by) -> bool:
    wanted, got = graph.best(goal, held, by), routes(ways, goal=goal, held=held, ranking=by)
    if wanted is None or not got:
        return wanted is None and not got
    fees = got[0].total("fee")
    if by == "shortest":
        return (len(got[0].take), got[0].total("hours").known) == (wanted.number, wanted.hours)
    return (len(fees.unknown), fees.known) == (wanted.unknown, wanted.fees)


def _same_left(graph: Graph, ways: Pathways, goal: str, held: tuple[str, ...]) -> bool:
    wanted, (left, counted, steps) = graph.left(goal, held), left_to_do(ways, goal=goal, held=held)
    if wanted is None:
        return left is None or not steps
    return (left, counted) == (wanted.left, wanted.counted)


def test_the_question_set_is_what_the_second_program_writes() -> None:
    assert FILE.read_text(encoding="utf-8") == case_lines(), "run `python -m evals.truth.cases`"
    cases = read_cases([FILE])
    assert len(cases) >= 120
    assert {case.catalogue for case in cases} == {"demo"}


def test_the_second_program_uses_none_of_the_reasoners() -> None:
    import ast
    from pathlib import Path

    import evals.truth

    for path in Path(evals.truth.__file__).parent.glob("*.py"):
        modules = {node.module for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)}
        assert not {name for name in modules if name and name.startswith("advisor.reason")}, path.name
