"""People who may sign in, their signed-in browsers, and the brake on guessing."""

from __future__ import annotations

import hashlib
import re
import secrets

from sqlalchemy import delete, select

from corpus.errors import UsageError
from ui.web.desk.store.database import Database
from ui.web.desk.store.passwords import check_password, hash_password
from ui.web.desk.store.tables import AttemptRow, SessionRow, UserRow

__all__ = ["SESSION_SECONDS", "People"]

SESSION_SECONDS = 12 * 3600
#: wrong passwords that are free, for one name from one address and for either alone; then each costs twice the wait
FREE_TOGETHER, FREE_ALONE = 5, 30
FIRST_WAIT, LONGEST_WAIT = 15, 900
_NAME = re.compile(r"[\w.@-]{1,64}")


class People:
    """Users, sessions and failed sign-ins of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, password: str) -> bool:
        """Add a person, or give one a new password and sign all their browsers out. True when the person is new.

        :raises UsageError: the name or the password cannot be used.
        """
        if not _NAME.fullmatch(name):
            raise UsageError(f"{name!r} cannot be a name here.", hint="Use up to 64 letters, digits and . @ - _ without spaces.")
        kept = hash_password(password)
        with self._database.session() as session:
            user = session.get(UserRow, name)
            if user is None:
                session.add(UserRow(name=name, password=kept, created=self._database.now()))
            else:
                user.password = kept
                session.execute(delete(SessionRow).where(SessionRow.user == name))
        return user is None

    def remove(self, name: str) -> bool:
        """Remove a person with everything of theirs. False when there is none of that name."""
        with self._database.session() as session:
            user = session.get(UserRow, name)
            if user is not None:
                session.delete(user)
        return user is not None

    def names(self) -> tuple[str, ...]:
        """Everybody who may sign in."""
        with self._database.session() as session:
            return tuple(session.scalars(select(UserRow.name).order_by(UserRow.name)))

    # signing in and out --------------------------------------------------------------------------------------

    def wait(self, name: str, address: str) -> int:
        """Seconds until another try is looked at; 0 when one is now."""
        now = self._database.now()
        with self._database.session() as session:
            rows = [(session.get(AttemptRow, key), free) for key, free in _keys(name, address)]
            return max((_wait(row.failures - free, now - row.last) for row, free in rows if row), default=0)

    def sign_in(self, name: str, password: str, address: str) -> str | None:
        """The token of a new session, or None for a wrong name or password. Ask :meth:`wait` first."""
        with self._database.session() as session:
            user = session.get(UserRow, name)
            kept = user.password if user else None
        right = check_password(password, kept)
        now = self._database.now()
        token = secrets.token_urlsafe(32)
        with self._database.session() as session:
            session.execute(delete(SessionRow).where(SessionRow.expires <= now))
            session.execute(delete(AttemptRow).where(AttemptRow.last < now - 24 * 3600))
            for key, _ in _keys(name, address):
                row = session.get(AttemptRow, key)
                if right and row:
                    session.delete(row)
                elif not right:
                    session.merge(AttemptRow(key=key, failures=(row.failures if row else 0) + 1, last=now))
            if right:
                session.add(SessionRow(key=_digest(token), user=name, expires=now + SESSION_SECONDS))
        return token if right else None

    def signed_in(self, token: str) -> str | None:
        """Who a session's token belongs to, while it lasts."""
        with self._database.session() as session:
            row = session.get(SessionRow, _digest(token))
            return row.user if row and row.expires > self._database.now() else None

    def sign_out(self, token: str) -> None:
        """End one session."""
        with self._database.session() as session:
            session.execute(delete(SessionRow).where(SessionRow.key == _digest(token)))


def _keys(name: str, address: str) -> tuple[tuple[str, int], ...]:
    """Digests, so that a password typed into the field for the name is not kept."""
    return ((_digest(f"{name}\0{address}"), FREE_TOGETHER), (_digest(f"name\0{name}"), FREE_ALONE), (_digest(f"address\0{address}"), FREE_ALONE))


def _wait(over: int, ago: int) -> int:
    return 0 if over < 0 else max(0, min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(over, 10)) - ago)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
