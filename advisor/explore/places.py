"""Where a record says that it is held: places of the gazetteer that its own words name."""

from __future__ import annotations

from functools import cache, lru_cache

from corpus.credential import Credential
from corpus.places import Place, gazetteer

__all__ = ["PROVINCE_WIDE", "REGIONS", "find_place", "places_of", "region_of", "regions_of", "suggest_places"]

#: the eight economic regions, north to south
REGIONS = (
    "North Coast",
    "Nechako",
    "Northeast",
    "Cariboo",
    "Vancouver Island / Coast",
    "Lower Mainland / Southwest",
    "Thompson / Okanagan",
    "Kootenay",
)
#: what a record's region says when it is not held in one
PROVINCE_WIDE = "online / province-wide"


def places_of(record: Credential) -> tuple[Place, ...]:
    """Communities and campuses in B.C. that a record names as its place, in its order, each once.

    One that is online has none: the place it names is then an office or the home of its institution.
    """
    if not record.location or record.delivery == "online":
        return ()
    return _named(record.location)


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[Place, ...]:
    found = (match.place for match in gazetteer().find(text))
    return tuple(dict.fromkeys(place for place in found if place.region and not place.is_area))


def regions_of(place: Place) -> tuple[str, ...]:
    """The regions that a place lies in; an area may reach into several, and a place outside B.C. is in none."""
    return place.regions or ((place.region,) if place.region else ())


def region_of(record: Credential) -> str | None:
    """The region as the record states it; its institution's region does not stand in for it."""
    return record.region


def find_place(name: str) -> Place | None:
    """The community or area of B.C. that a person names, however it is spelled or marked; None where there is none.

    >>> find_place("prince rupert").id, find_place("nowhere at all")
    ('prince-rupert', None)
    """
    if place := gazetteer().places.get(name):
        return place if regions_of(place) else None
    # a name that is also an everyday word counts here: nothing but a place is asked for
    found = [match.place for match in gazetteer().find(f"in {name}")]
    return next((place for place in found if regions_of(place)), None)


@cache
def _names() -> dict[str, str]:
    return {place.name: place.id for place in gazetteer().places.values() if regions_of(place)}


def suggest_places(name: str, *, count: int = 5) -> tuple[Place, ...]:
    """Places with names near to one that is not known, best first."""
    from rapidfuzz import process

    from corpus.folding import fold

    near = process.extract(fold(name), _names().keys(), processor=fold, limit=count, score_cutoff=60)
    return tuple(gazetteer().places[_names()[match[0]]] for match in near)
