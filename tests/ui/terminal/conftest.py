"""Running the command line inside the test process, its three streams as a shell would give them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpus.settings import Settings
from ui.terminal.main import run


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        """Standard output as JSON, one object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Advisor = Callable[..., Outcome]


@pytest.fixture
def advisor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Advisor:
    """``advisor("show", "plar", stdin=b"…")`` runs ``advisor show plar``."""

    def call(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = run(arguments)
        return Outcome(code, *capsys.readouterr())

    return call


@pytest.fixture
def place(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small catalogue, an empty home with the exported model, and no guidance to embed."""
    monkeypatch.setattr("corpus.load.load_catalogue.__kwdefaults__", {"withdrawn": (), "guidance": None})
    monkeypatch.setenv("ADVISOR_HOME", str(settings.home))
    folder = tmp_path / "cat"
    folder.mkdir()
    (folder / "credentials.jsonl").write_text(json.dumps({"id": "tarn-soil", "title": "Soil", "institution": "Tarn"}))
    monkeypatch.setenv("ADVISOR_CATALOGUE", str(folder))
    return folder
