"""Embeddings of one answer: a text is embedded once, those announced while other work goes on, and none is kept afterwards."""

from __future__ import annotations

import threading
import weakref
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import AbstractContextManager
from contextvars import ContextVar

import numpy as np

from corpus.once import kept_in

__all__ = ["Begin", "Embedded"]

#: begins with a text and, when it is done, calls with its vector, or with None and what went wrong
Begin = Callable[[str, Callable[[np.ndarray | None, str], None]], None]

#: seconds that the end of the program waits for a text that is being embedded
_AT_END = 5.0


class _Text(Future[np.ndarray]):
    """A text whose vector is wanted."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


#: what was embedded for the answer that this thread is at
_HELD: ContextVar[dict[str, _Text] | None] = ContextVar("embedded", default=None)


class Embedded:
    """Embeds texts through ``encode``, remembering them for as long as :meth:`remembering` lasts. Safe to share between threads."""

    def __init__(self, encode: Callable[[str], np.ndarray], *, begin: Begin | None = None) -> None:
        """An embedder of texts.

        :param begin: embeds a text while the caller goes on; without it none is begun early.
        """
        self._encode = encode
        self._lane = None if begin is None else _Lane(begin)

    def remembering(self) -> AbstractContextManager[None]:
        """What is embedded inside is remembered until the end; inside another of these, until the end of that one."""
        return kept_in(_HELD)

    def announce(self, *texts: str) -> None:
        """Begin with texts that will be asked for, so that the caller can do something else meanwhile."""
        held = _HELD.get()
        if held is None or self._lane is None:
            return
        for text in texts:
            if (key := _same(text)) not in held:
                held[key] = _Text(text)
                self._lane.add(held[key])

    def vector(self, text: str) -> np.ndarray:
        """The text's vector, which cannot be written to."""
        held = _HELD.get()
        if held is None:
            return _frozen(self._encode(text))
        key = _same(text)
        known = held.get(key)
        if known is None:
            known = held[key] = _Text(text)
            self._embed(known)
        elif not known.done() and self._lane is not None:
            if self._lane.take(known):  # one that still waits behind others is done here instead
                self._embed(known)
            else:
                self._embed_waiting(known, held)
        return known.result()

    def _embed_waiting(self, wanted: _Text, held: dict[str, _Text]) -> None:
        """Use the time until a text is done for those announced after it."""
        for other in reversed(list(held.values())):
            if wanted.done():
                return
            if self._lane is not None and self._lane.take(other):
                self._embed(other)

    def _embed(self, wanted: _Text) -> None:
        try:
            wanted.set_result(_frozen(self._encode(wanted.text)))
        except BaseException as error:
            wanted.set_exception(error)
            raise


class _Lane:
    """Texts that are embedded one after the other beside everything else."""

    def __init__(self, begin: Begin) -> None:
        self._begin = begin
        self._lock = threading.Lock()
        self._waiting: deque[_Text] = deque()
        self._running: list[_Text] = []
        # the interpreter must not end under a model that still has something to hand over
        weakref.finalize(self, _finish, self._waiting, self._running)

    def add(self, wanted: _Text) -> None:
        """Begin with a text as soon as those before it are done."""
        with self._lock:
            self._waiting.append(wanted)
        self._go_on()

    def take(self, wanted: _Text) -> bool:
        """Take a text out, for the caller to embed; False where it is begun or is not here."""
        with self._lock:
            if wanted not in self._waiting:
                return False
            self._waiting.remove(wanted)
            return True

    def _go_on(self) -> None:
        with self._lock:
            if self._running or not self._waiting:
                return
            wanted = self._waiting.popleft()
            self._running.append(wanted)
        try:
            self._begin(wanted.text, lambda vector, error: self._done(wanted, vector, error))
        except BaseException as error:
            self._done(wanted, None, str(error))
            raise

    def _done(self, wanted: _Text, vector: np.ndarray | None, error: str) -> None:
        with self._lock:
            self._running.remove(wanted)
        if vector is None:
            wanted.set_exception(RuntimeError(error))
        else:
            wanted.set_result(_frozen(vector))
        self._go_on()


def _finish(waiting: deque[_Text], running: list[_Text]) -> None:
    waiting.clear()
    wait(list(running), timeout=_AT_END)


def _frozen(vector: np.ndarray) -> np.ndarray:
    vector.flags.writeable = False
    return vector


def _same(text: str) -> str:
    """What texts have in common that the model cannot tell apart: it reads neither case nor the width of blanks."""
    return " ".join(text.lower().split()) if text.isascii() and text.isprintable() else text
