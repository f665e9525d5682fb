"""Building an index: only what is new is embedded, and the old index serves until the new one is whole."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np

from corpus.errors import IndexBusyError, SearchIndexError
from corpus.settings import Settings
from index.blank import blank_unused
from index.encoder import OnnxEncoder
from index.files import make_folder, new_folder, remove_folder, storage_errors, unwritable, write_atomically
from index.keyword import KeywordIndex
from index.layout import KEYWORDS, PASSAGES, VECTORS, Layout, Pointer, digest_of
from index.model import DIMENSIONS, MODEL_ID
from index.passage import Passage
from index.progress import Progress, quiet
from index.snapshot import Snapshot, array_bytes, file_facts, read_snapshot, read_table, table_bytes
from index.store import chroma_client, drop_collection, read_vectors, write_collection

__all__ = ["BuildReport", "IndexState", "build_index", "index_state"]

IndexState = Literal["fresh", "stale", "missing", "broken"]


class BuildReport(NamedTuple):
    """What a build did, in passages."""

    added: int
    changed: int
    removed: int
    unchanged: int
    embedded: int
    seconds: float


def index_state(name: str, passages: Sequence[Passage], *, settings: Settings) -> IndexState:
    """Whether the index ``name`` holds exactly these passages, embedded by this model.

    Compares one digest and the sizes of the files; contents are compared when the index is opened.
    """
    layout = Layout(name, settings)
    try:
        pointer = layout.read_pointer()
    except SearchIndexError:
        return "broken"
    if pointer is None:
        return "missing"
    if pointer.digest != _digest(passages) or pointer.chroma_url != settings.chroma_url:
        return "stale"
    return "fresh" if layout.whole(pointer) else "broken"


def build_index(
    name: str,
    passages: Sequence[Passage],
    *,
    settings: Settings,
    progress: Progress | None = None,
    wait: float = 0,
) -> BuildReport:
    """Bring the index ``name`` to hold exactly ``passages``; a killed build changes nothing.

    :param progress: told of each stage.
    :param wait: seconds to wait for another process that is building the same index.
    :raises IndexBusyError: another process is still building it.
    :raises SearchIndexError: two passages have the same id, or the vector store fails.
    :raises StorageError: the home folder cannot be written.
    :raises ModelError: the embedding model is missing or altered.
    """
    start = time.perf_counter()
    _refuse_doubles(passages)
    layout = Layout(name, settings)
    make_folder(layout.folder)
    with _locked(layout, wait):
        old = _previous(layout, settings)
        _sweep(layout, settings)
        counts = _compare(old, passages)
        if old and old.keywords and index_state(name, passages, settings=settings) == "fresh":
            return BuildReport(*counts, 0, time.perf_counter() - start)
        embedded = _make(layout, passages, old, settings, progress or quiet)
    return BuildReport(*counts, embedded, time.perf_counter() - start)


def _refuse_doubles(passages: Sequence[Passage]) -> None:
    doubles = [name for name, count in Counter(passage.id for passage in passages).items() if count > 1]
    if doubles:
        raise SearchIndexError(
            f"{len(doubles)} passage ids stand more than once: {', '.join(sorted(doubles)[:5])}.",
            hint="Give every passage an id of its own; nothing was built.",
        )


@contextlib.contextmanager
def _locked(layout: Layout, wait: float) -> Iterator[None]:
    """Hold the build lock. The system lets go of it when the process dies, so a killed build locks nobody out."""
    from filelock import FileLock, Timeout

    lock = FileLock(layout.lock_file, timeout=wait)
    try:
        lock.acquire()
    except Timeout as error:
        raise IndexBusyError(
            f"Another process is building the index {layout.name!r}.",
            hint="Wait until it has finished, then run the command again.",
        ) from error
    except OSError as error:
        raise unwritable(layout.folder, error) from error
    try:
        yield
    finally:
        lock.release()


def _previous(layout: Layout, settings: Settings) -> Snapshot | None:
    """The index in use, if its vectors are of this model and can be read, from our files or from Chroma."""
    pointer = _pointer(layout)
    if pointer is None or pointer.model != MODEL_ID:
        return None
    with contextlib.suppress(SearchIndexError):
        return read_snapshot(layout, pointer)
    folder = layout.generation(pointer)
    same_place = settings.model_copy(update={"chroma_url": pointer.chroma_url})
    with contextlib.suppress(SearchIndexError, OSError, ValueError):
        columns = read_table(folder, pointer)
        with chroma_client(folder, settings=same_place) as client:
            vectors = read_vectors(client, pointer.collection, columns["ids"])
        return Snapshot(**columns, vectors=vectors, keywords=b"")
    return None  # everything is made anew


def _pointer(layout: Layout) -> Pointer | None:
    """The pointer, if it is there and can be read."""
    try:
        return layout.read_pointer()
    except SearchIndexError:
        return None


def _sweep(layout: Layout, settings: Settings) -> None:
    """Remove what earlier builds left behind, finished or not, except the generation in use.

    It is done here and not at the end of a build, so that a server that opened the previous generation keeps it
    until the build after next.
    """
    pointer = _pointer(layout)
    for folder in layout.generations():
        if pointer is None or folder.name != pointer.generation:
            if settings.chroma_url:
                drop_collection(_collection(layout, folder.name), folder, settings=settings)
            remove_folder(folder)


def _compare(old: Snapshot | None, passages: Sequence[Passage]) -> tuple[int, int, int, int]:
    """Numbers of added, changed, removed and unchanged passages."""
    before = dict(zip(old.ids, old.hashes, strict=True)) if old else {}
    now = {passage.id: passage.content_hash for passage in passages}
    shared = before.keys() & now.keys()
    changed = sum(before[name] != now[name] for name in shared)
    return len(now) - len(shared), changed, len(before) - len(shared), len(shared) - changed


def _make(
    layout: Layout, passages: Sequence[Passage], old: Snapshot | None, settings: Settings, progress: Progress
) -> int:
    """Make a new generation and put it in use; returns how many texts were embedded."""
    digest = _digest(passages)
    folder = new_folder(layout.folder, digest[:12])
    collection = _collection(layout, folder.name)
    try:
        vectors, embedded = _vectors(passages, old, settings, progress)
        with chroma_client(folder, settings=settings) as client:
            write_collection(client, collection, passages, vectors, progress=progress)
        with storage_errors(folder):
            blank_unused(folder)
        progress("indexing words", 0, 1)
        _write(folder, passages, vectors)
        progress("indexing words", 1, 1)
        with storage_errors(folder):
            files, checksums = file_facts(folder)
        layout.write_pointer(
            Pointer(
                generation=folder.name,
                collection=collection,
                chroma_url=settings.chroma_url,
                digest=digest,
                count=len(passages),
                files=files,
                checksums=checksums,
                made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            )
        )
    except BaseException:
        if settings.chroma_url:
            drop_collection(collection, folder, settings=settings)
        remove_folder(folder)
        raise
    return embedded


def _vectors(
    passages: Sequence[Passage], old: Snapshot | None, settings: Settings, progress: Progress
) -> tuple[np.ndarray, int]:
    """Vectors of all passages, n x 384; a text that was embedded before, under any id, is not embedded again."""
    row_of: dict[str, int] = {text: row for row, text in enumerate(old.texts)} if old else {}
    texts = list(dict.fromkeys(passage.text for passage in passages if passage.text not in row_of))
    fresh = OnnxEncoder.open(settings, progress=progress).encode(texts, progress=progress)
    known = old.vectors if old else np.zeros((0, DIMENSIONS), dtype=np.float32)
    row_of.update({text: len(known) + row for row, text in enumerate(texts)})
    rows = [row_of[passage.text] for passage in passages]
    return np.concatenate([known, fresh])[rows].astype(np.float32), len(texts)


def _write(folder: Path, passages: Sequence[Passage], vectors: np.ndarray) -> None:
    write_atomically(folder / PASSAGES, table_bytes(passages))
    write_atomically(folder / VECTORS, array_bytes(vectors))
    write_atomically(folder / KEYWORDS, KeywordIndex.build(passages).dump())


def _digest(passages: Sequence[Passage]) -> str:
    return digest_of((passage.id, passage.content_hash) for passage in passages)


def _collection(layout: Layout, generation: str) -> str:
    """A collection's name, different for every build, so that builders on one server never meet."""
    return f"{layout.name}-{generation}".strip("-_")
