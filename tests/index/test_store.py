"""Chroma as others meet it: a LangChain vector store, and a server."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import SearchIndexError, SettingsError
from corpus.settings import Settings, resolve_settings
from index.build import build_index, index_state
from index.layout import Layout
from index.passage import Passage
from index.search import HybridSearch
from index.store import chroma_client, vector_store


def test_a_langchain_vector_store_over_the_index(search: HybridSearch, shared_settings: Settings) -> None:
    store = vector_store("shared", settings=shared_settings)
    found = store.similarity_search("learning about dirt", k=2, filter={"kind": "record"})
    assert [document.id for document in found][:1] == ["soil"]
    assert found[0].page_content == search.text("soil")
    assert found[0].metadata == {"kind": "record", "group": "soil"}


def test_no_vector_store_without_an_index(shared_settings: Settings) -> None:
    with pytest.raises(SearchIndexError, match="absent"):
        vector_store("absent", settings=shared_settings)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Chroma server on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).with_name("chroma")
    folder = tmp_path_factory.mktemp("server")
    process = subprocess.Popen(
        [str(program), "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                urllib.request.urlopen(f"{url}/api/v2/heartbeat", timeout=1).close()  # noqa: S310 - ours
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _collections(settings: Settings) -> set[str]:
    with chroma_client(settings.home, settings=settings) as client:
        return {collection.name for collection in client.list_collections()}


def test_one_setting_moves_the_vectors_to_a_server(
    settings: Settings, server: str, passages: list[Passage]
) -> None:
    build_index("trial", passages, settings=settings)
    there = settings.model_copy(update={"chroma_url": server})
    assert index_state("trial", passages, settings=there) == "stale"
    assert build_index("trial", passages, settings=there).embedded == 0
    pointer = Layout("trial", there).read_pointer()
    assert pointer is not None
    assert not (Layout("trial", there).generation(pointer) / "chroma").exists()
    assert _collections(there) == {pointer.collection}
    search = HybridSearch.open("trial", settings=there, exact_limit=1)
    assert search.search("dirt", k=1)[0].group == "soil"
    search.close()
    store = vector_store("trial", settings=there)
    assert store.similarity_search("welding", k=1)[0].metadata["group"] == "welding"

    for count in (3, 4):  # the build after next drops a collection
        build_index("trial", passages[:count], settings=there)
    assert pointer.collection not in _collections(there)
    assert len(_collections(there)) == 2


def test_a_server_that_is_away_says_what_to_do(settings: Settings, passages: list[Passage]) -> None:
    away = settings.model_copy(update={"chroma_url": "http://127.0.0.1:9"})
    with pytest.raises(SearchIndexError, match="does not answer") as caught:
        build_index("trial", passages, settings=away)
    assert "ADVISOR_CHROMA_URL" in caught.value.hint


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "ftp://host", "http://"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    settings = resolve_settings(home=tmp_path, chroma_url=url)
    with pytest.raises(SettingsError, match="chroma_url"), chroma_client(tmp_path, settings=settings):
        pass
