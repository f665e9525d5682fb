"""Another one than the one spoken of: the same at another place or institution, or the one of another kind.

"Do they have it in Kelowna", "no, I meant the one at Selkirk", "and the carbon one" name no record by themselves. They
name one together with the record in focus: it is like that one, it is at the place named, and it says the words given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.find.wish_check import NEAR_KM, check_wishes
from advisor.understand.names import NameIndex
from advisor.understand.picking import CLIPPED
from advisor.understand.reading import Reading
from advisor.understand.text import stem, tokens
from advisor.understand.topic import blank, topic_of
from advisor.understand.understanding import Filter
from advisor.understand.where import read_places
from advisor.understand.wishes import read_wishes
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.folding import fold
from corpus.places import Place, gazetteer

__all__ = ["Another", "AnotherReader", "another_kind", "asks_for_alike", "corrects"]

#: takes back what was said before
_CORRECTS = re.compile(
    r"\b(?:wrong|not that|different) (?:one|college|school|university|uni|course|program|place|campus|town|city|thing)\b"
    r"|\b(?:i|we) (?:actually |really )?(?:mean|meant|was thinking (?:of|about)|were thinking (?:of|about)|had in mind)\b|\bi'?m thinking of\b|\bmeant\b|\bmy (?:bad|mistake)\b|\b(?:no|oops|sorry|wait),? (?:wait|sorry|not)\b"
)
#: points at the one spoken of, or at its like
_SAME = re.compile(r"\b(?:it|them|one|ones|that|this|same(?: (?:thing|one|course|program|training|certificate))?)\b")
_THERE = re.compile(r"\b(?:there|too|also|as well|offer\w*|have|has|run|runs|running|teach|taught|available|exist\w*)\b(?! to\b)")
#: asks who has it beside the institution spoken of
_ELSEWHERE = re.compile(
    r"\b(?:anyone|anybody|anywhere|somewhere|someone|who|where) else\b.{0,40}\b(?:it|this|that|them|one|same)\b|\b(?:it|this|that|one)\b.{0,40}\b(?:anywhere|somewhere) else\b"
    r"|\b(?:any |what |which |some )?other (?:colleges?|schools?|universit(?:y|ies)|institutions?|places?)\b.{0,30}\b(?:offer|have|has|do|does|run|teach)\w*\b.{0,20}\b(?:it|this|that|these|those|them|one|same)\b|^\W*(?:and |so |ok(?:ay)? |what about |how about |at )*(?:the |an?)?other (?:colleges?|schools?|universit(?:y|ies)|institutions?|places?)\W*$"
)
#: asks for others like the one spoken of
_ALIKE = re.compile(r"\b(?:any ?thing|something|one|ones|others?|courses?|programs?|training) (?:else )?(?:(?:like|similar to|comparable to|along the lines of) (?:it|that|this|them|those|these)|(?:that(?:'?s| is) )?(?:similar|comparable))\b|\b(?:a |any )?similar (?:one|ones|course|courses|program|programs|training|thing)\b")
_LIKE = frozenset(["similar", "comparable", "like", "somewhere", "else", "other", "lines"])
#: a place or an institution and next to nothing beside it: "and in Terrace?", "what about Selkirk"
_ONLY = re.compile(r"\W*(?:(?:ok(?:ay)?|and|so|or|hm+|no|well|then|actually|(?:what|how) about|what if|if|i(?:'m| am)?|we(?:'re| are)?|was|were|live|moved?|moving|meant|mean|wait|sorry|oops|my bad|my mistake|by|with|run by|offered by|in|at|near|around|to|from|the|one|it|a|instead|maybe|say|please|for|is|there|here|too|up|down|over|out)\b\W*)*")
#: the words that tell which one
_THE_ONE = re.compile(r"\bthe (?P<words>(?:[\w'&.+-]+ ){1,5}?)(?:one|program|course|certificate|training|workshop|diploma|badge|micro-?\w+)s?\b|\b(?P<single>[\w'&.+-]+) one\b")
_THAT_KIND = re.compile(r"\b(?:is|are|does|did|about) (?:that|this) ((?:\w+ )?(?:diploma|degree|bachelor'?s?|master'?s?))\b")
_SMALL = frozenset(["of", "the", "in", "a", "an", "and", "at", "on", "for"])
_NOT_TELLING = frozenset(
    ["wrong", "other", "same", "first", "second", "third", "last", "next", "right", "that", "this", "which", "any", "some", "every", "each", "no", "only", "good", "best", "free", "cheap", "cheaper", "cheapest", "short", "shorter", "shortest", "long", "longer", "longest", "online", "whole", "new", "old", "real", "is", "was", "it", "just", "as", "for", "like", "with", "and", "or", "want", "take", "do", "to", "on", "not", "actual", "meant", "of"]
)  # fmt: skip
#: the share of its title's weight that another one must have in common with the one spoken of and the words given
ALIKE, ALIKE_TOLD = 0.6, 0.45
_TIE = 0.05
#: of several alike, the one at the institution spoken of is likelier, where no other is named
_AT_HOME = 0.08
_KINDS = frozenset(["certificate", "diploma", "degree", "bachelor", "bachelors", "master", "masters", "badge", "workshop"])


@dataclass(frozen=True)
class Another:
    """The records meant, several where they tie; none when there is none like it, and then what to look for and where.

    ``by_place``: the place or the institution tells it apart, and no words do.
    """

    records: tuple[str, ...]
    topic: str
    places: tuple[Filter, ...] = ()
    by_place: bool = False


def another_kind(plain: str) -> str | None:
    """The kind of credential that a folded message points at: "how long is that diploma".

    >>> another_kind("how long is that diploma"), another_kind("does it lead to the diploma")
    ('diploma', None)
    """
    match = _THAT_KIND.search(plain)
    return match[1].split()[-1] if match else None


def asks_for_alike(plain: str) -> bool:
    """Whether a folded message asks for others like the one spoken of.

    >>> asks_for_alike("is there anything like it in kelowna"), asks_for_alike("what is it like")
    (True, False)
    """
    return bool(_ALIKE.search(plain))


def corrects(plain: str) -> bool:
    """Whether a folded message takes back what was said before.

    >>> corrects("oops wrong college, i meant selkirk"), corrects("which college is it")
    (True, False)
    """
    return bool(_CORRECTS.search(plain))


class AnotherReader:
    """Reads which other record is meant, from the one in focus and from what the message tells it apart by."""

    def __init__(self, catalogue: Catalogue, names: NameIndex) -> None:
        self._catalogue = catalogue
        self._names = names
        self._towns: dict[str, list[Place]] = {}
        for record in catalogue:
            towns = [match.place for match in gazetteer().find(record.location or "") if match.place.kind not in {"area", "outside"}]
            self._towns.setdefault(record.institution, []).extend(towns)

    def read(self, reading: Reading) -> Another | None:
        """The other one that a message means, or None when it means none."""
        focus = reading.conversation.focus[:1]
        if not focus:
            return None
        record = self._catalogue.record(focus[0])
        topic = " ".join(dict.fromkeys(self._names.topic_words(record.title)))
        if _ELSEWHERE.search(reading.plain):
            return Another((), topic, self._wished(reading))
        if asks_for_alike(reading.plain) and not self._names_a_subject(reading):
            return Another((), topic, self._wished(reading))
        if (corrects(reading.plain) or _THE_ONE.search(reading.pointing)) and (shown := self._shown_there(reading)):
            # "the UVic one", said of the one spoken of, is that one
            return Another(focus if focus[0] in shown and not corrects(reading.plain) and not self._telling(reading, ()) else shown, topic)
        if reading.conversation.intent == "find":
            topic = reading.conversation.topic or topic
        where = read_places(reading.body, gazetteer(), searching=True)
        places = self._wished(reading)
        elsewhere = bool(places or reading.institutions) and not self._is_there(focus[0], places, reading)
        words = self._telling(reading, where.spans)
        kinds = self._kinds(reading)
        if not (words or kinds or elsewhere):
            return None
        rest = re.sub(r"\s+", " ", fold(blank(reading.body, where.spans))).strip(" ?.!,")
        points = elsewhere and (bool(_ONLY.fullmatch(rest)) or (bool(_SAME.search(rest)) and bool(_THERE.search(rest))))
        if not (words or kinds or points or (elsewhere and corrects(reading.plain))):
            return None
        by_place = not (words or kinds)
        searched = by_place and reading.conversation.intent == "find"  # the same search, somewhere else
        found = () if searched else self._alike(record.id, words, kinds, places, reading)
        if (words or kinds) and not found:
            return None
        return Another(found, topic, places, by_place=by_place) if found or elsewhere else None

    def _names_a_subject(self, reading: Reading) -> bool:
        """Whether the message says what another one is to be about: "something similar, about lands"."""
        said = gazetteer().find(reading.body)
        wishes = [wish.said for wish in read_wishes(reading.plain)]
        words = topic_of(blank(reading.body, [(match.start, match.end) for match in said]), self._names, said=wishes).split()
        return any(word not in _LIKE for word in words)

    def _shown_there(self, reading: Reading) -> tuple[str, ...]:
        """Of the records shown those at the institution named, of the kind said where several are there."""
        conversation = reading.conversation
        there = [name for name in dict.fromkeys((*conversation.shown, *conversation.focus)) if reading.family and self._catalogue.record(name).institution in reading.family]
        said = set(tokens(re.split(r"\b(?:not|instead of|rather than)\b", reading.plain)[0]))
        alike = {name: len(said & set(tokens(self._catalogue.record(name).type or "")) - _SMALL) for name in there}
        best = [name for name in there if alike[name] == max(alike.values())]
        running = [name for name in best if self._catalogue.record(name).status != "past"]
        return tuple(running or best)

    def _wished(self, reading: Reading) -> tuple[Filter, ...]:
        """The places of the message as wishes, wherever they stand in it: who moves to a place asks for something there."""
        found = [match.place for match in gazetteer().find(reading.body) if match.place.kind != "outside"]
        wishes = []
        for place in found:
            if place.is_area:
                wishes.append(Filter(field="region", op="any", value=tuple(place.regions or (place.region,)), said=place.name))
            else:
                wishes.append(Filter(field="place", op="near", value=place.id, said=place.name))
        return tuple(wishes)

    def _is_there(self, record: str, places: tuple[Filter, ...], reading: Reading) -> bool:
        """Whether the record in focus is at the place and the institution named already."""
        item = self._catalogue.record(record)
        if reading.family and item.institution not in reading.family:
            return False
        if item.delivery == "online":
            return True  # wherever the learner is
        checked = check_wishes(self._catalogue, item, places)
        return not checked.broken and (bool(checked.met) or not places)

    def _telling(self, reading: Reading, spans: tuple[tuple[int, int], ...]) -> list[str]:
        """The words that tell the one meant from the one in focus: "the carbon one"."""
        found: list[str] = []
        body = fold(blank(reading.body, spans))
        title = self._names.topic_words(self._catalogue.record(reading.conversation.focus[0]).title)
        own = {stem(word) for word in title}
        for match in _THE_ONE.finditer(body):
            words = [word for word in (match["words"] or match["single"] or "").split() if word not in _NOT_TELLING]
            found += [word for word in self._names.topic_words(" ".join(words)) if stem(word) not in own and not (len(word) >= CLIPPED and any(said.startswith(word) for said in title))]
        return found

    def _kinds(self, reading: Reading) -> set[str]:
        """Kinds of credential that tell it from the one in focus: "the diploma one"."""
        record = self._catalogue.record(reading.conversation.focus[0])
        own = set(tokens(f"{record.title} {record.type or ''}"))
        said = [word for match in _THE_ONE.finditer(fold(reading.body)) for word in (match["words"] or match["single"] or "").split()]
        said += [word for match in _THAT_KIND.finditer(fold(reading.body)) for word in match[1].split()]
        return {word for word in said if word in _KINDS} - own

    def _alike(self, focus: str, words: list[str], kinds: set[str], places: tuple[Filter, ...], reading: Reading) -> tuple[str, ...]:
        """Offerings at the place that say the words and are like the one in focus, the likest and its ties."""
        spoken = self._catalogue.record(focus)
        pool = [
            record.id
            for record in self._catalogue
            if record.id != focus
            and (kinds & set(tokens(f"{record.title} {record.type or ''}")) if kinds else record.role == "offering")
            and (not reading.family or record.institution in reading.family)
            and self._may_be_at(record, places)
        ]
        stems = {stem(word) for word in words}
        scored = [
            (score.value + (_AT_HOME if not (places or reading.family) and self._catalogue.record(score.record).institution == spoken.institution else 0.0), score.record)
            for score in self._names.scores(f"{spoken.title} {' '.join(words)}", within=pool)
            if score.title >= (ALIKE_TOLD if words or kinds else ALIKE) and self._names.says(score.record, stems)
        ]
        if not scored:
            return ()
        scored.sort(key=lambda item: -item[0])
        same = fold(self._catalogue.record(scored[0][1]).title)
        ties = [record for value, record in scored if scored[0][0] - value < _TIE and fold(self._catalogue.record(record).title) == same]
        nearer = [record for record in ties if places and self._is_held_near(self._catalogue.record(record), places)]
        return tuple((nearer or ties)[:5])

    def _may_be_at(self, record: Credential, places: tuple[Filter, ...]) -> bool:
        """Whether nothing stated speaks against the places; an institution whose towns are all far away is not there."""
        checked = check_wishes(self._catalogue, record, places)
        if checked.broken:
            return False
        return bool(checked.met) or not places or not self._towns.get(record.institution) or self._is_held_near(record, places)

    def _is_held_near(self, record: Credential, places: tuple[Filter, ...]) -> bool:
        """Whether the institution holds anything near one of the places."""
        wanted = [gazetteer().places[str(wish.value)] for wish in places if wish.field == "place"]
        towns = self._towns.get(record.institution, [])
        return not wanted or any(one.distance_km(town) <= NEAR_KM for one in wanted for town in towns)
