"""A folder of approved answers is taken up as it changes, while the advisor runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from advisor.approved.load import approve
from advisor.approved.watched import WatchedAnswers
from advisor.engine import Advisor
from corpus.settings import Settings

RECORD = "ubc-forest-health-management"
QUESTION = "How long is Forest Health Management at UBC?"
TEXT = f"""---
question: {QUESTION}
reviewer: admissions advisor
reviewed: 2026-10-01
---
It takes about 60 hours over 8 weeks. [{RECORD}#duration]
"""


@pytest.fixture
def running(advisor: Advisor, bc_settings: Settings, tmp_path: Path) -> Advisor:
    """An advisor with a home folder of its own, opened before anybody approved anything."""
    return Advisor(advisor.catalogue, advisor.search, settings=bc_settings.model_copy(update={"home": tmp_path}))


def test_an_answer_that_is_added_changed_and_taken_away_counts_at_once(running: Advisor, tmp_path: Path) -> None:
    assert running.answer(QUESTION)[0].reviewed is None
    source = tmp_path / "forest.md"
    source.write_text(TEXT, encoding="utf-8")
    approve(source, tmp_path / "approved", running.catalogue)
    assert running.answer(QUESTION)[0].reviewed == "admissions advisor, 2026-10-01"

    kept = tmp_path / "approved" / "forest.md"
    kept.write_text(TEXT.replace("60 hours", "61 hours"), encoding="utf-8")
    assert running.answer(QUESTION)[0].reviewed is None, "a changed text is retired"
    kept.write_text(TEXT.replace("admissions advisor", "registrar").replace("2026-10-01", "2026-10-02"), encoding="utf-8")
    assert running.answer(QUESTION)[0].reviewed == "registrar, 2026-10-02"

    kept.unlink()
    assert running.answer(QUESTION)[0].reviewed is None


def test_a_half_written_file_does_no_harm(running: Advisor, tmp_path: Path) -> None:
    (tmp_path / "approved").mkdir()
    file = tmp_path / "approved" / "forest.md"
    file.write_bytes(TEXT.encode()[:60] + b"\xff")
    assert running.answer(QUESTION)[0].status == "answered"
    file.write_text(TEXT, encoding="utf-8")
    assert running.answer(QUESTION)[0].reviewed


def test_nothing_is_loaded_again_where_nothing_changed(advisor: Advisor, tmp_path: Path) -> None:
    folder = tmp_path / "approved"
    folder.mkdir()
    (folder / "forest.md").write_text(TEXT, encoding="utf-8")
    watched = WatchedAnswers(folder)
    watched.now(advisor.catalogue)  # writes what it stands on beside it
    loaded = watched.now(advisor.catalogue)
    assert len(loaded) == 1
    assert watched.now(advisor.catalogue) is loaded
    os.utime(folder / "forest.md", ns=(1, 1))
    assert watched.now(advisor.catalogue) is not loaded


def test_no_folder_is_an_empty_one(advisor: Advisor, tmp_path: Path) -> None:
    assert len(WatchedAnswers(tmp_path / "nowhere").now(advisor.catalogue)) == 0
