"""Wishes read from the words they were said in: operators, negation, alternatives, amounts, and what is none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.understand.text import clean, fold
from advisor.understand.understanding import Filter
from advisor.understand.wishes import read_wishes


def read(text: str, **options: bool) -> list[Filter]:
    return list(read_wishes(fold(clean(text)), **options))


def wishes(text: str, **options: bool) -> list[tuple[str, str, Any]]:
    return [(item.field, item.op, item.value) for item in read(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("something online", ("delivery", "eq", "online")),
        ("100% online forestry", ("delivery", "eq", "online")),
        ("anything i can do from home", ("delivery", "eq", "online")),
        ("face-to-face only", ("delivery", "eq", "in-person")),
        ("in person please", ("delivery", "eq", "in-person")),
        ("a hybrid class", ("delivery", "eq", "blended")),
        ("online or in person", ("delivery", "any", ("online", "in-person"))),
        ("not online", ("delivery", "not", "online")),
        ("I don't want online", ("delivery", "not", "online")),
        ("anything but in-person", ("delivery", "not", "in-person")),
        ("self paced stuff", ("timing", "eq", "asynchronous")),
        ("at my own pace", ("timing", "eq", "asynchronous")),
        ("nothing live", ("timing", "eq", "asynchronous")),
        ("i refuse to do anything live", ("timing", "eq", "asynchronous")),
        ("live classes", ("timing", "eq", "synchronous")),
        ("evenings only", ("schedule", "eq", "evening")),
        ("weekends are best", ("schedule", "eq", "weekend")),
        ("not on weekends", ("schedule", "not", "weekend")),
        ("part-time", ("schedule", "eq", "part-time")),
        ("non-credit", ("credit_bearing", "eq", False)),
        ("I dont need credits", ("credit_bearing", "eq", False)),
        ("for university credit", ("credit_bearing", "eq", True)),
        ("Indigenous-led training", ("indigenous_focus", "eq", True)),
        ("delivered in our community", ("community_delivery", "eq", True)),
        ("only micro-credentials", ("type", "eq", "micro")),
        ("just a diploma", ("type", "eq", "diploma")),
        ("starting in September", ("start", "eq", "september")),
    ],
)
def test_each_kind_of_wish(text: str, expected: tuple[str, str, Any]) -> None:
    assert wishes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under $500", ("fee", "lte", Decimal(500))),
        ("less than 1,200 dollars", ("fee", "lte", Decimal(1200))),
        ("my budget is 2k", ("fee", "lte", Decimal(2000))),
        ("no more than five hundred bucks", ("fee", "lte", Decimal(500))),
        ("i only have $300", ("fee", "lte", Decimal(300))),
        ("under a grand", ("fee", "lte", Decimal(1000))),
        ("free", ("fee", "lte", Decimal(0))),
        ("free of charge", ("fee", "lte", Decimal(0))),
        ("more than $100", ("fee", "gte", Decimal(100))),
        ("cheap", ("fee", "near", "low")),
        ("not too expensive", ("fee", "near", "low")),
        ("under 40 hours", ("hours", "lte", Decimal(40))),
        ("at most thirty hours", ("hours", "lte", Decimal(30))),
        ("60 hours max", ("hours", "lte", Decimal(60))),
        ("within 8 weeks", ("weeks", "lte", Decimal("8.0"))),
        ("less than a term", ("weeks", "lte", Decimal("14.0"))),
        ("in a weekend", ("weeks", "lte", Decimal("1.0"))),
        ("under six months", ("weeks", "lte", Decimal("26.1"))),
    ],
)
def test_amounts(text: str, expected: tuple[str, str, Any]) -> None:
    assert wishes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "bearing"),
    [
        ("no academic credit wanted", False),
        ("academic credit not needed", False),
        ("i don't want any university credit", False),
        ("a credit certificate in soils", True),
        ("that gives real credits", True),
        ("how many credit courses", None),
        ("no credit card", None),
    ],
)
def test_whether_credit_is_wanted(text: str, bearing: bool | None) -> None:
    assert [item[2] for item in wishes(text) if item[0] == "credit_bearing"] == ([] if bearing is None else [bearing])


def test_several_wishes_at_once() -> None:
    found = wishes("something online, self-paced, non-credit, under $800 and less than 50 hours")
    assert found == [
        ("delivery", "eq", "online"),
        ("timing", "eq", "asynchronous"),
        ("credit_bearing", "eq", False),
        ("fee", "lte", Decimal(800)),
        ("hours", "lte", Decimal(50)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I found this online",
        "how do i apply online",
        "home care aide training",
        "online store marketing course",
        "i have free time on weekdays in the fall",
        "10 years of experience",
        "I'm 45 years old",
        "grade 11",
        "within 100 km of Terrace",
        "up to 12 kids in my daycare",
        "credit union teller",
        "more than one course",
        "live in Terrace",
        "less than 5 people",
        "forestry",
        "",
    ],
)
def test_what_only_sounds_like_a_wish(text: str) -> None:
    assert [field for field, _, _ in wishes(text) if field != "schedule"] == []


def test_a_question_about_a_record_is_no_wish_but_an_amount_is() -> None:
    assert wishes("is it online and is it free", asks_about_record=True) == []
    assert wishes("is it under $500", asks_about_record=True) == [("fee", "lte", Decimal(500))]


def test_a_bare_amount_is_money_where_the_talk_is_of_money() -> None:
    assert wishes("ok under 30 then") == []
    assert wishes("ok under 30 then", bare="fee") == [("fee", "lte", Decimal(30))]
    assert wishes("make it under 30", bare="hours") == [("hours", "lte", Decimal(30))]
    assert wishes("i found some more money so 900 is ok", bare="fee") == [("fee", "lte", Decimal(900))]


def test_a_bare_hundred_is_money_as_no_length_is_said_without_its_unit() -> None:
    assert wishes("bookkeeping under 500 or so") == [("fee", "lte", Decimal(500))]


def test_a_way_of_learning_refused_twice_is_wanted() -> None:
    assert wishes("dont show me anything that isn't online") == [("delivery", "eq", "online")]
    assert wishes("nothing that's not online") == [("delivery", "eq", "online")]


def test_times_of_day_are_alternatives_and_part_time_goes_with_any() -> None:
    assert wishes("evenings or weekends, part time") == [("schedule", "any", ("evening", "weekend")), ("schedule", "eq", "part-time")]
    assert wishes("i work part time at the mill") == []


def test_hours_a_week_are_no_length() -> None:
    assert wishes("less than 10 hours a week") == []


PHRASES = st.sampled_from(
    ["online", "in person", "not", "or", "under", "$", "500", "1,000", "free", "cheap", "hours", "weeks", "a", "half", "month", "evenings", "no", "credit", "start in", "May", "-", "k", "less than", "five", "Indigenous-led", "only", "diploma", "self-paced", "live", "classes", "%", "é", "\n"]
)


@given(st.one_of(st.text(max_size=120), st.lists(PHRASES, max_size=14).map(" ".join)))
def test_any_text_is_read_and_what_was_said_stands_in_it(text: str) -> None:
    plain = fold(clean(text))
    for item in read_wishes(plain):
        assert all(part in plain for part in item.said.split(" / ")), item
        assert Filter.model_validate_json(item.model_dump_json()).field == item.field


@pytest.mark.parametrize(
    ("said", "most"),
    [("can't go over 3000 dollars", 3000), ("i won't pay more than $450", 450), ("couldnt spend above 1,200 bucks on it", 1200)],
)
def test_a_limit_said_as_what_cannot_be_done(said: str, most: int) -> None:
    assert [(item.op, item.value) for item in read_wishes(said) if item.field == "fee"] == [("lte", most)]


def test_what_others_say_it_takes_is_no_wish() -> None:
    assert read_wishes("they say you have to go sit in a classroom, any other way") == ()
    assert [item.value for item in read_wishes("it has to be online")] == ["online"]
    assert [item.value for item in read_wishes("she needs it to be in person")] == ["in-person"]
    assert read_wishes("i need to learn about online meetings and online payments") == ()
