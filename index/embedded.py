"""Embeddings of one answer: a text is embedded once, the first while other work goes on, and none is kept afterwards."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from contextvars import ContextVar

import numpy as np

from corpus.once import kept_in

__all__ = ["Embedded"]

#: what was embedded for the answer that this thread is at
_HELD: ContextVar[dict[str, Future[np.ndarray]] | None] = ContextVar("embedded", default=None)


#: seconds in which another thread can take the interpreter's lock, which a busy one keeps for milliseconds
_HAND_OVER = 0.00003


class Embedded:
    """Embeds texts through ``encode``, remembering them for as long as :meth:`remembering` lasts. Safe to share between threads."""

    def __init__(self, encode: Callable[[str], np.ndarray], *, threads: int = 2) -> None:
        """An embedder of texts.

        :param threads: how many texts that were announced are embedded at a time; with one thread none is begun early.
        """
        self._encode = encode
        self._beside = ThreadPoolExecutor(threads, thread_name_prefix="embedding") if threads > 1 else None

    def remembering(self) -> AbstractContextManager[None]:
        """What is embedded inside is remembered until the end; inside another of these, until the end of that one."""
        return kept_in(_HELD)

    def announce(self, *texts: str) -> None:
        """Begin with texts that will be asked for, so that the caller can do something else meanwhile."""
        held = _HELD.get()
        if held is None or self._beside is None:
            return
        new = {_same(text): text for text in reversed(texts) if _same(text) not in held}
        for key, text in reversed(new.items()):
            held[key] = self._beside.submit(self._frozen, text)
        if new:
            time.sleep(_HAND_OVER)

    def vector(self, text: str) -> np.ndarray:
        """The text's vector, which cannot be written to."""
        held = _HELD.get()
        if held is None:
            return self._frozen(text)
        key = _same(text)
        known = held.get(key)
        if known is None or known.cancel():  # one that still waits behind others is done here instead
            known = held[key] = Future()
            known.set_result(self._frozen(text))
        return known.result()

    def _frozen(self, text: str) -> np.ndarray:
        vector = self._encode(text)
        vector.flags.writeable = False
        return vector


def _same(text: str) -> str:
    """What texts have in common that the model cannot tell apart: it reads neither case nor the width of blanks."""
    return " ".join(text.lower().split()) if text.isascii() and text.isprintable() else text
