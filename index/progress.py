"""How long work reports that it is getting on."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Progress", "quiet"]


class Progress(Protocol):
    """Called as ``progress(stage, done, total)``; ``total`` is 0 while it is not known."""

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        """Take note that ``done`` of ``total`` steps of ``stage`` are behind us."""


def quiet(_stage: str, _done: int, _total: int, /) -> None:
    """Report nothing."""
