"""The gazetteer: B.C. communities and areas, where they are and which region they belong to."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.folding import fold
from corpus.once import once

__all__ = ["Gazetteer", "Place", "PlaceMatch", "gazetteer"]

_FILE = Path(__file__).parent / "gazetteer" / "places.jsonl"
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)]|(?:please|or|if|that|for|with|of|is|under|this|but|area|region|somewhere|online)\b)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, kw_only=True)
class Place:
    """A community, or an area that spans regions. ``region`` None is outside B.C."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    lat: float
    lon: float
    region: str | None
    kind: str
    regions: tuple[str, ...] = ()
    radius_km: float | None = None
    needs_capital: bool = False
    needs_capital_aliases: tuple[str, ...] = ()

    @property
    def is_area(self) -> bool:
        """Whether it is a loose area rather than one community."""
        return self.kind == "area"

    def distance_km(self, other: Place) -> float:
        """Great-circle distance in kilometres."""
        lat1, lon1, lat2, lon2 = map(math.radians, (self.lat, self.lon, other.lat, other.lon))
        half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
        return 2 * 6371 * math.asin(math.sqrt(half))


@dataclass(frozen=True)
class PlaceMatch:
    """A place named in a text, and where."""

    place: Place
    start: int
    end: int


class Gazetteer:
    """Places by the names people use for them.

    >>> gazetteer().find("anything near Prince George?")[0].place.region
    'Cariboo'
    """

    def __init__(self, places: list[Place]) -> None:
        self.places = {place.id: place for place in places}
        self._by_name: dict[tuple[str, ...], tuple[Place, bool]] = {}
        for place in places:
            for name in (place.name, *place.aliases, *place.needs_capital_aliases):
                words = tuple(fold(word) for word in _WORD.findall(name.replace(".", " ")))
                needs_capital = name in place.needs_capital_aliases or (place.needs_capital and name == place.name)
                if words:
                    self._by_name.setdefault(words, (place, needs_capital))
        self._longest: dict[str, int] = {}  # first word of a name -> how many words the longest such name has
        for words in self._by_name:
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))

    def find(self, text: str) -> list[PlaceMatch]:
        """Places named in a text, longest names first, none overlapping.

        A name that is also an everyday word counts only with a capital letter or after in, near, from, at, around.
        """
        return list(self._found(text))

    @once
    def _found(self, text: str) -> tuple[PlaceMatch, ...]:
        return tuple(self._matches(text))

    def _matches(self, text: str) -> Iterator[PlaceMatch]:
        words = list(_WORD.finditer(text.replace(".", " ")))
        folded = [fold(word[0]) for word in words]
        position = 0
        while position < len(words):
            for length in range(min(self._longest.get(folded[position], 0), len(words) - position), 0, -1):
                place, capital = self._by_name.get(tuple(folded[position : position + length]), (None, False))
                before = folded[position - 1] if position else ""
                if before == "the" and position > 1 and place and place.is_area and _ENDS.match(text, words[position + length - 1].end()):
                    before = folded[position - 2]  # "in the interior", and not "in the interior design class"
                if place and (not capital or _stands_out(text, words[position], before)):
                    yield PlaceMatch(place, words[position].start(), words[position + length - 1].end())
                    position += length
                    break
            else:
                position += 1


def _stands_out(text: str, first: re.Match[str], before: str) -> bool:
    """Whether an everyday word is meant as a place: after a preposition, or capitalised inside a sentence."""
    if before in {"in", "near", "from", "at", "around", "outside", "to"}:
        return True
    starts_sentence = not text[: first.start()].strip() or text[: first.start()].rstrip()[-1:] in ".!?\n"
    return first[0][:1].isupper() and not starts_sentence


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the project."""
    places = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            continue
        row = json.loads(line)
        places.append(
            Place(
                id=row["id"],
                name=row["name"],
                aliases=tuple(row.get("aliases", ())),
                lat=row["lat"],
                lon=row["lon"],
                region=row.get("region"),
                kind=row["kind"],
                regions=tuple(row.get("regions", ())),
                radius_km=row.get("radius_km"),
                needs_capital=row.get("needs_capital", False),
                needs_capital_aliases=tuple(row.get("needs_capital_aliases", ())),
            )
        )
    return Gazetteer(places)
