"""Keyword scoring: BM25F over the fields of passages.

BM25F rather than one BM25 a field, because a word that stands in the title and in the text should saturate
once, not count twice. Field weights are given with the question, so that they can be tuned without building
again. Postings are flat numpy arrays, so loading takes milliseconds and imports nothing but numpy.
"""

from __future__ import annotations

import io
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.errors import SearchIndexError
from index.folding import terms
from index.passage import Passage

__all__ = ["KeywordIndex"]

_K1 = 1.6
_B = 0.6
_FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class KeywordIndex:
    """Postings of every term, by passage and field. Make one with :meth:`build` or :meth:`load`.

    ``starts[t]:starts[t + 1]`` are the postings of term ``t``; ``passages``, ``fields`` and ``counts`` say in
    which passage, in which field, and how often for that field's length.
    """

    size: int
    vocabulary: Mapping[str, int]
    field_names: tuple[str, ...]
    starts: np.ndarray
    passages: np.ndarray
    fields: np.ndarray
    counts: np.ndarray
    spread: np.ndarray

    @classmethod
    def build(cls, passages: Sequence[Passage]) -> KeywordIndex:
        """Index ``passages`` in that order; one without fields counts as having one field, ``text``."""
        field_names: dict[str, int] = {}
        lengths: dict[int, list[int]] = {}
        vocabulary: dict[str, int] = {}
        flat = array("q")  # term, passage, field, count and length of the field, posting after posting
        for row, passage in enumerate(passages):
            for name, text in (passage.fields or {"text": passage.text}).items():
                found = terms(text)
                field = field_names.setdefault(name, len(field_names))
                lengths.setdefault(field, []).append(len(found))
                for term, count in Counter(found).items():
                    flat.extend((vocabulary.setdefault(term, len(vocabulary)), row, field, count, len(found)))
        table = np.array(flat, dtype=np.int64).reshape(-1, 5)
        table = table[np.lexsort((table[:, 1], table[:, 0]))]
        typical = np.array([max(1.0, float(np.mean(found))) for found in lengths.values()] or [1.0])
        normal = 1 - _B + _B * table[:, 4] / typical[table[:, 2]]
        starts = np.searchsorted(table[:, 0], np.arange(len(vocabulary) + 1))
        pairs = np.unique(table[:, :2], axis=0)
        spread = np.bincount(pairs[:, 0], minlength=len(vocabulary))
        return cls(
            size=len(passages),
            vocabulary=vocabulary,
            field_names=tuple(field_names),
            starts=starts.astype(np.int64),
            passages=table[:, 1].astype(np.int32),
            fields=table[:, 2].astype(np.int16),
            counts=(table[:, 3] / normal).astype(np.float32),
            spread=spread.astype(np.int32),
        )

    def score(self, query: str, *, weights: Mapping[str, float] | None = None) -> np.ndarray:
        """BM25F of every passage, in order, as ``size`` float32; 0 where no term of the query stands.

        :param weights: field name -> weight; a field that is not named weighs 1, one that weighs 0 is left out.
        """
        by_field = np.array([(weights or {}).get(name, 1.0) for name in self.field_names] or [1.0])
        scores = np.zeros(self.size)
        for term, rarity in self._known(query).items():
            part = slice(self.starts[term], self.starts[term + 1])
            counts = self.counts[part] * by_field[self.fields[part]]
            tallies = np.bincount(self.passages[part], weights=counts, minlength=self.size)
            scores += rarity * tallies * (_K1 + 1) / (_K1 + tallies)
        return scores.astype(np.float32)

    def ceiling(self, query: str) -> float:
        """The score that a passage repeating every known term comes near to; 0 if no term is known."""
        return float(sum(self._known(query).values()) * (_K1 + 1))

    def _known(self, query: str) -> dict[int, float]:
        """Terms of the query that stand in any passage -> how rare they are."""
        known = {}
        for word in dict.fromkeys(terms(query)):
            term = self.vocabulary.get(word)
            if term is not None:
                spread = float(self.spread[term])
                known[term] = float(np.log1p((self.size - spread + 0.5) / (spread + 0.5)))
        return known

    def dump(self) -> bytes:
        """All of it as bytes for :meth:`load`."""
        stream = io.BytesIO()
        np.savez(
            stream,
            head=np.array([_FORMAT, self.size]),
            vocabulary=_packed(self.vocabulary),
            field_names=_packed(self.field_names),
            starts=self.starts,
            passages=self.passages,
            fields=self.fields,
            counts=self.counts,
            spread=self.spread,
        )
        return stream.getvalue()

    @classmethod
    def load(cls, data: bytes) -> KeywordIndex:
        """The index that :meth:`dump` wrote.

        :raises SearchIndexError: the bytes are no such index.
        """
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            if int(arrays["head"][0]) != _FORMAT:
                raise ValueError("another format")
            words = _unpacked(arrays["vocabulary"])
            return cls(
                size=int(arrays["head"][1]),
                vocabulary={word: term for term, word in enumerate(words)},
                field_names=tuple(_unpacked(arrays["field_names"])),
                starts=arrays["starts"],
                passages=arrays["passages"],
                fields=arrays["fields"],
                counts=arrays["counts"],
                spread=arrays["spread"],
            )
        except Exception as error:
            raise SearchIndexError(
                f"The keyword index cannot be read: {type(error).__name__}.", hint="Run `advisor index`."
            ) from error


def _packed(words: Mapping[str, int] | Sequence[str]) -> np.ndarray:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def _unpacked(data: np.ndarray) -> list[str]:
    text = data.tobytes().decode()
    return text.split("\n") if text else []
