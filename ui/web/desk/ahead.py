"""Drafting ahead: while messages of a queue wait, one thread drafts them, one after the other; then it ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence

from ui.web.logs import LOG

__all__ = ["Ahead"]

#: seconds between two drafts: a learner who asks meanwhile must not notice
PAUSE = 0.1


class Ahead:
    """Works off what waits. Safe to wake from any thread, as often as one likes.

    :param waiting: owner and id of everything that waits, in order.
    :param work: drafts one of them.
    """

    def __init__(self, waiting: Callable[[], Sequence[tuple[str, str]]], work: Callable[[str, str], object], *, pause: float = PAUSE) -> None:
        self._waiting = waiting
        self._work = work
        self._pause = pause
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._failed: set[str] = set()

    def wake(self) -> None:
        """Begin, where anything waits and nobody is at it."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="drafting-ahead", daemon=True)
                self._thread.start()

    def rest(self, seconds: float) -> bool:
        """Wait until nothing waits any more; whether that came in time."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return self._thread is None

    def _run(self) -> None:
        last = ""
        while True:
            with self._lock:
                found = self._next(last)
                if found is None:
                    self._thread = None
                    return
            last, name = found
            try:
                self._work(last, name)
            except Exception:  # noqa: BLE001 - one message that cannot be drafted must not stop the queue; opening it tells why
                LOG.exception("a draft could not be made ahead")
                self._failed.add(name)
            time.sleep(self._pause)

    def _next(self, last: str) -> tuple[str, str] | None:
        """The first that waits of the next person in turn, so that nobody's long queue keeps the others waiting."""
        try:
            left = [(owner, name) for owner, name in self._waiting() if name not in self._failed]
        except Exception:  # noqa: BLE001 - a store that cannot be read now will be read when somebody opens the desk
            LOG.exception("the queue could not be read")
            return None
        return min(left, key=lambda item: item[0] <= last) if left else None
