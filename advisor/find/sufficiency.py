"""Whether the evidence is enough to answer, not whether there is any."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.find.finder import Ranked

__all__ = ["FIND_FLOOR", "NARROWED_FLOOR", "SURE", "best_share", "confidence"]

#: Calibrated on 100 questions for finding and 41 for what no record covers. Below the floor three answerable wishes in
#: a hundred lie, and more than half of the others; above SURE, one in seven of the others. Between them the nearest
#: offerings are shown as no more than that.
FIND_FLOOR = 0.36
SURE = 0.42
#: where a wish narrows the field to an institution or to what fits, less is enough
NARROWED_FLOOR = 0.30
#: weight of the share of topic words that any record knows
_KNOWN = 0.08


def confidence(ranked: Sequence[Ranked], *, known: float) -> float:
    """How surely the records offer something on the topic, about 0 to 1.

    Half of the evidence is the record that is most surely about the topic, half the one that search puts first: when
    the two agree there is an offering to speak of.

    :param ranked: records that could be offered, in the order of search.
    :param known: the share of the topic's words, by weight, that occur in any record's title.
    """
    if not ranked:
        return 0.0
    surest = max(item.about for item in ranked)
    return 0.5 * surest + 0.5 * ranked[0].about + _KNOWN * known


def best_share(ranked: Ranked, best: float) -> float:
    """How surely a record is about the topic, as a share of the best one."""
    return ranked.about / best if best > 0 else 0.0
