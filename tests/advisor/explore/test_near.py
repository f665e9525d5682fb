"""Around a place: near and current, the past apart with its year, gaps that are the catalogue's."""

from __future__ import annotations

import pytest

from advisor.explore.explorer import Explorer
from advisor.explore.near import near_place, when_held
from advisor.explore.places import find_place, places_of, suggest_places
from corpus.catalogue import Catalogue

TERRACE = find_place("Terrace")


def around(*records, place=TERRACE, **options):
    return near_place(Catalogue(records=records, institutions=(), sections=()), place, **options)


def ids(found) -> list[str]:
    return [getattr(item, "record", item).id for item in found]


def test_each_offering_stands_in_one_group(make) -> None:
    near = around(
        make("here", location="Kitimat", region="North Coast"),
        make("same", location="Terrace"),
        make("unplaced", region="North Coast"),
        make("far", location="Victoria", region="Vancouver Island / Coast"),
        make("online", delivery="online", location="online (from Terrace)", region="North Coast"),
        make("wide", region="online / province-wide"),
        make("coming", location="in First Nations communities", region="Kootenay"),
        make("held", location="Terrace", status="past", type="course (past delivery 2015-17)"),
        make("dated", location="Terrace", type="certificate (community delivery 2016-17)"),
        make("larger", location="Terrace", role="larger"),
    )
    assert (ids(near.here), ids(near.region), ids(near.coming), ids(near.online)) == (
        ["same", "here"], ["unplaced"], ["coming"], ["online", "wide"]
    )  # fmt: skip
    assert [(item.record.id, item.when, item.field) for item in near.past] == [("held", "2015-17", "type"), ("dated", "2016-17", "type")]
    assert 40 < near.here[1].km < 75


def test_the_distance_is_a_choice(make) -> None:
    records = (make("kitimat", location="Kitimat"), make("rupert", location="Prince Rupert"))
    assert [ids(around(*records, km=km).here) for km in (25, 75, 300)] == [[], ["kitimat"], ["kitimat", "rupert"]]


def test_gaps_are_subjects_that_are_recorded_elsewhere_only(make) -> None:
    near = around(
        make("a", location="Terrace", subject="Forestry / fire"),
        make("b", location="Victoria", subject="forestry"),
        make("c", location="Victoria", subject="Welding"),
        make("d", delivery="online", subject="Welding"),
        make("e", region="North Coast", subject="Film"),
        make("f", location="Victoria", subject="History", status="past"),
    )
    assert [(gap.subject, gap.in_region, gap.online, gap.elsewhere) for gap in near.gaps] == [("Film", 1, 0, 0), ("Welding", 0, 1, 1)]


def test_only_some_records_are_looked_at(make) -> None:
    near = around(make("a", location="Terrace", subject="X"), make("b", location="Victoria", subject="Y"), only={"b"})
    assert (ids(near.here), [gap.subject for gap in near.gaps]) == ([], ["Y"])


def test_an_area_reaches_as_far_as_it_is_wide(make) -> None:
    assert ids(around(make("a", location="Masset"), place=find_place("Haida Gwaii"), km=1).here) == ["a"]


def test_an_area_ends_at_its_region(make) -> None:
    records = (make("in", location="Williams Lake"), make("out", location="Kamloops"))
    assert ids(around(*records, place=find_place("Cariboo"), km=300).here) == ["in"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"type": "pilot (2014)"}, ("2014", "type")),
        ({"start_dates": ["27 September 2021"]}, ("2021", "start_dates")),
        ({"duration": {"text": "7-24 July 2014"}}, ("2014", "duration")),
        ({"summary": "Since always."}, (None, None)),
    ],
)
def test_the_year_is_the_records_own(make, values, expected) -> None:
    assert when_held(make(**values)) == expected


def test_places_are_those_that_the_record_names(make) -> None:
    assert [place.name for place in places_of(make(location="Kispiox (Anspayaxw), then Terrace campus"))] == ["Kispiox", "Terrace"]
    assert places_of(make(location="online (administered by Creston)", delivery="online")) == ()
    assert places_of(make(institution="University of Victoria")) == ()


@pytest.mark.parametrize("name", ["hope", "Trail", "prince rupert", "Fort St John", "tiwsemawtxw", "burns-lake", "Haida Gwaii"])
def test_a_place_is_found_by_any_of_its_spellings(name: str) -> None:
    assert find_place(name) is not None


@pytest.mark.parametrize("name", ["", "Calgary", "nowhere", "x" * 5000, "<b>"])
def test_a_place_that_is_none_is_none(name: str) -> None:
    assert find_place(name) is None


def test_a_slip_brings_suggestions() -> None:
    assert "Prince Rupert" in [place.name for place in suggest_places("Prince Rupret")]


def test_every_current_offering_is_somewhere_or_said_to_be_elsewhere(explorer: Explorer) -> None:
    near = near_place(explorer.catalogue, find_place("Smithers"))
    told = [*ids(near.here), *ids(near.region), *ids(near.coming), *ids(near.online), *ids(near.past)]
    assert len(told) == len(set(told))
    assert set(told) <= set(explorer.offerings)
