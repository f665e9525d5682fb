"""Hybrid search: the vectors' cosine and the keyword score, in one convex combination.

Both halves are computed for every passage that the filters allow, so that a hit found by one half still has its true
score in the other. A filter that allows nothing gives nothing; it never falls back to everything.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from typing import Any

import numpy as np

from corpus.errors import SearchIndexError, UnknownIdError
from corpus.settings import Settings
from index.cosines import cosines
from index.embedded import Embedded
from index.encoder import OnnxEncoder
from index.grouped import GroupedRows
from index.hit import FusionWeights, Hit
from index.keyword import KeywordIndex
from index.layout import Layout, Pointer
from index.scores import ScoreTable
from index.snapshot import Snapshot, read_snapshot
from index.store import connect, nearest

__all__ = ["EXACT_LIMIT", "FusionWeights", "Hit", "HybridSearch", "fuse"]

EXACT_LIMIT = 50_000
_OVERSAMPLE = 20


class HybridSearch:
    """An opened index. Immutable and safe to share between threads; open again after a build.

    >>> search = HybridSearch.open("bc", settings=resolve_settings())  # doctest: +SKIP
    >>> search.search("soil science online", k=3, kinds={"record"})  # doctest: +SKIP
    """

    def __init__(
        self,
        snapshot: Snapshot,
        *,
        encoder: OnnxEncoder,
        pointer: Pointer,
        layout: Layout,
        settings: Settings,
        exact_limit: int = EXACT_LIMIT,
    ) -> None:
        self._snapshot = snapshot
        self._encoder = encoder
        self._keywords = KeywordIndex.load(snapshot.keywords)
        self._row_of = {name: row for row, name in enumerate(snapshot.ids)}
        self._rows_of_kind = _rows_by(snapshot.kinds)
        self._rows_of_group = _rows_by(snapshot.groups)
        self._group_numbers = _numbered(snapshot.groups)
        self._exact_limit = exact_limit
        self._pointer = pointer
        self._layout = layout
        self._settings = settings
        self._grouped: dict[str, GroupedRows] = {}
        self._embedded = Embedded(encoder.encode_query, begin=encoder.begin_query if settings.threads > 1 else None)
        self._client: Any = None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, name: str, *, settings: Settings, exact_limit: int = EXACT_LIMIT) -> HybridSearch:
        """Open the index ``name`` as last built.

        :param exact_limit: up to so many passages every cosine is computed; above, Chroma proposes candidates
            for a question without filters.
        :raises SearchIndexError: there is none yet, it is damaged, or its vectors are of another model.
        :raises ModelError: the embedding model is missing or altered.
        """
        layout = Layout(name, settings)
        pointer = layout.read_pointer()
        if pointer is None:
            raise SearchIndexError(f"There is no index {name!r} yet.", hint="Run `advisor index`.")
        encoder = OnnxEncoder.open(settings)
        if pointer.model != encoder.model_id:
            raise SearchIndexError(
                f"The index {name!r} was made with another embedding model.", hint="Run `advisor index`."
            )
        return cls(
            read_snapshot(layout, pointer),
            encoder=encoder,
            pointer=pointer,
            layout=layout,
            settings=settings,
            exact_limit=exact_limit,
        )

    def __len__(self) -> int:
        return len(self._snapshot.ids)

    @property
    def digest(self) -> str:
        """Digest of all that the index holds; changes with every change."""
        return self._pointer.digest

    @property
    def ids(self) -> Sequence[str]:
        """Ids of all passages."""
        return tuple(self._snapshot.ids)

    def is_word(self, word: str) -> bool:
        """Whether the model's vocabulary holds a lower-case word whole: an everyday word, not a slip of the keyboard."""
        return self._encoder.knows(word)

    def text(self, id: str) -> str:  # noqa: A002 - the passage's own word for it
        """The text of a passage. Raises :class:`UnknownIdError`."""
        return self._snapshot.texts[self._row(id)]

    def embed(self, query: str) -> np.ndarray:
        """A question as a vector of 384 float32 of length one; made once inside :meth:`remembering`."""
        return self._embedded.vector(query)

    def embed_ahead(self, *queries: str) -> None:
        """Begin to embed questions that :meth:`embed` will be asked for; without effect outside :meth:`remembering`."""
        self._embedded.announce(*queries)

    def remembering(self) -> AbstractContextManager[None]:
        """A stretch, say one answer, in which a question is embedded once; what people asked is forgotten at its end."""
        return self._embedded.remembering()

    def similarities(self, vector: np.ndarray, ids: Collection[str]) -> dict[str, float]:
        """Cosine of ``vector`` (384, length one) to each of the passages. Raises :class:`UnknownIdError`."""
        names = list(ids)
        rows = np.array([self._row(name) for name in names], dtype=np.int64)
        return dict(zip(names, cosines(self._snapshot.vectors[rows], vector).tolist(), strict=True))

    def search(
        self,
        query: str,
        *,
        k: int = 10,
        kinds: Collection[str] | None = None,
        within: Collection[str] | None = None,
        groups: Collection[str] | None = None,
        weights: FusionWeights | None = None,
        vector: np.ndarray | None = None,
    ) -> list[Hit]:
        """The ``k`` best passages for ``query`` among those that every filter allows, best first.

        :param kinds: only passages of these kinds; ``None`` for all, empty for none. So too the next two.
        :param within: only passages whose id or group is among these; ids that are unknown match nothing.
        :param groups: only passages of these groups.
        :param weights: of the two halves and of the fields; tuned defaults.
        :param vector: the question's vector if the caller has one, for the dense half (384, length one).
        """
        weights = weights or FusionWeights()
        rows = self._allowed(kinds, within, groups)
        if k < 1 or (rows is not None and not rows.size) or not len(self):
            return []
        keyword = self._keywords.score(query, weights=weights.fields)
        vector = self.embed(query) if vector is None else vector
        if rows is None and len(self) > self._exact_limit:
            rows = self._candidates(vector, keyword, k)
        dense = self._cosines(vector, rows)
        keyword = keyword if rows is None else keyword[rows]
        fused = fuse(dense, keyword, weights)
        best = _best(fused, k)
        found = best if rows is None else rows[best]
        scores = zip(found, fused[best], dense[best], keyword[best], strict=True)
        return [self._hit(int(row), *map(float, parts)) for row, *parts in scores]

    def nearest_groups(self, vector: np.ndarray, kind: str) -> dict[str, float]:
        """For each group of a kind of passages, the cosine of its passage that is nearest to ``vector``.

        One product over the kind's rows, so that it costs far less than a search.
        """
        rows = self._rows_of_kind.get(kind)
        if rows is None:
            return {}
        grouped = self._grouped.get(kind)
        if grouped is None:
            grouped = self._grouped.setdefault(kind, GroupedRows.of(self._snapshot, rows))
        return grouped.nearest(vector)

    def scores(
        self,
        texts: Sequence[str],
        *,
        kinds: Collection[str] | None = None,
        within: Collection[str] | None = None,
        groups: Collection[str] | None = None,
        weights: FusionWeights | None = None,
    ) -> ScoreTable:
        """Both halves of a search for each text, over every passage that every filter allows.

        In a large index without filters only passages that some of the texts finds near are scored. Filters are as in
        :meth:`search`; of ``weights`` only the fields' matter here.
        """
        rows = self._allowed(kinds, within, groups)
        fields = (weights or FusionWeights()).fields
        self.embed_ahead(*texts[1:])
        vectors = np.stack([self.embed(text) for text in texts])
        keyword = np.stack([self._keywords.score(text, weights=fields) for text in texts])
        if rows is None and len(self) > self._exact_limit:
            parts = [self._candidates(vector, words, _OVERSAMPLE) for vector, words in zip(vectors, keyword, strict=True)]
            rows = np.unique(np.concatenate(parts))
        dense = np.stack([self._cosines(vector, rows) for vector in vectors])
        return ScoreTable(
            rows=np.arange(len(self)) if rows is None else rows,
            groups=self._group_numbers if rows is None else self._group_numbers[rows],
            dense=dense,
            keyword=keyword if rows is None else keyword[:, rows],
            ceilings=np.array([self._keywords.ceiling(text) for text in texts]),
        )

    def pick(self, table: ScoreTable, scores: np.ndarray, *, k: int, text: int = 0) -> list[Hit]:
        """The ``k`` best passages of a table by the caller's ``scores`` (n), best first.

        :param text: which of the table's texts the hits' own cosines and keyword scores are told of.
        """
        if k < 1:
            return []
        best = _best(scores, k)
        found = zip(table.rows[best], scores[best], table.dense[text, best], table.keyword[text, best], strict=True)
        return [self._hit(int(row), *map(float, parts)) for row, *parts in found]

    def _cosines(self, vector: np.ndarray, rows: np.ndarray | None) -> np.ndarray:
        vectors = self._snapshot.vectors
        if rows is None:
            return cosines(vectors, vector)
        # Picking rows copies them, so beyond some share of the whole it is quicker to compute every cosine.
        return cosines(vectors[rows], vector) if rows.size < len(self) / 4 else cosines(vectors, vector)[rows]

    def _candidates(self, vector: np.ndarray, keyword: np.ndarray, k: int) -> np.ndarray:
        """Rows that can be among the ``k`` best of a large index: Chroma's nearest and the keyword half's best."""
        count = max(200, k * _OVERSAMPLE)
        near = nearest(self._chroma(), self._pointer.collection, vector, count=count)
        rows = np.array([self._row_of[name] for name in near], dtype=np.int64)
        worded = _best(keyword, count)
        return np.union1d(rows, worded[keyword[worded] > 0])

    def _chroma(self) -> Any:
        with self._lock:
            if self._client is None:
                self._client = connect(self._layout.generation(self._pointer), self._settings)
            return self._client

    def close(self) -> None:
        """Let go of Chroma, where a large index opened it."""
        with self._lock:
            client, self._client = self._client, None
        if client is not None:
            client.close()

    def _allowed(
        self, kinds: Collection[str] | None, within: Collection[str] | None, groups: Collection[str] | None
    ) -> np.ndarray | None:
        """Rows that every filter allows, ascending; ``None`` if there is no filter."""
        parts = []
        if kinds is not None:
            parts.append(_union(self._rows_of_kind, kinds))
        if groups is not None:
            parts.append(_union(self._rows_of_group, groups))
        if within is not None:
            named = [self._row_of[name] for name in within if name in self._row_of]
            parts.append(np.union1d(_union(self._rows_of_group, within), np.array(named, dtype=np.int64)))
        if not parts:
            return None
        rows = parts[0]
        for part in parts[1:]:
            rows = np.intersect1d(rows, part, assume_unique=True)
        return rows

    def _hit(self, row: int, score: float, dense: float, keyword: float) -> Hit:
        snapshot = self._snapshot
        return Hit(
            id=snapshot.ids[row],
            kind=snapshot.kinds[row],
            group=snapshot.groups[row],
            score=score,
            dense=dense,
            keyword=keyword,
        )

    def _row(self, name: str) -> int:
        try:
            return self._row_of[name]
        except KeyError:
            raise UnknownIdError(
                f"The index holds no passage {name!r}.", hint="Check its spelling."
            ) from None


def fuse(dense: np.ndarray, keyword: np.ndarray, weights: FusionWeights, *, least: float = 0.0) -> np.ndarray:
    """Scores from 0 to 1: each half divided by its best, negative cosines counting as 0, then weighed.

    :param least: cosines are divided by no less than this, so that a text that nothing is near to scores low; for
        scores of several texts that are added up.
    """
    total = weights.dense + weights.keyword
    near = weights.dense * _share_of_best(dense, least)
    return (near + weights.keyword * _share_of_best(keyword)) / (total or 1.0)


def _best(scores: np.ndarray, count: int) -> np.ndarray:
    """Places of the ``count`` highest scores, best first, equal ones in their order, without sorting the rest."""
    if count >= scores.size:
        return np.argsort(-scores, kind="stable")
    least = np.partition(scores, scores.size - count)[scores.size - count]
    places = np.flatnonzero(scores >= least)
    return places[np.argsort(-scores[places], kind="stable")][:count]


def _share_of_best(scores: np.ndarray, least: float = 0.0) -> np.ndarray:
    best = max(float(scores.max(initial=0.0)), least)
    return np.maximum(scores, 0.0) / best if best > 0 else np.zeros_like(scores)


def _rows_by(names: Sequence[str]) -> dict[str, np.ndarray]:
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        if name:
            rows.setdefault(name, []).append(row)
    return {name: np.array(found, dtype=np.int64) for name, found in rows.items()}


def _numbered(groups: Sequence[str]) -> np.ndarray:
    """A number for each passage, the same for those of one group; a passage without a group has its own."""
    numbers: dict[str, int] = {}
    places = [numbers.setdefault(group, len(numbers)) if group else -1 - row for row, group in enumerate(groups)]
    return np.array([place if place >= 0 else len(numbers) - 1 - place for place in places], dtype=np.int64)


def _union(rows_of: dict[str, np.ndarray], names: Collection[str]) -> np.ndarray:
    """Rows of any of the names; they do not overlap, since a passage has one kind and one group."""
    parts = [rows_of[name] for name in set(names) if name in rows_of]
    return np.sort(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)
