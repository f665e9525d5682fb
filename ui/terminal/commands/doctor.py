"""``advisor doctor``: check every part and tell the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings


@click.command()
@json_option
@with_settings("host", "port")
@click.option("--host", metavar="ADDRESS", help="Address whose port is checked.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to check.")
def doctor(*, as_json: bool, settings: Settings) -> int:
    """Check the model, the index, the catalogue, the ports and the folders. Changes nothing.

    The exit code is 1 if something is broken.
    """
    from ui.terminal.checks import MARKS, run_checks
    from ui.terminal.streams import emit_json, printable
    from ui.terminal.style import current_style

    checks = list(run_checks(settings))
    sound = all(check.state != "broken" for check in checks)
    if as_json:
        emit_json({"ok": sound, "checks": [check._asdict() for check in checks]})
        return 0 if sound else 1
    style = current_style()
    for check in checks:
        lead = f"{MARKS[check.state]} {check.name}: "
        click.echo(style.wrap(printable(f"{check.found} {check.advice}".strip()), first=lead, rest="         "))
    click.echo("Everything works." if sound else "Something is broken: see the lines marked with BROKEN.")
    return 0 if sound else 1
