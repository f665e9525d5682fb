"""Admission requirements: typed where the words allow, never guessed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.requirements import read_requirement, read_requirements


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Grade 12 or equivalent", {"kind": "education", "level": "grade-12"}),
        ("a bachelor's degree in any field", {"kind": "education", "level": "bachelor"}),
        ("a bachelor's degree with two years of work", {"kind": "education", "level": "bachelor", "years": Decimal(2)}),
        ("English Studies 12 with a C+", {"kind": "subject", "subject": "English Studies 12", "grade": "C+"}),
        ("at least 60% in Pre-calculus 11", {"kind": "subject", "subject": "Pre-calculus 11", "grade": "60%"}),
        ("IELTS 6.5 overall, no band below 6", {"kind": "language", "test": "IELTS", "score": Decimal("6.5"), "band": Decimal(6)}),
        ("proof of English proficiency", {"kind": "language", "test": None}),
        ("three years of experience in trades", {"kind": "experience", "years": Decimal(3)}),
        ("current volunteer role in a community group", {"kind": "experience", "years": None}),
        ("Red Seal carpenter", {"kind": "credential", "credential": "Red Seal carpenter"}),
        ("CFW 113 with a C+", {"kind": "course", "course": "CFW 113"}),
        ("19 years of age or older", {"kind": "age", "age_min": 19, "age_max": None}),
        ("youth aged 15 to 30", {"kind": "age", "age_min": 15, "age_max": 30}),
        ("open to members of the Tarn community", {"members_of": "the Tarn community"}),
        ("a computer with a webcam", {"kind": "equipment"}),
        ("resume and a letter of intent", {"kind": "documents"}),
        ("Canadian citizen or permanent resident", {"kind": "residency"}),
        ("no prerequisites", {"kind": "open", "level": None}),
        ("no experience needed", {"kind": "open"}),
        ("working foresters (intended learners)", {"kind": "intended", "strength": "intended"}),
        ("Grade 12 recommended", {"kind": "education", "level": "grade-12", "strength": "recommended"}),
        ("IELTS 6.0 for international applicants", {"kind": "language", "condition": "international applicants"}),
        ("a keen eye", {"kind": "other", "level": None, "years": None, "strength": "required"}),
    ],
)
def test_read(text: str, facts: dict[str, Any]) -> None:
    found = read_requirement(text)
    assert {name: getattr(found, name) for name in facts} == facts
    assert found.text == text


def test_entries_joined_by_or_are_ways_of_meeting_one_condition() -> None:
    typed = read_requirements(["Grade 12, or", "19 years of age", "a computer"])
    assert [item.alternative for item in typed] == [1, 1, None]


def test_a_leading_or_offers_another_way_of_meeting_the_entry_before_it() -> None:
    typed = read_requirements(["a computer", "Grade 12", "or 3 years of experience in trades"])
    assert [item.alternative for item in typed] == [None, 1, 1]


@given(st.text(max_size=80))
def test_any_text_is_kept_word_for_word(text: str) -> None:
    assert read_requirement(text).text == text
