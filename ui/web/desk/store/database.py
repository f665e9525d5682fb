"""The file, opened: brought up to date, readable by its owner only, what is deleted overwritten."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from corpus.errors import StorageError
from index.files import make_folder, unwritable
from ui.web.desk.store.migrations import migrate

__all__ = ["FILE", "Database"]

FILE = "desk.sqlite"


class Database:
    """Opens sessions. Safe to share between threads; other processes may use the same file.

    :param clock: seconds since 1970.
    :raises StorageError: the file cannot be made or read, or is of a later version.
    """

    def __init__(self, home: Path, *, clock: Callable[[], float] = time.time) -> None:
        self.path = make_folder(home) / FILE
        self._clock = clock
        try:
            # made by hand, so that nobody else can read it even for a moment
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise unwritable(home, error) from error
        self._engine = create_engine(f"sqlite:///{self.path}", connect_args={"timeout": 15, "check_same_thread": False})
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        try:
            with self._engine.begin() as connection:
                migrate(connection, self.path)
        except DatabaseError as error:
            raise StorageError(f"{self.path} cannot be read: {error.orig}.", hint="Restore it from a copy, or move it away to begin anew.") from error

    def now(self) -> int:
        """Whole seconds since 1970."""
        return int(self._clock())

    @contextlib.contextmanager
    def session(self) -> Iterator[Session]:
        """One piece of work: kept when it ends well, undone when it does not."""
        with Session(self._engine) as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def _begin(connection: Connection) -> None:
    """Writers queue from the start: a reader that turns writer half-way could not be made to wait."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = None  # SQLAlchemy begins transactions, not the driver
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "secure_delete = ON", "busy_timeout = 15000"):
        connection.execute(f"PRAGMA {pragma}")
