"""The graph of ways on as plain numbers, for searches that see much of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Numbered", "number_graph", "weigh"]

#: a fee in cents or a number of weeks and hours, each below this: sums keep apart what is not stated, what is, and hours
_APART = 10**12
_ONE = Decimal(1)


@dataclass(frozen=True)
class Numbered:
    """Every node by its place; ``into`` and ``out`` are the places that lead to it and on from it, each once, in order."""

    names: Sequence[str]
    places: Mapping[str, int]
    into: Sequence[tuple[int, ...]]
    out: Sequence[tuple[int, ...]]

    def onward(self, starts: Iterable[int]) -> set[int]:
        """All that can be reached from some places, themselves included."""
        reached = set(starts)
        frontier = list(reached)
        while frontier:
            following: list[int] = []
            for place in frontier:
                for target in self.out[place]:
                    if target not in reached:
                        reached.add(target)
                        following.append(target)
            frontier = following
        return reached


def number_graph(names: Collection[str], edges: Iterable[tuple[str, str]]) -> Numbered:
    """Number the nodes of a graph. Edges run from what is finished to what it leads to.

    >>> number_graph(["a", "b"], [("a", "b"), ("a", "b")]).into
    ((), (0,))
    """
    listed = list(names)
    places = {name: place for place, name in enumerate(listed)}
    into: list[dict[int, None]] = [{} for _ in listed]
    out: list[dict[int, None]] = [{} for _ in listed]
    for source, target in edges:
        into[places[target]][places[source]] = None
        out[places[source]][places[target]] = None
    return Numbered(listed, places, tuple(map(tuple, into)), tuple(map(tuple, out)))


def weigh(chosen: Mapping[str, Decimal | None] | None, hours: Mapping[str, Decimal | None], names: Sequence[str]) -> list[int]:
    """What each node adds to a way, as one whole number: terms not stated first, then the measure, then hours.

    :param chosen: the measure by node; None counts each node as one.
    """
    weights: list[int] = []
    for name in names:
        value = _ONE if chosen is None else chosen.get(name)
        tie = round(100 * (hours.get(name) or 0))
        weights.append(_APART * _APART + tie if value is None else round(100 * value) * _APART + tie)
    return weights
