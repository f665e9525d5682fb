"""``advisor desk``: who may sign in at the advisor's desk."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings
    from ui.web.desk.store.people import People

__all__ = ["desk"]


@click.group()
def desk() -> None:
    """The advisor's desk of the web pages: add and remove the people who may sign in."""


@desk.command("add-user")
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input instead of asking for it.")
@json_option
@with_settings()
def add_user(name: str, *, password_stdin: bool, as_json: bool, settings: Settings) -> None:
    """Let NAME sign in, or give NAME a new password (which signs all their browsers out)."""
    people = _people(settings)
    new = people.add(name, _password(from_stdin=password_stdin))
    _tell({"name": name, "new": new}, f"{name} can sign in at /desk." if new else f"{name} has a new password.", as_json=as_json)


@desk.command("remove-user")
@click.argument("name")
@json_option
@with_settings()
def remove_user(name: str, *, as_json: bool, settings: Settings) -> None:
    """Take NAME off the desk, with every draft of theirs."""
    from corpus.errors import UsageError

    if not _people(settings).remove(name):
        raise UsageError(f"Nobody called {name!r} may sign in.", hint="Run `advisor desk users`.")
    _tell({"name": name, "removed": True}, f"{name} is removed, with every draft of theirs.", as_json=as_json)


@desk.command()
@json_option
@with_settings()
def users(*, as_json: bool, settings: Settings) -> None:
    """List the people who may sign in."""
    for name in _people(settings).names():
        _tell({"name": name}, name, as_json=as_json)


def _people(settings: Settings) -> People:
    from ui.web.desk.store.database import Database
    from ui.web.desk.store.people import People

    return People(Database(settings.home))


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


def _tell(facts: dict[str, object], words: str, *, as_json: bool) -> None:
    from ui.terminal.streams import emit_json, printable

    if as_json:
        emit_json(facts)
    else:
        click.echo(printable(words))
