"""The tables, as SQLAlchemy maps them. Times are whole seconds since 1970, UTC."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

__all__ = ["AttemptRow", "Base", "DraftRow", "GapRow", "SessionRow", "UserRow"]


class Base(DeclarativeBase):
    """What all tables share."""


class UserRow(Base):
    """A person who may sign in."""

    __tablename__ = "users"
    name: Mapped[str] = mapped_column(primary_key=True)
    password: Mapped[str]
    created: Mapped[int]


class SessionRow(Base):
    """One signed-in browser. ``key`` is the digest of what its cookie holds, so that the file alone signs nobody in."""

    __tablename__ = "sessions"
    key: Mapped[str] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(ForeignKey("users.name", ondelete="CASCADE"))
    expires: Mapped[int]


class AttemptRow(Base):
    """Failed sign-ins in a row, by the digest of a name or an address."""

    __tablename__ = "attempts"
    key: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int]
    last: Mapped[int]


class DraftRow(Base):
    """A message and its draft, both masked. Without ``draft`` it waits in the queue."""

    __tablename__ = "drafts"
    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(ForeignKey("users.name", ondelete="CASCADE"))
    title: Mapped[str]
    message: Mapped[str]
    draft: Mapped[str | None]
    edits: Mapped[str | None]
    version: Mapped[int]
    done: Mapped[bool]
    created: Mapped[int]
    updated: Mapped[int]
    expires: Mapped[int]
    batch: Mapped[str]
    tone: Mapped[str]


class GapRow(Base):
    """How often something could not be answered. Nothing of the words is here."""

    __tablename__ = "gaps"
    record: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
