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
    distress: float  # cosine to the nearest message of distress
    record_score: float  # cosine to the nearest record

    @property
    def explains(self) -> float:
        """By how much guidance is nearer than any record."""
        return self.guidance_score - self.record_score


def nearest_kinds(search: HybridSearch, vector: np.ndarray) -> Nearest:
    """Compare a message with all prototypes and all questions that guidance answers."""
    best = search.nearest_groups(vector, "prototype")
    ours = best.pop("ask", 0.0)
    act = max(best, key=best.__getitem__, default="ask")
    score = best.get(act, 0.0)
    questions = search.nearest_groups(vector, "question")
    section = max(questions, key=questions.__getitem__, default="")
    return Nearest(
        act=act if score > ours else "ask",
        score=score,
        margin=score - ours,
        section=section,
        guidance_score=questions.get(section, 0.0),
        distress=best.get("distress", 0.0),
        record_score=max(search.nearest_groups(vector, "record").values(), default=0.0),
    )
