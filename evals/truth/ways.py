"""Every way to a goal, by trying them all: what to take, what it costs, and what of the goal is left."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import NamedTuple

from evals.truth.raw import Raw, named

__all__ = ["Best", "Graph", "Left"]

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}


class Best(NamedTuple):
    """The best way by one measure: what to take (one of the sets, where several are as good), and its sums.

    ``unknown`` are the fees not stated as a whole; ``fees`` and ``hours`` add up the others.
    """

    take: frozenset[str]
    number: int
    fees: Decimal
    unknown: int
    hours: Decimal


class Left(NamedTuple):
    """Credits of a goal, those that what is held counts, and those left."""

    whole: Decimal
    counted: Decimal
    left: Decimal


class Graph:
    """What leads where in the raw records of one catalogue."""

    def __init__(self, records: dict[str, Raw]) -> None:
        self.records = records
        self.into: dict[str, list[tuple[str, str, Raw]]] = {}
        for name, record in records.items():
            for kind in ("laddering", "stacking", "links"):
                for link in record.get(kind, []):
                    target = link.get("target") or named(records, link["title"], institution=link.get("institution") or record["institution"])
                    if target and target != name:
                        self.into.setdefault(target, []).append((name, kind, link))
        self.first = {node: list(self._conditions(node)) for node in records}
        self.out: dict[str, dict[str, None]] = {}
        for target in records:
            sources = [source for source, _, _ in self.into.get(target, [])]
            for source in [*sources, *(name for names in self._asks(target) for name in names)]:
                self.out.setdefault(source, {})[target] = None

    def _conditions(self, node: str) -> Iterator[list[str]]:
        """What has to come first: for each condition, the records of which one is enough."""
        record = self.records[node]
        groups: dict[object, list[Raw]] = {}
        mentioned: set[str] = set()
        for number, entry in enumerate(record.get("requirements", [])):
            if entry.get("strength", "required") == "required" and not entry.get("condition"):
                groups.setdefault(entry.get("alternative", f"alone {number}"), []).append(entry)
        for ways in groups.values():
            found = [named(self.records, way.get("credential") or way.get("course"), institution=record["institution"]) for way in ways]
            mentioned |= {name for name in found if name}
            if all(found):
                yield [name for name in found if name and name != node]
        for name, other in self.records.items():
            for text in other.get("prerequisite_of", []):
                if named(self.records, text, institution=other["institution"]) == node and name not in mentioned and name != node:
                    yield [name]

    def stack(self, node: str) -> tuple[int, list[str]] | None:
        """How many members make an award up, and which members there are."""
        links = [(source, link) for source, kind, link in self.into.get(node, []) if kind == "stacking"]
        for _, link in links:
            words = re.search(r"\b(?:any (\w+)|(\w+) of (?:the|these) (?:\w+)\b(?= coastal| micro|:)|(both) (?:of them )?combine)", link["how"].lower())
            if words:
                number = next(word for word in words.groups() if word)
                if number in _COUNTS:
                    return _COUNTS[number], [source for source, _ in links]
        return None

    def whole(self, node: str, held: frozenset[str], path: frozenset[str] = frozenset()) -> list[frozenset[str]]:
        """Every set of credentials that lets somebody hold ``node``, beside what they hold; none where it runs in a circle."""
        if node in held:
            return [frozenset()]
        if node in path:
            return []
        inner = path | {node}
        choices: list[list[frozenset[str]]] = [[taken for name in names for taken in self.whole(name, held, inner)] for names in self.first[node]]
        stack = self.stack(node)
        if stack:
            needed, members = stack
            missing = [name for name in members if name not in held]
            more = max(0, needed - (len(members) - len(missing)))
            picks = itertools.combinations(missing, more)
            choices.append([frozenset().union(*combo) for pick in picks for combo in itertools.product(*(self.whole(name, held, inner) for name in pick))])
        return [frozenset().union(*combo, {node}) for combo in itertools.product(*choices)]

    def options(self, goal: str, held: Collection[str]) -> list[frozenset[str]]:
        """Every set to take: along each line from what is held, or else straight in and by each way in."""
        have = frozenset(held)
        lines = [line for name in sorted(have) for line in self._lines(name, goal, (name,))]
        found: set[frozenset[str]] = set()
        if lines:
            for line in lines:
                for combo in itertools.product(*(self.whole(node, have) for node in line)):
                    found.add(frozenset().union(*combo))
        else:
            found.update(self.whole(goal, have))
            for source, _, _ in self.into.get(goal, []):
                for one, other in itertools.product(self.whole(source, have), self.whole(goal, have)):
                    found.add(one | other)
        return sorted(found, key=sorted)

    def _lines(self, start: str, goal: str, line: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if start == goal:
            yield line
            return
        for target in self.out.get(start, ()):
            if target not in line:
                yield from self._lines(target, goal, (*line, target))

    def _asks(self, node: str) -> list[list[str]]:
        """Records that a record's own words ask for, whether or not another way is stated beside them."""
        record = self.records[node]
        found: list[list[str]] = []
        for entry in record.get("requirements", []):
            name = named(self.records, entry.get("credential") or entry.get("course"), institution=record["institution"])
            if name and name != node and entry.get("strength", "required") == "required" and not entry.get("condition"):
                found.append([name])
        return [*found, *self.first[node]]

    def best(self, goal: str, held: Collection[str], by: str) -> Best | None:
        """The best way by "shortest" (fewest to take) or "cheapest" (fewest fees not stated, then the least)."""
        measured = [self._measure(take, held) for take in self.options(goal, held)]
        key = (lambda item: (item.number, item.hours)) if by == "shortest" else (lambda item: (item.unknown, item.fees, item.number))
        return min(measured, key=key, default=None)

    def _measure(self, take: frozenset[str], held: Collection[str]) -> Best:
        fees, unknown, hours = Decimal(0), 0, Decimal(0)
        for name in take:
            fee = self.records[name].get("fee") or {}
            stack = self.stack(name)
            whole = fee.get("covers") in {"total", "tuition", None} or (stack and fee.get("covers") == "other")
            if fee.get("amount") is not None and whole:
                fees += Decimal(fee["amount"])
            elif not stack:
                unknown += 1
            own = Decimal((self.records[name].get("duration") or {}).get("hours") or 0)
            parts = sum((Decimal(self.records[item]["duration"]["hours"]) for item in stack[1] if item in take or item in held), Decimal(0)) if stack else Decimal(0)
            hours += max(Decimal(0), own - parts)
        return Best(take, len(take), fees, unknown, hours)

    def left(self, goal: str, held: Collection[str]) -> Left | None:
        """What of a goal is left after what is held; None where a number is not stated or nothing counts."""
        credit = self.records[goal].get("credit") or {}
        edges = [(source, link) for source, kind, link in self.into.get(goal, []) if source in held and kind in {"laddering", "stacking"} and link.get("certainty") != "may"]
        sources = {source for source, _ in edges}
        swallowed = {source for source in sources for target in sources for other, kind, _ in self.into.get(target, []) if other == source and kind in {"laddering", "stacking"}}
        counted = [link.get("credits") for source, link in edges if source not in swallowed]
        if not counted or None in counted or credit.get("amount") is None:
            return None
        whole, total = Decimal(credit["amount"]), sum((Decimal(str(item)) for item in counted), Decimal(0))
        return Left(whole, total, max(Decimal(0), whole - total))
