"""A comparison as text: side by side where there is room, else one block a row."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from ui.terminal.style import Style

__all__ = ["table_text"]

_LABEL = 16
_NARROWEST_COLUMN = 20
_GAP = "  "

Row = tuple[str, bool, Sequence[str]]


def table_text(columns: Sequence[str], rows: Sequence[Row], style: Style) -> str:
    """Lay out a comparison.

    :param columns: what is compared.
    :param rows: (label, whether the cells differ, one cell for each column).
    """
    room = (style.width - _LABEL) // max(len(columns), 1) - len(_GAP)
    if room < _NARROWEST_COLUMN:
        return _blocks(columns, rows, style)
    lines = _beside("", columns, room)
    lines.append("-" * min(style.width, _LABEL + len(columns) * (room + len(_GAP))))
    for label, _differs, cells in rows:
        lines += _beside(label, cells, room)
    return "\n".join(lines)


def _beside(label: str, cells: Sequence[str], room: int) -> list[str]:
    wrapped = [textwrap.wrap(label, _LABEL), *(textwrap.wrap(cell, room, break_on_hyphens=False) for cell in cells)]
    widths = [_LABEL, *([room] * len(cells))]
    return [
        _GAP.join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*wrapped, fillvalue="")
    ]


def _blocks(columns: Sequence[str], rows: Sequence[Row], style: Style) -> str:
    blocks = []
    for label, _differs, cells in rows:
        lines = [style.strong(label)]
        lines += [style.wrap(f"{name}: {cell}", first="  ", rest="    ") for name, cell in zip(columns, cells, strict=True)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
