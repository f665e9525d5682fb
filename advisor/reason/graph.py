"""The graph of ways on: laddering, stacking, links, and what comes first, between records and titles.

A node is a record id, or ``title:…`` for a credential that is named and is no record. An edge runs from what is
finished to what it leads to. Laddering is one credential counting into or opening another; stacking is several
combining into one. The two are kept apart as kinds of edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

import networkx as nx

from advisor.reason.numbered import Numbered, number_graph, weigh
from advisor.reason.titles import TitleIndex
from advisor.reason.totals import Measure, measure
from corpus.credential import Credential, Link
from corpus.fields import link_text
from corpus.readers.links import title_key
from corpus.requirement import Requirement

__all__ = ["EdgeKind", "Pathways", "Step"]

EdgeKind = Literal["laddering", "stacking", "links", "prerequisite"]
_LINK_KINDS: tuple[Literal["laddering", "stacking", "links"], ...] = ("laddering", "stacking", "links")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One stated way on. ``record`` and ``field`` are where it is stated, ``text`` its words there.

    ``must`` is True where the source says that one has to come before the other.
    """

    source: str
    target: str
    kind: EdgeKind
    record: str
    field: str
    title: str
    institution: str | None
    text: str
    how: str | None = None
    certainty: Literal["stated", "may"] = "stated"
    credits: Decimal | None = None
    must: bool = False


class Pathways:
    """The ways on that a catalogue states.

    >>> from corpus.load import load_catalogue
    >>> ways = Pathways(load_catalogue(("bc",)))
    >>> [step.target for step in ways.leads_to("tru-wildfire-science-certificate")]
    ['tru-wildfire-studies-diploma']
    """

    def __init__(self, records: Iterable[Credential]) -> None:
        self.records: Mapping[str, Credential] = {record.id: record for record in records}
        self.titles = TitleIndex(self.records.values())
        self.graph = nx.MultiDiGraph()
        self.graph.add_nodes_from(self.records)
        self._out: dict[str, list[Step]] = {}
        self._in: dict[str, list[Step]] = {}
        self._first: dict[str, list[tuple[str, ...]]] = {}
        self._asked_of: dict[str, set[str]] = {}
        self._measures: dict[Measure, dict[str, Decimal | None]] = {}
        self._weights: dict[Measure | None, list[int]] = {}
        for record in self.records.values():
            for step in (*self._links(record), *self._comes_before(record), *self._comes_after(record)):
                if step.kind != "prerequisite" or not self._has(step):
                    self.graph.add_edge(step.source, step.target, step=step)
                    self._out.setdefault(step.source, []).append(step)
                    self._in.setdefault(step.target, []).append(step)

    def leads_to(self, node: str) -> Sequence[Step]:
        """The ways on that are stated from a node, in the order stated; empty for an unknown node."""
        return self._out.get(node, ())

    def leads_here(self, node: str) -> Sequence[Step]:
        """The ways in that are stated to a node."""
        return self._in.get(node, ())

    def first(self, node: str) -> Sequence[tuple[str, ...]]:
        """What has to come before a record: conditions, each with the records of which any one is enough.

        The record's own requirements say so; else another record that says it is a prerequisite of this one.
        """
        asked = self._asked_of.get(node, set())
        others = [(step.source,) for step in self.leads_here(node) if step.must and step.field == "prerequisite_of" and step.source not in asked]
        return [*self._first.get(node, ()), *others]

    def measures(self, what: Measure) -> Mapping[str, Decimal | None]:
        """One measure of every record, worked out once. None is "not stated"."""
        if what not in self._measures:
            self._measures[what] = {record.id: measure(record, what) for record in self.records.values()}
        return self._measures[what]

    def weights(self, what: Measure | None) -> Sequence[int]:
        """What each node of :attr:`numbered` adds to a way ranked by a measure, or by number for None; worked out once."""
        if what not in self._weights:
            chosen = None if what is None else self.measures(what)
            self._weights[what] = weigh(chosen, self.measures("hours"), self.numbered.names)
        return self._weights[what]

    @cached_property
    def numbered(self) -> Numbered:
        """The graph as plain numbers."""
        edges = ((step.source, step.target) for steps in self._out.values() for step in steps)
        return number_graph(list(self.graph.nodes), edges)

    def title(self, node: str) -> str:
        """The title of a node, record or not."""
        record = self.records.get(node)
        return record.title if record else str(self.graph.nodes[node]["title"])

    def _has(self, step: Step) -> bool:
        """Whether the same prerequisite is stated already, by the other record."""
        return any(other.kind == "prerequisite" and other.target == step.target for other in self._out.get(step.source, ()))

    def _links(self, record: Credential) -> Iterable[Step]:
        for kind in _LINK_KINDS:
            for link in getattr(record, kind):
                target = self._target(record, link)
                if target != record.id:
                    yield Step(
                        source=record.id,
                        target=target,
                        kind=kind,
                        record=record.id,
                        field=kind,
                        title=link.title,
                        institution=link.institution,
                        text=link_text(link),
                        how=link.how,
                        certainty=link.certainty,
                        credits=link.credits,
                    )

    def _target(self, record: Credential, link: Link) -> str:
        if link.target in self.records:
            return str(link.target)
        found = self.titles.find(link.title, institution=link.institution or record.institution)
        return found if found and not link.target else self._titled(link.title, link.institution or record.institution)

    def _titled(self, title: str, institution: str) -> str:
        """The node of a credential that is named and is no record."""
        node = "title:" + " ".join(sorted(title_key(f"{title} {institution}")))
        if node not in self.graph:
            self.graph.add_node(node, title=title, institution=institution)
        return node

    def _comes_before(self, record: Credential) -> Iterable[Step]:
        """What a record says it is a prerequisite of; the same thing named twice counts once."""
        seen: set[str] = set()
        for text in record.prerequisite_of:
            found = self.titles.find(text, institution=record.institution)
            if found == record.id:
                continue
            target = found or self._titled(text, record.institution)
            if target in seen:
                continue
            seen.add(target)
            yield Step(
                source=record.id, target=target, kind="prerequisite", record=record.id, field="prerequisite_of",
                title=self.title(target), institution=None, text=text, must=found is not None,
            )  # fmt: skip

    def _comes_after(self, record: Credential) -> Iterable[Step]:
        """What a record's requirements ask to have been done first; it is a must where no alternative is stated."""
        for entries in _conditions(record):
            named = [[self._asked(record, way) for way in entry.ways or (entry,)] for entry in entries]
            flat = [name for names in named for name in names]
            self._asked_of.setdefault(record.id, set()).update(name for name in flat if name)
            if flat and all(flat):  # every way of meeting the condition is a record
                self._first.setdefault(record.id, []).append(tuple(dict.fromkeys(name for name in flat if name)))
            for entry, names in zip(entries, named, strict=True):
                for name in dict.fromkeys(name for name in names if name):
                    yield Step(
                        source=name, target=record.id, kind="prerequisite", record=record.id, field="requirements",
                        title=record.title, institution=record.institution, text=entry.text, must=len(flat) == 1,
                    )  # fmt: skip

    def _asked(self, record: Credential, way: Requirement) -> str | None:
        """The other record that a requirement asks for, if it asks for one."""
        name = way.course or way.credential
        found = self.titles.find(name, institution=record.institution) if name else None
        return found if found != record.id else None


def _conditions(record: Credential) -> list[list[Requirement]]:
    """The required entries of a record, those that are alternatives of one another together."""
    groups: dict[object, list[Requirement]] = {}
    for place, entry in enumerate(record.requirements):
        if entry.strength == "required" and entry.condition is None:
            groups.setdefault(("any", entry.alternative) if entry.alternative is not None else ("one", place), []).append(entry)
    return list(groups.values())
