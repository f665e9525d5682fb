"""Places: where an offering should be, where the learner lives, and what is outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.understand.text import clean
from advisor.understand.where import Where, read_places
from corpus.places import gazetteer


def read(text: str, *, searching: bool = True) -> Where:
    return read_places(text, gazetteer(), searching=searching)


def wished(where: Where) -> list[tuple[str, str, object]]:
    return [(item.field, item.op, item.value) for item in where.filters]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("carpentry in Nanaimo", "nanaimo"),
        ("anything near Prince George?", "prince-george"),
        ("courses around terrace", "terrace"),
        ("what's in fort st john", "fort-st-john"),
        ("something in PG", "prince-george"),
    ],
)
def test_a_community_is_a_wish_to_be_near(text: str, place: str) -> None:
    assert wished(read(text)) == [("place", "near", place)]


def test_alternatives_are_one_wish() -> None:
    ((field, op, value),) = wished(read("welding in Nanaimo or Duncan"))
    assert (field, op, value) == ("place", "near", ("nanaimo", "duncan"))


@pytest.mark.parametrize(("text", "region"), [("forestry in the Kootenays", "Kootenay"), ("on Vancouver Island", "Vancouver Island / Coast")])
def test_an_area_is_a_wish_for_its_region(text: str, region: str) -> None:
    ((field, op, value),) = wished(read(text))
    assert (field, op) == ("region", "eq")
    assert value == region


@pytest.mark.parametrize("text", ["I live in Smithers and want forestry training", "im a care aide in Terrace, anything online?", "I'm from Quesnel, looking for welding"])
def test_where_somebody_lives_is_no_wish(text: str) -> None:
    where = read(text)
    assert where.residence is not None
    assert where.filters == ()


@pytest.mark.parametrize("text", ["I live in Smithers and can't leave, what is there", "im in Terrace, anything close to home"])
def test_a_home_that_cannot_be_left_is_both(text: str) -> None:
    where = read(text)
    assert where.residence is not None
    assert [item.field for item in where.filters] == ["place"]


def test_a_place_can_be_left_out() -> None:
    ((field, op, _),) = wished(read("anything but not in Vancouver"))
    assert (field, op) == ("place", "not")


def test_a_place_outside_is_told_apart() -> None:
    where = read("I'm in Alberta, moving soon. Anything in Calgary?")
    assert where.outside is not None
    assert where.filters == ()


def test_anywhere_is_noticed() -> None:
    assert read("anywhere in BC is fine").anywhere
    assert not read("in Nanaimo").anywhere


def test_a_place_in_a_question_about_a_record_is_no_wish() -> None:
    assert read("is it in Nanaimo", searching=False).filters == ()


@pytest.mark.parametrize("text", ["I have hope", "a smart mission statement", "terrace gardening", "golden opportunity for a merit award"])
def test_everyday_words_are_no_places(text: str) -> None:
    assert [place.name for place in read(text).named] in ([], ["Terrace"])


@given(st.text(max_size=120))
def test_any_text_is_read_and_its_spans_lie_in_it(text: str) -> None:
    plain = clean(text)
    where = read(plain)
    assert all(0 <= start < end <= len(plain) for start, end in where.spans)
    assert all(part in plain for item in where.filters for part in item.said.split(" / "))


@pytest.mark.parametrize(("text", "radius"), [("bookkeeping within 2 hours of quesnel", 160.0), ("no more than an hour from nelson", 80.0), ("within 50 km of Duncan", 50.0), ("less than 30 minutes drive from Vernon", 40.0)])
def test_how_far_away_is_near_enough(text: str, radius: float) -> None:
    (wish,) = read(text).filters
    assert (wish.field, wish.op, wish.radius_km) == ("place", "near", radius)


@pytest.mark.parametrize("text", ["anywhere but vancouver", "gis, not in vancouver", "i'm done with vancouver"])
def test_a_place_that_will_not_do(text: str) -> None:
    assert wished(read(text)) == [("place", "not", "vancouver")]


@pytest.mark.parametrize("text", ["there's nothing in vancouver, what else", "a market garden outside vancouver"])
def test_what_refuses_no_place(text: str) -> None:
    assert all(op != "not" for _, op, _ in wished(read(text)))


def test_social_work_in_a_town_is_no_home() -> None:
    assert wished(read("social work in williams lake")) == [("place", "near", "williams-lake")]


def test_the_interior_is_a_place_and_its_design_is_none() -> None:
    assert [field for field, _, _ in wished(read("horticulture in the interior"))] == ["region"]
    assert wished(read("working in the interior design field")) == []
