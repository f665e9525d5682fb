"""All wishes of one message: typed filters from its words, its places, its refusals and its institutions."""

from __future__ import annotations

from collections.abc import Callable

from advisor.understand.amounts import MEASURES
from advisor.understand.elsewhere import unserved_place
from advisor.understand.intents import FIND, TRAINING, intents_in
from advisor.understand.openly import asks_openly
from advisor.understand.reading import Reading
from advisor.understand.requests import asks_a_question, asks_beside_amounts
from advisor.understand.standing import travels_in, without_removals
from advisor.understand.text import sentences
from advisor.understand.topic import blank
from advisor.understand.understanding import Filter, Request
from advisor.understand.widening import widened
from advisor.understand.wishes import read_wishes
from corpus.folding import fold
from corpus.places import gazetteer

__all__ = ["all_wishes", "asks_about", "note_unserved", "only_tells", "wishes_for", "without_taken_back"]


def all_wishes(reading: Reading) -> tuple[Filter, ...]:
    """Every wish of a message that has been read so far."""
    bare = next((measure for item in reversed(reading.conversation.filters) for measure in MEASURES if measure == item.field), None)
    wished = (reading.plan.rest if reading.plan else "") or reading.plain
    found = list(read_wishes(without_removals(wished), asks_about_record=asks_about(reading), bare=bare))
    if reading.how == "another":
        found += reading.elsewhere
    elif reading.where and not reading.records:
        found += _places(reading)
    if not reading.records and reading.plan is None:
        found += reading.refused
    if not reading.records:
        found += _institutions(reading)
    if not any(item.field == "delivery" for item in found):
        found += _within_reach(reading)
    return widened(found, reading.conversation.filters, reading.plain) if reading.how == "refines" else tuple(found)


def only_tells(reading: Reading) -> bool:
    """Whether a message tells of work done somewhere and asks for nothing: "three years as a technician in Kamloops"."""
    facts, plain = reading.facts, reading.plain
    if not (facts.education or facts.credentials or facts.experience_years) or reading.how == "refines":
        return False
    return not (FIND.search(plain) or TRAINING.search(plain) or asks_a_question(plain) or intents_in(plain) or asks_openly(plain))


def _places(reading: Reading) -> list[Filter]:
    """Where an offering should be; said after a search, where one lives is where it should be."""
    if reading.where is None:
        return []
    found, home = list(reading.where.filters), reading.where.residence
    if reading.how == "refines" and home and not any(item.field in {"place", "region"} for item in found):
        found.append(Filter(field="region", op="eq", value=home.region, said=home.name) if home.is_area else Filter(field="place", op="near", value=home.id, said=home.name))
    return found


def _institutions(reading: Reading) -> list[Filter]:
    """Whose an offering should be, and whose not."""
    found = []
    for matches, one, several in ((reading.institutions, "eq", "any"), (reading.not_at, "not", "not")):
        names = tuple(dict.fromkeys(item.name for item in matches))
        if names:
            said = " / ".join(item.said for item in matches)
            found.append(Filter(field="institution", op=one if len(names) == 1 else several, value=names[0] if len(names) == 1 else names, said=said))
    return found


def _within_reach(reading: Reading) -> list[Filter]:
    """For who learns online and could get to a place: in person is possible there too."""
    online = next((item for item in reading.conversation.filters if item.field == "delivery" and item.op == "eq" and item.value == "online"), None)
    if online is None or not (reading.where and reading.where.named) or not travels_in(reading.plain):
        return []
    return [online.model_copy(update={"op": "any", "value": ("online", "in-person")})]


def note_unserved(reading: Reading, *, is_known: Callable[[str], bool]) -> None:
    """Note a place that the message wishes for and the catalogue cannot serve; none of its words names another place."""
    found = gazetteer().find(reading.body)
    outside = next((item.place for item in found if item.place.kind == "outside"), None)
    masked = blank(reading.body, [(item.start, item.end) for item in found if item.place.kind != "outside"])
    unserved = unserved_place(fold(reading.body), masked=fold(masked), outside=outside, is_known=is_known)
    if unserved is None:
        return
    start = reading.body.lower().find(unserved.said.lower())
    if start >= 0:
        unserved = unserved._replace(said=reading.body[start : start + len(unserved.said)])
    reading.unserved = unserved
    if start >= 0 and outside is None:  # "the North" of "the north pole" is no wish
        reading.body = blank(reading.body, [(start, start + len(unserved.said))])


def without_taken_back(body: str) -> str:
    """The text without what it takes back: "forget Nanaimo" wishes for no place."""
    plain = fold(body)
    if len(plain) != len(body):
        return body
    kept = without_removals(plain)
    return "".join(char if left == was else " " for char, was, left in zip(body, plain, kept, strict=True))


def asks_about(reading: Reading) -> bool:
    """Whether the message asks about an offering that it names, so that it wishes for nothing."""
    return bool(reading.records) and reading.plan is None and asks_beside_amounts(reading.plain)


def wishes_for(requests: list[Request], reading: Reading) -> bool:
    """Whether what looks like a wish is one: a single question about a term, or about nothing named, wishes for nothing.

    A place is one all the same: "who leads the courses near Nelson" asks about what is there.
    """
    one = len(sentences(reading.text)) == 1 and asks_beside_amounts(reading.plain)
    return not one or bool(reading.records) or bool(reading.where and reading.where.filters) or any(request.intent == "find" or request.aim for request in requests)
