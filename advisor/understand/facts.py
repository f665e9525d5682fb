"""What the learner told of themselves, or of the person they ask for, with the words it was read from.

Identity, status, income, disability and immigration are never read.
"""

from __future__ import annotations

from typing import Any

from advisor.understand.facts_person import read_age, read_residence, read_test
from advisor.understand.facts_schooling import read_in_school, read_schooling
from advisor.understand.facts_subjects import read_courses, read_subjects
from advisor.understand.facts_told import Told
from advisor.understand.facts_work import read_experience, read_occupations, read_tickets
from advisor.understand.understanding import LearnerFacts

__all__ = ["read_facts"]


def read_facts(text: str) -> LearnerFacts:
    """Read the facts of a cleaned message.

    >>> facts = read_facts("i didnt finish high school but ive sat on council 6 years")
    >>> facts.not_held, facts.experience_years
    (('high school',), Decimal('6'))
    """
    used: list[Told[Any]] = []
    given: dict[str, Any] = {}

    schooling = read_schooling(text)
    if (highest := schooling.highest) is not None:
        given |= {"education": highest.value, "education_said": highest.said}
    used += [*schooling.levels, *schooling.fields, *schooling.not_held]

    if now := read_in_school(text):
        given["in_school"] = now.said
        used.append(now)
    subjects, missing_subjects = read_subjects(text)
    courses = read_courses(text)
    given["subjects"] = dict(told.value for told in subjects) | {
        name: grade for name, grade in (told.value for told in courses) if grade
    }
    given["courses"] = _each(told.value[0] for told in courses)
    used += [*subjects, *missing_subjects, *courses]

    if experience := read_experience(text):
        given |= {"experience_years": experience.value[0], "experience_said": experience.value[1]}
        used.append(experience)
    held, missing_tickets = read_tickets(text)
    occupations = read_occupations(text)
    given["credentials"] = _each(told.value for told in held)
    given["occupations"] = _each(told.value for told in occupations)
    used += [*held, *missing_tickets, *occupations]

    given["fields_of_study"] = _each(told.value for told in schooling.fields)
    given["not_held"] = _each(
        told.value for told in (*schooling.not_held, *missing_subjects, *missing_tickets)
    )
    _person(text, given, used)
    given["said"] = _each(told.said for told in sorted(used, key=lambda told: told.start))
    return LearnerFacts(**given)


def _person(text: str, given: dict[str, Any], used: list[Told[Any]]) -> None:
    """Age, residence and language test."""
    if age := read_age(text):
        given |= {"age": age.value, "age_said": age.said}
        used.append(age)
    if residence := read_residence(text):
        given["residence"] = residence.value
        used.append(residence)
    if test := read_test(text):
        given |= {
            "test": test.value.name,
            "test_score": test.value.overall,
            "test_bands": test.value.bands,
            "test_said": test.said,
        }
        used.append(test)


def _each(items: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
