"""What a search gives, and how its two halves are weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["FusionWeights", "Hit"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found."""

    id: str
    kind: str
    group: str
    score: float
    """The fused score that hits are ordered by; compare it within one search only."""
    dense: float
    """Cosine of the question's vector to the passage's, -1 to 1; comparable between searches."""
    keyword: float
    """BM25F, 0 where no word of the question stands in the passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FusionWeights:
    """How much the halves of a hybrid search count. Only their ratio matters."""

    dense: float = 0.6
    keyword: float = 0.4
    fields: Mapping[str, float] = field(default_factory=dict, hash=False)
    """Field name -> weight in the keyword half; a field that is not named weighs 1."""
