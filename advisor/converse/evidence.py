"""Whether the passages found for a follow-up are likely to answer it, as one number."""

from __future__ import annotations

import numpy as np

from advisor.converse.retrieve import Weighed

__all__ = ["ENOUGH", "sufficiency"]

#: how many of the best passages are looked at
FIRST = 5
#: below it lies one in twenty of MTRAG's answerable turns (govt and cloud, development part)
ENOUGH = 0.31


def sufficiency(weighed: Weighed) -> float:
    """How surely the best passages answer the last turn, about 0 to 1, comparable between searches.

    The mean of three things over the five best passages: how near the nearest is to the last turn (cosine), the
    share of the last turn's known words, by rarity, that the best worded one holds, and how near the nearest is to
    what was said before, by its weights (the first of the three again where nothing was said).

    It tells MTRAG's answerable turns from the others with an area under the curve of about 0.66: a hint, not a
    judgement. None of its parts does better alone.
    """
    table = weighed.table
    first = np.argsort(-weighed.scores, kind="stable")[:FIRST]
    if not first.size:
        return 0.0
    nearness = float(table.dense[0, first].max())
    ceiling = float(table.ceilings[0])
    wording = float(table.keyword[0, first].max()) / ceiling if ceiling > 0 else 0.0
    weights = np.array([item.weight for item in weighed.query.carried])
    before = float((weights @ table.dense[1:, first]).max() / weights.sum()) if weights.size else nearness
    return float(np.clip((nearness + wording + before) / 3, 0.0, 1.0))
