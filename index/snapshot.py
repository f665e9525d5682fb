"""What a search reads when it opens: ids, texts and vectors, kept beside Chroma in plain files.

Opening Chroma costs more than a second of imports and reading. The copy is checked against the pointer's
checksums; if it is damaged, the next build takes the vectors from Chroma again.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.errors import SearchIndexError
from index.files import sha256_file
from index.layout import KEYWORDS, PASSAGES, VECTORS, Layout, Pointer
from index.passage import Passage

__all__ = ["Snapshot", "array_bytes", "file_facts", "read_snapshot", "read_table", "table_bytes"]

# Above this size vectors are mapped instead of read, and only their size is compared when opening.
MAPPED_ABOVE = 64 << 20


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """An index as opened; rows of all parts correspond."""

    ids: list[str]
    kinds: list[str]
    groups: list[str]
    hashes: list[str]
    texts: list[str]
    vectors: np.ndarray
    keywords: bytes


def table_bytes(passages: Sequence[Passage]) -> bytes:
    """All of the passages but their keyword fields, as JSON columns."""
    columns = {
        "ids": [passage.id for passage in passages],
        "kinds": [passage.kind for passage in passages],
        "groups": [passage.group for passage in passages],
        "hashes": [passage.content_hash for passage in passages],
        "texts": [passage.text for passage in passages],
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode()


def array_bytes(array: np.ndarray) -> bytes:
    """An array as the bytes of a ``.npy`` file."""
    stream = io.BytesIO()
    np.save(stream, array, allow_pickle=False)
    return stream.getvalue()


def read_snapshot(layout: Layout, pointer: Pointer) -> Snapshot:
    """Read the generation that ``pointer`` names and compare its checksums.

    :raises SearchIndexError: a file is missing, cut short or altered.
    """
    folder = layout.generation(pointer)
    try:
        columns = read_table(folder, pointer)
        keywords = _checked(folder, KEYWORDS, pointer)
        return Snapshot(**columns, vectors=_vectors(folder, pointer), keywords=keywords)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SearchIndexError(
            f"The search index in {folder} is damaged: {error}.",
            hint="Run `advisor index`; it builds a new index from the catalogue.",
        ) from error


def read_table(folder: Path, pointer: Pointer) -> dict[str, list[str]]:
    """The columns that :func:`table_bytes` wrote.

    :raises OSError: the file cannot be read.
    :raises ValueError: it was altered.
    """
    columns: dict[str, list[str]] = json.loads(_checked(folder, PASSAGES, pointer))
    return columns


def _checked(folder: Path, name: str, pointer: Pointer) -> bytes:
    data = (folder / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != pointer.checksums[name]:
        raise ValueError(f"{name} was altered or cut short")
    return data


def _vectors(folder: Path, pointer: Pointer) -> np.ndarray:
    file = folder / VECTORS
    if pointer.files[VECTORS] <= MAPPED_ABOVE:
        array: np.ndarray = np.load(io.BytesIO(_checked(folder, VECTORS, pointer)), allow_pickle=False)
    else:
        array = np.load(file, mmap_mode="r", allow_pickle=False)
    if array.shape[0] != pointer.count:
        raise ValueError(f"{VECTORS} holds {array.shape[0]} rows for {pointer.count} passages")
    return array


def file_facts(folder: Path) -> tuple[dict[str, int], dict[str, str]]:
    """Sizes and checksums of a finished generation's files, for its pointer."""
    names = (PASSAGES, VECTORS, KEYWORDS)
    return (
        {name: (folder / name).stat().st_size for name in names},
        {name: sha256_file(folder / name) for name in names},
    )
