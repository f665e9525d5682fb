"""Ways of turning a conversation into passages: plain ones to compare with, and the project's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from advisor.converse.evidence import sufficiency
from advisor.converse.query import ConversationQuery, Said, conversational_query
from advisor.converse.retrieve import search_conversation, weigh_conversation
from evals.external.dataset import Query, Turn
from index.hit import FusionWeights
from index.search import HybridSearch

__all__ = [
    "BM25", "DENSE", "DEPTH", "WEIGHTED_SUM", "MakeQueries", "Retrieve",
    "asking", "conversation", "joined", "last_turn", "rewritten", "support",
]  # fmt: skip

#: how many passages each search gives
DEPTH = 20
DENSE = FusionWeights(dense=1, keyword=0)
BM25 = FusionWeights(dense=0, keyword=1)
WEIGHTED_SUM = FusionWeights()

#: ``make_queries(history, last_turn)``: what to search for, each text with its weight; histories are oldest first
MakeQueries = Callable[[Sequence[Turn], str], Sequence[tuple[str, float]]]
#: ``retrieve(search, query)``: passage ids with scores, best first
Retrieve = Callable[[HybridSearch, Query], Sequence[tuple[str, float]]]


def last_turn(weights: FusionWeights = WEIGHTED_SUM) -> Retrieve:
    """Search for the last message alone."""
    return asking(lambda _, text: [(text, 1.0)], weights)


def joined(weights: FusionWeights = WEIGHTED_SUM, *, replies: bool = False) -> Retrieve:
    """Search for all that the user said in one text, with the agent's ``replies`` if wished."""

    def make_queries(history: Sequence[Turn], text: str) -> Sequence[tuple[str, float]]:
        before = [turn.text for turn in history if replies or turn.speaker == "user"]
        return [("\n".join([*before, text]), 1.0)]

    return asking(make_queries, weights)


def conversation(weights: FusionWeights = WEIGHTED_SUM, *, replies: bool = True) -> Retrieve:
    """The project's own way: the very functions that learners' follow-ups are searched with.

    :param replies: whether the agent's replies of the set count as said before; they are the set's, not ours.
    """

    def retrieve(search: HybridSearch, query: Query) -> Sequence[tuple[str, float]]:
        hits = search_conversation(search, _read(query, replies=replies), k=DEPTH, weights=weights)
        return [(hit.id, hit.score) for hit in hits]

    return retrieve


def support(search: HybridSearch, query: Query) -> float:
    """How surely the passages found for a turn of a conversation answer it, 0 to 1."""
    return sufficiency(weigh_conversation(search, _read(query)))


def _read(query: Query, *, replies: bool = True) -> ConversationQuery:
    said = [Said(turn.text, "learner" if turn.speaker == "user" else "advisor") for turn in query.history]
    return conversational_query(query.text, [item for item in said if replies or item.by == "learner"])


def rewritten(weights: FusionWeights = WEIGHTED_SUM) -> Retrieve:
    """Search for the set's own standalone form; for the last message where it has none."""
    return lambda search, query: _search(search, query.rewrite or query.text, weights)


def asking(make_queries: MakeQueries, weights: FusionWeights = WEIGHTED_SUM) -> Retrieve:
    """Search for each text that ``make_queries`` gives, and add up the scores by its weights.

    A search's scores run from 0 to 1, so weights say how much each text counts.
    """

    def retrieve(search: HybridSearch, query: Query) -> Sequence[tuple[str, float]]:
        texts = [(text, weight) for text, weight in make_queries(query.history, query.text) if weight > 0 and text.strip()]
        if len(texts) == 1:
            return _search(search, texts[0][0], weights)
        scores: dict[str, float] = {}
        for text, weight in texts:
            # every passage keeps its score in each search, else one that both find halfway loses to one that one finds
            for name, score in _search(search, text, weights, depth=len(search)):
                scores[name] = scores.get(name, 0.0) + weight * score
        return sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:DEPTH]

    return retrieve


def _search(search: HybridSearch, text: str, weights: FusionWeights, *, depth: int = DEPTH) -> list[tuple[str, float]]:
    return [(hit.id, hit.score) for hit in search.search(text, k=depth, weights=weights)]
