"""Places wished for that are not in the province, and what is only told of such a place."""

from __future__ import annotations

import pytest

from advisor.understand.elsewhere import unserved_place
from corpus.places import gazetteer


def known(word: str) -> bool:
    return word != "gondor"


@pytest.mark.parametrize(("text", "said", "outside"), [("is there a forestry course on mars", "mars", True), ("environmental monitoring in narnia", "narnia", True), ("is there a mining course in gondor", "gondor", False), ("courses in new zealand?", "new zealand", True)])
def test_a_place_that_is_wished_for(text: str, said: str, outside: bool) -> None:
    assert unserved_place(text, outside=None, is_known=known) == (said, outside)


def test_a_known_place_outside_the_province() -> None:
    assert unserved_place("nursing refresher in toronto", outside=gazetteer().places["toronto"], is_known=known) == ("Toronto", True)


@pytest.mark.parametrize("text", ["i studied in india, what counts here", "my degree is from germany", "i was a nurse in iran", "something in mental health", "who lives in narnia", "courses in space science", "turkey farming", "wine in france tours"])
def test_what_is_told_is_no_wish(text: str) -> None:
    found = unserved_place(text, outside=None, is_known=known)
    assert found is None
