"""``advisor bench``: how long things take on this machine, and how much they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings


@click.command()
@click.option("--quick", is_flag=True, help="Start no other process: no cold command, no server.")
@click.option("--web", is_flag=True, help="Measure the web server alone: first words, page weight, fifty people at once.")
@json_option
@with_settings()
def bench(*, quick: bool, web: bool, as_json: bool, settings: Settings) -> None:
    """Measure once how long an answer, a cold start and an index take here. Times vary; ratios vary less."""
    from evals.bench import bench_table, run_bench
    from ui.terminal.progress import ProgressBar
    from ui.terminal.streams import emit_json

    with ProgressBar() as progress:
        report = run_bench(settings, processes=not quick, web=web, progress=progress)
    if as_json:
        emit_json(report.model_dump_json())
    else:
        click.echo(bench_table(report))
