"""Checks of age, language test and place of living. Citizenship, status and membership are never inferred."""

from __future__ import annotations

import re

from advisor.reason.outcome import Outcome, words_for
from advisor.understand.text import fold
from advisor.understand.understanding import LearnerFacts
from corpus.places import gazetteer
from corpus.requirement import Requirement

__all__ = ["check_age", "check_residence", "check_test"]

#: an age rule that also names a group of people: the age alone does not meet it
_GROUP_TOO = re.compile(r"barrier|unemployed|income|living with|indigenous|newcomer|in care|first nations", re.IGNORECASE)


def check_age(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """The age told against the ages stated."""
    if requirement.age_min is None and requirement.age_max is None:
        return None
    if facts.age is None:
        return Outcome(verdict="unknown", lacks="age")
    said = (facts.age_said or str(facts.age),)
    if not (requirement.age_min or 0) <= facts.age <= (requirement.age_max or 200):
        return Outcome(verdict="not_met", said=said, why="the age told lies outside the ages stated")
    if _GROUP_TOO.search(requirement.text):
        return Outcome(verdict="unknown", said=said, why="the age fits; the rest of the rule is for the learner to match")
    return Outcome(verdict="met", said=said, why="the age told lies within the ages stated")


def check_test(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """Scores of the same language test; scores of different tests are never compared."""
    if requirement.test is None or (requirement.score is None and requirement.band is None):
        return None
    if facts.test is None or fold(facts.test) != fold(requirement.test):
        return Outcome(verdict="unknown", said=(facts.test_said,) if facts.test_said else (), lacks=None if facts.test else "test", why="another test" if facts.test else "")
    said = (facts.test_said or facts.test,)
    low = [skill for skill, band in facts.test_bands.items() if requirement.band is not None and band < requirement.band]
    short = requirement.score is not None and facts.test_score is not None and facts.test_score < requirement.score
    if low or short:
        return Outcome(verdict="not_met", said=said, why=" and ".join([*low, *(["overall"] if short else [])]))
    if requirement.score is not None and facts.test_score is None:
        return Outcome(verdict="unknown", said=said, lacks="test")
    if requirement.band is not None and len(facts.test_bands) < 4:
        return Outcome(verdict="unknown", said=said, lacks="bands")
    return Outcome(verdict="met", said=said, why="the scores told are at least the scores stated")


def check_residence(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """Where somebody lives, where the rule is about living somewhere and nothing else."""
    place = gazetteer().places.get(facts.residence or "")
    if place is None or re.search(r"citizen|permanent", requirement.text, re.IGNORECASE):
        return None
    rule = fold(requirement.text.split(";")[0])
    named = fold(place.name) in rule or (place.region is not None and fold(place.region) in rule)
    if named or (place.region is not None and re.search(r"\bin (?:canada|bc|b\.c\.|british columbia)\b|\bcanadian address\b", rule)):
        return Outcome(verdict="met", said=words_for(facts, place.name) or (place.name,), why="the place told lies where the rule says")
    return None
