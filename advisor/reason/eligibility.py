"""Can I get in: every stated requirement checked against what the learner told, and what that comes to.

Pure functions over typed records. The result is never "eligible": the institution decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from advisor.reason.eligibility_checks import check_requirement
from advisor.reason.outcome import ORDER, Verdict
from advisor.understand.understanding import LearnerFacts
from corpus.credential import Credential
from corpus.requirement import Requirement

__all__ = ["Change", "Check", "Eligibility", "Overall", "check_all", "check_eligibility"]

Overall = Literal["appears_to_meet", "does_not_meet", "depends", "nothing_stated", "open"]
#: a rule of another page or another delivery; any other condition is about the person
_ELSEWHERE = re.compile(r"\b(?:page|delivery|offering|intake|cohort)$", re.IGNORECASE)
_EQUIVALENT = re.compile(r"or equivalent|\bequivalen|others considered|also considered", re.IGNORECASE)
#: facts worth asking for; identity, status, disability, income and immigration are never among them
_ASKABLE = {
    "education",
    "field",
    "average",
    "grade",
    "subject",
    "course",
    "experience",
    "credential",
    "age",
    "test",
    "bands",
}


@dataclass(frozen=True, kw_only=True)
class Check:
    """One stated requirement beside what the learner told.

    ``said`` are the learner's words, ``requirement.text`` the record's. ``elsewhere``: stated of another page or
    delivery. ``lacks`` names the fact that would settle it, ``judged`` that the institution judges what was told,
    ``way`` which of the ways of one entry decided.
    """

    requirement: Requirement
    verdict: Verdict
    said: tuple[str, ...] = ()
    lacks: str | None = None
    judged: bool = False
    why: str = ""
    way: str | None = None
    elsewhere: bool = False

    @property
    def counts(self) -> bool:
        """Whether it bears on the whole: asked, of this offering, and more than something to send in."""
        item = self.requirement
        to_gather = item.kind in {"equipment", "documents"} and not item.credential
        return (
            item.strength == "required"
            and item.kind not in {"open", "intended"}
            and not self.elsewhere
            and not to_gather
        )


@dataclass(frozen=True, kw_only=True)
class Change:
    """What could change an unmet requirement: prior learning, an equivalent, or another way that the record states."""

    kind: Literal["plar", "equivalent", "route"]
    field: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Eligibility:
    """Every check of one record, and what they come to.

    ``overall`` "open": nothing that is stated could keep somebody out. ``settle`` names the one missing fact that
    would settle most, of those that may be asked. ``unasked`` names what the learner told of which the record states
    nothing ("schooling").
    """

    record: str
    checks: tuple[Check, ...]
    overall: Overall
    settle: Check | None = None
    could_change: tuple[Change, ...] = ()
    unasked: tuple[str, ...] = ()

    @property
    def working(self) -> dict[str, Any]:
        """The working in plain data, step by step, for ``Answer.findings``."""
        return {
            "record": self.record,
            "overall": self.overall,
            "steps": [
                {
                    "stated": check.requirement.text,
                    "kind": check.requirement.kind,
                    "strength": check.requirement.strength,
                    "alternative": check.requirement.alternative,
                    "condition": check.requirement.condition,
                    "told": list(check.said),
                    "verdict": check.verdict,
                    "why": check.why,
                    "way": check.way,
                }
                for check in self.checks
            ],
            "settle": self.settle.lacks if self.settle else None,
            "could_change": [
                {"kind": item.kind, "field": item.field, "text": item.text} for item in self.could_change
            ],
        }


def check_eligibility(record: Credential, facts: LearnerFacts) -> Eligibility:
    """Check every stated requirement of a record.

    >>> from corpus.load import load_catalogue
    >>> catalogue = load_catalogue(("bc",))
    >>> record = catalogue.record("bcit-electric-vehicle-ev-maintenance-training")
    >>> check_eligibility(record, LearnerFacts(not_held=("Red Seal",), said=("no red seal yet",))).overall
    'does_not_meet'
    """
    checks = tuple(_check(requirement, facts) for requirement in record.requirements)
    return Eligibility(
        record=record.id,
        checks=checks,
        overall=_overall(checks),
        settle=_settle(checks),
        could_change=_changes(record, checks),
        unasked=_unasked(checks, facts),
    )


def check_all(records: Iterable[Credential], facts: LearnerFacts) -> list[Eligibility]:
    """The same check over many records: those that somebody appears to meet first, then open ones, then the rest.

    Records that state nothing come after those that depend on more, and those not met as stated come last.
    """
    checked = [check_eligibility(record, facts) for record in records]
    met = {item.record: sum(1 for check in item.checks if check.verdict == "met") for item in checked}
    return sorted(checked, key=lambda item: (_BEST_FIRST.index(item.overall), -met[item.record], item.record))


_BEST_FIRST: tuple[Overall, ...] = ("appears_to_meet", "open", "depends", "nothing_stated", "does_not_meet")


def _check(requirement: Requirement, facts: LearnerFacts) -> Check:
    outcome = check_requirement(requirement, facts)
    return Check(
        requirement=requirement,
        verdict=outcome.verdict if requirement.strength != "route" else "unknown",
        said=outcome.said,
        lacks=outcome.lacks,
        judged=outcome.judged,
        why=outcome.why,
        way=outcome.way,
        elsewhere=bool(_ELSEWHERE.search(requirement.condition or "")),
    )


def _groups(checks: Sequence[Check]) -> list[list[Check]]:
    """Requirements that all have to be met, each as the list of its alternatives."""
    groups: dict[object, list[Check]] = {}
    for place, check in enumerate(checks):
        if check.counts:
            number = check.requirement.alternative
            groups.setdefault(("any", number) if number is not None else ("one", place), []).append(check)
    return list(groups.values())


def _group_verdict(group: Sequence[Check]) -> Verdict | None:
    """The best of a group; None where it holds only for people of whom nothing was told."""
    best = max(group, key=lambda check: ORDER[check.verdict])
    if best.requirement.condition and best.verdict != "met":
        # "for international applicants": whether it applies is for the learner to say
        return "unknown" if best.said else None
    return best.verdict


def _overall(checks: Sequence[Check]) -> Overall:
    if not checks:
        return "nothing_stated"
    verdicts = [verdict for group in _groups(checks) if (verdict := _group_verdict(group)) is not None]
    if not any(check.counts for check in checks):
        to_gather = any(
            check.requirement.strength == "required" and check.requirement.kind != "open" for check in checks
        )
        return (
            "depends"
            if to_gather and not any(check.requirement.kind == "open" for check in checks)
            else "open"
        )
    if "not_met" in verdicts:
        return "does_not_meet"
    if (
        "unknown" in verdicts
        or not verdicts
        or any(check.elsewhere and check.verdict != "met" for check in checks)
    ):
        return "depends"
    return "appears_to_meet"


def _settle(checks: Sequence[Check]) -> Check | None:
    """The check whose missing fact would settle most: of an open group, the first that may be asked."""
    open_groups = [group for group in _groups(checks) if _group_verdict(group) == "unknown"]
    candidates = [
        check
        for group in open_groups
        for check in group
        if check.verdict == "unknown" and check.lacks in _ASKABLE
    ]
    if not candidates:
        return None
    weight = {lacks: sum(1 for item in candidates if item.lacks == lacks) for lacks in _ASKABLE}
    return max(candidates, key=lambda check: weight[check.lacks or ""])


def _changes(record: Credential, checks: Sequence[Check]) -> tuple[Change, ...]:
    found = [
        Change(kind="route", field="requirements", text=check.requirement.text)
        for check in checks
        if check.requirement.strength == "route"
    ]
    found += [
        Change(kind="equivalent", field="requirements", text=check.requirement.text)
        for check in checks
        if check.counts and check.verdict != "met" and _EQUIVALENT.search(check.requirement.text)
    ]
    if record.plar:
        found.append(Change(kind="plar", field="plar", text=record.plar))
    return tuple(found)


def _unasked(checks: Sequence[Check], facts: LearnerFacts) -> tuple[str, ...]:
    """What the learner told that no stated requirement speaks of."""
    stated = {way.kind for check in checks for way in (check.requirement, *check.requirement.ways)}
    told: list[str] = []
    schooling = facts.education is not None or any(
        item in {"high school", "post-secondary", "degree", "bachelor's degree", "diploma"}
        for item in facts.not_held
    )
    general = any(
        re.search(r"admission requirements|entrance requirements", check.requirement.text) for check in checks
    )
    if schooling and not stated & {"education", "subject"} and not general:
        told.append("schooling")
    return tuple(told)
