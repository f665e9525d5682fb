"""Nothing of what a process had in memory stays in the vector files beside the vectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.settings import Settings, resolve_settings
from index.blank import blank_unused
from index.passage import Passage
from index.store import chroma_client, read_vectors, write_collection

WORD = b"left in memory"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Settings, np.ndarray]:
    settings = resolve_settings({"ADVISOR_HOME": str(tmp_path)})
    folder = tmp_path / "generation"
    folder.mkdir()
    vectors = np.random.default_rng(7).random((40, 384), dtype=np.float32)
    passages = [Passage(id=f"p{place}", group="g", kind="record", text="words") for place in range(40)]
    with chroma_client(folder, settings=settings) as client:
        write_collection(client, "kept", passages, vectors)
    return folder, settings, vectors


def test_what_lies_beyond_the_vectors_is_blanked_and_the_vectors_stay(made: tuple[Path, Settings, np.ndarray]) -> None:
    folder, settings, vectors = made
    files = [file for name in ("data_level0.bin", "length.bin") for file in folder.rglob(name)]
    assert len(files) == 2
    for file in files:
        content = file.read_bytes()
        file.write_bytes(content[: len(content) - len(WORD)] + WORD)
    assert blank_unused(folder) >= 2 * len(WORD.replace(b"\0", b""))
    assert [file for file in files if WORD in file.read_bytes()] == []
    assert blank_unused(folder) == 0
    with chroma_client(folder, settings=settings) as client:
        assert read_vectors(client, "kept", [f"p{place}" for place in range(40)]) == pytest.approx(vectors, abs=1e-6)


def test_files_of_another_form_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "header.bin").write_bytes(b"\x07" * 100)
    (tmp_path / "length.bin").write_bytes(WORD)
    assert blank_unused(tmp_path) == 0
    assert (tmp_path / "length.bin").read_bytes() == WORD
