"""The desk's templates, words, script and style."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from corpus.settings import Settings
from ui.web.assets import Assets
from ui.web.colour import readable
from ui.web.words import page_words

__all__ = ["DeskPages", "desk_words"]

_HERE = Path(__file__).parent
_TYPES = {"desk.css": "text/css; charset=utf-8", "desk.js": "text/javascript; charset=utf-8", "home.js": "text/javascript; charset=utf-8"}


def desk_words(language: str = "en") -> Mapping[str, str]:
    """The words of the desk in one language; what it lacks is in English."""
    english: dict[str, str] = json.loads((_HERE / "words" / "en.json").read_text(encoding="utf-8"))
    path = _HERE / "words" / f"{language}.json"
    return {**english, **json.loads(path.read_text(encoding="utf-8"))} if path.name != "en.json" and path.is_file() else english


class DeskPages:
    """Fills the desk's pages."""

    def __init__(self, settings: Settings) -> None:
        self.words = desk_words(settings.language if settings.language.isalpha() else "en")
        self._files = {name: (_HERE / "static" / name).read_bytes() for name in _TYPES}
        version = hashlib.sha256(b"\0".join(self._files.values())).hexdigest()[:12]
        self._environment = Environment(loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self._environment.filters["day"] = _day
        self._environment.globals.update(
            settings=settings,
            words=self.words,
            site=page_words(settings.language),
            accent=readable(settings.accent),
            base=Assets().base,
            files=f"/desk/files/{version}",
        )

    def html(self, name: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """One page."""
        return HTMLResponse(self.text(name, **values), status_code=status)

    def text(self, name: str, **values: Any) -> str:
        """One template, filled."""
        return self._environment.get_template(name).render(**{"visitor": None, "problem": "", "told": "", **values})

    def router(self) -> APIRouter:
        """The route of the script and the style."""
        router = APIRouter()
        files = self._files

        @router.get("/desk/files/{version}/{name}", include_in_schema=False)
        def file(name: str) -> Response:
            if name not in files:
                return Response(status_code=404)
            return Response(files[name], media_type=_TYPES[name], headers={"Cache-Control": "public, max-age=31536000, immutable"})

        return router


def _day(seconds: int) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))
