"""Rows of one kind of passages, laid out by their groups, so that the nearest of each group is found in one product."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.cosines import cosines
from index.snapshot import Snapshot

__all__ = ["GroupedRows"]


@dataclass(frozen=True, kw_only=True)
class GroupedRows:
    """Vectors of passages, those of one group in a row: group ``n`` begins at ``starts[n]``."""

    groups: tuple[str, ...]
    starts: np.ndarray
    vectors: np.ndarray

    @classmethod
    def of(cls, snapshot: Snapshot, rows: np.ndarray) -> GroupedRows:
        """The passages of ``rows`` (n int64) by their groups, in the order in which the groups first come."""
        places: dict[str, list[int]] = {}
        for row in rows.tolist():
            places.setdefault(snapshot.groups[row], []).append(row)
        order = [row for found in places.values() for row in found]
        in_order = order == list(range(order[0], order[0] + len(order))) if order else True
        # a stretch of the index as it stands is looked at in place, not copied
        vectors = snapshot.vectors[order[0] : order[0] + len(order)] if order and in_order else snapshot.vectors[order]
        starts = np.cumsum([0, *map(len, places.values())][:-1]) if places else np.zeros(0, dtype=np.int64)
        return cls(groups=tuple(places), starts=starts, vectors=vectors)

    def nearest(self, vector: np.ndarray) -> dict[str, float]:
        """Group -> the cosine of its passage that is nearest to ``vector``."""
        if not self.groups:
            return {}
        best = np.maximum.reduceat(cosines(self.vectors, vector), self.starts)
        return dict(zip(self.groups, best.tolist(), strict=True))
