"""Who leads and whom it is for: only by the words of the record, clause by clause, and the words come along."""

from __future__ import annotations

import pytest

from advisor.explore.stated import clauses, community_delivery, involvement
from corpus.load import load_catalogue


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Indigenous-led course", {"led"}),
        ("an institute governed by three First Nations", {"led"}),
        ("run by a society, owned by Tarn First Nation", {"led"}),
        ("the community's language program and the Nation leads the work", {"led"}),
        ("Tarn-led", {"led"}),
        ("community-based and open, not Tarn-led", {"other"}),  # a denial is no statement
        ("led by Ada Tarn", {"other"}),  # nothing is concluded about a person
        ("industry-led", {"other"}),
        ("includes respect for Indigenous-led fire stewardship", {"content"}),  # what is taught, not who leads
        ("co-designed with a lender, a First Nations-owned one", {"jointly"}),  # whose the partner is, not who leads
        ("developed with Tarn Nation", {"jointly"}),
        ("developed after request from Tarn Nation", {"jointly"}),
        ("developed in response to community needs", {"other"}),  # with nobody
        ("designed to honour traditions", {"content"}),
        ("partnership with Tarn First Nation for Indigenous students", {"jointly", "for_learners"}),
        ("for Métis learners", {"for_learners"}),
        ("for members of two First Nations", {"for_learners"}),
        ("for Indigenous and non-Indigenous professionals", {"other"}),
        ("for people doing business with First Nations", {"other"}),
        ("for learners working with and for Indigenous communities", {"other"}),
        ("named for Aboriginal communities", {"other"}),
        ("about stewardship", {"content"}),
        ("18 Aboriginal learners", {"other"}),  # who came is not whom it is for
    ],
)
def test_a_clause_is_sorted_by_its_words(make, words: str, kinds: set[str]) -> None:
    found = involvement(make(indigenous_focus=words))
    assert {item.kind for item in found} == kinds
    assert {(item.field, item.words) for item in found} == {("indigenous_focus", words)}


def test_each_clause_stands_for_itself(make) -> None:
    found = involvement(make(indigenous_focus="for Indigenous learners; Indigenous-led (by three Nations; since 2019). About land."))
    assert [(item.kind, item.words) for item in found] == [
        ("for_learners", "for Indigenous learners"), ("led", "Indigenous-led (by three Nations; since 2019)"), ("content", "About land")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("partner", "counts"),
    [("Tarn First Nation", True), ("Tarn Tribal Council", True), ("Indigenous Services Canada", False), ("Ministry of Indigenous Relations", False), ("International Nations Bank", True), ("Contact North", False), ("Tarnation Ltd", False)],
)  # fmt: skip
def test_a_partner_counts_by_its_name(make, partner: str, counts: bool) -> None:
    found = involvement(make(partners=[partner]))
    assert [(item.kind, item.field, item.words) for item in found] == ([("jointly", "partners", partner)] if counts else [])


def test_a_record_that_states_nothing_is_of_no_kind(make) -> None:
    assert involvement(make(summary="An Indigenous-led course", title="First Nations Arts")) == ()


def test_words_are_the_records_own_in_every_catalogue() -> None:
    for name in ("bc", "demo"):
        for record in load_catalogue((name,)):
            for item in (*involvement(record), *filter(None, [community_delivery(record)])):
                held = record.partners if item.field == "partners" else (str(getattr(record, item.field)),)
                assert any(item.words in text for text in held), record.id


@pytest.mark.parametrize(
    ("field", "words", "stated"),
    [
        ("location", "in First Nations communities", True),
        ("location", "Terrace and communities on request", True),
        ("location", "learner's own community", True),
        ("location", "community-based", True),
        ("supports", ["modular courses in or close to communities"], True),
        ("indigenous_focus", "describes itself as community-based", False),
        ("indigenous_focus", "offered in language communities", True),
        ("summary", "Community-based certificate for rangers.", True),
        ("summary", "For people in remote communities, with community-based perspectives.", False),
        ("summary", "Helps communities prepare for wildfire.", False),
        ("location", "Community Hall, Terrace", False),
    ],
)
def test_delivery_in_communities_is_read_where_it_is_said(make, field: str, words: object, stated: bool) -> None:
    found = community_delivery(make(**{field: words}))
    assert bool(found) == stated
    assert found is None or found.field == field


def test_abbreviations_do_not_end_a_clause() -> None:
    assert clauses("in community, e.g. Vancouver; St. Mary's. Then B.C. wide") == ["in community, e.g. Vancouver", "St. Mary's", "Then B.C. wide"]
