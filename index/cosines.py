"""Cosines to many vectors, in stretches short enough for one core.

Above some half a million numbers the linear algebra library splits a product over all cores and waits, busily, for the
slowest; where other work keeps one of them, that takes fifty times as long as one core alone.
"""

from __future__ import annotations

import numpy as np

__all__ = ["cosines"]

_STRETCH = 1024


def cosines(vectors: np.ndarray, vector: np.ndarray) -> np.ndarray:
    """The cosine of each row of ``vectors`` (n x 384, each of length one) to ``vector``, as n float32."""
    found = np.empty(len(vectors), dtype=np.float32)
    for start in range(0, len(vectors), _STRETCH):
        np.dot(vectors[start : start + _STRETCH], vector, out=found[start : start + _STRETCH])
    return found
