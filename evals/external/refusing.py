"""How well one number tells turns that can be answered from turns that cannot."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.converse.evidence import ENOUGH
from evals.external.score import area_under_curve
from evals.figure import Figure, ratio

__all__ = ["refusing_figures"]


def refusing_figures(domain: str, scores: Sequence[float], answerable: Sequence[bool]) -> list[Figure]:
    """Area under the ROC curve, and what refusing below ``ENOUGH`` would do; nothing without turns of both kinds.

    Precision and recall are those of the turns that cannot be answered; ``refused_wrongly`` is of those that can.

    :param scores: how surely each turn can be answered.
    """
    if all(answerable) or not any(answerable):
        return []
    refused = [score < ENOUGH for score in scores]
    pairs = list(zip(refused, answerable, strict=True))
    name = f"{domain}.answerability"
    return [
        area_under_curve(f"{name}.auroc", scores, answerable),
        ratio(f"{name}.refused.precision", [(no and not can, no) for no, can in pairs]),
        ratio(f"{name}.refused.recall", [(no and not can, not can) for no, can in pairs]),
        ratio(f"{name}.refused_wrongly", [(no and can, can) for no, can in pairs]),
    ]
