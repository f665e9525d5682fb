"""``advisor show ID``: what the catalogue holds under an id, independent of any question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings


@click.command()
@click.argument("ids", nargs=-1, metavar="ID…")
@click.option("--list", "listing", is_flag=True, help="Print every id with its title.")
@json_option
@with_settings()
def show(ids: tuple[str, ...], *, listing: bool, as_json: bool, settings: Settings) -> int:
    """Show a record, one field of it (record#field), or a section of guidance (document#section).

    ID `-` reads ids from standard input, one a line.
    """
    from corpus.errors import UnknownIdError
    from corpus.stewardship import public_catalogue
    from ui.terminal.entries import entry_of, list_entries
    from ui.terminal.render_entry import entry_text
    from ui.terminal.streams import emit_json, one_line

    if not ids and not listing:
        raise click.UsageError("Name an id, or use --list.")
    catalogue = public_catalogue(settings)
    code = 0
    for entry in list_entries(catalogue) if listing else ():
        emit_json(entry) if as_json else click.echo(entry_text(entry))
    for wanted in _wanted(ids):
        try:
            entry = entry_of(catalogue, wanted)
        except UnknownIdError as error:
            # the ids after it are shown all the same
            click.echo(f"advisor: {one_line(str(error))}", err=True)
            code = error.exit_code
            continue
        emit_json(entry) if as_json else click.echo(entry_text(entry))
    return code


def _wanted(ids: tuple[str, ...]) -> Iterator[str]:
    from ui.terminal.streams import input_lines, sound_text

    for given in ids:
        for line in input_lines() if given == "-" else (given,):
            if text := sound_text(line).strip():
                yield text
