"""Drafts: kept for a while, found again, deleted. Everything comes here masked."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import ColumnElement, Select, case, delete, func, literal_column, or_, select

from advisor.draft.contract import TONES, Draft, Tone
from ui.web.desk.store.database import Database
from ui.web.desk.store.tables import DraftRow

__all__ = ["MOST_LISTED", "Drafts", "Edits", "Kept", "Listed", "Queue"]

MOST_LISTED = 100
#: the order in which rows came: that of the file that was uploaded
_CAME: ColumnElement[int] = literal_column("drafts.rowid")
_URGENT = func.coalesce(func.json_extract(DraftRow.draft, "$.urgent"), 0)


class Edits(BaseModel):
    """What the advisor made of a draft. ``confirmed`` holds the keys of sentences that were confirmed.

    ``writer`` names the open page that last wrote, so that a page never stands in its own way.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    tone: Tone
    greeting: str
    closing: str
    paragraphs: tuple[str, ...]
    confirmed: frozenset[str] = frozenset()
    writer: str = ""


@dataclass(frozen=True)
class Listed:
    """A draft in a list."""

    id: str
    title: str
    updated: int
    expires: int
    waiting: bool
    done: bool
    batch: str
    urgent: bool = False


@dataclass(frozen=True)
class Queue:
    """Messages that were uploaded together, and how far they are. ``urgent`` counts those that are not done."""

    batch: str
    total: int
    drafted: int
    done: int
    urgent: int
    next: str | None


@dataclass(frozen=True)
class Kept:
    """A draft with all that belongs to it. ``version`` counts its changes, so that two tabs do not undo one another."""

    id: str
    title: str
    message: str
    draft: Draft | None
    edits: Edits | None
    version: int
    done: bool
    expires: int
    batch: str
    tone: Tone = "plain"


class Drafts:
    """The drafts of everybody, each seen by its owner only.

    :param days: until a draft that was not touched is deleted.
    """

    def __init__(self, database: Database, *, days: int) -> None:
        self._database = database
        self._seconds = days * 24 * 3600

    def add(self, owner: str, messages: Sequence[tuple[str, str]], *, batch: str = "", tone: Tone = "plain") -> list[str]:
        """Keep messages, each a title and its masked text; their ids, in order."""
        self.expire()
        now = self._database.now()
        ids = [secrets.token_hex(8) for _ in messages]
        with self._database.session() as session:
            session.add_all(
                DraftRow(
                    id=name, owner=owner, title=title, message=message, draft=None, edits=None, version=0, done=False,
                    created=now, updated=now, expires=now + self._seconds, batch=batch, tone=tone,
                )
                for name, (title, message) in zip(ids, messages, strict=True)
            )  # fmt: skip
        return ids

    def get(self, owner: str, name: str) -> Kept | None:
        """One draft of this person, or None."""
        with self._database.session() as session:
            row = session.get(DraftRow, name)
            if row is None or row.owner != owner or row.expires <= self._database.now():
                return None
            draft = Draft.model_validate_json(row.draft) if row.draft else None
            edits = Edits.model_validate_json(row.edits) if row.edits else None
            return Kept(row.id, row.title, row.message, draft, edits, row.version, row.done, row.expires, row.batch, _tone(row.tone))

    def save(self, owner: str, name: str, *, draft: Draft | None = None, edits: Edits | None = None, done: bool | None = None) -> None:
        """Change a draft; what is None stays. Touching it puts its end off."""
        now = self._database.now()
        with self._database.session() as session:
            row = session.get(DraftRow, name)
            if row is None or row.owner != owner:
                return
            row.draft = row.draft if draft is None else draft.model_dump_json()
            row.edits = row.edits if edits is None else edits.model_dump_json()
            row.done = row.done if done is None else done
            row.version, row.updated, row.expires = row.version + 1, now, now + self._seconds

    def fill(self, owner: str, name: str, *, draft: Draft, edits: Edits) -> bool:
        """Give a waiting message its draft; False where it has one by now, which then stays. Does not count as touching it."""
        with self._database.session() as session:
            row = session.get(DraftRow, name)
            if row is None or row.owner != owner or row.draft is not None:
                return False
            row.draft, row.edits, row.version = draft.model_dump_json(), edits.model_dump_json(), row.version + 1
        return True

    def waiting(self) -> list[tuple[str, str]]:
        """Owner and id of every message of a queue that has no draft yet, in order."""
        query = select(DraftRow.owner, DraftRow.id).where(DraftRow.draft.is_(None), DraftRow.batch != "", DraftRow.expires > self._database.now())
        with self._database.session() as session:
            return [(owner, name) for owner, name in session.execute(query.order_by(_CAME))]

    def queues(self, owner: str) -> list[Queue]:
        """This person's queues that are not done, the latest first."""
        drafted = func.count(DraftRow.draft)
        done = func.sum(case((DraftRow.done, 1), else_=0))
        urgent = func.sum(case((DraftRow.done.is_(False), _URGENT), else_=0))
        query = select(DraftRow.batch, func.count(), drafted, done, urgent).where(DraftRow.owner == owner, DraftRow.batch != "").group_by(DraftRow.batch)
        with self._database.session() as session:
            rows = list(session.execute(query.order_by(DraftRow.batch.desc())))
        return [Queue(batch, total, ready, ended, pressing, self.next_of(owner, batch, "")) for batch, total, ready, ended, pressing in rows if ended < total]

    def delete(self, owner: str, names: Sequence[str]) -> int:
        """Delete drafts of this person; how many there were."""
        with self._database.session() as session:
            rows = list(session.scalars(select(DraftRow).where(DraftRow.owner == owner, DraftRow.id.in_(names))))
            for row in rows:
                session.delete(row)
        return len(rows)

    def search(self, owner: str, words: str = "", *, skip: int = 0) -> list[Listed]:
        """At most :data:`MOST_LISTED` drafts that hold every one of the words: urgent ones, then what is to do, the latest first."""
        self.expire()
        query = _holding(owner, words).order_by(DraftRow.done, _URGENT.desc(), DraftRow.updated.desc(), _CAME).limit(MOST_LISTED).offset(skip)
        with self._database.session() as session:
            rows = session.execute(query.add_columns(_URGENT))
            return [Listed(row.id, row.title, row.updated, row.expires, row.draft is None, row.done, row.batch, bool(urgent)) for row, urgent in rows]

    def count(self, owner: str, words: str = "") -> int:
        """How many drafts :meth:`search` finds in all."""
        with self._database.session() as session:
            return int(session.scalar(select(func.count()).select_from(_holding(owner, words).subquery())) or 0)

    def next_of(self, owner: str, batch: str, after: str) -> str | None:
        """The next draft of a batch that is not done yet: an urgent one first."""
        if not batch:
            return None
        query = select(DraftRow.id).where(DraftRow.owner == owner, DraftRow.batch == batch, DraftRow.done.is_(False), DraftRow.id != after)
        with self._database.session() as session:
            return session.scalars(query.order_by(_URGENT.desc(), _CAME)).first()

    def expire(self) -> None:
        """Delete what has been kept long enough."""
        with self._database.session() as session:
            session.execute(delete(DraftRow).where(DraftRow.expires <= self._database.now()))


def _holding(owner: str, words: str) -> Select[Any]:
    """This person's drafts that hold every one of the words."""
    query = select(DraftRow).where(DraftRow.owner == owner)
    for word in words.split()[:8]:
        query = query.where(or_(*(column.icontains(word, autoescape=True) for column in (DraftRow.title, DraftRow.message, DraftRow.draft, DraftRow.edits))))
    return query


def _tone(kept: str) -> Tone:
    return next((tone for tone in TONES if tone == kept), "plain")
