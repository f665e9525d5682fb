"""A question that is plainly about one offering, told by what it describes rather than by its name.

"The fish farm certificate at the island college, does it lead to anything?" names no title; search knows which is meant
when one record stands well ahead of the rest.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from advisor.find.finder import Finder
from advisor.understand.intents import ASKS_FOR_OFFERINGS, WHICH_OF_MANY, intents_in
from advisor.understand.lexicon import field_cues_in
from advisor.understand.requests import asks_a_question
from advisor.understand.understanding import Filter, Request

__all__ = ["asks_what_is_there", "described_record", "is_pointed"]

#: with the institution's name taken out: "does … have welding"
_HAS = re.compile(r"\b(?:does|do|did)\s+(?:they |you |u )?(?:have|offer|teach|run|got)\b")

_WHERE = {"institution", "place", "region"}
_OF_ONE = {"eligibility", "pathway", "next", "worth"}
#: how far ahead of the next one a record must stand, of an order from 0 to 1
LEAD = 0.15
#: how surely it must be about the message
ABOUT = 0.30


def asks_what_is_there(plain: str, body: str) -> bool:
    """Whether a folded message asks what an institution offers, and not after the one offering that is recorded of it.

    :param body: the same with the names of institutions taken out.

    >>> asks_what_is_there("does tarn college have welding", "does              have welding")
    True
    """
    return bool(ASKS_FOR_OFFERINGS.search(plain) or _HAS.search(body))


def is_pointed(plain: str, requests: Collection[Request], filters: Collection[Filter]) -> bool:
    """Whether a folded message that was read as a search asks something of a single offering.

    :param filters: what the message wishes; wishes about more than where an offering is are for a search.
    """
    if any(wish.field not in _WHERE for wish in filters):
        return False
    if len(requests) != 1 or ASKS_FOR_OFFERINGS.search(plain) or WHICH_OF_MANY.search(plain) or not asks_a_question(plain):
        return False
    one = next(iter(requests))
    if one.intent != "find" or one.named or one.aim or not one.topic:
        return False
    return bool(set(intents_in(plain)) & _OF_ONE or field_cues_in(plain))


def described_record(finder: Finder, text: str, topic: str, *, within: Collection[str] | None = None) -> str | None:
    """The one record that a text describes, or None where several come as near.

    :param within: only these records, where the text names an institution.
    """
    ranked = finder.rank(text, topic, within=within)
    if not ranked or ranked[0].about < ABOUT:
        return None
    rest = ranked[1].order if len(ranked) > 1 else 0.0
    return ranked[0].record if ranked[0].order - rest >= LEAD * ranked[0].order else None
