"""Which stretch of a question may say what is asked."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.understand.asked import read_asked


@pytest.mark.parametrize(
    ("question", "told", "kept", "gone"),
    [
        ("i work nights. is it online", ("i work nights",), "online", "nights"),
        ("my employer will pay. is it online", (), "online", "employer"),
        ("my employer will pay", (), "employer", "nothing"),
    ],
)
def test_what_only_tells_asks_for_nothing(bc: Advisor, question: str, told: tuple[str, ...], kept: str, gone: str) -> None:
    cued = read_asked(bc.search, question, told=told).cued
    assert kept in cued
    assert gone not in cued


def test_a_part_that_repeats_a_known_question_is_that_question(bc: Advisor) -> None:
    asked = read_asked(bc.search, "it at camosun, where do they post the details", told=())
    assert asked.aspects[0][0] == "next_steps"
    assert "where" not in asked.cued  # asks for no place


def test_a_question_of_place_stays_one(bc: Advisor) -> None:
    asked = read_asked(bc.search, "where is it held", told=())
    assert "where is it held" in asked.cued
    assert asked.aspects[0][0] == "location"
