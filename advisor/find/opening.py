"""The search index of the catalogues served: its name, its state, and opening it whatever state it is in."""

from __future__ import annotations

import hashlib
from pathlib import Path

from advisor.find.passages import catalogue_passages
from corpus.catalogue import Catalogue
from corpus.errors import SearchIndexError
from corpus.load import SHIPPED
from corpus.settings import Settings
from index.build import BuildReport, IndexState, build_index, index_state
from index.progress import Progress
from index.search import HybridSearch

__all__ = ["catalogue_index_state", "index_name", "open_catalogue_index", "update_catalogue_index"]

#: seconds to wait for another process that is building the same index
PATIENCE = 120


def index_name(settings: Settings) -> str:
    """The index's name: each choice of catalogues has one, so that changing back and forth builds nothing anew.

    >>> index_name(Settings(catalogue="bc,demo"))
    'bc-demo'
    """
    if all(name in SHIPPED for name in settings.catalogues):
        return "-".join(settings.catalogues)
    places = [name if name in SHIPPED else str(Path(name).expanduser().absolute()) for name in settings.catalogues]
    return f"catalogue-{hashlib.sha256(chr(10).join(places).encode()).hexdigest()[:12]}"


def catalogue_index_state(catalogue: Catalogue, settings: Settings) -> IndexState:
    """Whether the index holds exactly what the catalogue says now."""
    return index_state(index_name(settings), catalogue_passages(catalogue), settings=settings)


def update_catalogue_index(
    catalogue: Catalogue, settings: Settings, *, progress: Progress | None = None, wait: float = PATIENCE
) -> BuildReport:
    """Bring the index up to date; raises as :func:`index.build.build_index` does."""
    return build_index(
        index_name(settings), catalogue_passages(catalogue), settings=settings, progress=progress, wait=wait
    )


def open_catalogue_index(
    catalogue: Catalogue, settings: Settings, *, progress: Progress | None = None
) -> HybridSearch:
    """The index, built first where it is missing, stale or damaged.

    :raises StorageError: it has to be built and the home folder cannot be written.
    :raises ModelError: the embedding model is missing or altered.
    """
    name = index_name(settings)
    if catalogue_index_state(catalogue, settings) == "fresh":
        try:
            return HybridSearch.open(name, settings=settings)
        except SearchIndexError:
            pass  # a file of the right size with other contents: built anew below
    update_catalogue_index(catalogue, settings, progress=progress)
    return HybridSearch.open(name, settings=settings)
