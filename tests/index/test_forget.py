"""What was withdrawn is taken off the disk, also from older copies of the index and from other indexes."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import IndexBusyError
from corpus.settings import Settings
from index.build import build_index, index_state
from index.forget import forget_groups
from index.layout import Layout
from index.passage import Passage

SECRET = Passage(id="secret", kind="record", group="secret", text="heron counting at dusk")
OPEN = Passage(id="open", kind="record", group="open", text="soil care")


def files_with(words: str, folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


def test_the_generation_before_goes_too(settings: Settings) -> None:
    build_index("one", [SECRET, OPEN], settings=settings)
    build_index("one", [OPEN], settings=settings)
    assert files_with("heron", settings.index_dir)  # kept for a server that has it open
    assert forget_groups(["secret"], settings) == 1
    assert files_with("heron", settings.index_dir) == []
    assert index_state("one", [OPEN], settings=settings) == "fresh"


def test_other_indexes_forget_and_are_built_anew_when_needed(settings: Settings) -> None:
    build_index("one", [SECRET, OPEN], settings=settings)
    build_index("two", [OPEN], settings=settings)
    assert forget_groups(["secret"], settings) == 1
    assert (index_state("one", [OPEN], settings=settings), index_state("two", [OPEN], settings=settings)) == ("stale", "fresh")
    report = build_index("one", [OPEN], settings=settings)
    assert (report.added, index_state("one", [OPEN], settings=settings)) == (1, "fresh")


def test_no_index_and_strange_folders_are_left_alone(settings: Settings) -> None:
    assert forget_groups(["secret"], settings) == 0
    strange = settings.index_dir / "Not An Index" / "gen"
    strange.mkdir(parents=True)
    (strange / "passages.json").write_text('{"groups": ["secret"]}')
    assert forget_groups(["secret"], settings) == 0
    assert strange.exists()


def test_a_table_that_cannot_be_read_is_not_trusted(settings: Settings) -> None:
    broken = settings.index_dir / "one" / "old"
    broken.mkdir(parents=True)
    (broken / "passages.json").write_text('{"groups"')
    assert forget_groups(["secret"], settings) == 1
    assert not broken.exists()


def test_an_index_that_is_being_built_is_named(settings: Settings) -> None:
    from filelock import FileLock

    build_index("one", [SECRET], settings=settings)
    with FileLock(Layout("one", settings).lock_file), pytest.raises(IndexBusyError, match="still holds it"):
        forget_groups(["secret"], settings)
