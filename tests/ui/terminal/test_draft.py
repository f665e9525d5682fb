"""``advisor draft`` prints a reply and its checklist, or both as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.draft.contract import Draft
from corpus.settings import Settings

MESSAGE = "Hi, is Forest Health Management at UBC online, and how much is it? Thanks, Rin"


@pytest.fixture(autouse=True)
def _at_home(bc_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_HOME", str(bc_settings.home))


def test_json_is_one_draft(advisor, tmp_path: Path) -> None:
    file = tmp_path / "message.txt"
    file.write_text(MESSAGE)
    code, out, err = advisor("draft", str(file), "--json")
    assert (code, err) == (0, "")
    draft = Draft.model_validate_json(out)
    assert len(draft.paragraphs) == 2
    row = draft.paragraphs[0].checklist[0]
    assert (row.quote, row.field) == ("online", "delivery")


def test_people_see_the_reply_and_what_to_check(advisor) -> None:
    code, out, _ = advisor("draft", "-", "--tone", "warm", "--name", "Rin", stdin=MESSAGE.encode())
    assert code == 0
    assert out.startswith("Hi Rin,")
    assert "Check before sending" in out
    assert "not confirmed: fee" in out


def test_a_missing_file_is_told_in_one_line(advisor, tmp_path: Path) -> None:
    code, out, err = advisor("draft", str(tmp_path / "none.txt"))
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "none.txt" in err
