"""How many cases pass: all, by kind, and by what was checked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from evals.case import KINDS
from evals.figure import Figure, mean
from evals.result import CaseResult

__all__ = ["passing_figures"]

_VALUE = frozenset({"match_all", "match_any", "match_none"})
_RECORD = frozenset({"cites_any", "credentials_any", "credentials_all", "credentials_none", "claims_cite"})


def passing_figures(results: Sequence[CaseResult]) -> list[Figure]:
    """Pass rates (``pass.*``), standing rules, right values and records of facts, filters, several intents.

    ``filters.exact`` counts cases that state filters: every one was applied with the right operator and value.
    """
    facts = [result for result in results if result.case.kind == "fact"]
    several = [result for result in results if result.case.kind == "multi_intent" or len(result.case.intents) > 1]
    filtered = [result for result in results if result.case.filters]
    return [
        mean("pass.all", [result.passed for result in results]),
        *(mean(f"pass.{kind}", [result.passed for result in results if result.case.kind == kind]) for kind in KINDS),
        mean("rules.kept", [_answered(result) and not result.broken for result in results]),
        mean("fact.value", [_holds(result, _VALUE) for result in facts]),
        mean("fact.record", [_holds(result, _RECORD) for result in facts]),
        mean("filters.exact", [_holds(result, {"filters"}) for result in filtered]),
        mean("intents.all_answered", [result.passed for result in several]),
    ]


def _answered(result: CaseResult) -> bool:
    return result.answer is not None


def _holds(result: CaseResult, checks: Collection[str]) -> bool:
    return _answered(result) and not any(failure.check in checks for failure in result.failures)
