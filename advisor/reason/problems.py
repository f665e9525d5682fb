"""Faults in the ways on that a catalogue states: circles, ends that hang in the air, statements that contradict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import networkx as nx

from advisor.reason.graph import Pathways
from advisor.reason.stacks import stack_of
from corpus.credential import Credential

__all__ = ["Problem", "problems"]


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One fault, the records that it concerns, and what is wrong in plain words."""

    kind: Literal["cycle", "dangling", "contradiction"]
    records: tuple[str, ...]
    text: str


def problems(records: Iterable[Credential]) -> list[Problem]:
    """Every fault found in the ways on of some records.

    >>> from corpus.load import load_catalogue
    >>> [item.kind for item in problems(load_catalogue(("bc",)))]
    []
    """
    ways = Pathways(records)
    return [*_cycles(ways), *_dangling(ways), *_contradictions(ways)]


def _cycles(ways: Pathways) -> Iterator[Problem]:
    for component in nx.strongly_connected_components(ways.graph):
        if len(component) > 1:
            names = tuple(sorted(component))
            titles = ", ".join(ways.title(name) for name in names)
            yield Problem(kind="cycle", records=names, text=f"These lead to one another in a circle: {titles}.")


def _dangling(ways: Pathways) -> Iterator[Problem]:
    for record in ways.records.values():
        for link in (*record.laddering, *record.stacking, *record.links):
            if link.target and link.target not in ways.records:
                yield Problem(kind="dangling", records=(record.id,), text=f"{record.id} leads to {link.target}, which is no record.")
            if link.target == record.id:
                yield Problem(kind="cycle", records=(record.id,), text=f"{record.id} leads to itself.")


def _contradictions(ways: Pathways) -> Iterator[Problem]:
    for record in ways.records.values():
        bearing = None if record.credit is None else record.credit.bearing
        own = None if record.credit is None or record.credit.unit != "credits" else record.credit.amount
        for link in record.laddering:
            if bearing is False and link.credits:
                text = f"{record.id} is non-credit, yet {link.credits} credits are said to count toward {link.title}."
                yield Problem(kind="contradiction", records=(record.id,), text=text)
            if own is not None and link.credits is not None and link.credits > own:
                text = f"{record.id} carries {own} credits, yet {link.credits} are said to count toward {link.title}."
                yield Problem(kind="contradiction", records=(record.id,), text=text)
    targets = {step.target for _, _, step in ways.graph.edges(data="step") if step.kind == "stacking"}
    for target in sorted(targets):
        stack = stack_of(ways, target)
        if stack and stack.needed and stack.of and stack.of == len(set(stack.members)) and stack.needed > stack.of:
            text = f"{ways.title(target)} takes {stack.needed} of {stack.of}."
            yield Problem(kind="contradiction", records=stack.members, text=text)
