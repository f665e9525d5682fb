"""Times of one thing done many times."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

import numpy as np
from pydantic import BaseModel, ConfigDict

__all__ = ["Spread", "spread_of", "timed"]

_Item = TypeVar("_Item")


class Spread(BaseModel):
    """Milliseconds: the median, the slow end, and over how many."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    p50: float
    p95: float
    n: int


def timed(work: Callable[[_Item], object], items: Iterable[_Item]) -> list[float]:
    """Do ``work`` for each item in turn; the milliseconds that each took."""
    taken = []
    for item in items:
        started = time.perf_counter()
        work(item)
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def spread_of(taken: list[float]) -> Spread:
    """Median and 95th percentile.

    :raises ValueError: when nothing was timed.
    """
    if not taken:
        raise ValueError("nothing was timed")
    p50, p95 = np.percentile(taken, (50, 95))
    return Spread(p50=float(p50), p95=float(p95), n=len(taken))
