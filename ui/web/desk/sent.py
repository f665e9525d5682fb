"""Questions that learners chose to send to the advisors, as the learners' pages keep them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Sent", "sent_questions"]

MOST = 200


@dataclass(frozen=True)
class Sent:
    """One question as it was sent. ``file`` is what ``advisor eval add`` takes."""

    file: str
    day: str
    question: str
    remark: str


def sent_questions(home: Path) -> list[Sent]:
    """What was sent, the latest first. A file that cannot be read is passed over."""
    found = []
    paths = sorted((home / "cases").glob("*.json"), reverse=True) if (home / "cases").is_dir() else []
    for path in paths[:MOST]:
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            found.append(Sent(path.name, path.name[:10], str(data["turns"][-1]), str(data.get("note") or "")))
        except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError):
            continue
    return found
