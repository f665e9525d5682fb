"""The vector store: Chroma in a local folder or on a server, always with our own vectors.

chromadb takes most of a second to import, so it is imported when it is used and not before.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from corpus.errors import SearchIndexError, SettingsError
from corpus.settings import Settings
from index.layout import Layout, Pointer
from index.passage import Passage
from index.progress import Progress, quiet

if TYPE_CHECKING:
    from langchain_core.vectorstores import VectorStore

__all__ = [
    "chroma_client",
    "connect",
    "drop_collection",
    "nearest",
    "read_vectors",
    "vector_store",
    "write_collection",
]

CHROMA_FOLDER = "chroma"
_READ_BATCH = 2000
_REBUILD = "Run `advisor index`; it builds a new one."


@contextlib.contextmanager
def chroma_client(folder: Path, *, settings: Settings) -> Iterator[Any]:
    """A Chroma client on ``folder / "chroma"``, or on the server that ``settings.chroma_url`` names.

    :raises SearchIndexError: the server does not answer or the folder cannot be opened.
    :raises SettingsError: the address is none.
    """
    client = connect(folder, settings)
    try:
        yield client
    finally:
        client.close()


def connect(folder: Path, settings: Settings) -> Any:
    """A Chroma client that the caller closes; errors as :func:`chroma_client`."""
    import chromadb

    quiet_settings = chromadb.config.Settings(anonymized_telemetry=False)
    if not settings.chroma_url:
        try:
            return chromadb.PersistentClient(str(folder / CHROMA_FOLDER), settings=quiet_settings)
        except Exception as error:
            raise _broken(f"The vector store in {folder} cannot be opened", error) from error
    parts = urlsplit(settings.chroma_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(
            f"chroma_url = {settings.chroma_url!r} is no address.", hint="Write it as http://host:8000."
        )
    secure = parts.scheme == "https"
    try:
        return chromadb.HttpClient(
            host=parts.hostname,
            port=parts.port or (443 if secure else 8000),
            ssl=secure,
            settings=quiet_settings,
        )
    except Exception as error:
        raise SearchIndexError(
            f"The Chroma server at {settings.chroma_url} does not answer.",
            hint="Start it, or unset ADVISOR_CHROMA_URL to use the local folder.",
        ) from error


def _broken(what: str, error: Exception) -> SearchIndexError:
    return SearchIndexError(f"{what}: {type(error).__name__}.", hint=_REBUILD)


def write_collection(
    client: Any,
    name: str,
    passages: Sequence[Passage],
    vectors: np.ndarray,
    *,
    progress: Progress | None = None,
) -> None:
    """Make the collection ``name`` and put the passages with their vectors (n x 384) into it.

    :raises SearchIndexError: Chroma refuses, or holds fewer passages afterwards than it was given.
    """
    report = progress or quiet
    try:
        collection = client.create_collection(
            name, embedding_function=None, configuration={"hnsw": _graph(len(passages))}
        )
        step = min(1000, int(client.get_max_batch_size()))
        for start in range(0, len(passages), step):
            part = passages[start : start + step]
            collection.add(
                ids=[passage.id for passage in part],
                embeddings=vectors[start : start + step],
                documents=[passage.text for passage in part],
                metadatas=[{"kind": passage.kind, "group": passage.group} for passage in part],
            )
            report("storing", start + len(part), len(passages))
        held = int(collection.count())
    except Exception as error:
        raise _broken("The vector store could not be written", error) from error
    if held != len(passages):
        raise SearchIndexError(
            f"The vector store holds {held} passages after {len(passages)} were written.", hint=_REBUILD
        )


def _graph(count: int) -> dict[str, Any]:
    """Settings of Chroma's nearest-neighbour graph.

    The defaults find too little in a large collection; below that size we search exactly and the graph only
    serves people who query the collection on their own.
    """
    if count <= 20_000:
        return {"space": "cosine"}
    return {"space": "cosine", "ef_construction": 100, "max_neighbors": 24, "ef_search": 250}


def read_vectors(client: Any, name: str, ids: Sequence[str]) -> np.ndarray:
    """The vectors of ``ids`` in that order, n x 384 float32.

    :raises SearchIndexError: the collection or one of the passages is missing.
    """
    row_of = {name: row for row, name in enumerate(ids)}
    try:
        collection = client.get_collection(name, embedding_function=None)
        rows: np.ndarray | None = None
        for start in range(0, len(ids), _READ_BATCH):
            found = collection.get(ids=list(ids[start : start + _READ_BATCH]), include=["embeddings"])
            part = np.asarray(found["embeddings"], dtype=np.float32)
            if rows is None:
                rows = np.full((len(ids), part.shape[1]), np.nan, dtype=np.float32)
            rows[[row_of[name] for name in found["ids"]]] = part
    except Exception as error:
        raise _broken(f"The collection {name} cannot be read", error) from error
    if rows is None:
        return np.zeros((0, 0), dtype=np.float32)
    if np.isnan(rows).any():
        raise SearchIndexError(f"The collection {name} lacks some passages.", hint=_REBUILD)
    return rows


def drop_collection(name: str, folder: Path, *, settings: Settings) -> None:
    """Delete a collection on the server, if it is there; a server that is away is left alone."""
    with contextlib.suppress(Exception), chroma_client(folder, settings=settings) as client:
        client.delete_collection(name)


def nearest(client: Any, name: str, vector: np.ndarray, *, count: int) -> list[str]:
    """Ids of about ``count`` nearest passages by Chroma's own approximate search, best first."""
    try:
        collection = client.get_collection(name, embedding_function=None)
        found = collection.query(query_embeddings=[vector], n_results=count, include=["distances"])
    except Exception as error:
        raise _broken(f"The collection {name} cannot be searched", error) from error
    return list(found["ids"][0])


def vector_store(name: str, *, settings: Settings) -> VectorStore:
    """The index ``name`` as a LangChain vector store, to search or to combine; do not write to it.

    :raises SearchIndexError: there is no such index yet, or it cannot be opened.
    """
    from langchain_chroma import Chroma

    from index.embedding import OnnxEmbeddings

    layout = Layout(name, settings)
    pointer: Pointer | None = layout.read_pointer()
    if pointer is None:
        raise SearchIndexError(f"There is no index {name!r} yet.", hint="Run `advisor index`.")
    store: VectorStore = Chroma(
        client=connect(layout.generation(pointer), settings),
        collection_name=pointer.collection,
        embedding_function=OnnxEmbeddings(settings),
        create_collection_if_not_exists=False,
    )
    return store
