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
    from advisor.find.passages import INDEX_NAME, catalogue_passages
    from corpus.load import load_catalogue
    from index.build import build_index, index_state
    from ui.terminal.progress import ProgressBar
    from ui.terminal.streams import emit_json

    passages = catalogue_passages(load_catalogue(settings.catalogues))
    facts: dict[str, object] = {"passages": len(passages), "folder": str(settings.index_dir)}
    if check:
        state = index_state(INDEX_NAME, passages, settings=settings)
        facts = {"state": state, **facts}
        said = f"The index is {state}." + ("" if state == "fresh" else " Run `advisor index` to build it.")
    else:
        with ProgressBar() as progress:
            report = build_index(INDEX_NAME, passages, settings=settings, progress=progress)
        facts = {"state": "fresh", **facts, **report._asdict()}
        said = (
            f"The index is fresh: {len(passages)} passages, {report.added} added, {report.changed} changed, "
            f"{report.removed} removed, in {report.seconds:.1f} s."
        )
    if as_json:
        emit_json(facts)
    else:
        click.echo(said)
    return 0 if facts["state"] == "fresh" else 1
