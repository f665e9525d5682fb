"""The figures of a run: what is counted, and by which definition."""

from __future__ import annotations

from collections.abc import Sequence

from evals.figure import Figure
from evals.metrics.finding import finding_figures
from evals.metrics.passing import passing_figures
from evals.metrics.refusing import refusing_figures
from evals.metrics.turns import turn_figures
from evals.metrics.wording import wording_figures
from evals.result import CaseResult

__all__ = ["all_figures"]


def all_figures(results: Sequence[CaseResult]) -> tuple[Figure, ...]:
    """Every figure that has something to count, in the order in which people read them."""
    figures = (
        *passing_figures(results),
        *finding_figures(results),
        *wording_figures(results),
        *refusing_figures(results),
        *turn_figures(results),
    )
    return tuple(figure for figure in figures if figure.n)
