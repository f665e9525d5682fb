"""Stated start dates against a time that is wished for; what is over says nothing about the next."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.find.starting import all_past, start_verdict
from advisor.understand.understanding import Filter

TODAY = date(2026, 11, 1)


def wish(op: str, value: str) -> Filter:
    return Filter(field="start", op=op, value=value, said=value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stated", "op", "value", "verdict"),
    [
        ("January 2027", "eq", "january", "met"),
        ("Fall", "eq", "fall", "met"),
        ("Fall", "eq", "january", "broken"),
        ("September 2018", "eq", "september", "not_stated"),
        ("2 February 2026", "eq", "february 2026", "met"),
        ("15 March 2027", "lte", "summer", "met"),
        ("15 September 2027", "lte", "summer", "broken"),
        ("15 September 2027", "gte", "january", "met"),
        ("2027-01-11", "eq", "january", "met"),
        ("December 2026", "eq", "soon", "met"),
        ("to be announced", "eq", "january", "not_stated"),
    ],
)
def test_each_verdict(stated: str, op: str, value: str, verdict: str) -> None:
    assert start_verdict([stated], wish(op, value), TODAY) == verdict


def test_a_yearly_start_is_never_over() -> None:
    assert all_past(["27 September 2021", "fall 2024"], TODAY)
    assert not all_past(["27 September 2021", "Fall"], TODAY.replace(year=2020))
    assert not all_past([], TODAY)
