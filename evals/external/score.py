"""Score a retrieval by published definitions, and compare two of them query by query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from evals.external.dataset import Query
from evals.figure import RESAMPLES, Figure

__all__ = ["MEASURES", "area_under_curve", "score_run"]

MEASURES = ("ndcg@5", "r@5")


def score_run(
    queries: Sequence[Query], right: Mapping[str, frozenset[str]], found: Mapping[str, Sequence[tuple[str, float]]]
) -> dict[str, list[float]]:
    """nDCG@5 and R@5 of each query, in the queries' order; a query that found nothing scores 0."""
    import ir_measures
    from ir_measures import R, nDCG

    measures = {"ndcg@5": nDCG @ 5, "r@5": R @ 5}
    judged = [ir_measures.Qrel(query.id, name, 1) for query in queries for name in right[query.id]]
    # ties are broken by place here, since ir-measures would break them by the passage's id
    run = [
        ir_measures.ScoredDoc(query.id, name, float(-place))
        for query in queries
        for place, (name, _) in enumerate(found.get(query.id, ()))
    ]
    values: dict[tuple[str, str], float] = {}
    if run:
        for item in ir_measures.iter_calc(list(measures.values()), judged, run):
            values[str(item.measure), item.query_id] = float(item.value)
    return {name: [values.get((str(measure), query.id), 0.0) for query in queries] for name, measure in measures.items()}


def area_under_curve(name: str, scores: Sequence[float], positive: Sequence[bool]) -> Figure:
    """Area under the ROC curve of ``scores`` for telling ``positive`` ones, ties counting half, with an interval."""
    values, flags = np.asarray(scores, dtype=float), np.asarray(positive, dtype=bool)
    if not len(values) or flags.all() or not flags.any():
        return Figure(name=name, value=None, n=len(values))
    rng = np.random.default_rng(1)
    areas = []
    for _ in range(RESAMPLES):
        rows = rng.integers(0, len(values), len(values))
        if flags[rows].any() and not flags[rows].all():
            areas.append(_area(values[rows], flags[rows]))
    low, high = np.percentile(areas, (2.5, 97.5))
    return Figure(name=name, value=_area(values, flags), n=len(values), low=float(low), high=float(high))


def _area(values: np.ndarray, flags: np.ndarray) -> float:
    negative = np.sort(values[~flags])
    below = np.searchsorted(negative, values[flags], side="left")
    level = np.searchsorted(negative, values[flags], side="right") - below
    return float((below + level / 2).sum() / (flags.sum() * (~flags).sum()))
