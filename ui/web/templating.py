"""Templates: Jinja with escaping always on, so that what people and records say can only be text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.settings import Settings
from ui.web.colour import readable
from ui.web.words import LANGUAGES, page_words

__all__ = ["Pages"]

_FOLDER = Path(__file__).parent / "templates"


class Pages:
    """Fills the templates; each knows the settings, the words and which other pages there are.

    :param invented: whether any record that is served is of the demo catalogue.
    """

    def __init__(self, settings: Settings, *, base: str, links: Mapping[str, str] | None = None, invented: bool = False) -> None:
        self._environment = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self._environment.globals.update(
            settings=settings,
            words=page_words(settings.language),
            language=settings.language if settings.language in LANGUAGES else "en",
            accent=readable(settings.accent),
            base=base,
            links=dict(links or {}),
            examples=_examples(settings),
            includes_invented=invented,
        )

    def render(self, name: str, **values: Any) -> str:
        """One filled template."""
        return self._environment.get_template(name).render(**values)


def _examples(settings: Settings) -> list[str]:
    """Six questions to begin with; those that name offerings only where their catalogue is served."""
    kind = "example" if "bc" in settings.catalogues else "general"
    return [page_words(settings.language)[f"{kind}_{number}"] for number in range(1, 7)]
