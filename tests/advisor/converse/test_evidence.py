from __future__ import annotations

from advisor.converse.evidence import ENOUGH, sufficiency
from advisor.converse.query import conversational_query
from advisor.converse.retrieve import weigh_conversation
from index.search import HybridSearch


def _sufficiency(search: HybridSearch, last: str, *history: str, **filters: set[str]) -> float:
    return sufficiency(weigh_conversation(search, conversational_query(last, history), **filters))


def test_what_is_told_suffices_and_what_is_not_does_not(talk_search: HybridSearch) -> None:
    told = _sufficiency(talk_search, "What does the ferry cost for a child?")
    untold = _sufficiency(talk_search, "Who won the election in Norway?")
    assert 1 >= told > ENOUGH > untold >= 0


def test_what_was_said_before_supports_a_follow_up(talk_search: HybridSearch) -> None:
    assert _sufficiency(talk_search, "how much is it", "When does the ferry leave?") > _sufficiency(
        talk_search, "how much is it", "Who won the election in Norway?"
    )


def test_nothing_is_not_enough(talk_search: HybridSearch) -> None:
    assert _sufficiency(talk_search, "What does the ferry cost?", groups=set()) == 0.0
    assert 0 <= _sufficiency(talk_search, "", "") < ENOUGH
