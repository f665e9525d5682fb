"""Clauses that ask about what guidance names, such as a grant or a law, and about no offering.

"Who applies for the employer training grant" is a question of its own beside one about an offering. "Can I use it" and
"can I use the grant" are not: they ask of the offering that is spoken of.
"""

from __future__ import annotations

import re

from advisor.understand.names import NameIndex
from advisor.understand.question_words import OPENING
from advisor.understand.schemes import SchemeIndex
from corpus.catalogue import Catalogue

__all__ = ["GuidedClauses", "asks_more_than_use"]

#: "who is it that runs PSSSP" points at nothing
_POINTS = re.compile(r"\b(?:it(?! that\b)|its|(?<!\bit )that|this|these|those|there)\b")
_THEY = re.compile(r"\b(?:they|them)\b")
_WH = re.compile(rf"{OPENING}(?:what|whats|what's|who|whos|who's|how|hows|how's|when|where|why|which|tell me|explain)\b")
_EXISTS = re.compile(rf"{OPENING}(?:is|are) there\b")
#: what is asked of a grant for the offering spoken of, or of the offering for the grant
_USE = frozenset(
    [
        "use", "used", "using", "get", "got", "getting", "have", "pay", "pays", "paid", "cover", "covers", "covered", "help", "helps", "work",
        "works", "apply", "applies", "applied", "eligible", "qualify", "qualifies", "count", "counts", "take", "takes", "taken", "accept", "accepts",
        "accepted", "available", "okay", "fund", "funds", "funded", "good", "for", "with", "on", "be", "is", "are", "was", "do", "does", "did", "can",
        "could", "would", "will", "may", "might", "should", "i", "we", "you", "he", "she", "my", "the", "a", "an", "any", "or", "and", "also", "so",
        "but", "then", "to", "of", "me", "us", "grant", "grants", "money", "program", "programs", "there", "through", "from", "under", "by", "still",
        "even", "too", "it", "its", "this",
    ]
)


class GuidedClauses:
    """Tells the clauses that ask about something that guidance names."""

    def __init__(self, catalogue: Catalogue, names: NameIndex) -> None:
        self._schemes = SchemeIndex(catalogue, names)

    def asks(self, plain: str, *, first: bool) -> bool:
        """Whether a folded clause that names no offering asks about something that guidance names.

        :param first: no clause before it names an offering, which "is there a waiver" could be asked of.
        """
        if self._schemes.find(plain) is None or _POINTS.search(_EXISTS.sub("", plain)):
            return False
        if _WH.search(plain):
            return True
        if _THEY.search(plain):
            return False
        return asks_more_than_use(self._schemes.without_name(plain)) or bool(first and _EXISTS.search(plain))


def asks_more_than_use(beside: str) -> bool:
    """Whether the folded words beside a scheme's name ask more than whether it can be used.

    >>> asks_more_than_use("can i use the grant for it"), asks_more_than_use("does cover my groceries")
    (False, True)
    """
    return any(word not in _USE for word in re.findall(r"[a-z0-9']+", beside))
