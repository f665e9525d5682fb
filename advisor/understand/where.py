"""Places in a message: where an offering should be, and where the learner says they live."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.understand.standing import travels_in
from advisor.understand.understanding import Filter
from corpus.numbers import number_pattern, parse_number
from corpus.places import Gazetteer, Place

__all__ = ["Where", "read_places", "without_reach"]

_HOME = re.compile(
    r"\b(?:i'?m|i am|we'?re|we are|im|live[sd]?|living|based|located|here|stuck|stationed|resid\w+|from|moving|moved|home is|hometown|born|he'?s|she'?s|they'?re|lives|family is|is|stay\w*|(?<!social )(?<!youth )(?<!support )(?<!care )(?<!community )(?<!health )work|works|working)"
    r"(?: (?:out|up|down|over|way|far|here|currently|originally|now|only|just|also|right|an? (?!\w*ing\b)\w+(?: (?!\w*ing\b|(?:want|wants|look|need|needs|who|and|but|that|for|with)\b)\w+){0,2}|the \w+|\w+ (?:aide|worker|tech|nurse|plumber|electrician|technician|carpenter)))*,? (?:in|from|near|at|around|outside|on|to|here|by|past|beyond|above|below|(?:north|south|east|west) of)?\s*(?:of )?(?:the )?$"
)
_WANT = re.compile(r"\b(?:in|near|around|at|close to|nearby|on|within|throughout|anywhere in|somewhere in|across|nearer|to|or|and|by|out of|outside|outside of|for)\s+(?:or (?:near|around) )?(?:the |or )?$")
_LOCAL = re.compile(
    r"\b(?:stay(?:ing)?|remain(?:ing)?) (?:on|in|near|around|close|local|put)\b|\b(?:can'?t|cannot|can not|won'?t|don'?t want to|unable to|not able to|hard to) (?:leave|move|travel|relocate|go far|drive far|get out)\b|\blocal(?:ly)?\b|\bhere in town\b|\bin town\b|\bclose to home\b|\bwhat'?s here\b|\bnear(?:by| me| us| here| home)\b|\banything here\b|\baround here\b|\bclose by\b|\bnear to (?:us|me|here|home)\b|\b(?:my|our) own (?:school|college|university|uni|campus)\b|\bup here\b|\bdown here\b|\bover here\b|\bin my (?:town|area|region|city)\b|\bcommut\w+|\bdriv(?:e|ing) distance\b"
)
_NOT = re.compile(r"\b(?:not|except|other than|isn'?t|(?:any|every) ?where but|anywhere else (?:but|than)|but not|any ?where outside(?: of)?|avoid|(?<!there's )(?<!theres )(?<!there is )(?<!has )(?<!have )(?<!find )(?<!found )nothing|never|hate|done with|sick of|rather not|no)\s+(?:in |near |at |around |from |going to |to )?(?:downtown )?(?:the )?$")
#: a time or a distance that a place may be away: "within 2 hours of Quesnel"
_REACH = re.compile(rf"\b(?:within|less than|under|up to|about|no more than|max(?:imum)?|at most|around|not more than) (?:about |around |a )?(?P<n>{number_pattern}|an?|half an|couple)(?: or so| of)? ?-?(?P<unit>hours?|hrs?|h|minutes?|mins?|km|kms|kilomet\w+|k|miles?)(?:'?s?'?)(?: (?:drive|driving|by car|by bus|commute|travel|away|ride))? (?:of|from|to|around)\s+(?:the )?(?P<end>$)?")
#: kilometres driven in an hour, on the roads of this province
_KM_AN_HOUR = 80.0
_ANYWHERE = re.compile(r"\banywhere(?: in (?:the province|bc|b\.c\.|british columbia))?\b|\bdon'?t care where\b|\bany (?:city|town|campus|place)\b|\bwilling to (?:travel|move|relocate)\b")


@dataclass(frozen=True)
class Where:
    """What a message says about places."""

    filters: tuple[Filter, ...]
    residence: Place | None
    outside: Place | None
    spans: tuple[tuple[int, int], ...]
    named: tuple[Place, ...]
    anywhere: bool


def read_places(text: str, gazetteer: Gazetteer, *, searching: bool) -> Where:
    """Read places from a message in which institutions are blanked out.

    :param searching: the message looks for offerings; otherwise a place only helps to tell which record is meant.
    """
    lowered = text.lower()
    regions: dict[str, str] = {}
    near: list[tuple[Place, str]] = []
    residence: Place | None = None
    outside: Place | None = None
    spans: list[tuple[int, int]] = []
    named: list[Place] = []
    filters: list[Filter] = []
    local = bool(_LOCAL.search(lowered))
    radius: float | None = None
    for match in gazetteer.find(text):
        place, said = match.place, text[match.start : match.end]
        before = lowered[max(0, match.start - 48) : match.start]
        spans.append((match.start, match.end))
        named.append(place)
        at_home = bool(_HOME.search(before)) or lowered[match.end : match.end + 6].lstrip(" ,").startswith("here")
        if place.kind == "outside":
            outside = place
            continue
        if reach := _reach(lowered[max(0, match.start - 70) : match.start]):
            radius, length = reach
            said, spans[-1] = text[match.start - length : match.end], (match.start - length, match.end)
        travels = travels_in(f"{before[-40:].rpartition('. ')[2]}") and not before.rstrip().endswith((" and", " but"))
        if _NOT.search(before):
            filters.append(Filter(field="region" if place.is_area else "place", op="not", value=place.id if not place.is_area else _regions(place)[0], said=said))
            continue
        if at_home and not travels and radius is None and not (local and searching):
            residence = residence or place
            continue
        if at_home:
            residence = residence or place
        if place.is_area:
            regions.update(dict.fromkeys(_regions(place), said))
        else:
            near.append((place, said))
    if searching:
        filters += _wishes(regions, near, radius)
    return Where(tuple(filters), residence, outside, tuple(spans), tuple(named), bool(_ANYWHERE.search(lowered)))


def _regions(place: Place) -> tuple[str, ...]:
    return place.regions or ((place.region,) if place.region else ())


def _reach(before: str) -> tuple[float, int] | None:
    """How many kilometres from a place is near enough and how long the words before it that say so are; None where none do."""
    match = next((item for item in _REACH.finditer(before) if item["end"] is not None), None)
    if match is None:
        return None
    said, unit = match["n"], match["unit"]
    count = {"a": 1.0, "an": 1.0, "half an": 0.5, "couple": 2.0}.get(said) or float(parse_number(said))
    km = _KM_AN_HOUR if unit.startswith("h") else 1.6 if unit.startswith("mile") else _KM_AN_HOUR / 60 if unit.startswith("mi") else 1.0
    return count * km, len(match[0])


def without_reach(text: str) -> str:
    """A folded text without what says how far away a place may be: "within 2 hours of Quesnel" asks for no length."""
    return _REACH.sub("near ", text)


def _wishes(regions: dict[str, str], near: list[tuple[Place, str]], radius: float | None) -> list[Filter]:
    wishes: list[Filter] = []
    if near:
        ids = tuple(dict.fromkeys(place.id for place, _ in near))
        value: object = ids[0] if len(ids) == 1 else ids
        wishes.append(Filter(field="place", op="near", value=value, said=" / ".join(said for _, said in near), radius_km=radius))
    elif regions:
        said = " / ".join(dict.fromkeys(regions.values()))
        names = tuple(regions)
        wishes.append(
            Filter(field="region", op="eq", value=names[0], said=said)
            if len(names) == 1
            else Filter(field="region", op="any", value=names, said=said)
        )
    return wishes
