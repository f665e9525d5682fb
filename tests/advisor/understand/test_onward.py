"""What a question of ways on aims at: a field, a kind of credential, both, or anything larger."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.understand.onward import field_aimed_at


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("would it count for nursing later??", ("nursing",)),
        ("do any of these go toward an agriculture diploma", ("agriculture", "diploma")),
        ("could those credits be used for a degree down the road", ("degree",)),
        ("does that lead to anything bigger", ()),
        ("is it online", ()),
        ("how long does it take to get to campus", ()),
    ],
)
def test_the_words_of_what_is_aimed_at(bc: Advisor, asked: str, words: tuple[str, ...]) -> None:
    assert field_aimed_at(asked, bc.understander.names) == words
