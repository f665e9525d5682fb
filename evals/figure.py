"""A measured figure with its n and a bootstrap interval."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

__all__ = ["RESAMPLES", "Figure", "difference", "mean", "ratio"]

RESAMPLES = 2000
_SEED = 20240731
_BOUNDS = (2.5, 97.5)


class Figure(BaseModel):
    """One figure: its value, what it was counted over, and a 95 % interval.

    ``value`` is None where there was nothing to count. ``low`` and ``high`` are percentiles of a bootstrap over cases
    (2,000 resamples, fixed seed).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    value: float | None
    n: int = Field(description="number of things counted: cases, claims, citations, …")
    low: float | None = None
    high: float | None = None


def mean(name: str, values: Sequence[float]) -> Figure:
    """The mean of one value a case."""
    return ratio(name, [(value, 1.0) for value in values])


def ratio(name: str, pairs: Sequence[tuple[float, float]], *, n: int | None = None) -> Figure:
    """Sum of parts over sum of wholes, one (part, whole) a case; cases are resampled with both numbers together.

    :param n: what to give as n; the sum of wholes by default.

    >>> ratio("share", [(1, 2), (3, 3)]).value
    0.8
    """
    table = np.asarray(pairs, dtype=float).reshape(-1, 2)
    parts, wholes = table.sum(axis=0)
    if not wholes:
        return Figure(name=name, value=None, n=0)
    drawn = table[_resampled(len(table))].sum(axis=1)
    drawn = drawn[drawn[:, 1] > 0]
    low, high = np.percentile(drawn[:, 0] / drawn[:, 1], _BOUNDS)
    count = round(wholes) if n is None else n
    return Figure(name=name, value=float(parts / wholes), n=count, low=float(low), high=float(high))


def difference(name: str, before: Sequence[float], after: Sequence[float]) -> Figure:
    """Mean of ``after`` minus ``before``, paired case by case.

    :raises ValueError: when they are not of the same length.
    """
    if len(before) != len(after):
        raise ValueError(f"{len(before)} values before and {len(after)} after cannot be paired")
    return mean(name, [late - early for early, late in zip(before, after, strict=True)])


def _resampled(size: int) -> np.ndarray:
    """Row numbers of every resample, RESAMPLES x size."""
    return np.random.default_rng(_SEED).integers(0, size, size=(RESAMPLES, size))
