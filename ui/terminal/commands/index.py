"""``advisor index``: build the search index, or say what state it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings


@click.command()
@click.option("--check", is_flag=True, help="Build nothing; say whether the index is fresh (exit code 1 if it is not).")
@json_option
@with_settings()
def index(*, check: bool, as_json: bool, settings: Settings) -> int:
    """Build the search index of the catalogues and the guidance. Only what changed is embedded anew."""
    from advisor.find.opening import catalogue_index_state, index_name, update_catalogue_index
    from corpus.stewardship import public_catalogue
    from ui.terminal.progress import ProgressBar
    from ui.terminal.streams import emit_json

    catalogue = public_catalogue(settings)
    facts: dict[str, object] = {"folder": str(settings.index_dir / index_name(settings))}
    if check:
        state = catalogue_index_state(catalogue, settings)
        facts["state"] = state
        said = f"The index is {state}." + ("" if state == "fresh" else " Run `advisor index` to build it.")
    else:
        with ProgressBar() as progress:
            report = update_catalogue_index(catalogue, settings, progress=progress)
        facts.update(state="fresh", **report._asdict())
        said = (
            f"The index is fresh: {report.added + report.changed + report.unchanged} passages, {report.added} added, "
            f"{report.changed} changed, {report.removed} removed, in {report.seconds:.1f} s."
        )
    if as_json:
        emit_json(facts)
    else:
        click.echo(said)
    return 0 if facts["state"] == "fresh" else 1
