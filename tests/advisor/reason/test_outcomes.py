"""What offerings have to do with kinds of work: relations that show the words they rest on."""

from __future__ import annotations

import pytest

from advisor.reason.outcomes import Outcomes
from corpus.credential import Credential
from corpus.load import load_catalogue
from corpus.occupation import occupations


@pytest.fixture(scope="module")
def outcomes() -> Outcomes:
    return Outcomes(load_catalogue(("bc",)))


@pytest.mark.parametrize(
    ("text", "name"),
    [("what helps me become a bookkeeper?", "bookkeeper"), ("I'd like to be a web developer", "web developer"), ("forest workers", "forest worker")],
)
def test_an_occupation_is_known_by_its_name(outcomes: Outcomes, text: str, name: str) -> None:
    found = outcomes.named(text)
    assert found is not None
    assert found.name == name


def test_no_occupation_is_named_where_none_is(outcomes: Outcomes) -> None:
    assert outcomes.named("is it online and how much") is None


def test_offerings_relate_to_work_through_words_in_common(outcomes: Outcomes) -> None:
    bookkeeper = next(item for item in occupations() if item.name == "bookkeeper")
    found = outcomes.helpful_for(bookkeeper)
    assert found[0].record == "selkirk-bookkeeping-skills-associate-certificate"
    assert all(len(item.shared) >= 2 and 0 < item.score <= 1 for item in found)
    assert found[0].working["classification"].endswith(bookkeeper.id)


def test_the_relation_goes_both_ways(outcomes: Outcomes) -> None:
    record = next(item for item in load_catalogue(("bc",)) if item.id == "ubc-forest-health-management")
    related = outcomes.related(record)
    assert "forester" in {item.occupation.name for item in related}
    forester = next(item.occupation for item in related if item.occupation.name == "forester")
    assert record.id in {item.record for item in outcomes.helpful_for(forester, most=20)}


def test_what_shares_no_words_is_not_related() -> None:
    alone = Credential(id="x", title="Zzyzx", institution="Tarn")
    assert Outcomes([alone]).related(alone) == []


def test_occupations_are_named_and_told_once() -> None:
    table = occupations()
    assert len({item.id for item in table}) == len(table)
    assert all(item.name and item.about for item in table)
