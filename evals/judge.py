"""Judge one answer against what its case expects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict

from advisor.contract import Answer
from evals.case import Case
from evals.wishes import filter_found

__all__ = ["FIRST", "Failure", "judge"]

#: how many of the recommended records a person is taken to look at
FIRST = 5


class Failure(BaseModel):
    """One thing that does not hold: which check, what was expected, what came."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    check: str
    expected: str
    got: str

    def __str__(self) -> str:
        return f"{self.check}: expected {self.expected}; got {self.got}"


def judge(answer: Answer, case: Case) -> tuple[Failure, ...]:
    """Every expectation of the case that the answer does not meet; empty when it meets all.

    The standing rules, which hold for every answer, are :func:`evals.standing_rules.broken_rules`.
    """
    return (
        *_state(answer, case),
        *_records(answer, case),
        *_citations(answer, case),
        *_text(answer, case),
        *_filters(answer, case),
    )


def _state(answer: Answer, case: Case) -> Iterator[Failure]:
    if case.status is not None and answer.status not in case.status:
        yield Failure(check="status", expected=" or ".join(case.status), got=answer.status)
    if case.reason is not None and answer.reason not in case.reason:
        yield Failure(check="reason", expected=" or ".join(case.reason), got=str(answer.reason))


def _records(answer: Answer, case: Case) -> Iterator[Failure]:
    shown = answer.credentials
    if case.credentials_any and not set(case.credentials_any) & set(shown[:FIRST]):
        expected = f"one of {_listed(case.credentials_any)} among the first {FIRST}"
        yield Failure(check="credentials_any", expected=expected, got=_listed(shown))
    missing = [name for name in case.credentials_all if name not in shown]
    if missing:
        yield Failure(check="credentials_all", expected=f"also {_listed(missing)}", got=_listed(shown))
    barred = [name for name in case.credentials_none if name in shown]
    if barred:
        yield Failure(check="credentials_none", expected=f"without {_listed(barred)}", got=_listed(shown))


def _citations(answer: Answer, case: Case) -> Iterator[Failure]:
    cited = [citation.record for citation in answer.citations]
    if case.cites_any and not set(case.cites_any) & set(cited):
        yield Failure(check="cites_any", expected=f"a citation of {_listed(case.cites_any)}", got=_listed(cited))
    used = {number for claim in answer.claims for number in claim.citations}
    resting = {citation.id for citation in answer.citations if citation.n in used}
    missing = [name for name in case.claims_cite if name not in resting]
    if missing:
        yield Failure(check="claims_cite", expected=f"a claim on {_listed(missing)}", got=_listed(sorted(resting)))


def _text(answer: Answer, case: Case) -> Iterator[Failure]:
    def found(pattern: str) -> re.Match[str] | None:
        return re.search(pattern, answer.text, flags=re.IGNORECASE)

    for pattern in case.match_all:
        if not found(pattern):
            yield Failure(check="match_all", expected=f"text matching {pattern!r}", got="no match")
    if case.match_any and not any(found(pattern) for pattern in case.match_any):
        expected = " or ".join(repr(pattern) for pattern in case.match_any)
        yield Failure(check="match_any", expected=f"text matching {expected}", got="no match")
    for pattern in case.match_none:
        if match := found(pattern):
            yield Failure(check="match_none", expected=f"no text matching {pattern!r}", got=repr(match[0]))


def _filters(answer: Answer, case: Case) -> Iterator[Failure]:
    applied = [item.model_dump(mode="json") for item in answer.filters]
    for wanted in case.filters:
        if not filter_found(wanted, applied):
            came = "; ".join(f"{item['field']} {item['op']} {item['value']!r}" for item in applied) or "no filter"
            expected = f"{wanted.field} {wanted.op or 'eq/any'} {wanted.value!r}"
            yield Failure(check="filters", expected=expected, got=came)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
