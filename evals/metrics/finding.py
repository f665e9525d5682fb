"""Finding: whether the right offerings stand among the first ones, and whether others do too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evals.case import Case
from evals.figure import Figure, mean, ratio
from evals.judge import FIRST
from evals.result import CaseResult

__all__ = ["finding_figures", "ranking_figures"]


def finding_figures(results: Sequence[CaseResult]) -> list[Figure]:
    """``find.*``: ranking, and precision of what is shown.

    ``find.precision`` counts every shown record that the case does not expect as wrong, so it is a lower bound;
    ``find.precision_judged`` counts only records that the case speaks of. ``find.keeps_wishes``: no shown record is
    barred by the case or known to break an applied filter.
    """
    found = [result for result in results if result.case.kind == "find" and _wanted(result.case)]
    shown = {result.case.id: _shown(result) for result in found}
    return [
        *ranking_figures("find", {result.case.id: _wanted(result.case) for result in found}, shown),
        ratio("find.precision", [_precision(result) for result in found]),
        ratio("find.precision_judged", [_judged(result) for result in found]),
        mean("find.keeps_wishes", [_keeps(result) for result in found]),
        mean("find.shown", [len(shown[result.case.id]) for result in found]),
    ]


def ranking_figures(
    prefix: str, wanted: Mapping[str, Sequence[str]], shown: Mapping[str, Sequence[str]]
) -> list[Figure]:
    """Hit@5, recall@5, MRR and nDCG@5 of lists of record ids, best first, by ir-measures' definitions.

    :param wanted: case id -> the record ids that are right.
    :param shown: case id -> the record ids that were given; a case without any counts as nothing found.
    """
    import ir_measures
    from ir_measures import RR, R, Success, nDCG

    judged = [ir_measures.Qrel(case, name, 1) for case, names in wanted.items() for name in names]
    run = [
        ir_measures.ScoredDoc(case, name, float(-place))
        for case in wanted
        for place, name in enumerate(dict.fromkeys(shown.get(case, ())))
    ]
    measures = {f"hit@{FIRST}": Success @ FIRST, f"recall@{FIRST}": R @ FIRST, "mrr": RR, f"ndcg@{FIRST}": nDCG @ FIRST}
    values: dict[tuple[str, str], float] = {}
    if run:
        for item in ir_measures.iter_calc(list(measures.values()), judged, run):
            values[str(item.measure), item.query_id] = float(item.value)
    return [
        mean(f"{prefix}.{name}", [values.get((str(measure), case), 0.0) for case in wanted])
        for name, measure in measures.items()
    ]


def _wanted(case: Case) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*case.credentials_any, *case.credentials_all)))


def _shown(result: CaseResult) -> tuple[str, ...]:
    return result.answer.credentials if result.answer else ()


def _precision(result: CaseResult) -> tuple[float, float]:
    shown = _shown(result)
    return len(set(shown) & set(_wanted(result.case))), len(shown)


def _judged(result: CaseResult) -> tuple[float, float]:
    right = len(set(_shown(result)) & set(_wanted(result.case)))
    return right, right + len(set(_shown(result)) & set(result.case.credentials_none))


def _keeps(result: CaseResult) -> bool:
    barred = set(_shown(result)) & set(result.case.credentials_none)
    return result.answer is not None and not barred and not result.counts.breaking
