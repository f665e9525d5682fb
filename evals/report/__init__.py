"""Reports of a run: a table for the terminal, JSON for scripts, one HTML file for people."""

from __future__ import annotations

import json
from pathlib import Path

from evals.report.page import html_page
from evals.report.table import failure_lines, figure_table
from evals.result import Report
from index.files import write_atomically

__all__ = ["failure_lines", "figure_table", "html_page", "report_json", "write_report"]


def report_json(report: Report, *, answers: bool = True) -> str:
    """The report as JSON text. ``answers`` False keeps the figures and what failed, not the answers in full."""
    data = report.model_dump(mode="json")
    for row, result in zip(data["results"], report.results, strict=True):
        row["passed"] = result.passed
        if not answers:
            row.pop("answer")
    return json.dumps(data, ensure_ascii=False, indent=1)


def write_report(report: Report, folder: Path) -> tuple[Path, Path]:
    """Write ``report.json`` and ``report.html`` into a folder, and give their paths.

    :raises StorageError: the folder cannot be written.
    """
    data, page = folder / "report.json", folder / "report.html"
    write_atomically(data, report_json(report).encode())
    write_atomically(page, html_page(report).encode())
    return data, page
