"""Counts of what could not be answered: record, field and reason, and nothing of the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from advisor.contract import Answer
from advisor.draft.contract import Draft
from ui.web.desk.store.database import Database
from ui.web.desk.store.tables import GapRow

__all__ = ["Gap", "count_gaps", "gaps", "gaps_of_answer", "gaps_of_draft"]


@dataclass(frozen=True)
class Gap:
    """Something that could not be answered. ``record`` and ``field`` are empty where it is about none."""

    record: str
    field: str
    reason: str
    count: int = 1


def gaps_of_draft(draft: Draft) -> list[Gap]:
    """What a draft could not answer."""
    found: list[Gap] = []
    for item in draft.paragraphs:
        found += _gaps([gap.id for gap in item.unconfirmed], item.status, item.reason)
    return found


def gaps_of_answer(answer: Answer) -> list[Gap]:
    """What one answer could not state."""
    return _gaps(answer.unconfirmed, answer.status, answer.reason)


def _gaps(unconfirmed: Iterable[str], status: str, reason: str | None) -> list[Gap]:
    ids = [item.partition("#")[::2] for item in dict.fromkeys(unconfirmed) if "#" in item]
    if ids:
        return [Gap(record, field, "not_stated") for record, field in ids]
    # a person in distress is nobody's statistic
    return [Gap("", "", reason)] if reason and reason != "unsafe" and status in {"abstained", "clarify"} else []


def count_gaps(database: Database, found: Iterable[Gap]) -> None:
    """Add to the counts."""
    with database.session() as session:
        for gap in found:
            row = session.get(GapRow, (gap.record, gap.field, gap.reason))
            if row is None:
                session.add(GapRow(record=gap.record, field=gap.field, reason=gap.reason, count=gap.count))
                session.flush()
            else:
                row.count += gap.count


def gaps(database: Database) -> list[Gap]:
    """All counts, the largest first."""
    with database.session() as session:
        rows = session.scalars(select(GapRow).order_by(GapRow.count.desc(), GapRow.record, GapRow.field))
        return [Gap(row.record, row.field, row.reason, row.count) for row in rows]
