"""What kind of message it is nearest to: a prototype of an act, or a question that guidance answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.search import HybridSearch

__all__ = ["Nearest", "nearest_kinds"]


@dataclass(frozen=True)
class Nearest:
    """The nearest act, and the nearest guidance section, each with its cosine."""

    act: str
    score: float
    margin: float  # by how much the act beats the nearest message that is ours to answer
    section: str
    guidance_score: float
    record_score: float  # cosine to the nearest record

    @property
    def explains(self) -> float:
        """By how much guidance is nearer than any record."""
        return self.guidance_score - self.record_score


def nearest_kinds(search: HybridSearch, vector: np.ndarray) -> Nearest:
    """Compare a message with all prototypes and all questions that guidance answers."""
    best: dict[str, float] = {}
    for hit in search.search("", k=400, kinds={"prototype"}, vector=vector):
        best[hit.group] = max(best.get(hit.group, -1.0), hit.dense)
    ours = best.get("ask", 0.0)
    others = {act: score for act, score in best.items() if act != "ask"}
    act = max(others, key=lambda name: others[name], default="ask")
    score = others.get(act, 0.0)
    questions = search.search("", k=1, kinds={"question"}, vector=vector)
    records = search.search("", k=1, kinds={"record"}, vector=vector)
    return Nearest(
        act=act if score > ours else "ask",
        score=score,
        margin=score - ours,
        section=questions[0].group if questions else "",
        guidance_score=questions[0].dense if questions else 0.0,
        record_score=records[0].dense if records else 0.0,
    )
