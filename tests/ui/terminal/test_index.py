"""``advisor index``: building, and saying what state it is in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.settings import Settings
from index.build import build_index
from index.passage import Passage


def test_it_is_missing_then_built_then_fresh_then_stale(advisor, place: Path) -> None:
    code, _, _ = checked = advisor("index", "--check", "--json")
    assert (code, checked.objects[0]["state"]) == (1, "missing")
    code, _, err = built = advisor("index", "--json")
    (facts,) = built.objects
    assert (code, facts["state"], facts["removed"]) == (0, "fresh", 0)
    assert facts["added"] >= facts["embedded"] > 0
    assert "embedding" in err
    code, out, err = advisor("index", "--check")
    assert (code, out, err) == (0, "The index is fresh.\n", "")
    code, out, err = advisor("index")
    assert code == 0
    assert "0 added" in out
    assert "embedding" not in err  # nothing to do, nothing said
    (place / "credentials.jsonl").write_text(json.dumps({"id": "tarn-soil", "title": "Sand", "institution": "Tarn"}))
    code, out, _ = advisor("index", "--check")
    assert (code, "stale" in out) == (1, True)


def test_a_home_that_cannot_be_written_is_one_line(advisor, place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "file" / "home"))
    code, out, err = advisor("index")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "ADVISOR_HOME" in err


def test_two_builders_do_not_meet(advisor, place: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    from advisor.find import opening

    monkeypatch.setattr(opening, "PATIENCE", 0)
    monkeypatch.setattr("advisor.find.opening.update_catalogue_index.__kwdefaults__", {"progress": None, "wait": 0})
    folder = Path(advisor("index", "--check", "--json").objects[0]["folder"])
    build_index(folder.name, [Passage(id="a", kind="record", text="a")], settings=settings)
    with FileLock(folder / "build.lock"):
        code, out, err = advisor("index")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "Another process is building" in err
