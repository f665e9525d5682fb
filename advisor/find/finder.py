"""Find offerings for a topic: meaning and words together, best first, with how surely each is about it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from advisor.understand.names import NameIndex
from corpus.catalogue import Catalogue
from index.hit import FusionWeights
from index.search import HybridSearch

__all__ = ["Finder", "Ranked"]

#: keyword weights of a record's fields; tuned on the development questions
FIELD_WEIGHTS = {"title": 3.0, "subject": 2.5, "summary": 1.2, "competencies": 1.2, "place": 0.4, "type": 0.2, "rest": 0.5}
WEIGHTS = FusionWeights(dense=0.75, keyword=0.25, fields=FIELD_WEIGHTS)


@dataclass(frozen=True)
class Ranked:
    """One record for a topic. ``score`` is 0 to 1 and comparable between questions."""

    record: str
    score: float
    dense: float
    coverage: float


class Finder:
    """Ranks records by how well they are about a topic."""

    def __init__(self, catalogue: Catalogue, names: NameIndex, search: HybridSearch) -> None:
        self._catalogue = catalogue
        self._names = names
        self._search = search
        self._offerings = [record.id for record in catalogue if record.role == "offering"]

    def rank(self, topic: str, *, message_vector: np.ndarray | None = None, within: Collection[str] | None = None, k: int = 60) -> list[Ranked]:
        """Records about ``topic``, best first.

        :param message_vector: the whole message's vector; it steadies a topic of one or two words.
        """
        allowed = [record for record in self._offerings if within is None or record in within]
        if not allowed:
            return []
        topic_vector = self._search.embed(topic)
        vector = topic_vector if message_vector is None else _unit(0.7 * topic_vector + 0.3 * message_vector)
        hits = self._search.search(topic, k=len(allowed), kinds={"record"}, within=allowed, weights=WEIGHTS, vector=vector)
        best_field: dict[str, float] = {}
        for hit in self._search.search("", k=400, kinds={"field"}, groups=allowed, vector=topic_vector):
            best_field[hit.group] = max(best_field.get(hit.group, 0.0), hit.dense)
        scores = {item.record: item for item in self._names.scores(topic, within=allowed)}
        top_keyword = max((hit.keyword for hit in hits), default=0.0) or 1.0
        ranked = []
        for hit in hits:
            name = scores.get(hit.id)
            coverage = name.context if name else self._names.text_coverage(topic, hit.id)
            dense = max(hit.dense, 0.9 * best_field.get(hit.id, 0.0))
            score = 0.62 * dense + 0.18 * (hit.keyword / top_keyword) * coverage + 0.20 * coverage
            ranked.append(Ranked(hit.id, score, dense, coverage))
        ranked.sort(key=lambda item: item.score, reverse=True)
        return ranked[:k]


def _unit(vector: np.ndarray) -> np.ndarray:
    return np.asarray(vector / (np.linalg.norm(vector) or 1.0), dtype=np.float32)
