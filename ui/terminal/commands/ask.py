"""``advisor ask QUESTION``: one question, one cited answer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings


@click.command()
@click.argument("question", nargs=-1, required=True)
@json_option
@with_settings()
def ask(question: tuple[str, ...], *, as_json: bool, settings: Settings) -> None:
    """Ask a question and get a cited answer. QUESTION `-` reads it from standard input."""
    from advisor.engine import Advisor
    from ui.terminal.progress import ProgressBar
    from ui.terminal.render import show_answer
    from ui.terminal.streams import emit_json, sound_text

    message = sys.stdin.read() if question == ("-",) else " ".join(question)
    with ProgressBar() as progress:
        advisor = Advisor.open(settings, progress=progress)
    answer, _ = advisor.answer(sound_text(message))
    if as_json:
        emit_json(answer.model_dump_json())
    else:
        show_answer(answer)
