"""Whether a message sounds of distress: as near in meaning to known messages of it as to nothing that is ours to answer."""

from __future__ import annotations

import numpy as np

from advisor.understand.distress_score import ALONE, SURELY, UNLIKE, distress_score
from advisor.understand.nearest import Nearest, nearest_kinds
from advisor.understand.signs import signs_of_distress
from advisor.understand.text import sentences
from index.search import HybridSearch

__all__ = ["sounds_of_distress"]

FLOOR = 0.42
MARGIN = 0.12
#: enough where the message also holds an indirect sign
SIGN_FLOOR = 0.33
SIGN_MARGIN = 0.05
#: a whole message that is farther away holds no sentence that is near
DILUTED = 0.28
#: what a single sentence, which the rest of the message dilutes, needs more
ALONE_FLOOR, ALONE_MARGIN = FLOOR + 0.1, MARGIN + 0.03
#: of so many sentences at most each is looked at by itself: the first and the last ones
MOST_PARTS = 6


def sounds_of_distress(search: HybridSearch, text: str, vector: np.ndarray, kinds: Nearest) -> bool:
    """Whether a message, or a single sentence that the rest of it dilutes, is near in meaning to distress.

    :param vector: of the whole message, and ``kinds`` what it is near to.
    """
    if distress_score(vector) >= SURELY:
        return True
    if kinds.act == "distress" and kinds.score >= SIGN_FLOOR and kinds.margin >= SIGN_MARGIN:
        surely = kinds.score >= FLOOR and kinds.margin >= MARGIN
        if (surely or signs_of_distress(text)) and _nearer_than_ours(search, vector, kinds):
            return True
    parts = [part for part in sentences(text) if len(part.split()) >= 4]
    if kinds.distress < DILUTED or len(parts) < 2:
        return False
    parts = parts if len(parts) <= MOST_PARTS else [*parts[: MOST_PARTS // 2], *parts[-MOST_PARTS // 2 :]]
    search.embed_ahead(*parts)
    for part in parts:
        alone = search.embed(part)
        if distress_score(alone) >= ALONE:
            return True
        near = nearest_kinds(search, alone)
        if near.act == "distress" and near.score >= ALONE_FLOOR and near.margin >= ALONE_MARGIN and _nearer_than_ours(search, alone, near):
            return True
    return False


def _nearer_than_ours(search: HybridSearch, vector: np.ndarray, near: Nearest) -> bool:
    """Whether a text is nearer to distress than to any offering or known question: "is a seat reserved after that" is not."""
    if near.distress <= max(near.record_score, near.guidance_score) or distress_score(vector) < UNLIKE:
        return False
    return near.distress > max(search.nearest_groups(vector, "aspect").values(), default=0.0)
