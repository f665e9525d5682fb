"""Conversations: questions that need earlier turns, against the same questions asked in one."""

from __future__ import annotations

from collections.abc import Sequence

from evals.figure import Figure, difference, mean, ratio
from evals.result import CaseResult

__all__ = ["turn_figures"]


def turn_figures(results: Sequence[CaseResult]) -> list[Figure]:
    """``turns.multi`` and ``turns.twin`` over pairs of a multi-turn case and its standalone twin.

    ``turns.kept`` is the share of the twins' accuracy that the conversations keep.
    """
    by_id = {result.case.id: result for result in results}
    pairs = [(by_id[twin], result) for result in results if (twin := result.case.twin) in by_id]
    talk = [float(multi.passed) for multi, _ in pairs]
    alone = [float(single.passed) for _, single in pairs]
    return [
        mean("turns.multi", talk),
        mean("turns.twin", alone),
        difference("turns.difference", alone, talk),
        ratio("turns.kept", list(zip(talk, alone, strict=True)), n=len(pairs)),
    ]
