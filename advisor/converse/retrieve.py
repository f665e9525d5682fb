"""Search for a follow-up: the last turn decides, what was said before helps as far as the last turn is unclear.

A last turn that some passage is near to speaks for itself; joining the history to it would only blur it. One that
nothing is near to ("and the second one?", "yes") leans on what was said before. So the nearest passage's cosine to
the last turn decides how far earlier turns count. That one measure told better than counting words, looking for
pronouns, or comparing the last turn with the history when a follow-up needs its history.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import exp

import numpy as np

from advisor.converse.query import ConversationQuery
from index.hit import FusionWeights, Hit
from index.scores import ScoreTable
from index.search import HybridSearch, fuse

__all__ = ["Weighed", "leaning", "search_conversation", "weigh_conversation"]

#: Cosine of the nearest passage at which a last turn leans half on what was said before. A twentieth more or less
#: trades 0.016 nDCG@5 of talks that stay with one document (higher) for as much of talks that wander (lower).
HALF_CLEAR = 0.45
#: how fast leaning falls from one to nothing around it, in cosine
WIDTH = 0.06
#: a text whose nearest passage is farther than this, in cosine, counts that much less: "yes please" is near to nothing
LEAST = 0.40
#: of what earlier turns add, the share that goes to all passages of a group (a record, a document) for its best one
GROUP_SHARE = 1 / 3


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """Every allowed passage's score for a follow-up, and how it came about."""

    query: ConversationQuery
    table: ScoreTable
    """Scores of the query's texts, the last turn first."""
    scores: np.ndarray
    """n numbers for the table's n passages."""
    nearest: float
    """Cosine of the last turn to its nearest passage."""
    leaning: float
    """How far earlier turns counted, 0 to 1."""


def leaning(nearest: float) -> float:
    """How far a last turn leans on what was said before, 0 to 1, from the cosine of its nearest passage.

    >>> [round(leaning(cosine), 2) for cosine in (0.25, 0.45, 0.65)]
    [0.97, 0.5, 0.03]
    """
    return 1 / (1 + exp((nearest - HALF_CLEAR) / WIDTH))


def weigh_conversation(
    search: HybridSearch,
    query: ConversationQuery,
    *,
    kinds: Collection[str] | None = None,
    within: Collection[str] | None = None,
    groups: Collection[str] | None = None,
    weights: FusionWeights | None = None,
) -> Weighed:
    """Score every passage that the filters allow; filters and ``weights`` are those of :meth:`HybridSearch.search`.

    A text's score is its hybrid score, 0 to 1. The last turn's counts whole. What earlier turns give is added up by
    their weights; a third of it is taken from the best passage of the same group, since a talk stays with a record
    or a document for longer than with one passage of it. Without earlier turns the score is the plain search's.
    """
    table = search.scores(query.texts, kinds=kinds, within=within, groups=groups, weights=weights)
    nearest = float(table.dense[0].max(initial=0.0))
    if query.carried:
        lean = leaning(nearest)
        last, *earlier = (
            fuse(dense, keyword, weights or FusionWeights(), least=LEAST)
            for dense, keyword in zip(table.dense, table.keyword, strict=True)
        )
        before = np.sum([item.weight * scores for item, scores in zip(query.carried, earlier, strict=True)], axis=0)
        scores = last + lean * ((1 - GROUP_SHARE) * before + GROUP_SHARE * table.best_of_group(before))
    else:
        lean = 0.0
        scores = fuse(table.dense[0], table.keyword[0], weights or FusionWeights())
    return Weighed(query=query, table=table, scores=scores, nearest=nearest, leaning=lean)


def search_conversation(
    search: HybridSearch,
    query: ConversationQuery,
    *,
    k: int = 10,
    kinds: Collection[str] | None = None,
    within: Collection[str] | None = None,
    groups: Collection[str] | None = None,
    weights: FusionWeights | None = None,
) -> list[Hit]:
    """The ``k`` best passages for a follow-up, best first; without history the same as :meth:`HybridSearch.search`.

    A hit's ``dense`` and ``keyword`` are those of the last turn; its ``score`` orders hits within this search only.
    """
    weighed = weigh_conversation(search, query, kinds=kinds, within=within, groups=groups, weights=weights)
    return search.pick(weighed.table, weighed.scores, k=k)
