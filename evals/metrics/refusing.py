"""Abstaining: when the catalogue cannot carry an answer, and only then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from advisor.contract import Reason
from evals.case import KINDS, Case
from evals.figure import Figure, mean
from evals.result import CaseResult

__all__ = ["refusing_figures", "right_reasons"]

_REASONS = frozenset(get_args(Reason))


def refusing_figures(results: Sequence[CaseResult]) -> list[Figure]:
    """``abstain.*`` and ``refused_wrongly``.

    Recall counts the cases to which a plain answer is wrong: the status must be one that the case takes. Precision
    counts the answers that abstained or asked back: the case must take that. Category counts the cases that name a
    reason or whose kind is one: the answer's reason must be it.
    """
    due = [result for result in results if result.case.must_refuse]
    given = [result for result in results if result.refused]
    reasoned = [result for result in results if right_reasons(result.case)]
    answerable = [result for result in results if result.case.must_answer]
    kinds = [kind for kind in KINDS if kind in _REASONS]
    return [
        mean("abstain.recall", [_status_taken(result) for result in due]),
        *(
            mean(f"abstain.recall.{kind}", [_status_taken(result) for result in due if result.case.kind == kind])
            for kind in kinds
        ),
        mean("abstain.precision", [_status_taken(result) for result in given]),
        mean("abstain.category", [_right_reason(result) for result in reasoned]),
        *(
            mean(f"abstain.category.{kind}", [_right_reason(result) for result in reasoned if result.case.kind == kind])
            for kind in kinds
        ),
        mean("refused_wrongly", [result.refused for result in answerable]),
    ]


def right_reasons(case: Case) -> tuple[str, ...]:
    """The reasons that are right for a case: those it names, else its kind where an answer to it must be refused."""
    if case.reason is not None:
        return case.reason
    return (case.kind,) if case.kind in _REASONS and case.must_refuse else ()


def _status_taken(result: CaseResult) -> bool:
    accepted = result.case.status
    return result.answer is not None and (accepted is None or result.answer.status in accepted)


def _right_reason(result: CaseResult) -> bool:
    return result.answer is not None and result.answer.reason in right_reasons(result.case)
