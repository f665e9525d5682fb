"""``advisor eval``: measure the answers against question sets, the project's own or anybody's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings

__all__ = ["evaluate"]

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class _SetsByDefault(click.Group):
    """A group that measures question sets when no other of its commands is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in {*self.commands, *self.get_help_option_names(ctx)}:
            args = ["sets", *args]
        return super().parse_args(ctx, args)


@click.group("eval", cls=_SetsByDefault)
def evaluate() -> None:
    """Measure the answers. Without another command: `advisor eval [FILE…]` asks question sets (see `sets --help`)."""


@evaluate.command()
@click.argument("files", nargs=-1, type=_FILE, metavar="[FILE]…")
@click.option("--fail-under", "floors", type=_FILE, metavar="FILE", help="Exit with 1 when a figure is out of these bounds.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER", help="Where report.json and report.html go.")
@json_option
@with_settings()
def sets(files: tuple[Path, ...], *, floors: Path | None, out: Path | None, as_json: bool, settings: Settings) -> int:
    """Ask question sets (the project's own, or FILEs with one case a line) and print the figures."""
    from evals.floor import below_floor, read_floors
    from evals.report import failure_lines, figure_table, write_report
    from evals.run import default_sets, run_sets
    from ui.terminal.progress import ProgressBar
    from ui.terminal.streams import emit_json

    bounds = read_floors(floors) if floors else {}
    with ProgressBar() as progress:
        report = run_sets(files or default_sets(settings), settings, progress=progress)
    written = write_report(report, out or settings.home / "reports")
    complaints = below_floor(report.figures, bounds)
    if as_json:
        facts = report.model_dump(mode="json", exclude={"results"})
        failed = [{"id": result.case.id, "kind": result.case.kind, "error": result.error} for result in report.failed]
        emit_json({**facts, "failed": failed, "below_floor": complaints, "written": [str(path) for path in written]})
    else:
        click.echo(figure_table(report.figures))
        click.echo(failure_lines(report))
        click.echo(f"Written: {', '.join(map(str, written))}", err=True)
    for complaint in complaints:
        click.echo(f"advisor: {complaint}", err=True)
    return 1 if complaints else 0


def _external(name: Literal["mtrag", "doc2dial"], title: str) -> click.Command:
    """The command for one public set."""

    @click.command(name, help=f"Measure retrieval on {title}, in its own format, through the search that learners use.")
    @click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
    @json_option
    @with_settings()
    def measure(folder: Path, *, as_json: bool, settings: Settings) -> None:
        from evals.external import external_json, external_table, run_external
        from ui.terminal.progress import ProgressBar
        from ui.terminal.streams import emit_json

        with ProgressBar() as progress:
            report = run_external(name, folder, settings, progress=progress)
        if as_json:
            emit_json(external_json(report))
        else:
            click.echo(external_table(report))

    return measure


evaluate.add_command(_external("mtrag", "MTRAG"))
evaluate.add_command(_external("doc2dial", "Doc2Dial"))


@evaluate.command()
@click.argument("files", nargs=-1, type=_FILE, metavar="[FILE]…")
@json_option
@with_settings()
def rename(files: tuple[Path, ...], *, as_json: bool, settings: Settings) -> None:
    """Ask the same questions of a copy of the catalogue in which every institution and title has another name."""
    from evals.rename import run_rename
    from evals.report import figure_table
    from evals.run import default_sets
    from ui.terminal.progress import ProgressBar
    from ui.terminal.streams import emit_json

    with ProgressBar() as progress:
        report = run_rename(files or default_sets(settings), settings, progress=progress)
    if as_json:
        emit_json(report.model_dump_json())
        return
    click.echo(figure_table(report.figures))
    for changed in report.changed:
        side = "with the real names only" if changed.passed_before else "with invented names only"
        click.echo(f"{changed.id} ({changed.kind}) passes {side}: {' / '.join(changed.turns)}")


@evaluate.command()
@click.argument("file", type=_FILE, required=False, metavar="[FILE]")
@click.option("--fit", is_flag=True, help="Write the weights fitted on these questions where the advisor reads them.")
@json_option
@with_settings()
def reading(file: Path | None, *, fit: bool, as_json: bool, settings: Settings) -> None:
    """Measure how often the piece of a record that answers a question is picked, on questions whose piece is known."""
    from advisor.find.opening import open_catalogue_index
    from corpus.stewardship import public_catalogue
    from evals.reading import default_questions, read_questions, run_reading, write_weights
    from evals.report import figure_table
    from ui.terminal.progress import ProgressBar
    from ui.terminal.streams import emit_json

    questions = read_questions(file or default_questions())
    catalogue = public_catalogue(settings)
    with ProgressBar() as progress:
        search = open_catalogue_index(catalogue, settings, progress=progress)
    report = run_reading(questions, catalogue, search)
    if fit:
        write_weights(report)
    if as_json:
        emit_json(report.model_dump_json())
    else:
        click.echo(figure_table(report.figures))


@evaluate.command()
@click.option("--fit", is_flag=True, help="Write the weights fitted on these messages where the advisor reads them.")
@json_option
@with_settings()
def distress(*, fit: bool, as_json: bool, settings: Settings) -> None:
    """Measure how well messages of people in distress are told from ordinary ones by their vectors alone."""
    from advisor.find.opening import open_catalogue_index
    from advisor.understand.distress_score import SURELY, WORRIED
    from corpus.stewardship import public_catalogue
    from evals.case import read_cases
    from evals.distress import run_distress, write_weights
    from evals.report import figure_table
    from evals.run import default_sets
    from ui.terminal.progress import ProgressBar
    from ui.terminal.streams import emit_json

    catalogue = public_catalogue(settings)
    with ProgressBar() as progress:
        search = open_catalogue_index(catalogue, settings, progress=progress)
    report = run_distress(list(read_cases(default_sets(settings))), search, thresholds=(WORRIED, SURELY))
    if fit:
        write_weights(report)
    if as_json:
        emit_json(report.model_dump_json(exclude={"weights"}))
    else:
        click.echo(figure_table(report.figures))


@evaluate.command()
@click.argument("file", type=_FILE, metavar="FILE")
@json_option
@with_settings()
def add(file: Path, *, as_json: bool, settings: Settings) -> None:
    """Make a case of feedback: FILE is JSON with the turns, the answer, and what was wrong or how it should read."""
    from evals.add import add_case, case_from_feedback, read_feedback
    from evals.case import case_line
    from ui.terminal.streams import emit_json

    case = case_from_feedback(read_feedback(file))
    path = add_case(case, settings.home)
    facts: dict[str, Any] = {"case": case_line(case), "file": str(path)}
    if as_json:
        emit_json(facts)
    else:
        click.echo(f"Case {case.id} is in {path}:\n{json.dumps(facts['case'], ensure_ascii=False, indent=1)}")
