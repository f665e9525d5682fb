"""Whether the evidence is enough to answer, not whether there is any."""

from __future__ import annotations

from advisor.find.finder import Ranked
from advisor.understand.names import NameIndex

__all__ = ["FIND_FLOOR", "is_sufficient"]

#: score below which a record is not about a topic; calibrated on the development questions
FIND_FLOOR = 0.30
#: a topic whose words nobody's record holds needs a closer meaning
UNKNOWN_WORDS_PENALTY = 0.10


def is_sufficient(names: NameIndex, topic: str, ranked: Ranked) -> bool:
    """Whether a record is about a topic closely enough to be offered for it."""
    known = names.known_share(topic.split())
    floor = FIND_FLOOR + UNKNOWN_WORDS_PENALTY * (1 - known) * (1 - ranked.coverage)
    return ranked.about >= floor
