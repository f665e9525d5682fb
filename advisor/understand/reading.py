"""A message while it is being read, and the stretches of it that matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from advisor.converse.conversation import Conversation
from advisor.understand.elsewhere import Elsewhere
from advisor.understand.intents import ASKS_FOR_OFFERINGS, COMPARE, FIND
from advisor.understand.names import InstitutionMatch
from advisor.understand.nearest import Nearest
from advisor.understand.plans import Plan
from advisor.understand.records import Named
from advisor.understand.text import sentences
from advisor.understand.understanding import Filter, LearnerFacts
from advisor.understand.where import Where
from corpus.folding import fold

__all__ = ["Reading", "asking", "clauses"]

_OFFERING = re.compile(r"\b(?:courses?|programs?|training|classes|certificates?|certs?|certification|micro[- ]?\w+|workshops?|diplomas?|paper|ticket|badge)\b")
_CLAUSES = re.compile(r"[,;:()\n]|\s-\s|\b(?:because|cause|cuz|but|so|since|while|although|though|and (?:i|my|we|our|he|she|they))\b|\bif (?:i|we|it|there|possible)\b")


#: begins a clause that says more of what is looked for: "a certificate in soils, which takes a year"
_RELATIVE = re.compile(r"(?<=[a-z]), which (?:is|has|would|takes|costs|gives)\b")


@dataclass
class Reading:
    """What has been read of a message so far."""

    text: str
    plain: str
    conversation: Conversation
    institutions: list[InstitutionMatch] = field(default_factory=list)
    not_at: list[InstitutionMatch] = field(default_factory=list)  # those that it turns down
    unserved: Elsewhere | None = None  # a place wished for that is not in the province
    refused: tuple[Filter, ...] = ()  # subjects that it turns down
    institution_spans: list[tuple[int, int]] = field(default_factory=list)  # of all that are named, those in the past too
    family: set[str] | None = None
    within: list[str] | None = None
    body: str = ""
    pointing: str = ""  # the folded message without what it turns down, by which it points at something
    where: Where | None = None
    naming: str | None = None  # what of the message the records named were read from
    named: list[Named] = field(default_factory=list)
    records: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    how: str | None = None
    subject: tuple[str, ...] = ()  # the words of a thing brought up alone
    goal: str = ""  # what those it points at are asked to count toward, in the learner's words
    toward: str | None = None  # and the record of that name
    topic: str = ""  # what to look for where the message points at another one of what it was about
    elsewhere: tuple[Filter, ...] = ()  # and where
    misplaced: str | None = None
    mistaken: str | None = None
    vector: np.ndarray | None = None
    kinds: Nearest | None = None
    facts: LearnerFacts = field(default_factory=LearnerFacts)
    plan: Plan | None = None

    @property
    def compares(self) -> bool:
        """Whether it compares, or names several institutions, so that it may be about several records."""
        plain = _RELATIVE.sub(" ", self.plain) if ASKS_FOR_OFFERINGS.search(self.plain) else self.plain
        return bool(COMPARE.search(plain)) or len({item.name for item in self.institutions}) > 1


def clauses(text: str) -> list[str]:
    """The clauses of a text in order, however it is punctuated."""
    return [part for sentence in sentences(text) for part in _CLAUSES.split(sentence) if part and part.strip()]


def asking(body: str, *, listing: bool = True) -> str:
    """The clauses that ask for something, where a message also tells a story.

    :param listing: with the short clauses beside them, which list more of the same.
    """
    parts = clauses(body)
    asking = [part for part in parts if FIND.search(fold(part)) or _OFFERING.search(fold(part))]
    # short clauses beside them list more of the same: "tech training, some coding, web"
    listed = [part for part in parts if listing and part not in asking and len(part.split()) <= 3]
    return " , ".join([*asking, *listed]) if asking else body
