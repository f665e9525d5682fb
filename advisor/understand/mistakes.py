"""What people wrongly hold about rules, told by nearness to the mistakes that guidance is known to set right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

import numpy as np

from advisor.understand.stated import stated_in
from advisor.understand.text import stem, tokens
from corpus.catalogue import Catalogue
from index.folding import STOP_WORDS
from index.search import HybridSearch

__all__ = ["MISTAKE_MARK", "MistakeReader"]

#: joins a section's id and the number of a mistake that it sets right, in ids of passages
MISTAKE_MARK = "!"
#: cosine of a clause to a known mistake from which it is taken for one; unrelated clauses of the development questions
#: stayed below .70, mistakes in other words began at .73
SURE = 0.7
#: a clause that is some part of a message is none where the whole is farther than this from every known mistake: over all
#: question sets the whole lay at .45 and more where a clause was sure, at .52 and more where the clause was a fifth of it
WORTH = 0.42
_SOME_PART = 1 / 6
_DENIES = re.compile(r"\b(?:not|no|never|none|cannot|without|nothing|neither|nor)\b|n't\b|\bnon-")


class MistakeReader:
    """Knows a mistake that guidance sets right when a message states it."""

    def __init__(self, catalogue: Catalogue, search: HybridSearch) -> None:
        self._catalogue = catalogue
        self._search = search

    @cached_property
    def _words(self) -> frozenset[str]:
        """The stems of all words of the known mistakes that say what they are about."""
        texts = (text for section in self._catalogue.sections.values() for text in section.mistaken)
        return frozenset(stem(word) for text in texts for word in tokens(text) if word not in STOP_WORDS)

    def begin(self, message: str, *, whole: np.ndarray) -> tuple[str, ...]:
        """The clauses of a message that may state a mistake, whose embedding is begun beside other work.

        :param whole: the message's vector. It and the words spare most clauses, which tell of the learner, one of their own.
        """
        far = max(self._search.nearest_groups(whole, "mistaken").values(), default=0.0) < WORTH
        texts = [item.text for item in stated_in(message) if not (far and len(item.text) >= len(message) * _SOME_PART)]
        worth = tuple(text for text in texts if any(stem(word) in self._words for word in tokens(text)))
        self._search.embed_ahead(*worth)
        return worth

    def mistaken_in(self, clauses: Iterable[str]) -> str | None:
        """The guidance section that sets right what one of these clauses states; None where none is near to a known mistake.

        A clause that denies what the mistake affirms, or the reverse, is none.
        """
        best: tuple[float, str] | None = None
        for clause in clauses:
            vector = self._search.embed(clause)
            near = self._search.nearest_groups(vector, "mistaken")
            section_id = max(near, key=lambda name: near[name], default="")
            if not section_id or near[section_id] < SURE:
                continue
            texts = {f"{section_id}{MISTAKE_MARK}{number}": text for number, text in enumerate(self._catalogue.sections[section_id].mistaken)}
            scores = self._search.similarities(vector, list(texts))
            closest = texts[max(scores, key=lambda name: scores[name])] if scores else ""
            if bool(_DENIES.search(closest.lower())) == bool(_DENIES.search(clause)) and (best is None or near[section_id] > best[0]):
                best = (near[section_id], section_id)
        return best[1] if best else None
