"""Find offerings for a wish: the whole message orders them, its topic says how surely each is about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.converse.query import conversational_query
from advisor.converse.retrieve import search_conversation
from advisor.find.support import SubjectSupport
from advisor.understand.names import NameIndex
from advisor.understand.schemes import SchemeIndex
from corpus.catalogue import Catalogue
from index.hit import FusionWeights
from index.search import HybridSearch

__all__ = ["Finder", "Ranked", "aided"]

#: tuned on the development questions: the whole message beats its topic for ordering (hit@5 1.00 against .96)
WEIGHTS = FusionWeights(dense=0.6, keyword=0.4)

#: how far a full relation to a kind of work lifts a record, as a share of the best score
AID = 0.5


@dataclass(frozen=True)
class Ranked:
    """One record for a wish.

    ``order`` ranks records within one search; ``about`` (0 to 1) says how surely the record is about the topic and
    compares between searches.
    """

    record: str
    order: float
    about: float
    dense: float
    coverage: float


def aided(ranked: Sequence[Ranked], relevance: Mapping[str, float]) -> list[Ranked]:
    """The ranking with records lifted that speak to a kind of work.

    :param relevance: record id -> 0 to 1; records not in it stay as they are.
    """
    if not relevance:
        return list(ranked)
    top = max((item.order for item in ranked), default=0.0)
    lifted = [
        replace(item, order=item.order + AID * top * relevance.get(item.record, 0.0), about=min(1.0, item.about + AID * relevance.get(item.record, 0.0)))
        for item in ranked
    ]
    return sorted(lifted, key=lambda item: item.order, reverse=True)


class Finder:
    """Ranks records by how well they answer a wish."""

    def __init__(self, catalogue: Catalogue, names: NameIndex, search: HybridSearch) -> None:
        self._catalogue = catalogue
        self._names = names
        self._search = search
        self.support = SubjectSupport(catalogue, search)
        self.schemes = SchemeIndex(catalogue, names)
        self._offerings = [record.id for record in catalogue if record.role == "offering"]

    def rank(self, message: str, topic: str, *, within: Collection[str] | None = None, earlier: Sequence[str] = ()) -> list[Ranked]:
        """Every offering for a wish, best first.

        :param message: the wish as said, with what earlier turns add to it.
        :param topic: the words of it that say what it is about; empty means the whole message.
        :param earlier: the learner's earlier messages, the oldest first; they count as far as ``message`` is unclear.
        """
        chosen = None if within is None else frozenset(within)
        allowed = [record for record in self._offerings if chosen is None or record in chosen]
        if not allowed:
            return []
        query = conversational_query(message, earlier)
        hits = search_conversation(self._search, query, k=len(allowed), kinds={"record"}, within=allowed, weights=WEIGHTS)
        topic_vector = self._search.embed(topic or message)
        on_topic = self._search.similarities(topic_vector, allowed)
        best_field = self._search.nearest_groups(topic_vector, "field")
        covered = self._names.coverage(topic or message)
        ranked = []
        for hit in hits:
            coverage = covered(hit.id)
            topical = on_topic.get(hit.id, 0.0)
            dense = max(hit.dense, topical, 0.9 * best_field.get(hit.id, 0.0))
            about = 0.5 * dense + 0.3 * topical + 0.2 * coverage
            ranked.append(Ranked(hit.id, hit.score, about, dense, coverage))
        return sorted(ranked, key=lambda item: item.order, reverse=True)
