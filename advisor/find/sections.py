"""Find guidance sections for a question: by their text, and by the questions people ask for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from corpus.catalogue import Catalogue
from corpus.section import Section
from index.hit import FusionWeights
from index.search import HybridSearch

__all__ = ["SectionHit", "rank_sections"]

SAME_DOCUMENT = 0.06
#: stands for a cosine that was not computed
UNKNOWN = 0.3
WEIGHTS = FusionWeights(dense=0.8, keyword=0.2, fields={"title": 2.0, "terms": 2.0, "questions": 1.0, "text": 1.0})


@dataclass(frozen=True)
class SectionHit:
    """A section and how well it answers, 0 to 1, comparable between questions."""

    section: Section
    score: float


def rank_sections(catalogue: Catalogue, search: HybridSearch, question: str, *, vector: np.ndarray | None = None, k: int = 5, near: Collection[str] = ()) -> list[SectionHit]:
    """Sections that answer a question, best first.

    :param near: sections shown just before; others of their documents are a little likelier.
    """
    vector = search.embed(question) if vector is None else vector
    asked = search.nearest_groups(vector, "question")
    hits = search.search(question, k=40, kinds={"section"}, vector=vector, weights=WEIGHTS)
    top = max((hit.keyword for hit in hits), default=0.0) or 1.0
    scores = {hit.id: 0.55 * asked.get(hit.id, UNKNOWN) + 0.35 * hit.dense + 0.10 * hit.keyword / top for hit in hits}
    for section_id, dense in asked.items():
        scores.setdefault(section_id, 0.55 * dense + 0.35 * UNKNOWN)
    documents = {section_id.partition("#")[0] for section_id in near}
    if documents:
        scores = {name: score + (SAME_DOCUMENT if name.partition("#")[0] in documents else 0.0) for name, score in scores.items()}
    ranked = sorted(scores.items(), key=lambda item: item[1], reverse=True)[:k]
    return [SectionHit(catalogue.sections[section_id], score) for section_id, score in ranked if section_id in catalogue.sections]
