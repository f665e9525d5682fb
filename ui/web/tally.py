"""Counts of what learners could not be told, for whoever mends the catalogue: record, field and reason, nothing of the words.

Off unless somebody may sign in at the desk, where the counts are shown.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

from advisor.contract import Answer
from corpus.catalogue import Catalogue
from corpus.fields import FIELDS
from corpus.settings import Settings
from ui.web.logs import LOG

if TYPE_CHECKING:
    from ui.web.desk.store.database import Database

__all__ = ["Tally"]


class Tally:
    """Counts into the desk's file, where there is one with people in it. Safe to share between threads."""

    def __init__(self, settings: Settings) -> None:
        self._home = settings.home
        self._lock = threading.Lock()
        self._database: Database | None = None

    async def note(self, answer: Answer, catalogue: Catalogue) -> None:
        """Count what an answer could not state. Never fails: an answer is worth more than a count."""
        if answer.status != "answered" or answer.unconfirmed:
            await run_in_threadpool(self._note, answer, catalogue)

    def _note(self, answer: Answer, catalogue: Catalogue) -> None:
        try:
            from ui.web.desk.store.counts import count_gaps, gaps_of_answer
            from ui.web.desk.store.people import People

            # only names that the catalogue has: whatever else an answer may hold could be somebody's words
            found = [gap for gap in gaps_of_answer(answer) if (gap.record in catalogue.records and gap.field in FIELDS) or not (gap.record or gap.field)]
            database = self._opened() if found else None
            if database is not None and People(database).names():
                count_gaps(database, found)
        except Exception:  # noqa: BLE001
            LOG.exception("what could not be answered was not counted")

    def _opened(self) -> Database | None:
        from ui.web.desk.store.database import FILE, Database

        with self._lock:
            if self._database is None and (self._home / FILE).is_file():
                self._database = Database(self._home)
            return self._database
