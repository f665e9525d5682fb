"""Options that every command shares: ``--json``, ``--catalogue`` and ``--home``."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

__all__ = ["json_option", "with_settings"]

Command = Callable[..., Any]

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


def with_settings(*names: str) -> Callable[[Command], Command]:
    """Give a command its resolved ``settings``; options called ``names`` override the settings of the same name.

    :raises SettingsError: from the command, when a setting cannot be used.
    """

    def decorate(command: Command) -> Command:
        @click.option("--catalogue", metavar="NAMES", help="Catalogues to use: bc, demo or paths, separated by commas.")
        @click.option("--home", metavar="FOLDER", help="Folder for everything that is written.")
        @functools.wraps(command)
        def with_resolved(*arguments: Any, catalogue: str | None, home: str | None, **options: Any) -> Any:
            from corpus.settings import resolve_settings

            own = {name: options.pop(name) for name in names}
            settings = resolve_settings(catalogue=catalogue, home=home, **own)
            return command(*arguments, settings=settings, **options)

        return with_resolved

    return decorate
