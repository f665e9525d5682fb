"""What is only like the offering asked for is never passed off as it."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor


@pytest.mark.parametrize(
    "message",
    [
        "where is the pharmacy technician micro-credential",
        "is there a Michif language certificate",
        "I want the UVic crisis negotiation micro-certificate",
        "how long is the welding inspector certificate at Camosun",
        "what's covered in UBC's Bee Health Management micro-certificate",
        "dental assistant micro credential in kamloops",
        "EMR licence course in the Kootenays",
        "emily carr's game design certificate, still 12 weeks?",
    ],
)
def test_an_offering_that_is_not_there_is_said_not_to_be(bc: Advisor, message: str) -> None:
    answer, _ = bc.answer(message)
    assert answer.status in {"abstained", "partial"}
    assert answer.reason == "not_in_catalogue"
    assert not answer.credentials
    assert "catalogue" in answer.text


def test_what_is_near_stands_apart_with_what_it_lacks(bc: Advisor) -> None:
    answer, _ = bc.answer("I want the UVic crisis negotiation micro-certificate")
    assert [item.id for item in answer.alternatives] == ["uvic-crisis-communication-for-public-relations-professionals"]
    assert "subject" in answer.alternatives[0].breaks
    assert "crisis negotiation" in answer.text


@pytest.mark.parametrize(
    ("message", "record"),
    [
        ("how much is the fish farming certificate at North Island College", "nic-aquaculture-technician-certificate"),
        ("exec coaching certificate at royal roads, how long", "rru-graduate-certificate-in-executive-coaching"),
        ("deconstruction course bcit (zero waste buildings): how many courses", "bcit-applied-circular-economy-zero-waste-buildings"),
    ],
)
def test_other_words_for_the_same_offering_still_find_it(bc: Advisor, message: str, record: str) -> None:
    answer, _ = bc.answer(message)
    assert record in {*answer.credentials, *(item.split("#")[0] for item in answer.unconfirmed)}
    assert answer.reason != "not_in_catalogue"
