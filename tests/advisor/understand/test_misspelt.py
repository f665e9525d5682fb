"""Mistyped towns are set right; everyday words and unknown names stay as they are."""

from __future__ import annotations

import pytest

from advisor.understand.misspelt import respelt

KNOWN = {"way", "out", "garge", "in", "mill", "says", "the", "at", "near", "mental", "health", "fort", "forestry", "prince", "gorge", "a", "college", "st", "river", "home"}


@pytest.mark.parametrize(
    ("text", "place"),
    [("welding in kamlops", "Kamloops"), ("near cambell river", "Campbell River"), ("in prince gorge", "Prince George"), ("near fort st jon", "Fort St. John"), ("in nanimo", "Nanaimo")],
)
def test_a_slip_is_set_right(text: str, place: str) -> None:
    mended, taken = respelt(text, is_known=KNOWN.__contains__)
    assert place in mended
    assert [name for _, name in taken] == [place]


@pytest.mark.parametrize("text", ["in narnia", "in mental health", "near home", "at a college", "in kelowna", "i like kamlops", "at the mill says a friend", "at the mill way out", "in prince garge"])
def test_what_is_no_slip_of_a_town(text: str) -> None:
    assert respelt(text, is_known=KNOWN.__contains__) == (text, ())
