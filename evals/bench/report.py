"""What a benchmark run measured, with what it should stay under."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["BenchReport", "BenchRow", "bench_table"]


class BenchRow(BaseModel):
    """One measure of one run."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    value: float | None = Field(description="None where this system cannot tell")
    unit: str
    n: int = 1
    limit: float | None = Field(default=None, description="what it should be at most")

    @property
    def within(self) -> bool | None:
        """Whether it keeps its limit; None without a limit or a value."""
        return None if self.limit is None or self.value is None else self.value <= self.limit


class BenchReport(BaseModel):
    """One run on one machine. Single runs on a shared machine vary; ratios vary less than times."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    made: str
    machine: str
    catalogue: str
    rows: tuple[BenchRow, ...]

    def row(self, name: str) -> BenchRow | None:
        """One row by its name."""
        return next((row for row in self.rows if row.name == name), None)


def bench_table(report: BenchReport) -> str:
    """The run as an aligned table."""
    table = [("measure", "value", "n", "limit", "")]
    for row in report.rows:
        value = "not measured here" if row.value is None else f"{row.value:,.2f} {row.unit}".strip()
        limit = "" if row.limit is None else f"{row.limit:,g} {row.unit}".strip()
        table.append((row.name, value, str(row.n), limit, {True: "kept", False: "exceeded", None: ""}[row.within]))
    widths = [max(len(row[column]) for row in table) for column in range(5)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    return "\n".join([*lines, f"One run, {report.made}, catalogue {report.catalogue}, {report.machine}."])
