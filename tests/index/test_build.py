from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import index.build as build_module
from corpus.errors import IndexBusyError, SearchIndexError, StorageError, UsageError
from corpus.settings import Settings
from index.build import build_index, index_state
from index.layout import KEYWORDS, PASSAGES, VECTORS, Layout
from index.passage import Passage
from index.search import HybridSearch

NAME = "trial"


def _generation(settings: Settings) -> Path:
    layout = Layout(NAME, settings)
    pointer = layout.read_pointer()
    assert pointer is not None
    return layout.generation(pointer)


def test_only_what_changed_is_embedded(settings: Settings, passages: list[Passage]) -> None:
    assert index_state(NAME, passages, settings=settings) == "missing"
    first = build_index(NAME, passages, settings=settings)
    assert first[:4] == (17, 0, 0, 0)
    assert first.embedded == 17
    assert index_state(NAME, passages, settings=settings) == "fresh"

    altered = passages[0].model_copy(update={"text": "Altogether another text."})
    retitled = passages[1].model_copy(update={"fields": {"title": "Other words"}})
    added = Passage(id="new", kind="record", text="Pottery by hand.")
    changed = [altered, retitled, *passages[2:-2], added]
    assert index_state(NAME, changed, settings=settings) == "stale"
    second = build_index(NAME, changed, settings=settings)
    assert second[:4] == (1, 2, 2, 13)
    assert second.embedded == 2  # the retitled one has its old text, so its old vector too
    search = HybridSearch.open(NAME, settings=settings)
    assert set(search.ids) == {passage.id for passage in changed}
    assert search.text("soil") == "Altogether another text."
    assert search.search("clay pots", k=1)[0].id == "new"
    assert search.search("badge for skills", kinds={"section"}) == []


def test_building_again_changes_nothing(settings: Settings, passages: list[Passage]) -> None:
    build_index(NAME, passages, settings=settings)
    before = _generation(settings)
    again = build_index(NAME, list(reversed(passages)), settings=settings)
    assert again[:5] == (0, 0, 0, 17, 0)
    assert _generation(settings) == before


def test_an_increment_gives_the_same_vectors_as_a_new_build(
    settings: Settings, passages: list[Passage]
) -> None:
    build_index(NAME, passages[:9], settings=settings)
    build_index(NAME, passages, settings=settings)
    build_index("anew", passages, settings=settings)
    query = HybridSearch.open(NAME, settings=settings).embed("anything")
    ids = [passage.id for passage in passages]
    step, anew = (
        HybridSearch.open(name, settings=settings).similarities(query, ids) for name in (NAME, "anew")
    )
    assert step == anew


def test_equal_texts_are_embedded_once(settings: Settings) -> None:
    twins = [Passage(id=name, kind="record", text="The same words.") for name in ("a", "b", "c")]
    assert build_index(NAME, twins, settings=settings).embedded == 1
    assert len(HybridSearch.open(NAME, settings=settings).search("words")) == 3


def test_progress_names_its_stages(settings: Settings, passages: list[Passage]) -> None:
    seen: list[tuple[str, int, int]] = []
    build_index(NAME, passages, settings=settings, progress=lambda *step: seen.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == ["embedding", "storing", "indexing words"]
    assert all(done <= total for _, done, total in seen)


def test_doubled_ids_are_refused(settings: Settings, passages: list[Passage]) -> None:
    with pytest.raises(SearchIndexError, match="soil"):
        build_index(NAME, [*passages, passages[0]], settings=settings)
    assert index_state(NAME, passages, settings=settings) == "missing"


@pytest.mark.parametrize("name", ["", "../up", "A", "a b", "-a"])
def test_names_that_are_no_folder_are_refused(settings: Settings, name: str) -> None:
    with pytest.raises(UsageError):
        build_index(name, [], settings=settings)


@pytest.mark.parametrize("name", [PASSAGES, VECTORS, KEYWORDS])
@pytest.mark.parametrize("how", ["gone", "short", "flipped"])
def test_damage_is_noticed_and_mended(
    settings: Settings, passages: list[Passage], name: str, how: str
) -> None:
    build_index(NAME, passages, settings=settings)
    file = _generation(settings) / name
    data = file.read_bytes()
    if how == "gone":
        file.unlink()
    else:
        file.write_bytes(data[:-20] if how == "short" else data[:-20] + b"?" + data[-19:])
    if how != "flipped":  # the cheap look compares sizes only
        assert index_state(NAME, passages, settings=settings) == "broken"
    with pytest.raises(SearchIndexError) as caught:
        HybridSearch.open(NAME, settings=settings)
    assert "advisor index" in caught.value.hint

    report = build_index(NAME, passages, settings=settings)
    assert report.embedded == (17 if name == PASSAGES else 0)  # other damage: the vectors are still in Chroma
    assert index_state(NAME, passages, settings=settings) == "fresh"
    assert HybridSearch.open(NAME, settings=settings).search("dirt", k=1)[0].group == "soil"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1}'])
def test_a_spoilt_pointer_is_noticed_and_mended(
    settings: Settings, passages: list[Passage], text: str
) -> None:
    build_index(NAME, passages, settings=settings)
    Layout(NAME, settings).pointer_file.write_text(text)
    assert index_state(NAME, passages, settings=settings) == "broken"
    with pytest.raises(SearchIndexError, match=r"pointer\.json"):
        HybridSearch.open(NAME, settings=settings)
    build_index(NAME, passages, settings=settings)
    assert len(HybridSearch.open(NAME, settings=settings)) == 17


def test_an_index_of_another_model_is_stale_and_not_opened(
    settings: Settings, passages: list[Passage]
) -> None:
    build_index(NAME, passages, settings=settings)
    layout = Layout(NAME, settings)
    pointer = layout.read_pointer()
    assert pointer is not None
    layout.write_pointer(pointer.model_copy(update={"model": "older", "digest": "older"}))
    assert index_state(NAME, passages, settings=settings) == "stale"
    with pytest.raises(SearchIndexError, match="another embedding model"):
        HybridSearch.open(NAME, settings=settings)
    assert build_index(NAME, passages, settings=settings).embedded == 17


def test_a_build_that_fails_leaves_the_old_index_serving(
    settings: Settings, passages: list[Passage], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index(NAME, passages, settings=settings)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(build_module, "file_facts", fail)
        with pytest.raises(StorageError, match="No space left"):
            build_index(NAME, passages[:5], settings=settings)
    assert index_state(NAME, passages, settings=settings) == "fresh"
    assert Layout(NAME, settings).generations() == [_generation(settings)]


_KILLED = """
import sys, time
from corpus.settings import resolve_settings
from index.build import build_index
from index.passage import Passage
def slow(stage, done, total):
    if stage == {stage!r}:
        print("here", flush=True)
        time.sleep(60)
passages = [Passage(id=str(n), kind="record", text=f"Text number {{n}}.") for n in range(20)]
build_index({name!r}, passages, settings=resolve_settings(home=sys.argv[1]), progress=slow)
"""


@pytest.mark.parametrize("stage", ["storing", "indexing words"])
def test_a_killed_build_leaves_the_old_index_and_no_lock(
    settings: Settings, passages: list[Passage], stage: str
) -> None:
    build_index(NAME, passages, settings=settings)
    serving = _generation(settings)
    code = _KILLED.format(stage=stage, name=NAME)
    builder = subprocess.Popen(
        [sys.executable, "-c", code, str(settings.home)], stdout=subprocess.PIPE, text=True
    )
    assert builder.stdout is not None
    try:
        assert builder.stdout.readline() == "here\n"
        with pytest.raises(IndexBusyError, match=NAME):
            build_index(NAME, passages[:3], settings=settings)
    finally:
        builder.send_signal(signal.SIGKILL)
        builder.wait()
        builder.stdout.close()
    assert len(Layout(NAME, settings).generations()) == 2
    assert index_state(NAME, passages, settings=settings) == "fresh"
    assert HybridSearch.open(NAME, settings=settings).search("dirt", k=1)[0].group == "soil"
    build_index(NAME, passages, settings=settings)
    assert Layout(NAME, settings).generations() == [serving]


def test_a_server_keeps_its_generation_while_the_next_is_built(
    settings: Settings, passages: list[Passage]
) -> None:
    build_index(NAME, passages, settings=settings)
    serving = HybridSearch.open(NAME, settings=settings, exact_limit=1)
    build_index(NAME, passages[:10], settings=settings)
    try:
        assert serving.search("what is a badge", k=1)[0].id == "badge#what"
    finally:
        serving.close()


def test_a_home_that_cannot_be_written_is_a_storage_error(tmp_path: Path, passages: list[Passage]) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError) as caught:
        build_index(NAME, passages, settings=Settings(home=tmp_path / "file"))
    assert "ADVISOR_HOME" in caught.value.hint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_home_is_a_storage_error(settings: Settings, passages: list[Passage]) -> None:
    settings.home.chmod(0o555)
    try:
        with pytest.raises(StorageError):
            build_index(NAME, passages, settings=settings)
    finally:
        settings.home.chmod(0o755)


def test_chroma_holds_what_the_search_reads(settings: Settings, passages: list[Passage]) -> None:
    from index.store import chroma_client, read_vectors

    build_index(NAME, passages, settings=settings)
    pointer = Layout(NAME, settings).read_pointer()
    assert pointer is not None
    ids = [passage.id for passage in passages]
    with chroma_client(_generation(settings), settings=settings) as client:
        stored = read_vectors(client, pointer.collection, ids)
        with pytest.raises(SearchIndexError):
            read_vectors(client, pointer.collection, [*ids, "gone"])
    np.testing.assert_allclose(stored, np.load(_generation(settings) / VECTORS), atol=1e-6)
