"""Steps that bring the file from one version to the next. Steps are only ever added; the file knows how many it has seen."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

from corpus.errors import StorageError

__all__ = ["STEPS", "migrate"]

STEPS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE users (name TEXT PRIMARY KEY, password TEXT NOT NULL, created INTEGER NOT NULL)",
        "CREATE TABLE sessions (key TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE, expires INTEGER NOT NULL)",
        "CREATE TABLE attempts (key TEXT PRIMARY KEY, failures INTEGER NOT NULL, last INTEGER NOT NULL)",
        "CREATE TABLE drafts (id TEXT PRIMARY KEY, owner TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE, title TEXT NOT NULL, message TEXT NOT NULL, draft TEXT, edits TEXT, version INTEGER NOT NULL, done BOOLEAN NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL, expires INTEGER NOT NULL)",
        "CREATE INDEX drafts_by_owner ON drafts (owner, updated)",
    ),
    ("CREATE TABLE gaps (record TEXT NOT NULL, field TEXT NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (record, field, reason))",),
    ("ALTER TABLE drafts ADD COLUMN batch TEXT NOT NULL DEFAULT ''",),
    ("ALTER TABLE drafts ADD COLUMN tone TEXT NOT NULL DEFAULT 'plain'",),
)


def migrate(connection: Connection, path: Path, *, steps: tuple[tuple[str, ...], ...] = STEPS) -> None:
    """Take the steps that the file has not seen, within the transaction of the connection.

    :raises StorageError: a later version of this program made the file.
    """
    seen = int(connection.execute(text("PRAGMA user_version")).scalar_one())
    if seen > len(steps):
        raise StorageError(f"{path} was made by a later version of this program.", hint="Update the program, or set ADVISOR_HOME to another folder.")
    for number, step in enumerate(steps[seen:], start=seen + 1):
        for statement in step:
            connection.execute(text(statement))
        connection.execute(text(f"PRAGMA user_version = {number}"))
