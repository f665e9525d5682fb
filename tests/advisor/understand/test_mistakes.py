"""What people wrongly hold about rules: the section that sets it right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.contract import Answer
from advisor.engine import Advisor
from advisor.understand.mistakes import MistakeReader


def _mistaken_in(message: str, bc: Advisor) -> str | None:
    reader = MistakeReader(bc.catalogue, bc.search)
    return reader.mistaken_in(reader.begin(message, whole=bc.search.embed(message)))


@pytest.mark.parametrize(
    ("message", "section"),
    [
        ("WorkBC will reimburse me after I start, so when do I send in the receipts?", "funding-workbc#approval-first"),
        ("You have to be poor to get the future skills grant. what else is there", "funding-future-skills-grant#no-income-test"),
        ("Since laddering is guaranteed by law, which form do I use?", "what-an-advisor-cannot-promise#laddering-and-stackability"),
        ("PLAR doesn't cost anything, right? where do I go", "plar#fees"),
        (
            "I cook at a lodge near Tofino and every winter they lay us off, so I have been looking at what I could study from home until May. PLAR is free. The dishwasher broke, my brother came by with the boat, and now it is raining",
            "plar#fees",
        ),
    ],
)
def test_a_mistake_is_known_in_other_words(bc: Advisor, message: str, section: str) -> None:
    found = _mistaken_in(message, bc)
    assert found is not None
    assert found.partition("#")[0] == section.partition("#")[0]


@pytest.mark.parametrize(
    "message",
    [
        "how much is PLAR",
        "I know PLAR is not free, how much is it",
        "the future skills grant doesn't cover child care, so is there other help",
        "my wife is a Métis citizen. what funding is there",
        "I have a biology degree and work for a land trust",
        "is a badge the same as credit",
    ],
)
def test_a_question_a_true_statement_or_a_story_is_no_mistake(bc: Advisor, message: str) -> None:
    assert _mistaken_in(message, bc) is None


def test_the_section_leads_the_answer(ask: Callable[..., Answer]) -> None:
    answer = ask("You have to be poor to get the future skills grant so I won't get it. what else is there")
    assert answer.reason == "false_premise"
    assert answer.citations[0].id == "funding-future-skills-grant#no-income-test"
