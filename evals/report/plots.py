"""Small drawings as inline SVG: no script, no font, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from evals.figure import Figure
from evals.report.table import value_text

__all__ = ["interval_plot", "matrix_plot"]

_LABEL = 210
_AXIS = 380
_ROW = 22


def interval_plot(figures: Sequence[Figure], *, title: str) -> str:
    """Each share as a dot with its interval on an axis from 0 to 100 %."""
    rows = [figure for figure in figures if figure.value is not None]
    height = _ROW * len(rows) + 34
    parts = [
        f'<svg class="plot" viewBox="0 0 {_LABEL + _AXIS + 130} {height}" role="img" aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title>",
    ]
    for share in (0, 0.25, 0.5, 0.75, 1):
        place = _place(share)
        parts.append(f'<line class="grid" x1="{place}" x2="{place}" y1="6" y2="{height - 24}"/>')
        parts.append(f'<text class="tick" x="{place}" y="{height - 8}">{share:.0%}</text>')
    for row, figure in enumerate(rows):
        parts.append(_interval(figure, 18 + _ROW * row))
    return "".join([*parts, "</svg>"])


def _interval(figure: Figure, y: int) -> str:
    value, low, high = figure.value or 0.0, figure.low or 0.0, figure.high or 0.0
    told = f"{value_text(figure, figure.value)} (n {figure.n})"
    return (
        f'<text class="name" x="{_LABEL - 10}" y="{y + 4}">{escape(figure.name)}</text>'
        f'<line class="bar" x1="{_place(low)}" x2="{_place(high)}" y1="{y}" y2="{y}"/>'
        f'<circle class="dot" cx="{_place(value)}" cy="{y}" r="4.5"/>'
        f'<text class="told" x="{_LABEL + _AXIS + 12}" y="{y + 4}">{escape(told)}</text>'
    )


def _place(share: float) -> float:
    return round(_LABEL + min(1.0, max(0.0, share)) * _AXIS, 1)


def matrix_plot(counts: Mapping[tuple[str, str], int], *, rows: Sequence[str], columns: Sequence[str], title: str) -> str:
    """A table of counts as shaded squares, what was expected down and what came across."""
    side, left, top = 62, 150, 92
    width, height = left + side * len(columns) + 70, top + 30 * len(rows) + 8
    parts = [
        f'<svg class="plot" style="max-width:{width}px" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title>",
    ]
    for place, column in enumerate(columns):
        x = left + side * place + side / 2
        parts.append(f'<text class="head" transform="translate({x} {top - 8}) rotate(-35)">{escape(column)}</text>')
    for place, row in enumerate(rows):
        y = top + 30 * place
        total = sum(counts.get((row, column), 0) for column in columns) or 1
        parts.append(f'<text class="name" x="{left - 10}" y="{y + 19}">{escape(row)}</text>')
        for across, column in enumerate(columns):
            number = counts.get((row, column), 0)
            x = left + side * across
            parts.append(f'<rect class="cell{" right" if row == column else ""}" style="fill-opacity:{0.08 + 0.52 * number / total:.2f}" x="{x}" y="{y}" width="{side - 3}" height="27"/>')
            if number:
                parts.append(f'<text class="count" x="{x + side / 2 - 1}" y="{y + 18}">{number}</text>')
    return "".join([*parts, "</svg>"])
