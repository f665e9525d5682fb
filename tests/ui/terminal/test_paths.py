"""``advisor paths``: where every value came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.load import SHIPPED
from corpus.settings import Settings


def test_every_setting_with_its_origin_and_every_folder(advisor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"threads": 1}')
    monkeypatch.setenv("ADVISOR_PORT", "7999")
    (facts,) = advisor("paths", "--json", "--home", str(tmp_path), "--catalogue", "bc").objects
    rows = {row["name"]: row for row in facts["settings"]}
    assert set(rows) == set(Settings.model_fields) - {"origins"}
    assert (rows["port"]["value"], rows["port"]["origin"]) == (7999, "environment variable ADVISOR_PORT")
    assert (rows["threads"]["value"], rows["threads"]["origin"]) == (1, str(tmp_path / "settings.json"))
    assert (rows["home"]["value"], rows["home"]["origin"]) == (str(tmp_path), "command line")
    assert rows["title"]["origin"] == "default"
    assert facts["folders"]["index"] == str(tmp_path / "index")
    assert facts["folders"]["catalogues"] == {"bc": str(SHIPPED["bc"])}


def test_people_read_the_same(advisor, tmp_path: Path) -> None:
    code, out, err = advisor("paths", "--home", str(tmp_path))
    assert (code, err) == (0, "")
    said = " ".join(out.split())
    assert f"home = {tmp_path} (command line)" in said
    assert "ADVISOR_PORT, a whole number from 0 to 65535" in said


def test_a_setting_that_cannot_be_used_is_named_after_what_is_accepted(advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_PORT", "high")
    code, out, err = advisor("paths")
    assert code == 2
    assert "Settings (defaults)" in out
    assert "'high' (from environment variable ADVISOR_PORT)" in err
    code, out, err = advisor("paths", "--json")
    assert (code, out) == (2, "")


def test_it_writes_nothing(advisor, tmp_path: Path) -> None:
    advisor("paths", "--home", str(tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_the_secret_stays_secret(advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_SECRET", "hush-hush")
    assert "hush-hush" not in advisor("paths").out + advisor("paths", "--json").out
