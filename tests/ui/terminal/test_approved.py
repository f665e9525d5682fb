"""``advisor approved`` takes answers in, lists them and says what is in their way."""

from __future__ import annotations

from pathlib import Path

import pytest

TEXT = """---
question: Is it online?
reviewer: registrar
reviewed: 2026-10-01
---
It is online. [tarn-soil#delivery]
"""


@pytest.fixture(autouse=True)
def _online(place: Path) -> None:
    file = place / "credentials.jsonl"
    file.write_text(file.read_text().rstrip().removesuffix("}") + ', "delivery": "online"}')


def test_an_answer_is_taken_in_listed_and_retired(advisor, place: Path, tmp_path: Path) -> None:
    file = tmp_path / "online.md"
    file.write_text(TEXT)
    code, out, _ = advisor("approved", "add", str(file))
    assert (code, out) == (0, "approved  online.md: Is it online? (registrar, 2026-10-01)\n")
    assert advisor("approved", "check").code == 0
    code, out, _ = advisor("ask", "Is it online?")
    assert code == 0
    assert "It is online. [1]" in out
    assert "Reviewed answer: registrar, 2026-10-01" in out
    records = place / "credentials.jsonl"
    records.write_text(records.read_text().replace('"online"', '"in-person"'))
    code, out, _ = advisor("approved", "check")
    assert code == 1
    assert "tarn-soil#delivery has changed" in out
    (entry,) = advisor("approved", "list", "--json").objects
    assert entry["state"] == "retired"


def test_a_claim_without_support_is_refused(advisor, tmp_path: Path) -> None:
    file = tmp_path / "free.md"
    file.write_text(TEXT.replace("It is online.", "It is free."))
    code, out, err = advisor("approved", "add", str(file))
    assert (code, out) == (2, "")
    assert "It is free." in err
