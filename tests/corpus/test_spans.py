"""Lengths as records state them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.spans import Span, read_span


@pytest.mark.parametrize(
    ("text", "hours", "weeks"),
    [
        ("60 hours over eight weeks; up to two years to finish", 60, 8),
        ("16 weeks", None, 16),
        ("1,200 hrs", 1200, None),
        ("a ten-day course", None, Decimal(10) / 7),
        ("one year, full-time", None, 52),
        ("two to three years part-time", None, 156),
        ("four two-week courses over 8 weeks", None, 8),
        ("a 10-month cohort; up to three years to finish", None, Decimal("43.45")),
        # limits, rates and the length of a part are not the length
        ("within six years", None, None),
        ("8-12 hours a week in total", None, None),
        ("6 weeks, 3 hours per week", None, 6),
        ("10 weeks at 3 hours/week", None, 10),
        ("two to three days a week", None, None),
        ("three credits and three weeks each", None, None),
        ("up to 10 sessions (three-hour evening online classes)", None, None),
        ("run as one-week intensive seminars", None, None),
        ("about an hour of preparation per session", None, None),
        ("four required courses plus one optional course", None, None),
        ("5 January - 12 April 2026", None, None),
        ("$30 hours", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_read_span(text: str | None, hours: int | None, weeks: Decimal | None) -> None:
    assert read_span(text) == Span(hours=hours, weeks=weeks)


@given(st.integers(1, 999), st.sampled_from(["week", "weeks"]), st.integers(1, 5000))
def test_any_plain_length_is_read(weeks: int, unit: str, hours: int) -> None:
    assert read_span(f"{hours} hours over {weeks} {unit}") == Span(hours=Decimal(hours), weeks=Decimal(weeks))


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    read_span(text)
