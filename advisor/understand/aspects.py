"""Aspects: which fields a question is about, told by the known questions it is nearest to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np

from index.passage import Passage
from index.search import HybridSearch

__all__ = ["SETTLED", "SURE", "Aspect", "aspect_passages", "nearest_aspects"]

_FILE = Path(__file__).with_name("aspects.txt")
#: cosine to a known question from which on a field counts as asked about, and how far behind the best it may be
FLOOR = 0.40
CLOSE = 0.06
#: a field that no cue names is asked about beside one that a cue names only when it is this near
SURE = 0.54
#: from here on a part of a message is a known question in other words
SETTLED = 0.72

Aspect = tuple[str, float]


@cache
def aspect_passages() -> tuple[Passage, ...]:
    """One passage a known question, grouped by the field that it asks about."""
    passages: list[Passage] = []
    field = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("[") and text.endswith("]"):
            field = text[1:-1]
        elif text and not text.startswith("#"):
            passages.append(Passage(id=f"{field}~ask{len(passages)}", kind="aspect", group=field, text=text))
    return tuple(passages)


def nearest_aspects(search: HybridSearch, vector: np.ndarray) -> list[Aspect]:
    """Fields whose known questions are near to a question, nearest first, with their cosine."""
    best = search.nearest_groups(vector, "aspect")
    ranked = sorted(best.items(), key=lambda item: item[1], reverse=True)
    return [(field, score) for field, score in ranked if score >= FLOOR and score >= ranked[0][1] - CLOSE]
