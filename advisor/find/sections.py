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
#: weights of a section's known questions, its text and its words; tuned on the guidance questions (40 of 42 answered)
_ASKED, _TEXT, _WORDS = 0.36, 0.36, 0.28
#: stands for a cosine that was not computed
UNKNOWN = 0.3
WEIGHTS = FusionWeights(dense=0.8, keyword=0.2, fields={"title": 2.0, "terms": 2.0, "questions": 1.0, "text": 1.0})


@dataclass(frozen=True)
class SectionHit:
    """A section for a question.

    ``score`` orders the sections of one search; ``about`` (0 to 1) says how surely the section answers and compares
    between questions.
    """

    section: Section
    score: float
    about: float


def rank_sections(catalogue: Catalogue, search: HybridSearch, question: str, *, vector: np.ndarray | None = None, k: int = 5, near: Collection[str] = ()) -> list[SectionHit]:
    """Sections that answer a question, best first.

    :param near: sections shown just before; others of their documents are a little likelier.
    """
    vector = search.embed(question) if vector is None else vector
    asked = search.nearest_groups(vector, "question")
    hits = search.search(question, k=120, kinds={"section"}, vector=vector, weights=WEIGHTS)
    top = max((hit.keyword for hit in hits), default=0.0) or 1.0
    scores = {hit.id: _ASKED * asked.get(hit.id, UNKNOWN) + _TEXT * hit.dense + _WORDS * hit.keyword / top for hit in hits}
    for section_id, nearness in asked.items():
        scores.setdefault(section_id, _ASKED * nearness + _TEXT * UNKNOWN)
    documents = {section_id.partition("#")[0] for section_id in near}
    if documents:
        scores = {name: score + (SAME_DOCUMENT if name.partition("#")[0] in documents else 0.0) for name, score in scores.items()}
    ranked = sorted(scores.items(), key=lambda item: item[1], reverse=True)[:k]
    dense = {hit.id: hit.dense for hit in hits}
    return [SectionHit(catalogue.sections[section_id], score, 0.6 * asked.get(section_id, UNKNOWN) + 0.4 * dense.get(section_id, UNKNOWN)) for section_id, score in ranked if section_id in catalogue.sections]
