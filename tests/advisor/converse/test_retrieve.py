from __future__ import annotations

import pytest

from advisor.converse.query import Said, conversational_query
from advisor.converse.retrieve import leaning, search_conversation, weigh_conversation
from index.search import HybridSearch

FERRY = ["When does the ferry leave?"]
MUSEUM = ["When is the museum of glass open?"]


def _best(search: HybridSearch, last: str, history: list[str | Said]) -> str:
    return search_conversation(search, conversational_query(last, history), k=1)[0].id


@pytest.mark.parametrize(("history", "document"), [(FERRY, "ferry"), (MUSEUM, "museum")])
@pytest.mark.parametrize(("last", "part"), [("how much is it", "price"), ("can I bring my dog", "pets")])
def test_a_follow_up_stays_with_what_was_spoken_of(
    talk_search: HybridSearch, history: list[str | Said], document: str, last: str, part: str
) -> None:
    assert _best(talk_search, last, history) == f"{document}#{part}"


def test_a_change_of_subject_is_followed(talk_search: HybridSearch) -> None:
    last = "How long should I knead the dough?"
    assert _best(talk_search, last, [*FERRY, "how much is it", "and for children"]) == "#bread"


def test_yes_means_what_was_just_asked(talk_search: HybridSearch) -> None:
    asked = Said("Do you want to know what a visit to the museum costs?", "advisor")
    assert _best(talk_search, "yes please", [*FERRY, asked]) == "museum#price"


def test_without_history_it_is_the_plain_search(talk_search: HybridSearch) -> None:
    for text in ("dogs", "", "opening hours of the museum"):
        plain = talk_search.search(text, k=4)
        assert search_conversation(talk_search, conversational_query(text, []), k=4) == pytest.approx(plain)


def test_filters_hold(talk_search: HybridSearch) -> None:
    query = conversational_query("how much is it", FERRY)
    hits = search_conversation(talk_search, query, k=10, groups={"museum"})
    assert {hit.group for hit in hits} == {"museum"}
    assert search_conversation(talk_search, query, k=10, within=set()) == []
    assert search_conversation(talk_search, query, k=0) == []


def test_a_vague_turn_leans_and_a_clear_one_does_not(talk_search: HybridSearch) -> None:
    vague = weigh_conversation(talk_search, conversational_query("ok and that?", FERRY))
    clear = weigh_conversation(talk_search, conversational_query("What does a visit to the museum of glass cost?", FERRY))
    alone = weigh_conversation(talk_search, conversational_query("ok and that?", []))
    assert vague.leaning > 0.9 > 0.1 > clear.leaning
    assert clear.nearest > vague.nearest
    assert alone.leaning == 0.0


def test_hits_tell_of_the_last_turn(talk_search: HybridSearch) -> None:
    hits = search_conversation(talk_search, conversational_query("how much is it", FERRY), k=7)
    cosines = talk_search.similarities(talk_search.embed("how much is it"), [hit.id for hit in hits])
    assert [hit.dense for hit in hits] == pytest.approx(list(cosines.values()), abs=1e-5)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_leaning_falls_with_nearness() -> None:
    values = [leaning(cosine / 20) for cosine in range(-20, 21)]
    assert values == sorted(values, reverse=True)
    assert 0 < values[-1] < values[0] <= 1
