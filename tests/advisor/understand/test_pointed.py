"""A question that describes one offering is about that offering; a search stays a search."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor


@pytest.mark.parametrize(
    ("said", "record", "intent"),
    [
        ("4 month fish farm tech certificate at NIC, does it ladder to something bigger after?", "nic-aquaculture-technician-certificate", "pathway"),
        ("is the UVic non-profit management certificate open to someone with no degree?", "uvic-voluntary-and-nonprofit-sector-management-professional-specialization-certificate", "eligibility"),
    ],
)
def test_what_is_described_is_what_is_asked_about(bc: Advisor, said: str, record: str, intent: str) -> None:
    requests = bc.understander.understand(said).requests
    assert (record,) in {item.records for item in requests}
    assert intent in {item.intent for item in requests}


def test_what_was_taken_to_be_meant_is_said(bc: Advisor) -> None:
    message = "4 month fish farm tech certificate at NIC, does it ladder to something bigger after?"
    answer, _ = bc.answer(message)
    assert all(item.assumed for item in bc.understander.understand(message).requests)
    assert "I took this to be about Aquaculture Technician Certificate." in answer.text


def test_all_that_an_institution_has_recorded_is_what_a_field_is_asked_of(bc: Advisor) -> None:
    requests = bc.understander.understand("tea creek farm training whats it cost and who can go").requests
    assert {item.records for item in requests} == {("tea-creek-indigenous-trades-food-sovereignty-training",)}
    assert [item.assumed for item in requests].count(True) == 1
    assert not any(item.records for item in bc.understander.understand("does tea creek have welding, and what does it cost").requests)
    assert not any(item.records for item in bc.understander.understand("what does NIC training cost").requests)


@pytest.mark.parametrize(
    "said",
    ["any forestry training online, and what does it cost?", "short course here in Comox on online marketing, evenings?", "is there anything in cooking near Prince Rupert, how long is it"],
)
def test_a_search_stays_a_search(bc: Advisor, said: str) -> None:
    assert not any(item.assumed for item in bc.understander.understand(said).requests)
