"""Limits read from one grammar: bounds, ranges, vague counts, and numbers that limit nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from advisor.understand.amounts import read_amounts
from corpus.folding import fold


def limits(text: str) -> list[tuple[str, str, Decimal]]:
    return [(item.field, item.op, item.value) for item in read_amounts(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a couple hundred bucks", [("fee", "lte", Decimal(200))]),
        ("something around $600", [("fee", "lte", Decimal(600))]),
        ("500$ max", [("fee", "lte", Decimal(500))]),
        ("between 500 and 1000 dollars", [("fee", "lte", Decimal(1000)), ("fee", "gte", Decimal(500))]),
        ("project management $400-700", [("fee", "lte", Decimal(700))]),
        ("digital skills, about 40 hours", [("hours", "lte", Decimal(40))]),
        ("between 50 and 80 hours long", [("hours", "lte", Decimal(80)), ("hours", "gte", Decimal(50))]),
        ("at least 30 hours", [("hours", "gte", Decimal(30))]),
        ("max 3 days", [("weeks", "lte", Decimal("0.4"))]),
        ("a five day wildfire course", [("weeks", "lte", Decimal("0.7"))]),
        ("nothing over 5 months", [("weeks", "lte", Decimal("21.7"))]),
        ("can't be away more than 2 weeks", [("weeks", "lte", Decimal("2.0"))]),
        ("under $500 or at most $700", [("fee", "lte", Decimal(700))]),
        ("online + no more than 60 hrs + forestry", [("hours", "lte", Decimal(60))]),
        ("60+ hours", [("hours", "gte", Decimal(60))]),
        ("the fee shouldn't be more than 900 dollars", [("fee", "lte", Decimal(900))]),
        ("it must not exceed 6 weeks", [("weeks", "lte", Decimal("6.0"))]),
        ("that isn't longer than a month", [("weeks", "lte", Decimal("4.3"))]),
        ("without going over 600 dollars", [("fee", "lte", Decimal(600))]),
        ("anything over $500 is too much", [("fee", "lte", Decimal(500))]),
        ("more than 10 weeks won't work", [("weeks", "lte", Decimal("10.0"))]),
        ("not less than 90 hours", [("hours", "gte", Decimal(90))]),
        ("a few hundred bucks is all i have", [("fee", "lte", Decimal(300))]),
        ("less than half a year", [("weeks", "lte", Decimal("26.0"))]),
    ],
)
def test_what_a_message_limits(text: str, expected: list[tuple[str, str, Decimal]]) -> None:
    assert limits(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "i work about 40 hours a week",
        "within 2 hours of quesnel",
        "terrace is about 2 hours away",
        "a couple of months ago",
        "been here a couple of months",
        "i make less than $30,000 a year",
        "$15 an hour",
        "i'm over 60",
        "the 8 week one",
        "i did a 6 week course",
        "worked in a mill for 20+ years",
        "in a year or two i want to be a nurse",
        "from 9 to 5",
        "60 hours + forestry",
        "mostly from home but a week or so on campus is ok",
        "a weekend on site would be fine",
        "over 50 students",
    ],
)
def test_numbers_that_limit_nothing(text: str) -> None:
    assert limits(text) == []
