"""``advisor draft FILE``: a learner's message answered as a reply to check and send."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings

__all__ = ["draft"]

#: bytes of a message; what people write is far below
MOST_BYTES = 2_000_000


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--tone", type=click.Choice(["plain", "warm", "formal"]), default="plain", show_default=True, help="How the reply greets and closes.")
@click.option("--name", default="", help="Whom to greet.")
@json_option
@with_settings()
def draft(file: str, *, tone: str, name: str, as_json: bool, settings: Settings) -> None:
    """Draft a reply to the message in FILE (a paragraph or a whole e-mail; `-` reads standard input).

    Each question gets a paragraph, and a checklist to confirm before sending: the claim, the field, our record's words,
    the source and its date. What could not be confirmed, what was assumed and what to ask back stand below.
    """
    from advisor.draft.compose import draft_reply
    from advisor.engine import Advisor
    from ui.terminal.progress import ProgressBar
    from ui.terminal.render_draft import draft_text
    from ui.terminal.streams import emit_json
    from ui.terminal.style import current_style

    message = _read(file)
    with ProgressBar() as progress:
        advisor = Advisor.open(settings, progress=progress)
    made = draft_reply(advisor, message, tone=tone, name=name)  # type: ignore[arg-type]  # one of the choices above
    if as_json:
        emit_json(made.model_dump_json())
    else:
        click.echo(draft_text(made, current_style()))


def _read(file: str) -> str:
    """The message. An e-mail file is read by its parts, anything else as text."""
    from advisor.draft.mail import message_text
    from corpus.errors import UsageError
    from ui.terminal.streams import sound_text

    if file == "-":
        return sound_text(sys.stdin.read(MOST_BYTES))
    try:
        data = Path(file).read_bytes()[:MOST_BYTES]
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror or error}.", hint="Name a text file with the message, or - to type it.") from error
    return sound_text(message_text(data))
