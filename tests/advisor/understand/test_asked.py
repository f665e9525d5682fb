"""Which stretch of a question may say what is asked."""

from __future__ import annotations

import numpy as np
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


def test_a_question_that_speaks_for_itself_is_embedded_once_and_without_the_story(bc: Advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    embedded: list[str] = []
    embed = bc.search.embed

    def noted(text: str) -> np.ndarray:
        embedded.append(text)
        return embed(text)

    monkeypatch.setattr(bc.search, "embed", noted)
    with bc.search.remembering():
        read_asked(bc.search, "my cousin took it. how long is it?", told=())
        assert set(embedded) == {"how long is it?"}
        embedded.clear()
        read_asked(bc.search, "it is not open yet i think. where do i keep an eye out", told=())
        assert "it is not open yet i think. where do i keep an eye out" in embedded  # alone it says too little
