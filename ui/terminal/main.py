"""The way in: the group of commands and the one place where errors become words and exit codes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

import click

from corpus.errors import AdvisorError, CatalogueError
from ui.terminal.commands.approved import approved
from ui.terminal.commands.ask import ask
from ui.terminal.commands.bench import bench
from ui.terminal.commands.chat import chat
from ui.terminal.commands.compare import compare
from ui.terminal.commands.desk import desk
from ui.terminal.commands.doctor import doctor
from ui.terminal.commands.draft import draft
from ui.terminal.commands.eval import evaluate
from ui.terminal.commands.index import index
from ui.terminal.commands.paths import paths
from ui.terminal.commands.pathway import pathway
from ui.terminal.commands.serve import serve
from ui.terminal.commands.show import show
from ui.terminal.commands.withdraw import restore, withdraw
from ui.terminal.streams import one_line, set_up_streams

__all__ = ["cli", "main", "run"]

DEBUG_VARIABLE = "ADVISOR_DEBUG"


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 a fault (one line says what to do), 2 wrong usage.",
)
@click.version_option(package_name="micro-credential-advisor", prog_name="advisor")
def cli() -> None:
    """Cited answers about micro-credentials in British Columbia, offline and without a key."""


for command in (ask, chat, draft, approved, desk, show, pathway, compare, index, serve, withdraw, restore, evaluate, bench, paths, doctor):
    cli.add_command(command)


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 a fault, 2 wrong usage, 130 interrupted."""
    set_up_streams()
    try:
        # not cli.main(): it has its own ideas about interruptions and closed pipes
        with cli.make_context("advisor", list(arguments)) as context:
            result = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:  # --help and --version
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.UsageError as error:
        return _usage(error)
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        _discard_output()
        return 0
    except AdvisorError as error:
        return _fault(error)
    except Exception as error:  # noqa: BLE001 - the last net: people never meet a bare traceback
        return _surprise(error)
    return result if isinstance(result, int) else 0


def _usage(error: click.UsageError) -> int:
    where = error.ctx.command_path if error.ctx else "advisor"
    _complain(f"{one_line(error.format_message())} Run `{where} --help` to see how it is used.")
    return 2


def _fault(error: AdvisorError) -> int:
    """One line, except that a catalogue's faults are listed, one a line."""
    _complain(str(error) if isinstance(error, CatalogueError) else one_line(str(error)))
    _trace(error)
    return error.exit_code


def _surprise(error: Exception) -> int:
    what = one_line(f"{type(error).__name__}: {error}").rstrip(": .")
    _complain(f"Something went wrong that was not foreseen ({what}). Set {DEBUG_VARIABLE}=1 to see where, and report it.")
    _trace(error)
    return 1


def _complain(text: str) -> None:
    click.echo(f"advisor: {text}", err=True)


def _trace(error: Exception) -> None:
    if os.environ.get(DEBUG_VARIABLE):
        click.echo("".join(traceback.format_exception(error)), err=True)


def _discard_output() -> None:
    """Whoever read our output has gone: keep Python from complaining when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
