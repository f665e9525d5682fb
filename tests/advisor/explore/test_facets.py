"""Counts say what each choice would leave; silence is a choice; what is no choice is said."""

from __future__ import annotations

import pytest

from advisor.explore.explorer import Explorer
from advisor.explore.facets import matching, read_selection
from advisor.explore.values import COLUMNS, NOT_STATED


def test_every_offering_falls_under_some_choice_of_every_column(explorer: Explorer) -> None:
    assert len(explorer.columns) == len(explorer.offerings) == 258
    assert all(row[name] for row in explorer.columns.values() for name in COLUMNS)


@pytest.mark.parametrize("given", [{}, {"region": ["North Coast"]}, {"region": ["North Coast", "Cariboo"], "delivery": ["in-person"]}])
def test_a_count_is_what_the_choice_leaves(explorer: Explorer, given) -> None:
    view = explorer.browse(given)
    for facet in view.facets:
        for choice in facet.choices:
            alone = {**given, facet.column: [choice.value]}
            assert choice.count == len(explorer.browse(alone).records), (facet.column, choice.value)
    assert len(view.records) == len(matching(explorer.columns, view.selection))


def test_choices_in_one_column_add_up_and_columns_narrow(explorer: Explorer) -> None:
    north, cariboo = (len(explorer.browse({"region": [name]}).records) for name in ("North Coast", "Cariboo"))
    both = explorer.browse({"region": ["North Coast", "Cariboo"]})
    assert len(both.records) == north + cariboo
    narrowed = explorer.browse({"region": ["North Coast", "Cariboo"], "delivery": ["in-person"]})
    assert {record.delivery for record in narrowed.records} == {"in-person"}
    assert {record.region for record in narrowed.records} == {"North Coast", "Cariboo"}


def test_silence_is_a_choice_and_never_a_no(explorer: Explorer) -> None:
    unstated = explorer.browse({"cost": [NOT_STATED]}).records
    assert unstated
    assert all(record.fee is None for record in unstated)
    assert not {record.id for record in unstated} & {record.id for record in explorer.browse({"cost": ["free"]}).records}


def test_what_is_no_choice_is_told_and_narrows_nothing(explorer: Explorer) -> None:
    selection = read_selection({"region": ["Atlantis", "Cariboo", ""], "colour": ["red"]}, explorer.columns)
    assert selection.chosen == {"region": ("Cariboo",)}
    assert selection.unknown == ("Atlantis",)
    assert len(explorer.browse({"region": ["Atlantis"]}).records) == 258


def test_a_choice_that_leaves_nothing_can_still_be_taken_back(explorer: Explorer) -> None:
    view = explorer.browse({"region": ["Nechako"], "delivery": ["online"]})
    assert view.records == ()
    assert [(choice.count, choice.chosen) for choice in view.facet("delivery").choices if choice.value == "online"] == [(0, True)]


def test_counts_follow_a_search(explorer: Explorer) -> None:
    view = explorer.browse({}, "forestry")
    assert sum(choice.count for choice in view.facet("status").choices) == len(view.records) < 30


def test_regions_add_up(explorer: Explorer) -> None:
    assert sum(explorer.regions().values()) == 258
    assert explorer.regions()["North Coast"] == len(explorer.browse({"region": ["North Coast"]}).records)
