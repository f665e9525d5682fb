"""``advisor approved``: answers that reviewers approved, which win where one fits a question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from advisor.approved.contract import Entry
    from corpus.settings import Settings

__all__ = ["approved"]


@click.group()
def approved() -> None:
    """Answers that your reviewers approved: Markdown files in the home folder's `approved`."""


@approved.command("list")
@json_option
@with_settings()
def list_(*, as_json: bool, settings: Settings) -> None:
    """List every file with its state: approved, retired, faulty or waiting."""
    for entry in _entries(settings):
        _show(entry, as_json=as_json)


@approved.command()
@json_option
@with_settings()
def check(*, as_json: bool, settings: Settings) -> int:
    """Check every file: exit code 1 when one is not in use, with what is in its way."""
    code = 0
    for entry in _entries(settings):
        if entry.state != "approved":
            _show(entry, as_json=as_json)
            code = 1
    return code


@approved.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@json_option
@with_settings()
def add(file: Path, *, as_json: bool, settings: Settings) -> None:
    """Approve FILE: its claims must pass the gates, and what they rest on is noted, so that a change retires it.

    FILE begins with ---, question:, reviewer: (a role), reviewed: YYYY-MM-DD, perhaps phrasings: (a list), and ---; then
    sentences that each end with what they rest on, such as [record#field].
    """
    from advisor.approved.load import approve
    from corpus.stewardship import public_catalogue

    _show(approve(file, settings.home / "approved", public_catalogue(settings)), as_json=as_json)


def _entries(settings: Settings) -> tuple[Entry, ...]:
    from advisor.approved.load import load_approved
    from corpus.stewardship import public_catalogue

    return load_approved(settings.home / "approved", public_catalogue(settings)).entries


def _show(entry: Entry, *, as_json: bool) -> None:
    from ui.terminal.streams import emit_json, printable

    if as_json:
        emit_json(entry.model_dump_json())
        return
    about = f": {entry.answer.question} ({entry.answer.review})" if entry.answer else ""
    click.echo(printable(f"{entry.state:<8}  {entry.file}{about}"))
    for problem in entry.problems:
        click.echo(printable(f"          {problem}"))
