"""``advisor chat``: a conversation, typed by a person or piped by a program."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings

__all__ = ["NEW", "chat", "read_messages"]

#: the line that starts a new conversation
NEW = "/new"
_WELCOME = f"Ask about micro-credentials. {NEW} starts over, /quit or Ctrl-D leaves."


@click.command()
@json_option
@with_settings()
def chat(*, as_json: bool, settings: Settings) -> None:
    """Hold a conversation: one message a line on standard input, one answer each.

    A line that is a JSON string is a message with line breaks. /new starts a new conversation.
    """
    from advisor.converse.conversation import Conversation
    from advisor.engine import Advisor
    from ui.terminal.progress import ProgressBar
    from ui.terminal.render import show_answer
    from ui.terminal.streams import emit_json, input_lines

    with ProgressBar() as progress:
        advisor = Advisor.open(settings, progress=progress)
    personal = sys.stdin.isatty() and not as_json
    if personal:
        click.echo(_WELCOME, err=True)
    conversation: Conversation | None = None
    for message in read_messages(_typed_lines() if personal else input_lines()):
        if message is None:
            conversation = None
            continue
        answer, conversation = advisor.answer(message, conversation)
        if as_json:
            emit_json(answer.model_dump_json())
        else:
            show_answer(answer)
            click.echo()


def read_messages(lines: Iterable[str]) -> Iterator[str | None]:
    """Messages of a piped conversation; ``None`` stands for "start a new one".

    >>> list(read_messages(['hi', '', '/new', r'"two\\nlines"']))
    ['hi', None, 'two\\nlines']
    """
    from ui.terminal.streams import sound_text

    for line in lines:
        text = line.strip()
        if text == NEW:
            yield None
        elif text:
            yield sound_text(_decoded(text))


def _decoded(text: str) -> str:
    """What a JSON string says; any other text as it is, also when it merely starts with a quotation mark."""
    if text.startswith('"'):
        try:
            said = json.loads(text)
        except ValueError:
            return text
        if isinstance(said, str):
            return said
    return text


def _typed_lines() -> Iterator[str]:
    """Lines that a person types at a prompt, with the arrow keys working where the system has readline."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - importing it is what makes input() edit lines
    while True:
        try:
            line = input("> ")
        except EOFError:
            click.echo(err=True)
            return
        if line.strip() in {"/quit", "/exit"}:
            return
        yield line
