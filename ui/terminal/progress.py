"""Progress of long work, on standard error: a bar for people, one line a stage for logs."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Self

import click

__all__ = ["ProgressBar"]

_CELLS = 24


class ProgressBar:
    """Called as ``bar(stage, done, total)``; use it as a context so that its line is cleared at the end.

    Nothing is drawn until the first call, so work that turns out to be done already stays silent.
    """

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._stage = ""
        self._shown = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._live and self._shown:
            click.echo("\r" + " " * len(self._shown) + "\r", nl=False, err=True)

    def __call__(self, stage: str, done: int, total: int, /) -> None:
        """Show that ``done`` of ``total`` steps of ``stage`` are behind us; ``total`` 0 is "not known"."""
        if not self._live:
            if stage != self._stage:
                click.echo(f"{stage} ({total}) …" if total > 1 else f"{stage} …", err=True)
        else:
            self._draw(_line(stage, done, total))
        self._stage = stage

    def _draw(self, line: str) -> None:
        line = line[: shutil.get_terminal_size().columns - 1]
        if line != self._shown:
            click.echo("\r" + line.ljust(len(self._shown)), nl=False, err=True)
            self._shown = line


def _line(stage: str, done: int, total: int) -> str:
    if not total:
        return f"{stage} …"
    full = _CELLS * min(done, total) // total
    return f"{stage} [{'#' * full}{'.' * (_CELLS - full)}] {100 * min(done, total) // total:3d} %"
