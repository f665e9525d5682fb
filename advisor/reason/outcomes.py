"""What an offering has to do with kinds of work: through the words of what it teaches. No job is promised.

Words weigh more the rarer they are, in the records and in the classification alike. A relation needs several weighty
words in common, and shows them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS
from advisor.understand.text import fold, stem, tokens
from corpus.credential import Credential
from corpus.occupation import Occupation, occupations

__all__ = ["Outcomes", "Relevance"]

#: least share of the weight of the smaller side that has to be in common, and least number of words
_FLOOR = 0.16
_LEAST_WORDS = 2
#: the fields of a record that say what it is about and what it teaches, and how much each weighs
_FIELDS = (("title", 3.0), ("subject", 2.0), ("competencies", 1.5), ("purpose", 1.0), ("summary", 1.0))
_PLAIN = frozenset(
    [
        "work",
        "works",
        "working",
        "carry",
        "ensure",
        "perform",
        "provide",
        "responsible",
        "related",
        "different",
        "various",
        "using",
        "use",
        "used",
        "person",
        "people",
        "activities",
        "tasks",
        "also",
        "may",
        "such",
        "within",
        "order",
        "appropriate",
        "specific",
        "operations",
        "operation",
        "services",
        "service",
        "control",
        "develop",
        "design",
        "plan",
        "manage",
        "management",
        "process",
        "processes",
        "quality",
        "assist",
        "level",
        "make",
        "create",
        "set",
        "out",
        "according",
        "client",
        "clients",
        "customer",
        "customers",
        "company",
        "organisation",
        "organization",
        "team",
        "staff",
        "equipment",
        "materials",
        "material",
        "product",
        "products",
        "project",
        "projects",
        "information",
        "data",
        "technical",
        "support",
        "maintain",
        "monitor",
        "handle",
        "operate",
        "quality",
        "high",
        "general",
        "new",
        "based",
        "type",
        "types",
        "main",
        "area",
        "areas",
        "industry",
        "sector",
    ]
)


@dataclass(frozen=True, kw_only=True)
class Relevance:
    """How an offering and a kind of work relate: the words in common, weightiest first, and a score from 0 to 1."""

    record: str
    occupation: Occupation
    score: float
    shared: tuple[str, ...]

    @property
    def working(self) -> dict[str, Any]:
        """The relation in plain data."""
        return {
            "record": self.record,
            "occupation": self.occupation.name,
            "classification": self.occupation.address,
            "score": round(self.score, 3),
            "shared": list(self.shared),
        }


class Outcomes:
    """Relates the records of a catalogue to occupations. Built once; looks words up, so it needs no model.

    >>> from corpus.load import load_catalogue
    >>> outcomes = Outcomes(load_catalogue(("bc",)))
    >>> outcomes.named("what helps me become a bookkeeper?").name
    'bookkeeper'
    """

    def __init__(self, records: Iterable[Credential]) -> None:
        self._records = {record.id: record for record in records}

    def named(self, text: str) -> Occupation | None:
        """The occupation that a text names: by its own name, else by another name that only one has; the longest wins."""
        words = [stem(word) for word in tokens(text)]
        phrases = [
            tuple(words[start : start + length])
            for length in range(min(6, len(words)), 0, -1)
            for start in range(len(words) - length + 1)
        ]
        for phrase in phrases:
            if phrase in self._by_name and (len(phrase) > 1 or phrase[0] not in _PLAIN):
                return self._by_name[phrase]
        for phrase in phrases:
            if 2 <= len(phrase) <= 4 and (found := self._also_named(phrase)):
                return found
        return None

    def _also_named(self, phrase: tuple[str, ...]) -> Occupation | None:
        wanted = f" {' '.join(phrase)} "
        found = [item for item, also in self._also if wanted in also]
        return found[0] if len(found) == 1 else None

    def helpful_for(self, occupation: Occupation, *, most: int = 8) -> list[Relevance]:
        """Records whose teaching has most to do with an occupation, best first."""
        wanted = self._weigh(_occupation_words(occupation))
        scored = (self._relate(name, words, occupation, wanted) for name, words in self._taught.items())
        return sorted((item for item in scored if item), key=lambda item: (-item.score, item.record))[:most]

    def related(self, record: Credential, *, most: int = 5) -> list[Relevance]:
        """Occupations that have most to do with what a record teaches, best first."""
        words = self._taught.get(record.id) or self._weigh(_record_words(record))
        scored = (self._relate(record.id, words, item, weights) for item, weights in self._work)
        return sorted(
            (item for item in scored if item), key=lambda item: (-item.score, item.occupation.name)
        )[:most]

    def _relate(
        self, record: str, taught: Mapping[str, float], occupation: Occupation, wanted: Mapping[str, float]
    ) -> Relevance | None:
        shared = [word for word in wanted if word in taught]
        if len(shared) < _LEAST_WORDS:
            return None
        common = sum(taught[word] * wanted[word] for word in shared)
        lengths = math.sqrt(
            sum(value * value for value in taught.values()) * sum(value * value for value in wanted.values())
        )
        score = common / lengths if lengths else 0.0
        if score < _FLOOR:
            return None
        shared.sort(key=lambda word: -taught[word] * wanted[word])
        return Relevance(
            record=record, occupation=occupation, score=min(score, 1.0), shared=tuple(shared[:6])
        )

    def _weigh(self, counts: Mapping[str, float]) -> dict[str, float]:
        return {
            word: (1 + math.log(count)) * self._rarity.get(word, self._rarest)
            for word, count in counts.items()
            if count >= 1
        }

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """How telling each word is: rare among occupations and among records."""
        documents: Counter[str] = Counter()
        for item in occupations():
            documents.update(_occupation_words(item).keys())
        size = len(occupations())
        for record in self._records.values():
            documents.update(_record_words(record).keys())
        size += len(self._records)
        return {word: math.log(size / count) for word, count in documents.items()}

    @cached_property
    def _rarest(self) -> float:
        return max(self._rarity.values(), default=1.0)

    @cached_property
    def _taught(self) -> dict[str, dict[str, float]]:
        return {
            name: self._weigh(_record_words(record))
            for name, record in self._records.items()
            if record.role == "offering"
        }

    @cached_property
    def _work(self) -> list[tuple[Occupation, dict[str, float]]]:
        return [(item, self._weigh(_occupation_words(item))) for item in occupations()]

    @cached_property
    def _by_name(self) -> dict[tuple[str, ...], Occupation]:
        """Occupations by the words of their own name."""
        names: dict[tuple[str, ...], Occupation] = {}
        for item in occupations():
            names.setdefault(tuple(stem(word) for word in tokens(item.name)), item)
        return names

    @cached_property
    def _also(self) -> list[tuple[Occupation, str]]:
        """The words of each occupation's other names, which the data runs together."""
        return [(item, f" {' '.join(stem(word) for word in tokens(item.also))} ") for item in occupations()]


def _record_words(record: Credential) -> Counter[str]:
    """The telling words of what a record teaches, stemmed, each as often as it weighs."""
    counts: Counter[str] = Counter()
    for name, weight in _FIELDS:
        value = getattr(record, name)
        text = " ".join(value) if isinstance(value, tuple) else value or ""
        for word in _telling(text):
            counts[word] += int(weight * 2)
    return counts


def _occupation_words(occupation: Occupation) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word in _telling(occupation.name):
        counts[word] += 6
    for word in set(_telling(occupation.also)):
        counts[word] += 2
    for word in _telling(occupation.about):
        counts[word] += 2
    return counts


def _telling(text: str) -> list[str]:
    return [
        stem(word)
        for word in tokens(fold(text))
        if len(word) > 2
        and word not in CHAT_WORDS
        and word not in GENERIC_WORDS
        and word not in _PLAIN
        and not word.isdigit()
    ]
