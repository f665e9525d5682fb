"""Notes: facts for learners, remarks for editors, and no sentence lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.readers.notes import sort_notes


@pytest.mark.parametrize(
    ("note", "facts", "remarks"),
    [
        ("Live on Zoom at set times.", ("Live on Zoom at set times.",), ()),
        ("duration_hours stays null.", (), ("duration_hours stays null.",)),
        ("It runs twice. The original was not found.", ("It runs twice.",), ("The original was not found.",)),
        ("", (), ()),
    ],
)
def test_sort(note: str, facts: tuple[str, ...], remarks: tuple[str, ...]) -> None:
    assert sort_notes([note]) == (facts, remarks)


@given(st.lists(st.text(max_size=80), max_size=4))
def test_no_word_is_lost(notes: list[str]) -> None:
    facts, remarks = sort_notes(notes)
    assert sorted(" ".join([*facts, *remarks]).split()) == sorted(" ".join(notes).split())
