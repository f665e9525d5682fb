"""Wishes that exclude each other, and those that leave a choice."""

from __future__ import annotations

import pytest

from advisor.understand.amounts import read_amounts
from advisor.understand.clashing import clashing_wishes


@pytest.mark.parametrize(
    "text",
    [
        "in person welding but i can't leave home",
        "online only, in a terrace classroom, governance",
        "100% online but also in person every day",
        "must be fully online but i want to be in a classroom with people",
        "self paced but with live classes",
        "under $500 and at least $2000",
        "over 200 hours but under 100 hours",
    ],
)
def test_no_offering_can_be_both(text: str) -> None:
    assert clashing_wishes(text, read_amounts(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "online or in person",
        "online with some in person",
        "online and in person",
        "not in person, online only",
        "only online, i can't do in person",
        "fully online. i hate in person",
        "self paced or live classes",
        "between 500 and 1000 dollars",
        "fully online or do i have to be on campus",
    ],
)
def test_what_leaves_a_choice(text: str) -> None:
    assert clashing_wishes(text, read_amounts(text)) is None
