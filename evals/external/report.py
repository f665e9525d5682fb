"""The result of an external set: one row for each domain and way of searching."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from evals.figure import Figure

__all__ = ["ExternalReport", "ExternalRow", "external_json", "external_table"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExternalRow(_Model):
    """How well one way of searching does in one domain."""

    domain: str
    queries: str = Field(description="what was searched for: last turn, joined, all joined, conversation, rewrite, …")
    search: str = Field(description="dense, bm25 or weighted sum")
    ndcg: Figure = Field(description="nDCG@5")
    recall: Figure = Field(description="R@5")
    best_plain: str = Field(description="which plain way has the best weighted sum here: last turn, joined, all joined")
    gain: Figure = Field(description="nDCG@5 minus that of the last turn's weighted sum, paired by query")
    gain_over_best: Figure = Field(description="nDCG@5 minus that of the best plain weighted sum, paired by query")


class ExternalReport(_Model):
    """All rows of one set, and how well answerable turns are told from others."""

    name: str
    rows: tuple[ExternalRow, ...]
    answerability: tuple[Figure, ...] = ()


def external_json(report: ExternalReport) -> dict[str, Any]:
    """The report for scripts: domain -> queries -> search -> ``ndcg@5``, ``r@5``, ``n`` and their intervals."""
    domains: dict[str, Any] = {}
    for row in report.rows:
        entry: dict[str, Any] = {
            "ndcg@5": row.ndcg.value,
            "r@5": row.recall.value,
            "n": row.ndcg.n,
            "ndcg@5_interval": [row.ndcg.low, row.ndcg.high],
            "r@5_interval": [row.recall.low, row.recall.high],
            "gain_over_weighted_sum": _gain_json(row.gain),
            "gain_over_best_weighted_sum": {**_gain_json(row.gain_over_best), "of": _key(row.best_plain)},
        }
        domains.setdefault(row.domain, {}).setdefault(_key(row.queries), {})[_key(row.search)] = entry
    return {"set": report.name, "domains": domains, "answerability": [item.model_dump() for item in report.answerability]}


def _gain_json(figure: Figure) -> dict[str, Any]:
    return {"ndcg@5": figure.value, "interval": [figure.low, figure.high]}


def _key(words: str) -> str:
    return words.replace(" ", "_")


def external_table(report: ExternalReport) -> str:
    """The report for people, as an aligned table."""
    rows = [("domain", "searched for", "search", "n", "nDCG@5", "95 % interval", "R@5", "gain over last turn's sum", "over the best plain sum")]
    rows += [
        (
            row.domain, row.queries, row.search, str(row.ndcg.n), _three(row.ndcg.value),
            f"{_three(row.ndcg.low)} to {_three(row.ndcg.high)}", _three(row.recall.value), _gain(row.gain),
            _gain(row.gain_over_best),
        )
        for row in report.rows
    ]  # fmt: skip
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    for figure in report.answerability:
        lines.append(f"{figure.name}: {_three(figure.value)} ({_three(figure.low)} to {_three(figure.high)}), n {figure.n}")
    return "\n".join(lines)


def _three(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _gain(figure: Figure) -> str:
    if figure.value is None:
        return ""
    return f"{figure.value:+.3f} ({figure.low or 0:+.3f} to {figure.high or 0:+.3f})"
