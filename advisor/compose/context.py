"""What every composer needs at hand for one answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from advisor.compose.builder import AnswerBuilder
from advisor.contract import Reason, Status
from advisor.converse.conversation import Conversation
from advisor.find.finder import Finder
from advisor.understand.names import NameIndex
from advisor.understand.understanding import Filter, LearnerFacts, Understanding
from corpus.catalogue import Catalogue
from index.search import HybridSearch

__all__ = ["Outcome", "Turn"]


@dataclass
class Turn:
    """One turn being answered: the parts of the engine, what was understood, and the answer being built."""

    catalogue: Catalogue
    search: HybridSearch
    finder: Finder
    names: NameIndex
    understanding: Understanding
    conversation: Conversation
    builder: AnswerBuilder
    filters: tuple[Filter, ...] = ()
    facts: LearnerFacts = field(default_factory=LearnerFacts)
    vector: np.ndarray | None = None
    language: str = "en"
    told: set[str] = field(default_factory=set)  # evidence that a correction stated already
    explained: set[str] = field(default_factory=set)  # clauses of the message that guidance answered beside the rest
    relevance: Mapping[str, float] = field(default_factory=dict)  # records that speak to a kind of work, 0 to 1

    def message_vector(self) -> np.ndarray:
        """The vector of the whole message, made once."""
        if self.vector is None:
            self.vector = self.search.embed(self.understanding.standalone)
        return self.vector


@dataclass
class Outcome:
    """What a composer reports of one question: how it went, and what the conversation should remember."""

    status: Status
    reason: Reason | None = None
    focus: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    topic: str = ""
    sections: tuple[str, ...] = ()
    pending: bool = False
    singled: bool = False
    candidates: tuple[str, ...] = ()
