"""``advisor desk`` says who may sign in."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.web.desk.store.database import Database
from ui.web.desk.store.people import People


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ADVISOR_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_people_are_added_listed_and_removed(advisor, home: Path) -> None:
    assert advisor("desk", "add-user", "amara", "--password-stdin", stdin=b"a long enough phrase\n").out == "amara can sign in at /desk.\n"
    assert People(Database(home)).sign_in("amara", "a long enough phrase", "here")
    assert advisor("desk", "add-user", "amara", "--password-stdin", "--json", stdin=b"another long phrase\n").objects == [{"name": "amara", "new": False}]
    assert advisor("desk", "users").out == "amara\n"
    assert advisor("desk", "remove-user", "amara").code == 0
    assert advisor("desk", "users").out == ""
    code, _, err = advisor("desk", "remove-user", "amara")
    assert code == 2
    assert "amara" in err


@pytest.mark.parametrize(("name", "password"), [("a b", b"a long enough phrase"), ("amara", b"short"), ("amara", b"")])
def test_names_and_passwords_that_will_not_do_are_told(advisor, name: str, password: bytes) -> None:
    code, out, err = advisor("desk", "add-user", name, "--password-stdin", stdin=password)
    assert (code, out) == (2, "")
    assert "short" not in err
