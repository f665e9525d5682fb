"""Who appears to meet what is stated: each kind of check, how they combine, and what can never happen."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.reason.eligibility import Eligibility, check_all, check_eligibility
from advisor.understand.facts import read_facts
from advisor.understand.understanding import LearnerFacts
from corpus.credential import Credential
from corpus.readers.requirements import read_requirements
from corpus.requirement import EDUCATION_LEVELS

RANK = {"does_not_meet": 0, "depends": 1, "appears_to_meet": 2}


def record(*entries: str, plar: str | None = None) -> Credential:
    return Credential(id="x", title="A Thing", institution="Tarn College", requirements=read_requirements(list(entries)), plar=plar)


def check(told: str, *entries: str) -> Eligibility:
    return check_eligibility(record(*entries), read_facts(told))


@pytest.mark.parametrize(
    ("told", "entry", "verdict"),
    [
        ("I finished grade 12", "Grade 12 or equivalent", "met"),
        ("I have a degree in history", "Grade 12", "met"),
        ("I have grade 11", "Grade 12", "not_met"),
        ("I dropped out of high school", "Grade 12", "not_met"),
        ("left school in grade 10", "at least grade 10", "unknown"),
        ("hello", "Grade 12", "unknown"),
        ("I have a diploma in forestry", "bachelor's degree", "not_met"),
        ("I have no degree", "bachelor's degree", "not_met"),
        ("I have a degree in biology", "degree in biology or forestry", "met"),
        ("I have a degree in history", "degree in biology or forestry", "unknown"),
        ("I got a C+ in English 12", "English Studies 12 with a C", "met"),
        ("English 12 was a C", "English Studies 12 or English First Peoples 12 (B) or equivalent", "not_met"),
        ("English First Peoples 12 (B+)", "English Studies 12 or English First Peoples 12 (B) or equivalent", "met"),
        ("I got 72% in math 11", "Foundations of Math 11 at 60%", "unknown"),
        ("I got 72% in foundations 11", "Foundations of Math 11 at 60%", "met"),
        ("biology 11 with a B", "a Grade 11 science", "met"),
        ("missing biology 11", "Biology 11", "not_met"),
        ("6 years as a cook", "two years of related work experience", "met"),
        ("1 year as a cook", "two years of related work experience", "not_met"),
        ("6 years as a cook", "two years of museum work", "unknown"),
        ("Red Seal plumber here", "Red Seal or equivalent", "met"),
        ("Red Seal heavy duty mechanic", "Red Seal automotive technician", "unknown"),
        ("red seal auto tech", "Red Seal automotive technician", "met"),
        ("Red Seal plumber", "existing trade qualification such as plumber, gasfitter or sheet metal worker", "met"),
        ("no red seal yet", "Red Seal automotive technician", "not_met"),
        ("I'm an LPN", "registered nurse (RN/RPN) in good standing in Canada", "unknown"),
        ("I'm an RN", "registered nurse (RN/RPN) in good standing in Canada", "met"),
        ("I took ELSE 452", "ELSE 452", "met"),
        ("I took COMP 251 (C)", "COMP 251 with B or better", "not_met"),
        ("Im 32", "youth aged 15-30", "not_met"),
        ("Im 22", "19 years of age or older", "met"),
        ("Im 22", "multi-barrier youth aged 15-30", "unknown"),
        ("IELTS 7.0 overall, reading 7, writing 7, speaking 7, listening 7", "IELTS 6.5 (no band below 6)", "met"),
        ("IELTS 7.0 overall", "IELTS 6.5 (no band below 6)", "unknown"),
        ("IELTS 6.0 overall", "IELTS 6.5", "not_met"),
        ("TOEFL 100", "IELTS 6.5", "unknown"),
        ("we live in Terrace", "live in Canada", "met"),
        ("we live in Terrace", "Canadian citizens and permanent residents only", "unknown"),
        ("Im 22", "Grade 12 or mature status (19 years of age)", "met"),
        ("I have 15 years as a manager", "one of: a diploma; two years of management experience; or a reference letter", "met"),
    ],
)
def test_one_requirement_against_what_is_told(told: str, entry: str, verdict: str) -> None:
    assert check(told, entry).checks[0].verdict == verdict


@pytest.mark.parametrize(
    "entry",
    ["Indigenous learners in BC", "open to members of the Tarn community", "unemployed individuals", "newcomers to Canada", "KPU students", "Canadian citizens only"],
)
def test_membership_and_status_are_never_inferred(entry: str) -> None:
    told = "I'm Haida from Haida Gwaii, a student and a citizen, unemployed newcomer, member of the Tarn community"
    found = check(told, entry)
    assert found.checks[0].verdict == "unknown"
    assert found.overall == "depends"
    assert found.settle is None


def test_any_alternative_is_enough_and_a_route_never_counts_as_met() -> None:
    entries = ("degree in biology; or", "any other degree plus at least two years of related work; or", "permission of the Dean")
    assert check("history degree with 3 yrs at a parks dept", *entries).overall == "appears_to_meet"
    assert check("I have no degree", *entries).overall == "does_not_meet"


def test_advice_and_intended_learners_never_block() -> None:
    assert check("I have no degree", "background in health is an asset", "for people in resource work (intended learners)").overall == "open"


def test_open_admission_is_told_as_such() -> None:
    assert check("", "no prerequisites").overall == "open"
    assert check_eligibility(record(), LearnerFacts()).overall == "nothing_stated"


def test_a_rule_for_some_applicants_does_not_block_the_others() -> None:
    entries = ("Grade 12", "IELTS 6.0 overall (no band below 5.5) for international applicants")
    assert check("I finished grade 12", *entries).overall == "appears_to_meet"
    assert check("I finished grade 12, IELTS 6.0 overall but my writing is 5.0", *entries).overall == "depends"


def test_two_rules_of_one_record_are_both_shown_and_leave_it_open() -> None:
    entries = ("one year of post-secondary education", "note: another stored page asks for a bachelor's degree plus about two years of work")
    found = check("I have one year of college", *entries)
    assert [item.verdict for item in found.checks] == ["met", "not_met"]
    assert found.overall == "depends"


def test_what_could_change_it_is_named() -> None:
    given_record = record("bachelor's degree or equivalent", "or permission of the Dean", plar="portfolios are assessed")
    found = check_eligibility(given_record, read_facts("I have no degree"))
    assert {item.kind for item in found.could_change} == {"equivalent", "route", "plar"}


def test_the_missing_fact_that_settles_most_is_named() -> None:
    assert check("", "English Studies 12 with a C", "Biology 11", "Grade 12").settle.lacks == "subject"  # type: ignore[union-attr]


def test_what_no_rule_speaks_of_is_noted() -> None:
    assert check("i didnt finish high school", "lived experience is recognized").unasked == ("schooling",)
    assert check("i didnt finish high school", "Grade 12").unasked == ()


def test_the_same_check_over_many_puts_what_fits_first() -> None:
    records = [record(entry).model_copy(update={"id": name}) for name, entry in (("a", "bachelor's degree"), ("b", "Grade 12"), ("c", "no prerequisites"))]
    found = check_all(records, read_facts("I finished grade 12"))
    assert [(item.record, item.overall) for item in found] == [("b", "appears_to_meet"), ("c", "open"), ("a", "does_not_meet")]


def test_the_working_shows_both_sides() -> None:
    step = check("Im 32", "youth aged 15-30").working["steps"][0]
    assert (step["stated"], step["told"], step["verdict"]) == ("youth aged 15-30", ["Im 32"], "not_met")


ENTRIES = [
    "Grade 12 or equivalent", "bachelor's degree", "degree in biology; or", "any other degree plus at least two years of related work",
    "English Studies 12 with a C", "Red Seal automotive technician", "two years of related work experience", "19 years of age or older",
    "IELTS 6.5 overall", "Grade 12 or mature status (19 years of age)", "Indigenous learners", "completed portfolio", "no prerequisites",
    "note: another stored page asks for a bachelor's degree", "minimum B average in any diploma",
]  # fmt: skip
FACTS = st.builds(
    LearnerFacts,
    education=st.sampled_from([None, *EDUCATION_LEVELS]),
    education_said=st.just("my schooling"),
    subjects=st.dictionaries(st.sampled_from(["English 12", "average"]), st.sampled_from(["D", "C", "B", "A"])),
    experience_years=st.sampled_from([None, Decimal(1), Decimal(5)]),
    experience_said=st.just("my work"),
    credentials=st.sampled_from([(), ("Red Seal automotive technician",)]),
    not_held=st.sampled_from([(), ("degree",), ("high school",), ("Red Seal",)]),
    age=st.sampled_from([None, 17, 30]),
    test=st.sampled_from([None, "IELTS"]),
    test_score=st.sampled_from([None, Decimal(5), Decimal(7)]),
    said=st.just(("my schooling", "my work")),
)
#: facts that meet every rule of their kind
BEST = [
    {"education": "graduate", "fields_of_study": ("biology",)},
    {"experience_years": Decimal(60)},
    {"credentials": ("Red Seal automotive technician",)},
    {"test": "IELTS", "test_score": Decimal(9)},
    {"not_held": ()},
]


@given(st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=5), FACTS, st.sampled_from(BEST))
def test_a_fact_that_meets_a_rule_never_makes_anybody_less_eligible(entries: list[str], facts: LearnerFacts, added: dict[str, object]) -> None:
    asked = record(*entries)
    before, after = check_eligibility(asked, facts), check_eligibility(asked, facts.model_copy(update=added))
    assert RANK.get(after.overall, 9) >= RANK.get(before.overall, 9)


@given(st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=5), FACTS, st.integers(0, 6))
def test_a_higher_level_never_makes_anybody_less_eligible(entries: list[str], facts: LearnerFacts, level: int) -> None:
    asked = record(*entries)
    lower = check_eligibility(asked, facts.model_copy(update={"education": EDUCATION_LEVELS[level]}))
    higher = check_eligibility(asked, facts.model_copy(update={"education": EDUCATION_LEVELS[level + 1]}))
    assert RANK.get(higher.overall, 9) >= RANK.get(lower.overall, 9)


@given(st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=5), FACTS)
def test_nobody_who_misses_a_rule_appears_to_meet_all(entries: list[str], facts: LearnerFacts) -> None:
    found = check_eligibility(record(*entries), facts)
    alone = [item for item in found.checks if item.counts and item.requirement.alternative is None and not item.requirement.condition]
    if any(item.verdict == "not_met" for item in alone):
        assert found.overall == "does_not_meet"
    assert len(found.checks) == len(entries)
