"""What an offering is asked for in is read from where it stands; for whom, where and when are no subject."""

from __future__ import annotations

import pytest

from advisor.understand.subject import subject_phrases


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("want the pharmacy technician micro-credential", [("pharmacy", "technician")]),
        ("any certificate in dog grooming on the island", [("dog", "grooming")]),
        ("is there a michif language class we could bring here", [("michif", "language")]),
        ("crane operator ticket, kitimat", [("crane", "operator")]),
        ("heavy equipment operator for my brother", [("heavy", "equipment", "operator")]),
        ("is the course still open", []),
        ("quickest online course for my wife", []),
        ("weeknight training for two staff", []),
        ("training for Indigenous youth", [("indigenous",)]),
        ("what's the Canada-wide prescribed fire program", [("prescribed", "fire")]),
        ("need a co-management course", [("management",)]),
        ("how much is it", []),
    ],
)
def test_subjects_are_read_from_the_words_beside_an_offering(text: str, phrases: list[tuple[str, ...]]) -> None:
    assert subject_phrases(text) == phrases
