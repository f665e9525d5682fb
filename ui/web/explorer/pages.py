"""The explorer's templates and files: escaping always on, words by language, styles and fonts shared with the chat."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from corpus.evidence import Evidence
from corpus.settings import Settings
from ui.web.assets import Assets
from ui.web.colour import readable
from ui.web.explorer.words import explorer_words
from ui.web.view import evidence_shown
from ui.web.words import LANGUAGES, page_words

__all__ = ["PREFIX", "ExplorerPages", "address"]

PREFIX = "/explore"
_HERE = Path(__file__).parent
_SHARED = _HERE.parent / "templates"
#: words that the scripts say; the others need not travel with every page
_SCRIPTED = (
    "shortlist_", "brief_", "export", "compare", "note", "record_from", "source_", "stewardship_line", "visibility_", "not_recorded",
    "invented_note", "loading", "nav_browse", "open_source",
)  # fmt: skip


def address(path: str = "", **values: object) -> str:
    """An address below the explorer; lists give a part for each of their values, empty values none.

    >>> address("/near", place="Terrace", km=None)
    '/explore/near?place=Terrace'
    """
    given = {name: value for name, value in values.items() if value not in (None, "", (), [])}
    query = urlencode(given, doseq=True)
    return f"{PREFIX}{path}" + (f"?{query}" if query else "")


class ExplorerPages:
    """Fills the explorer's templates."""

    def __init__(self, settings: Settings, *, links: Mapping[str, str], invented: bool) -> None:
        self.own = Assets(_HERE / "static")
        self.words = explorer_words(settings.language)
        self._environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(_HERE / "templates"), FileSystemLoader(_SHARED)]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            settings=settings,
            words=page_words(settings.language),
            say=self.words,
            script_words={name: text for name, text in self.words.items() if name.startswith(_SCRIPTED)},
            language=settings.language if settings.language in LANGUAGES else "en",
            accent=readable(settings.accent),
            base=Assets().base,
            own=PREFIX + self.own.base,
            links=dict(links),
            includes_invented=invented,
            url=address,
            origin=self.origin,
            short=self.short,
            web=_is_web,
        )

    def render(self, name: str, **values: Any) -> str:
        """One filled template."""
        return self._environment.get_template(name).render(**values)

    def short(self, source: str | None, date: str | None) -> str:
        """Where a fact is from and its date, in as few words as will do beside many others."""
        key = "source_short" if date else "source_short_undated"
        return self.words[key].format(source=source or self.words["source_none"], date=date)

    def origin(self, source: str | None, date: str | None) -> str:
        """Where a fact is from and how old it is, as people read it."""
        source = source or self.words["source_none"]
        if not date:
            return self.words["record_from_undated"].format(source=source) + "."
        told = self.words["record_from"].format(source=source, date=date) + "."
        return f"{told} {self.words['old'].format(date=date)}" if _is_old(date) else told


def _is_old(date: str) -> bool:
    """Old by the same measure as in the chat."""
    dated = Evidence(id="a#b", record="a", field="b", text="", title="", as_of=date)
    return evidence_shown(dated).age == "old"


def _is_web(url: str | None) -> bool:
    return bool(url) and str(url).startswith(("https://", "http://"))
