"""Marks of different scales are compared only where the provincial scale allows it."""

import pytest

from advisor.reason.grades import at_least


@pytest.mark.parametrize(
    ("told", "asked", "school", "expected"),
    [
        ("C+", "C", True, True),
        ("C-", "C", True, False),
        ("a", "B+", True, True),
        ("67%", "C+", True, True),
        ("66%", "C+", True, False),
        ("C", "60%", True, True),
        ("C", "65%", True, None),
        ("C-", "60%", True, False),
        ("A", "86%", True, True),
        ("74%", "B+ (76%)", False, False),
        ("B+", "B+ (76%)", False, True),
        ("B", "70%", False, None),
        ("pass", "C", True, None),
    ],
)
def test_marks(told: str, asked: str, school: bool, expected: bool | None) -> None:
    assert at_least(told, asked, school=school) is expected
