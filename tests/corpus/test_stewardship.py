"""The operator's log: who withdrew what, when and why; the latest line counts; a broken log hides everything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import CatalogueError, StorageError
from corpus.settings import Settings, resolve_settings
from corpus.stewardship import (
    log_file,
    log_stamp,
    public_catalogue,
    read_decisions,
    record_decision,
    withdrawn_ids,
)


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    folder = tmp_path / "cat"
    folder.mkdir()
    lines = [{"id": name, "title": name, "institution": "Tarn College"} for name in ("tarn-soil", "tarn-land")]
    (folder / "credentials.jsonl").write_text("\n".join(map(json.dumps, lines)))
    return resolve_settings({}, home=tmp_path / "home", catalogue=str(folder))


def decide(settings: Settings, action: str = "withdraw", record: str = "tarn-soil"):
    return record_decision(settings, record=record, action=action, by="Ada", why="asked by the college")


def test_without_a_log_everything_is_shown(own: Settings) -> None:
    assert read_decisions(own) == ()
    assert log_stamp(own) == (0, 0)
    assert list(public_catalogue(own).records) == ["tarn-soil", "tarn-land"]
    assert not own.home.exists()


def test_a_decision_says_who_when_and_why(own: Settings) -> None:
    decision = decide(own)
    assert read_decisions(own) == (decision,)
    assert (decision.by, decision.why, decision.at[10:11], decision.at[-6:]) == ("Ada", "asked by the college", "T", "+00:00")
    assert list(public_catalogue(own).records) == ["tarn-land"]


def test_the_latest_line_counts_and_no_line_is_lost(own: Settings) -> None:
    decide(own)
    decide(own, "restore")
    decide(own, record="tarn-land")
    assert withdrawn_ids(own) == {"tarn-land"}
    assert [item.action for item in read_decisions(own)] == ["withdraw", "restore", "withdraw"]


def test_every_decision_changes_the_stamp(own: Settings) -> None:
    stamps = [log_stamp(own)]
    for action in ("withdraw", "restore", "withdraw"):
        decide(own, action)
        stamps.append(log_stamp(own))
    assert len(set(stamps)) == 4


def test_half_a_line_of_a_killed_writer_spoils_no_other(own: Settings) -> None:
    decide(own)
    with log_file(own).open("a") as file:
        file.write('{"id": "tarn-l')
    decide(own, record="tarn-land")
    with pytest.raises(CatalogueError) as caught:
        read_decisions(own)
    assert [fault.line for fault in caught.value.faults] == [2]


@pytest.mark.parametrize("line", ["{", '"x"', '{"id": "tarn-soil"}', '{"id":"a","action":"hide","by":"b","at":"2026-01-01","why":"c"}'])
def test_a_log_that_cannot_be_understood_serves_nothing(own: Settings, line: str) -> None:
    decide(own)
    with log_file(own).open("a") as file:
        file.write(line + "\n")
    with pytest.raises(CatalogueError, match=r"withdrawn\.jsonl:2") as caught:
        public_catalogue(own)
    assert "nothing is served" in caught.value.hint


def test_names_and_reasons_in_any_script_stay_one_line(own: Settings) -> None:
    record_decision(own, record="tarn-soil", action="withdraw", by="W̱SÁNEĆ\u2028office", why="one\ntwo\r\nthree")
    (decision,) = read_decisions(own)
    assert (decision.by, decision.why) == ("W̱SÁNEĆ\u2028office", "one\ntwo\r\nthree")


def test_a_home_that_cannot_be_written_says_so(own: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="Nothing was changed"):
        decide(own.model_copy(update={"home": tmp_path / "file"}))
