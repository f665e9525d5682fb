"""Drafts: kept for a while, found again, deleted. Everything comes here masked."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, or_, select

from advisor.draft.contract import Draft, Tone
from ui.web.desk.store.database import Database
from ui.web.desk.store.tables import DraftRow

__all__ = ["Drafts", "Edits", "Kept", "Listed"]

MOST_LISTED = 200


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


class Drafts:
    """The drafts of everybody, each seen by its owner only.

    :param days: until a draft that was not touched is deleted.
    """

    def __init__(self, database: Database, *, days: int) -> None:
        self._database = database
        self._seconds = days * 24 * 3600

    def add(self, owner: str, messages: Sequence[tuple[str, str]], *, batch: str = "") -> list[str]:
        """Keep messages, each a title and its masked text; their ids, in order."""
        self.expire()
        now = self._database.now()
        ids = [secrets.token_hex(8) for _ in messages]
        with self._database.session() as session:
            session.add_all(
                DraftRow(
                    id=name, owner=owner, title=title, message=message, draft=None, edits=None, version=0, done=False,
                    created=now, updated=now, expires=now + self._seconds, batch=batch,
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
            return Kept(row.id, row.title, row.message, draft, edits, row.version, row.done, row.expires, row.batch)

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

    def delete(self, owner: str, names: Sequence[str]) -> int:
        """Delete drafts of this person; how many there were."""
        with self._database.session() as session:
            rows = list(session.scalars(select(DraftRow).where(DraftRow.owner == owner, DraftRow.id.in_(names))))
            for row in rows:
                session.delete(row)
        return len(rows)

    def search(self, owner: str, words: str = "") -> list[Listed]:
        """Drafts that hold every one of the words, the latest first; those that wait come first."""
        self.expire()
        query = select(DraftRow).where(DraftRow.owner == owner)
        for word in words.split()[:8]:
            query = query.where(or_(*(column.icontains(word, autoescape=True) for column in (DraftRow.title, DraftRow.message, DraftRow.draft, DraftRow.edits))))
        query = query.order_by(DraftRow.draft.is_not(None), DraftRow.done, DraftRow.updated.desc(), DraftRow.id).limit(MOST_LISTED)
        with self._database.session() as session:
            return [Listed(row.id, row.title, row.updated, row.expires, row.draft is None, row.done, row.batch) for row in session.scalars(query)]

    def next_of(self, owner: str, batch: str, after: str) -> str | None:
        """The next draft of a batch that is not done yet."""
        if not batch:
            return None
        query = select(DraftRow.id).where(DraftRow.owner == owner, DraftRow.batch == batch, DraftRow.done.is_(False), DraftRow.id != after)
        with self._database.session() as session:
            return session.scalars(query.order_by(DraftRow.created, DraftRow.title)).first()

    def expire(self) -> None:
        """Delete what has been kept long enough."""
        with self._database.session() as session:
            session.execute(delete(DraftRow).where(DraftRow.expires <= self._database.now()))
