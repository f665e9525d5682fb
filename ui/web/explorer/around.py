"""What the page about a place shows: groups of cards by how they stand to it, and the gaps by where else they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from advisor.explore.explorer import Explorer
from advisor.explore.near import NEAR_KM, Gap, Near, Past, near_place
from advisor.explore.places import places_of
from corpus.credential import Credential
from corpus.places import Place
from ui.web.explorer.browsing import CardView, card_of

__all__ = ["Around", "GapGroup", "around_page"]

#: cards of a group on the page; the rest is counted, and browsed
MOST = 12
#: places this near to each other need no distance
_SAME_KM = 3
_ALL_OF = {"near_coming": {"in_community": "stated"}, "near_online": {"delivery": "online"}}


@dataclass(frozen=True, kw_only=True)
class Group:
    """Cards under one heading. ``all_of`` are the choices that browse to all of them, where there are such choices."""

    key: str
    title: str
    note: str
    cards: tuple[CardView, ...]
    more: int = 0
    all_of: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class GapGroup:
    """Subjects that are missing near the place, by where they are instead."""

    title: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, kw_only=True)
class Around:
    """All of the page."""

    place: Place
    km: int
    title: str
    here: tuple[CardView, ...]
    more_here: int
    groups: tuple[Group, ...]
    gaps: tuple[GapGroup, ...]
    unplaced: int


def around_page(explorer: Explorer, words: Mapping[str, str], place: Place, *, km: float = NEAR_KM, topic: str = "") -> Around:
    """Build the page for a place."""
    only = None
    if topic:
        found = explorer.find(topic)
        only = {*found.worded, *found.near}
    near = near_place(explorer.catalogue, place, km=km, only=only)
    here = [card_of(explorer, spot.record, distance=_distance(near, spot.km, words)) for spot in near.here]
    heading = words["near_here_area" if place.is_area else "near_here"]
    return Around(
        place=place,
        km=round(near.km),
        title=heading.format(km=round(near.km), place=place.name),
        here=tuple(here[:MOST]),
        more_here=max(0, len(here) - MOST),
        groups=tuple(_groups(explorer, near, words)),
        gaps=tuple(_gaps(near, words)),
        unplaced=sum(not places_of(record) and record.delivery != "online" for record in explorer.offerings.values()),
    )


def _distance(near: Near, km: float, words: Mapping[str, str]) -> str:
    return "" if near.place.is_area or km <= _SAME_KM else words["near_km"].format(km=round(km))


def _groups(explorer: Explorer, near: Near, words: Mapping[str, str]) -> list[Group]:
    sorts: list[tuple[str, Sequence[Credential]]] = [("near_region", near.region), ("near_coming", near.coming), ("near_online", near.online)]
    groups = [
        Group(
            key=key,
            title=words[key],
            note=words.get(f"{key}_note", ""),
            cards=tuple(card_of(explorer, record) for record in records[:MOST]),
            more=max(0, len(records) - MOST),
            all_of=_ALL_OF.get(key, {}),
        )
        for key, records in sorts
        if records
    ]
    if near.past:
        cards = tuple(_past(explorer, item, words) for item in near.past)
        groups.insert(sum(map(bool, (near.region, near.coming))), Group(key="near_past", title=words["near_past"], note=words["near_past_note"], cards=cards))
    return groups


def _past(explorer: Explorer, item: Past, words: Mapping[str, str]) -> CardView:
    date = item.record.source.date
    when = words["near_year"].format(when=item.when) if item.when else words["near_year_none"].format(date=date) if date else words["near_year_unknown"]
    return card_of(explorer, item.record, distance=when)


def _gaps(near: Near, words: Mapping[str, str]) -> list[GapGroup]:
    online = [gap for gap in near.gaps if gap.online]
    region = [gap for gap in near.gaps if gap.in_region and not gap.online]
    elsewhere = [gap for gap in near.gaps if not gap.in_region and not gap.online]
    sorts = (("near_gaps_online", online), ("near_gaps_region", region), ("near_gaps_elsewhere", elsewhere))
    return [GapGroup(title=words[key], gaps=tuple(gaps)) for key, gaps in sorts if gaps]
