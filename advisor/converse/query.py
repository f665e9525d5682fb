"""A follow-up as a query: its own words, and how much of what was said before it goes with it.

Nothing is joined into one text. The last turn is searched for by itself; earlier turns are searched for too and only
shift the order, each by its weight (:mod:`advisor.converse.retrieve`). How much they may shift it is decided there,
from how clear the last turn is in the passages themselves.

The constants were set on the development parts of MTRAG and Doc2Dial together and rounded. Moving any of them by a
third (DECAY from 0.8 to 1) changes nDCG@5 by at most 0.01 on each; they are no fine tuning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal, NamedTuple

__all__ = ["Carried", "ConversationQuery", "Said", "conversational_query"]

#: what each later turn of the learner leaves of an earlier turn's weight
DECAY = 0.9
#: a reply's weight beside a learner's turn of the same age: it says what the talk is about, in too many words
REPLY = 0.5
#: the reply that the last turn answers: "yes", "the second one" and "how much" mean nothing without it
ANSWERED_REPLY = 1.5
#: how many turns and replies are carried at most
KEEP = 12


class Said(NamedTuple):
    """Something said before the last turn."""

    text: str
    by: Literal["learner", "advisor"] = "learner"


class Carried(NamedTuple):
    """Something said before, and how much it weighs beside the last turn, which weighs 1."""

    text: str
    weight: float
    by: Literal["learner", "advisor"]


@dataclass(frozen=True, kw_only=True)
class ConversationQuery:
    """What to search for: the last turn, and what is carried to it, the latest first."""

    last: str
    carried: tuple[Carried, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts to search for, the last turn first."""
        return (self.last, *(item.text for item in self.carried))


def conversational_query(last_turn: str, history: Sequence[str | Said]) -> ConversationQuery:
    """Read a last turn against what was said before it.

    A weight is ``DECAY`` to the power of how many turns of the learner came after, times what kind of thing it is.
    All of them are divided by the square root of their sum: two turns that agree say more than one, but ten turns do
    not drown the eleventh.

    :param history: the oldest first; a bare string is a turn of the learner. Blank ones are left out.

    >>> query = conversational_query("how much is it", ["welding in Nanaimo", Said("There is one.", "advisor")])
    >>> [(item.text, round(item.weight, 2)) for item in query.carried]
    [('There is one.', 0.95), ('welding in Nanaimo', 0.63)]
    """
    said = [item if isinstance(item, Said) else Said(item) for item in history]
    raw: list[Carried] = []
    later = 0
    for item in [item for item in reversed(said) if item.text.strip()][:KEEP]:
        kind = 1.0 if item.by == "learner" else REPLY if raw else ANSWERED_REPLY
        raw.append(Carried(item.text, kind * DECAY**later, item.by))
        later += item.by == "learner"
    scale = sqrt(sum(item.weight for item in raw)) or 1.0
    return ConversationQuery(last=last_turn, carried=tuple(item._replace(weight=item.weight / scale) for item in raw))
