"""Check one typed requirement against what the learner told.

What cannot be known from what was told is ``unknown``. Community membership, status, income, disability and
immigration are never inferred, so such requirements always stay ``unknown``: the rule is told, and the learner
matches it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from advisor.reason.checks_person import check_age, check_residence, check_test
from advisor.reason.checks_schooling import (
    check_average,
    check_course,
    check_enrolment,
    check_field,
    check_level,
    check_subject,
)
from advisor.reason.checks_work import check_credential, check_experience
from advisor.reason.outcome import Outcome, best_of, worst_of
from advisor.understand.understanding import LearnerFacts
from corpus.requirement import Requirement, RequirementKind

__all__ = ["check_requirement"]

_Part = Callable[[Requirement, LearnerFacts], Outcome | None]
#: the parts that a requirement of each kind may have; all that it states have to be met
_PARTS: dict[RequirementKind, tuple[_Part, ...]] = {
    "education": (check_level, check_field, check_average, check_experience, check_age),
    "subject": (check_subject,),
    "experience": (check_experience,),
    "credential": (check_credential,),
    "course": (check_course,),
    "language": (check_test,),
    "age": (check_age,),
    "residency": (check_residence,),
    "documents": (check_credential,),
    "other": (check_average,),
    "equipment": (),
    "community": (),
    "enrolment": (check_enrolment,),
    "intended": (),
    "open": (),
}


def check_requirement(requirement: Requirement, facts: LearnerFacts) -> Outcome:
    """Check one requirement; where it lists ways, the best of them counts.

    >>> from corpus.readers.requirements import read_requirement
    >>> rule = read_requirement("Grade 12 or mature status (19 years of age)")
    >>> check_requirement(rule, LearnerFacts(age=22, age_said="22")).way
    'mature status (19 years of age)'
    """
    if requirement.ways:
        return best_of(replace(check_requirement(way, facts), way=way.text) for way in requirement.ways)
    parts = [outcome for check in _PARTS[requirement.kind] if (outcome := check(requirement, facts)) is not None]
    if not parts:
        return Outcome(verdict="unknown", why="nothing told bears on it")
    return worst_of(parts)
