"""``advisor compare ID ID…``: offerings side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings

__all__ = ["compare"]

_FEWEST, _MOST = 2, 5


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID…")
@json_option
@with_settings()
def compare(*, ids: tuple[str, ...], as_json: bool, settings: Settings) -> None:
    """Set two to five offerings side by side, what differs first; each cell is cited or said to be not stated."""
    from advisor.engine import Advisor
    from advisor.understand.understanding import Request
    from ui.terminal.progress import ProgressBar
    from ui.terminal.render import show_answer
    from ui.terminal.streams import emit_json

    chosen = tuple(dict.fromkeys(ids))
    if not _FEWEST <= len(chosen) <= _MOST:
        raise click.UsageError("Name two to five different ids, as `advisor show --list` prints them.")
    with ProgressBar() as progress:
        advisor = Advisor.open(settings, progress=progress)
    records = tuple(advisor.catalogue.record(name).id for name in chosen)
    answer = advisor.answer_request(Request(intent="compare", text="", records=records), said=f"compare {' '.join(records)}")
    if as_json:
        emit_json(answer.model_dump_json())
    else:
        show_answer(answer)
