"""Whether a record speaks of the subject that was asked for, word by word, or only of something like it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from advisor.understand.synonyms import catalogue_words
from advisor.understand.text import stem, tokens
from corpus.catalogue import Catalogue
from index.search import HybridSearch

__all__ = ["SPEAKS", "WHOLE", "SubjectSupport"]

#: Cosine from which a text of a record speaks of a word that it does not say. Over the development questions the missing
#: word of an offering that the catalogue lacks lay at 0.15 to 0.36 from the records shown instead ("pharmacy" from an
#: aquaculture technician's certificate), and a subject said in other words at 0.46 and more ("fish" from it).
SPEAKS = 0.40
#: the same for a whole phrase, which shares some words with records that are not meant: "game design" lies at 0.51 from a
#: certificate in web design, "pharmacy technician" at 0.53 from a technician's
WHOLE = 0.75


class SubjectSupport:
    """Looks for the words of a subject in records: by word, by stem, by abbreviation, by synonym, by meaning."""

    def __init__(self, catalogue: Catalogue, search: HybridSearch) -> None:
        self._catalogue = catalogue
        self._search = search

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        return {record.id: {stem(word) for item in self._catalogue.stated(record) for word in tokens(item.text)} for record in self._catalogue}

    def missing(self, phrases: Iterable[Sequence[str]], records: Sequence[str]) -> tuple[str, ...]:
        """The words of a subject that no one of the records speaks of; empty when one of them speaks of all.

        Several phrases are several ways of asking, so one that a record speaks of is enough.
        """
        lacking: list[tuple[str, ...]] = []
        for phrase in phrases:
            lacks = min((self._lacks(phrase, record) for record in records), key=len, default=())
            if not lacks:
                return ()
            lacking.append(lacks)
        return min(lacking, key=len, default=())

    def _lacks(self, phrase: Sequence[str], record_id: str) -> tuple[str, ...]:
        words = self._words.get(record_id, set())
        left = [word for word in phrase if stem(word) not in words]
        if not left or {stem(word) for word in tokens(catalogue_words(" ".join(phrase)))} & words:
            return ()
        record = self._catalogue.record(record_id)
        named = tokens(f"{record.title} {record.subject or ''} {record.type or ''}")
        left = [word for word in left if not any(_abbreviates(word, name) for name in named)]
        if not left or self._nearness(self._search.embed(" ".join(phrase)), record_id) >= WHOLE:
            return ()
        return tuple(word for word in left if self._nearness(self._search.embed(word), record_id) < SPEAKS)

    def _nearness(self, vector: np.ndarray, record: str) -> float:
        whole = self._search.similarities(vector, [record]).get(record, 0.0)
        return max(whole, self._search.nearest_groups(vector, "field").get(record, 0.0))


def _abbreviates(short: str, word: str) -> bool:
    """Whether a word is another one's short form: its beginning, or some of its letters with the first and the last.

    >>> _abbreviates("exec", "executive"), _abbreviates("mgmt", "management"), _abbreviates("game", "management")
    (True, True, False)
    """
    if len(short) >= len(word) - 1 or short[0] != word[0]:
        return False
    if word.startswith(short):
        return True
    letters = iter(word)
    return len(short) >= 3 and not set(short[1:]) & set("aeiou") and short[-1] == word[-1] and all(letter in letters for letter in short)
