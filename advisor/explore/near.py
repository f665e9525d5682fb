"""What is offered near a place, what was offered, and which subjects of the catalogue are not: all as recorded.

A gap is a gap of this catalogue. It says nothing about a community, and nothing about what exists.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from advisor.explore.places import PROVINCE_WIDE, places_of, regions_of
from advisor.explore.stated import community_delivery
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.fields import field_text
from corpus.folding import fold
from corpus.places import Place

__all__ = ["DISTANCES", "NEAR_KM", "Gap", "Near", "Past", "Spot", "near_place", "when_held"]

#: kilometres as the crow flies that count as near, unless somebody says otherwise
NEAR_KM = 75
DISTANCES = (25, 75, 150, 300)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–/]\s?\d\d(?:\d\d)?)?\b(?!-\d)")
_DATED_KIND = re.compile(r"\b(?:delivery|pilot|cohort)\b[^)]*\b(?:19|20)\d\d\b", re.IGNORECASE)
_DATED_FIELDS = ("type", "start_dates", "duration", "location", "summary", "notes")


@dataclass(frozen=True)
class Spot:
    """An offering near a place: the place that its record names, and how far it is."""

    record: Credential
    place: Place
    km: float


@dataclass(frozen=True)
class Past:
    """An offering that is past, of certain years, or only proposed: ``when`` in the record's words, and the field they stand in."""

    record: Credential
    when: str | None
    field: str | None
    spot: Spot | None = None


@dataclass(frozen=True)
class Gap:
    """A subject of the catalogue that no current record is held near the place for, and where it is instead."""

    subject: str
    in_region: int
    online: int
    elsewhere: int


@dataclass(frozen=True, kw_only=True)
class Near:
    """What the catalogue records around a place.

    ``here`` is held within the distance, nearest first. ``region`` states the place's region and no place in it. ``coming`` is
    stated as delivered in communities. ``online`` can be taken from anywhere. ``past`` is apart. ``gaps`` are subjects.
    """

    place: Place
    km: float
    here: tuple[Spot, ...]
    region: tuple[Credential, ...]
    coming: tuple[Credential, ...]
    online: tuple[Credential, ...]
    past: tuple[Past, ...]
    gaps: tuple[Gap, ...]


def near_place(catalogue: Catalogue, place: Place, *, km: float = NEAR_KM, only: Collection[str] | None = None) -> Near:
    """Sort the offerings of a catalogue by where they are, seen from a place.

    :param km: kilometres as the crow flies that count as near; seen from an area, at least its own reach.
    :param only: ids of the records to look at, those about a topic say; gaps are then subjects of those.
    """
    regions = regions_of(place)
    km = max(km, place.radius_km or 0)
    offerings = [item for item in catalogue if item.role == "offering" and (only is None or item.id in only)]
    spots = {item.id: spot for item in offerings if (spot := _spot(item, place, km))}
    past = [item for item in offerings if _is_past(item)]
    current = [item for item in offerings if not _is_past(item)]
    here = sorted((spots[item.id] for item in current if item.id in spots), key=lambda spot: (spot.km, fold(spot.record.title)))
    rest = [item for item in current if item.id not in spots]
    region = [item for item in rest if item.region in regions and not places_of(item) and not _anywhere(item)]
    coming = [item for item in rest if community_delivery(item) and item not in region and not _anywhere(item)]
    online = [item for item in rest if _anywhere(item)]
    return Near(
        place=place,
        km=km,
        here=tuple(here),
        region=tuple(region),
        coming=tuple(coming),
        online=tuple(online),
        past=tuple(
            Past(item, *when_held(item), spot=spots.get(item.id))
            for item in past
            if item.id in spots or (item.region in regions and not places_of(item))
        ),
        gaps=_gaps(current, [spot.record for spot in here], region, online),
    )


def when_held(record: Credential) -> tuple[str | None, str | None]:
    """The year or years that a record gives for itself, and the field that gives them."""
    for field in _DATED_FIELDS:
        if match := _YEARS.search(field_text(record, field) or ""):
            return match[0], field
    return None, None


def _is_past(record: Credential) -> bool:
    """Whether it is past or proposed, by its status or because its kind is a delivery of certain years."""
    return record.status in {"past", "proposed"} or (record.status == "unknown" and bool(_DATED_KIND.search(record.type or "")))


def _spot(record: Credential, place: Place, km: float) -> Spot | None:
    """The nearest place that a record names, if it is near enough. Seen from an area, it must lie in the area's regions."""
    named = [other for other in places_of(record) if not place.is_area or other.region in regions_of(place)]
    near = min(((place.distance_km(other), other.name, other) for other in named), default=None)
    return Spot(record, near[2], near[0]) if near and near[0] <= km else None


def _anywhere(record: Credential) -> bool:
    return record.delivery == "online" or (record.region == PROVINCE_WIDE and not community_delivery(record))


def _gaps(
    current: Iterable[Credential], here: Iterable[Credential], region: Collection[Credential], online: Collection[Credential]
) -> tuple[Gap, ...]:
    """Subjects, by their broadest name, that records have and none of those near the place does."""
    held = {fold(record.subjects[0]) for record in here if record.subjects}
    in_region, reachable = {record.id for record in region}, {record.id for record in online}
    named: dict[str, str] = {}
    counts: dict[str, list[int]] = {}
    for record in current:
        if not record.subjects or (key := fold(record.subjects[0])) in held:
            continue
        named.setdefault(key, record.subjects[0])
        count = counts.setdefault(key, [0, 0, 0])
        count[0 if record.id in in_region else 1 if record.id in reachable else 2] += 1
    return tuple(Gap(named[key], *counts[key]) for key in sorted(counts))
