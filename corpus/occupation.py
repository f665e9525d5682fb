"""Occupations of an open classification (ESCO), by the names people use for them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Occupation", "occupations"]

_FILE = Path(__file__).parent / "occupations" / "occupations.jsonl"
_ADDRESS = "http://data.europa.eu/esco/occupation/"


@dataclass(frozen=True, kw_only=True)
class Occupation:
    """A kind of work. ``also`` runs its other names together; ``about`` opens its description, in ESCO's words."""

    id: str
    name: str
    also: str
    about: str

    @property
    def address(self) -> str:
        """Its address in the classification."""
        return _ADDRESS + self.id


@cache
def occupations() -> tuple[Occupation, ...]:
    """All occupations of the table that comes with the project.

    >>> next(item.about for item in occupations() if item.name == "bookkeeper")[:40]
    'Bookkeepers record and assemble the day-'
    """
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(Occupation(**json.loads(line)) for line in lines if line.strip())
