"""``advisor pathway ID``: where a credential leads, in words and as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from advisor.contract import PathwayPart
    from corpus.settings import Settings

__all__ = ["pathway"]


@click.command()
@click.argument("record", metavar="ID")
@click.option("--svg", metavar="FILE", help="Write the picture to FILE; `-` prints it.")
@click.option("--mermaid", is_flag=True, help="Print the picture as Mermaid text.")
@json_option
@with_settings()
def pathway(*, record: str, svg: str | None, mermaid: bool, as_json: bool, settings: Settings) -> None:
    """Show what a credential counts toward, or what leads to it, each step cited.

    ID is a record's id, as `advisor show --list` prints it. A picture that is printed comes alone.
    """
    from advisor.compose.pathway import pathways_of
    from advisor.compose.pathway_part import pathway_part
    from advisor.contract import PathwayPart
    from advisor.engine import Advisor
    from advisor.understand.understanding import Request
    from ui.terminal.progress import ProgressBar
    from ui.terminal.render import show_answer
    from ui.terminal.streams import emit_json

    if mermaid + as_json + (svg == "-") > 1:
        raise click.UsageError("Only one of --json, --mermaid and `--svg -` can be printed at once.")
    with ProgressBar() as progress:
        advisor = Advisor.open(settings, progress=progress)
    found = advisor.catalogue.record(record)
    answer = advisor.answer_request(Request(intent="pathway", text="", records=(found.id,)), said=f"pathway {found.id}")
    drawn = next((part for part in answer.parts if isinstance(part, PathwayPart)), None)
    # without a way on or a way in, the picture is the credential alone
    _draw(drawn or pathway_part(pathways_of(advisor.catalogue), found.id), title=found.title, svg=svg, mermaid=mermaid)
    if as_json:
        emit_json(answer.model_dump_json())
    elif not mermaid and svg != "-":
        show_answer(answer)


def _draw(part: PathwayPart, *, title: str, svg: str | None, mermaid: bool) -> None:
    from ui.pathway.mermaid import to_mermaid
    from ui.pathway.svg import to_svg

    if mermaid:
        click.echo(to_mermaid(part))
    if svg == "-":
        click.echo(to_svg(part, title=title))
    elif svg is not None:
        _write(Path(svg), to_svg(part, title=title))
        click.echo(f"Written: {svg}", err=True)


def _write(path: Path, text: str) -> None:
    from corpus.errors import StorageError

    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written: {error.strerror or error}.", hint="Name a file in a folder that you can write to."
        ) from error
