"""Whether what is said is held by what is cited."""

from __future__ import annotations

from collections.abc import Sequence

from evals.figure import Figure, ratio
from evals.result import CaseResult

__all__ = ["wording_figures"]


def wording_figures(results: Sequence[CaseResult]) -> list[Figure]:
    """``citation.recall`` and ``citation.precision`` (ALCE, by our gates) and ``numbers.fidelity``, over claims."""
    counts = [result.counts for result in results]
    return [
        ratio("citation.recall", [(item.supported, item.claims) for item in counts]),
        ratio("citation.precision", [(item.precise, item.citations) for item in counts]),
        ratio("numbers.fidelity", [(item.faithful, item.number_claims) for item in counts]),
    ]
