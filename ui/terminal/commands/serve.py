"""``advisor serve``: the web chat on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ui.terminal.options import json_option, with_settings

if TYPE_CHECKING:
    from corpus.settings import Settings


@click.command()
@click.option("--host", metavar="ADDRESS", help="Address to listen on (default 127.0.0.1: this machine only).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on (default 7860; 0 takes a free one).")
@click.option("--open/--no-open", "open_browser", default=False, help="Open the page in a browser.")
@json_option
@with_settings("host", "port")
def serve(*, open_browser: bool, as_json: bool, settings: Settings) -> None:
    """Serve the web chat. Stop it with Ctrl-C."""
    from ui.terminal.progress import ProgressBar
    from ui.terminal.streams import emit_json
    from ui.web.serve import serve as serve_web

    def ready(url: str) -> None:
        if as_json:
            emit_json({"url": url})
        else:
            click.echo(f"Serving on {url} (Ctrl-C stops it)")
        if open_browser:
            click.launch(url)

    with ProgressBar() as progress:
        serve_web(settings, progress=progress, on_ready=ready)
