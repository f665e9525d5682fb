"""Scores of several texts over the same passages, for callers that weigh texts against each other themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

__all__ = ["ScoreTable"]


@dataclass(frozen=True, kw_only=True)
class ScoreTable:
    """Both halves of a search for each of m texts over n passages. Made by ``HybridSearch.scores``."""

    rows: np.ndarray
    """n int64: which passages, as the index numbers them."""
    groups: np.ndarray
    """n int64: passages of one group share a number; a passage without a group has one of its own."""
    dense: np.ndarray
    """m x n float32: cosines."""
    keyword: np.ndarray
    """m x n float32: BM25F."""
    ceilings: np.ndarray
    """m float64: the keyword score that a passage repeating every known term of the text comes near to."""

    def best_of_group(self, scores: np.ndarray) -> np.ndarray:
        """For each passage the best of ``scores`` (n) within its group, as n numbers."""
        if not scores.size:
            return scores
        best = np.full(int(self.groups.max()) + 1, -np.inf, dtype=scores.dtype)
        np.maximum.at(best, self.groups, scores)
        return np.asarray(best[self.groups])
