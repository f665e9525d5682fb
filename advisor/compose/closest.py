"""Which of several is nearest to a place: by the places that their records name, with what is online apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.compose.context import Turn
from advisor.compose.naming import frame_title
from advisor.compose.phrases import list_words
from advisor.explore.places import places_of
from advisor.messages import say
from corpus.credential import Credential
from corpus.numbers import numbers_in
from corpus.places import Place, gazetteer

__all__ = ["asks_closest", "say_closest"]

_CLOSEST = re.compile(r"\b(?:closest|closer|nearest|nearer|least far|shortest (?:drive|commute|trip))\b")


def asks_closest(plain: str) -> bool:
    """Whether a folded question asks which is nearest.

    >>> asks_closest("which one is closest to me"), asks_closest("which is longest")
    (True, False)
    """
    return bool(_CLOSEST.search(plain))


def say_closest(turn: Turn, records: Sequence[Credential]) -> str | None:
    """Say in which order the records lie from the place that the talk is of; the id of the nearest, None where nothing tells."""
    home = _home(turn)
    if home is None:
        turn.builder.frame(say("closest_from_where"))
        return None
    place, said = home
    online = [record for record in records if record.delivery == "online"]
    away: list[tuple[float, Credential, Place]] = []
    for record in records:
        if record not in online and (named := [other for other in places_of(record) if not other.is_area]):
            km, other = min(((place.distance_km(other), other) for other in named), key=lambda item: item[0])
            away.append((km, record, other))
    away.sort(key=lambda item: item[0])
    first: str | None = None
    if len(away) > 1 or (away and online):
        terms = [f"{record.title}, {other.name}" for _, record, other in away]
        evidence = [item for _, record, _ in away if (item := turn.catalogue.field_evidence(record, "location"))]
        if turn.builder.say(f"By the places stated, nearest to {said} first: {'; '.join(terms)}.", evidence, said=said):
            first = away[0][1].id
    for record in online:
        evidence_of = turn.catalogue.field_evidence(record, "delivery")
        if evidence_of:
            turn.builder.say(f"{record.title} is online, wherever you are.", [evidence_of])
    silent = [record for record in records if record not in online and record not in [item[1] for item in away]]
    titles = [frame_title(record) for record in silent]
    if titles and not any(numbers_in(title, ordinals=True) for title in titles):
        turn.builder.frame(say("not_stated_each", what="the place", titles=list_words(titles)))
    return first or (online[0].id if len(online) == 1 and not away else None)


def _home(turn: Turn) -> tuple[Place, str] | None:
    """The place that distances are taken from, as it was said: named now, lived in, or wished for."""
    places = gazetteer().places
    for mention in turn.understanding.mentions:
        if mention.kind == "place" and mention.ids[0] in places:
            return places[mention.ids[0]], mention.said
    if turn.facts.residence in places:
        return places[turn.facts.residence], places[turn.facts.residence].name
    wish = next((wish for wish in turn.filters if wish.field == "place" and wish.op == "near" and not isinstance(wish.value, tuple)), None)
    return (places[str(wish.value)], wish.said) if wish and str(wish.value) in places else None
