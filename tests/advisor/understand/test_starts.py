"""When an offering should start: what is wished, and what is only told of a time."""

from __future__ import annotations

import pytest

from advisor.understand.starts import read_start
from corpus.folding import fold


@pytest.mark.parametrize(
    ("text", "op", "value"),
    [
        ("anything in gis starting in january", "eq", "january"),
        ("a cooking course this fall", "eq", "fall"),
        ("something i can finish before summer", "lte", "summer"),
        ("i need a certificate done by march", "lte", "march"),
        ("after the new year i'd like to take something", "gte", "january"),
        ("horticulture, but not before september", "gte", "september"),
        ("which programs begin in february 2026", "eq", "february 2026"),
        ("winter courses", "eq", "winter"),
        ("something that starts asap", "eq", "soon"),
        ("ok but in january", "eq", "january"),
    ],
)
def test_a_time_that_is_wished_for(text: str, op: str, value: str) -> None:
    wish = read_start(fold(text))
    assert wish is not None
    assert (wish.op, wish.value) == (op, value)


@pytest.mark.parametrize(
    "text",
    ["my contract ends in march", "laid off last fall, need a course", "i fish in the summer", "graduated in june 2020", "i may be able to", "spring salmon course", "fall protection training", "in the fall i broke my leg"],
)
def test_a_time_that_is_only_told(text: str) -> None:
    assert read_start(fold(text)) is None
