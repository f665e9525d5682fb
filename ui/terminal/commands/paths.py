"""``advisor paths``: every setting, its value, where that came from, and every folder in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ui.terminal.options import json_option

if TYPE_CHECKING:
    from corpus.settings import Settings


@click.command()
@click.option("--catalogue", metavar="NAMES", help="Catalogues to use: bc, demo or paths, separated by commas.")
@click.option("--home", metavar="FOLDER", help="Folder for everything that is written.")
@json_option
def paths(*, catalogue: str | None, home: str | None, as_json: bool) -> None:
    """Print every setting with its value and where it came from, and every folder in use.

    A setting that cannot be used is reported after the list of what each one accepts.
    """
    from corpus.errors import SettingsError
    from corpus.settings import Settings, resolve_settings
    from ui.terminal.streams import emit_json

    broken: SettingsError | None = None
    try:
        settings = resolve_settings(catalogue=catalogue, home=home)
    except SettingsError as error:
        settings, broken = Settings(), error
    facts = {"settings": settings.resolved(), "folders": _folders(settings)}
    if as_json and broken is None:
        emit_json(facts)
    elif not as_json:
        _print(facts, defaults_only=broken is not None)
    if broken is not None:
        raise broken


def _folders(settings: Settings) -> dict[str, Any]:
    from corpus.load import GUIDANCE, SHIPPED

    return {
        "home": str(settings.home),
        "settings_file": str(settings.home / "settings.json"),
        "index": str(settings.index_dir),
        "models": str(settings.model_dir),
        "catalogues": {name: str(SHIPPED.get(name, name)) for name in settings.catalogues},
        "guidance": str(GUIDANCE),
    }


def _print(facts: dict[str, Any], *, defaults_only: bool) -> None:
    from ui.terminal.style import current_style

    style = current_style()
    click.echo(style.strong("Settings" + (" (defaults)" if defaults_only else "")))
    for row in facts["settings"]:
        value = row["value"] if row["value"] != "" else "(empty)"
        click.echo(style.wrap(f"{row['name']} = {value}  ({row['origin']})", first="  ", rest="      "))
        click.echo(style.soft(style.wrap(f"{row['variable']}, {row['accepts']}: {row['description']}", first="      ")))
    click.echo(style.strong("Folders"))
    for name, place in facts["folders"].items():
        for label, path in place.items() if isinstance(place, dict) else ((name, place),):
            click.echo(f"  {label if label == name else f'{name} {label}'}: {path}")
