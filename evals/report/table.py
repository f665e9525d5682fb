"""Figures and failures as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from evals.figure import Figure
from evals.result import Report

__all__ = ["COUNTED", "failure_lines", "figure_table", "value_text"]

#: figures that are numbers of things, not shares
COUNTED = frozenset({"find.shown"})


def value_text(figure: Figure, value: float | None) -> str:
    """A value of a figure for people: shares in per cent, differences with a sign.

    >>> value_text(Figure(name="pass.all", value=0.956, n=9), 0.956)
    '95.6 %'
    """
    if value is None:
        return "-"
    if figure.name in COUNTED:
        return f"{value:.2f}"
    if figure.name.endswith("difference"):
        return f"{value * 100:+.1f} points"
    return f"{value * 100:.1f} %"


def figure_table(figures: Sequence[Figure]) -> str:
    """Figures as an aligned table: name, value, n, 95 % interval."""
    rows = [("figure", "value", "n", "95 % interval")]
    for figure in figures:
        interval = "-" if figure.low is None else f"{value_text(figure, figure.low)} to {value_text(figure, figure.high)}"
        rows.append((figure.name, value_text(figure, figure.value), str(figure.n), interval))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:>{widths[3]}}" for row in rows
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def failure_lines(report: Report, *, limit: int | None = None) -> str:
    """One block a failed case: its id, the last message, and each check that failed."""
    blocks = []
    for result in report.failed[:limit]:
        head = f"{result.case.id} ({result.case.kind}): {result.case.turns[-1]}"
        told = [result.error] if result.error else [str(failure) for failure in (*result.failures, *result.broken)]
        blocks.append("\n".join([head, *(f"    {line}" for line in told)]))
    if limit is not None and len(report.failed) > limit:
        blocks.append(f"... and {len(report.failed) - limit} more; the HTML report has all of them.")
    return "\n".join(blocks)
