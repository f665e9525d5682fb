"""Choices with counts: how many records each choice would leave, given what is chosen already in the other columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from advisor.explore.values import COLUMNS, NOT_STATED

__all__ = ["Choice", "Columns", "Facet", "Selection", "facets_of", "matching", "read_selection"]

#: record id -> column -> the choices it falls under (never empty: a silence is a choice too)
Columns = Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One choice of a column. ``count`` is the number of records it leaves, with the choices in other columns."""

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True, kw_only=True)
class Facet:
    """A column and its choices, most records first, silence last."""

    column: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> int:
        """How many choices are made."""
        return sum(choice.chosen for choice in self.choices)


@dataclass(frozen=True)
class Selection:
    """What is chosen: any of the choices in a column, and something in every column that has one.

    ``unknown`` holds what was asked for and is no choice, so that it can be said and is not silently dropped.
    """

    chosen: Mapping[str, tuple[str, ...]]
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(self.chosen.values())

    def of(self, column: str) -> tuple[str, ...]:
        """The choices made in one column."""
        return self.chosen.get(column, ())


def read_selection(given: Mapping[str, Sequence[str]], columns: Columns) -> Selection:
    """The choices among what somebody asked for: a form, or a shared address that is older than the catalogue."""
    known = {name: {value for row in columns.values() for value in row[name]} for name in COLUMNS}
    chosen: dict[str, tuple[str, ...]] = {}
    unknown: list[str] = []
    for name in COLUMNS:
        values = [value for value in dict.fromkeys(given.get(name, ())) if value]
        chosen[name] = tuple(value for value in values if value in known[name])
        unknown += [value for value in values if value not in known[name]]
    return Selection({name: values for name, values in chosen.items() if values}, tuple(unknown))


def matching(columns: Columns, selection: Selection, *, but: str = "") -> list[str]:
    """Ids of the records that fit what is chosen, in their order.

    :param but: a column whose choices do not count.
    """
    wanted = {name: set(values) for name, values in selection.chosen.items() if name != but}
    return [
        record
        for record, row in columns.items()
        if all(not values.isdisjoint(row[name]) for name, values in wanted.items())
    ]


def facets_of(columns: Columns, selection: Selection, *, within: Collection[str] | None = None) -> tuple[Facet, ...]:
    """Every column with its choices and their counts.

    :param within: only these records count, those that a search found.
    """
    allowed = None if within is None else set(within)
    facets = []
    for name in COLUMNS:
        chosen = selection.of(name)
        counts: Counter[str] = Counter()
        for record in matching(columns, selection, but=name):
            if allowed is None or record in allowed:
                counts.update(columns[record][name])
        for value in chosen:
            counts.setdefault(value, 0)
        ranked = sorted(counts, key=lambda value: (value == NOT_STATED, -counts[value], value))
        facets.append(
            Facet(
                column=name,
                choices=tuple(Choice(value=value, count=counts[value], chosen=value in chosen) for value in ranked),
            )
        )
    return tuple(facets)
