"""``advisor doctor`` tells the truth about every part, and changes nothing."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from corpus.settings import Settings


@pytest.fixture
def at_home(bc_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("ADVISOR_HOME", str(bc_settings.home))
    return bc_settings


def states(outcome) -> dict[str, str]:
    return {check["name"]: check["state"] for check in outcome.objects[0]["checks"]}


def found(outcome, name: str) -> str:
    return next(f"{item['found']} {item['advice']}" for item in outcome.objects[0]["checks"] if item["name"] == name)


def test_all_is_well(advisor, at_home: Settings) -> None:
    code, _, err = outcome = advisor("doctor", "--json", "--port", "0")
    assert (code, err) == (0, "")
    assert outcome.objects[0]["ok"] is True
    assert set(states(outcome).values()) == {"ok"}
    assert set(states(outcome)) == {
        "settings", "home", "catalogue", "links", "pathways", "guidance", "model", "exported model", "index", "port", "network"
    }  # fmt: skip
    assert "293 records" in found(outcome, "catalogue")
    assert "97 ways on, 37 of them to a record" in found(outcome, "links")
    assert "Everything works." in advisor("doctor", "--port", "0").out


def test_a_new_home_is_no_fault_and_stays_unmade(advisor, tmp_path: Path) -> None:
    code, _, _ = outcome = advisor("doctor", "--json", "--port", "0", "--home", str(tmp_path / "new" / "home"))
    assert code == 0
    assert {name for name, state in states(outcome).items() if state == "note"} == {"exported model", "index"}
    assert "missing" in found(outcome, "index")
    assert not (tmp_path / "new").exists()


def test_a_home_that_cannot_be_written_is_broken(advisor, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, _, _ = outcome = advisor("doctor", "--json", "--home", str(tmp_path / "file"))
    assert (code, states(outcome)["home"]) == (1, "broken")
    assert "ADVISOR_HOME" in found(outcome, "home")


def test_every_fault_of_a_catalogue_is_listed(advisor, tmp_path: Path) -> None:
    (tmp_path / "credentials.jsonl").write_text('{"id": "a"}\n{\n')
    code, _, _ = outcome = advisor("doctor", "--json", "--catalogue", str(tmp_path))
    assert (code, outcome.objects[0]["ok"]) == (1, False)
    assert all(part in found(outcome, "catalogue") for part in ("3 faults", "a#title", "a#institution", ":2: is no JSON"))
    assert "index" not in states(outcome)  # nothing can be said of it


def test_circles_and_contradictions_are_told_and_break_nothing(advisor, tmp_path: Path) -> None:
    records = [
        {"id": name, "title": title, "institution": "Tarn", "credit": {"bearing": True, "amount": "3"},
         "laddering": [{"title": to, "institution": "Tarn", "target": target, "credits": credits_counted}]}
        for name, title, target, to, credits_counted in (
            ("reed", "Reed Work", "bank", "Bank Work", "3"),
            ("bank", "Bank Work", "reed", "Reed Work", "9"),
        )
    ]  # fmt: skip
    (tmp_path / "credentials.jsonl").write_text("\n".join(map(json.dumps, records)))
    code, _, _ = outcome = advisor("doctor", "--json", "--port", "0", "--catalogue", str(tmp_path))
    assert (code, states(outcome)["pathways"]) == (0, "note")
    said = found(outcome, "pathways")
    assert "2 faults" in said
    assert "cycle: These lead to one another in a circle: Bank Work, Reed Work." in said
    assert "contradiction: bank carries 3 credits, yet 9 are said to count toward Reed Work." in said


@pytest.mark.parametrize("part", ["model", "index"])
def test_an_altered_file_is_broken(advisor, at_home: Settings, tmp_path: Path, part: str) -> None:
    import shutil

    home = tmp_path / "home"
    shutil.copytree(at_home.home, home)
    pattern = "models/*/model.onnx" if part == "model" else "index/bc/*/vectors.npy"
    for file in home.glob(pattern):  # an index that was brought up to date keeps the one before it for a while
        data = bytearray(file.read_bytes())
        data[-1] ^= 1
        file.write_bytes(data)
    code, _, _ = outcome = advisor("doctor", "--json", "--home", str(home))
    name = "exported model" if part == "model" else "index"
    assert (code, states(outcome)[name]) == (1, "broken")


def test_a_port_in_use_is_said_to_be(advisor, at_home: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        outcome = advisor("doctor", "--json", "--port", str(port))
    assert states(outcome)["port"] == "note"
    assert f"127.0.0.1:{port} is in use" in found(outcome, "port")


def test_an_address_of_nobody_is_broken(advisor, at_home: Settings) -> None:
    outcome = advisor("doctor", "--json", "--host", "192.0.2.1")
    assert (outcome.code, states(outcome)["port"]) == (1, "broken")


def test_variables_that_are_no_setting_are_named(advisor, at_home: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_PROT", "1")
    monkeypatch.setenv("ADVISOR_DEBUG", "")
    outcome = advisor("doctor", "--json", "--port", "0")
    assert (outcome.code, states(outcome)["settings"]) == (0, "note")
    assert "ADVISOR_PROT" in found(outcome, "settings")
    assert "ADVISOR_DEBUG" not in found(outcome, "settings")


def test_a_server_elsewhere_is_mentioned(advisor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"chroma_url": "http://127.0.0.1:1"}))
    outcome = advisor("doctor", "--json", "--home", str(tmp_path))
    assert "http://127.0.0.1:1" in found(outcome, "network")
