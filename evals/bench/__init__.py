"""Benchmarks: speed and size, measured in one run and never tested against a clock."""

from evals.bench.report import BenchReport, BenchRow, bench_table
from evals.bench.run import run_bench

__all__ = ["BenchReport", "BenchRow", "bench_table", "run_bench"]
