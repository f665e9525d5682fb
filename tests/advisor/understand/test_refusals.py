"""What a search should not be about, and what only sounds like it."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.understand.refusals import read_refusals
from corpus.folding import fold


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("any class on marketing? not weed stuff lol", "weed"),
        ("something in tech but not coding", "coding"),
        ("no nursing please, something else in health", "nursing"),
        ("outdoors, anything but forestry", "forestry"),
        ("I'm not interested in cannabis", "cannabis"),
        ("fire but not wildfire training", "wildfire"),
        ("natural resources, without math please", "math"),
    ],
)
def test_a_subject_is_turned_down(bc: Advisor, said: str, refused: str) -> None:
    assert [(item.field, item.op, item.value) for item in read_refusals(fold(said), bc.understander.names)] == [("subject", "not", refused)]


@pytest.mark.parametrize(
    "said",
    [
        "I'm not Indigenous but want to learn about it",
        "she is not a nurse",
        "no experience with forestry",
        "not a whole diploma",
        "not too expensive, not online",
        "I have no background in accounting",
        "not sure what I want",
        "no car and no rush",
        "i have no math",
    ],
)
def test_who_somebody_is_and_what_they_lack_is_no_refusal(bc: Advisor, said: str) -> None:
    assert read_refusals(fold(said), bc.understander.names) == ()
