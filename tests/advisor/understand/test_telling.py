"""A message that only tells of the learner is told from one that asks or wishes for something."""

from __future__ import annotations

import pytest

from advisor.understand.telling import asks_for_patience, only_tells_of_oneself


@pytest.mark.parametrize("text", ["im a welder in terrace with 10 years in", "hi. i just moved to terrace and i have grade 11", "i am 44 and drove logging truck for 20 years", "my english is not so good"])
def test_it_only_tells(text: str) -> None:
    assert only_tells_of_oneself(text)


@pytest.mark.parametrize(
    "text",
    ["im a welder, want to teach", "i work nights, anything online", "i like horses", "welding in terrace", "i have grade 11, can i get in", "i'm laid off and need training", "i don't know what to do"],
)
def test_it_asks_or_wishes(text: str) -> None:
    assert not only_tells_of_oneself(text)


def test_words_that_come_hard() -> None:
    assert asks_for_patience("english is not my first language")
    assert not asks_for_patience("is english 12 enough")
