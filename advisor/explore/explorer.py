"""The catalogue as something to browse: choices, words, and records in an order."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.explore.facets import Columns, Facet, Selection, facets_of, matching, read_selection
from advisor.explore.values import COLUMNS, NOT_STATED
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.folding import fold
from index.folding import terms
from index.search import HybridSearch

__all__ = ["Explorer", "Found", "View"]

#: records that hold none of the words are shown when their meaning is at least so near (cosine), and at most so many
NEAR_MEANING = 0.40
MOST_NEAR = 12


@dataclass(frozen=True)
class Found:
    """What a search found, best first: records that hold the words, then those that are only near in meaning.

    ``share`` is the share of the words that the first hold: 1 when each holds them all.
    """

    worded: tuple[str, ...]
    near: tuple[str, ...]
    share: float


@dataclass(frozen=True, kw_only=True)
class View:
    """One page of browsing. ``records`` is all that fits, in order; those in ``near`` hold none of the words."""

    selection: Selection
    query: str
    records: tuple[Credential, ...]
    near: frozenset[str]
    share: float
    facets: tuple[Facet, ...]
    total: int

    def facet(self, column: str) -> Facet:
        """One of the facets."""
        return next(facet for facet in self.facets if facet.column == column)


class Explorer:
    """Offerings of a catalogue, ready to be browsed. Immutable; make another when the catalogue changes.

    Larger credentials that offerings lead to are not browsed; a record shows the way to them.
    """

    def __init__(self, catalogue: Catalogue, search: HybridSearch) -> None:
        self.catalogue = catalogue
        self._search = search
        self.offerings = {record.id: record for record in catalogue if record.role == "offering"}
        self.columns: Columns = {
            record.id: {name: column(record) or (NOT_STATED,) for name, column in COLUMNS.items()}
            for record in self.offerings.values()
        }
        self._terms = {record.id: frozenset(_terms_of(catalogue, record)) for record in self.offerings.values()}

    def browse(self, given: Mapping[str, Sequence[str]], query: str = "") -> View:
        """What fits the choices and the words.

        :param given: column -> choices, as they come from a form.
        """
        selection = read_selection(given, self.columns)
        query = " ".join(query.split())
        if query:
            found = self.find(query)
            within = [*found.worded, *found.near]
            allowed = set(matching(self.columns, selection))
            ids = [record for record in within if record in allowed]
            near, share = frozenset(found.near), found.share
        else:
            ids = sorted(matching(self.columns, selection), key=self._by_title)
            within, near, share = None, frozenset(), 1.0
        return View(
            selection=selection,
            query=query,
            records=tuple(self.offerings[record] for record in ids),
            near=near,
            share=share,
            facets=facets_of(self.columns, selection, within=within),
            total=len(self.offerings),
        )

    def find(self, query: str) -> Found:
        """Offerings for some words, with or without their marks: ``tiwšɛmawtxʷ`` and ``tiwsemawtxw`` find the same."""
        wanted = set(terms(fold(query)))
        held = {record: len(wanted & own) / len(wanted) for record, own in self._terms.items()} if wanted else {}
        share = max(held.values(), default=0.0)
        # where no record holds all of the words, those that hold most of them, if it is at least half
        worded = {record for record, part in held.items() if share >= 0.5 and math.isclose(part, share)}
        hits = self._search.search(query, k=len(self.offerings), kinds={"record"}, within=self.offerings)
        order = [hit.id for hit in hits]
        meant = [hit.id for hit in sorted(hits, key=lambda hit: -hit.dense) if hit.dense >= NEAR_MEANING]
        near = [record for record in meant if record not in worded][:MOST_NEAR]
        return Found(tuple(record for record in order if record in worded), tuple(near), share if worded else 0.0)

    def regions(self, records: Sequence[Credential] | None = None) -> Counter[str]:
        """How many offerings state each region; silence is counted as :data:`NOT_STATED`."""
        ids = self.columns if records is None else [record.id for record in records]
        return Counter(value for record in ids for value in self.columns[record]["region"])

    def _by_title(self, record: str) -> tuple[str, str]:
        found = self.offerings[record]
        return (fold(found.title), fold(found.institution))


def _terms_of(catalogue: Catalogue, record: Credential) -> list[str]:
    """Every term of what a record states. Words are folded twice: by our table, which knows more letters, and by the index's."""
    return [term for found in catalogue.stated(record) for term in terms(fold(found.text))]
