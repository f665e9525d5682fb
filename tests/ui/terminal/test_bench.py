"""``advisor bench`` measures once and judges no time."""

from __future__ import annotations

from pathlib import Path


def test_one_run(advisor, place: Path) -> None:
    code, _, _ = outcome = advisor("bench", "--quick", "--json")
    (report,) = outcome.objects
    assert code == 0
    rows = {row["name"]: row for row in report["rows"]}
    assert rows
    assert all(row["value"] is None or row["value"] >= 0 for row in rows.values())
    assert report["catalogue"] == str(place)
