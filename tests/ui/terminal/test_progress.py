"""Progress goes to standard error and leaves nothing behind."""

from __future__ import annotations

import pytest

from ui.terminal.progress import ProgressBar


def test_logs_get_one_line_a_stage(capsys: pytest.CaptureFixture[str]) -> None:
    with ProgressBar() as bar:
        for stage in ("embedding", "storing"):
            for done in range(4):
                bar(stage, done, 3)
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == ["embedding (3) …", "storing (3) …"]


def test_people_get_a_bar_that_is_cleared(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with ProgressBar() as bar:
        bar("embedding", 0, 0)
        bar("embedding", 5, 10)
        bar("embedding", 20, 10)
    out, err = capsys.readouterr()
    assert out == ""
    assert " 50 %" in err
    assert "100 %" in err
    assert "\n" not in err
    assert err.rsplit("\r", 2)[1].strip() == ""


def test_work_that_was_done_already_is_silent(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with ProgressBar():
        pass
    assert capsys.readouterr() == ("", "")
