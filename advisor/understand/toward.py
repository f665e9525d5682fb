"""Questions of one larger thing that is named: what counts toward it, and whether a named offering does.

Where the larger thing has a record and somebody asks for the way to it, ``understand/plans.py`` plans that way. Here are
the others: it has no record, or what is asked is whether one offering, named beside it, leads there.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from advisor.find.sought import without_sought
from advisor.understand.goals import Goal, GoalIndex
from advisor.understand.intents import intents_in
from advisor.understand.lexicon import GENERIC_WORDS, field_cues_in
from advisor.understand.names import NameIndex
from advisor.understand.text import stem, tokens
from corpus.catalogue import Catalogue

__all__ = ["Toward", "TowardReader"]

#: a word of getting from one thing to another; beside a goal and an offering it is enough
_MOVES = re.compile(
    r"\b(?:get|gets|got|getting|take|takes|took|put|bring|brings|use|used|using|apply|applied|move|go|goes|going|count(?:s|ed)?|credits?|part|start|bridges?|leads?|qualif\w+|steps?|way|path\w*|route|towards?|"
    r"into|entry|enter|entrance|admission|adds?|help\w*|ladder\w*|transfer\w*|stack\w*|works? for|good for|worth|prereq\w*|point|use|useful|left|remain\w*|missing|short of|before|first|end(?:ing)? up|feeds?)\b"
)
#: asks for what would do
_ASKS_WHAT = re.compile(r"\b(?:what|which|any|anything|something|how|where|path\w*|route|way|is there|are there|does (?:any|one)|do any|short(?:er)?)\b")
#: leads up to where something goes: "can I put both into the …"
_GOES_TO = re.compile(r"\b(?:in|into|to|toward|towards|for|off)(?: (?:the|an?|my|that|our))?\s*$")
_ASKS_ANY = re.compile(r"\b(?:which|any|anything|what|something) (?!(?:is|are|does|do|did|can|will|would) (?:it|that|this|the)\b)")
_COUNTS = re.compile(r"\b(?:does|do|would|will|could|can|might) (?:(?:it|that|this|they|those|these|mine|any of it|all of it) )?(?:all |both )?(?:count|help|transfer|carry)\b")
_HELD = re.compile(r"\b(?:i|we|she|he|they|already|who|and)(?: |'ve |'s )(?:(?:have|has|had|hold|holds|got|already|finished|completed|earned|did|just|done|also) )+(?:(?:my|an?|the|his|her|their) )?$")
#: fields that a question about ways on speaks of anyway
_BESIDE = {"laddering", "requirements", "prerequisite_of", "credit", "next_steps", "summary", "parts", "plar"}
#: asks how much of it counts, and of no length
_HOW_MANY = re.compile(r"\bhow many (?:\w+ ){0,2}(?:courses|credits|units|classes)\b")
_NAMED, _VALUE, _PARTLY = 0.6, 0.42, 0.5
_PREFIX = 4
_WEAK = {stem(word) for word in (*GENERIC_WORDS, "graduate", "associate", "professional", "introductory", "studies", "level")}


@dataclass(frozen=True)
class Toward:
    """``records`` are the offerings asked about, none where what would do is asked; ``titles`` name the goal.

    ``goal`` is its own record, if it has one.
    """

    records: tuple[str, ...]
    titles: tuple[str, ...]
    held: bool
    rest: str
    goal: str | None = None


class TowardReader:
    """Reads such questions."""

    def __init__(self, catalogue: Catalogue, names: NameIndex) -> None:
        self._catalogue = catalogue
        self._names = names
        self._goals = GoalIndex(catalogue)

    def read(self, text: str, plain: str, *, within: Collection[str] | None, planned: bool) -> Toward | None:
        """What a message asks of a goal that it names; None where it asks nothing of the kind.

        :param planned: it asks for a way.
        """
        if not _MOVES.search(without_sought(plain)):  # "how many nations took part" moves nothing on
            return None
        homes = {self._catalogue.record(name).institution for name in within or ()}
        goal = self._goals.read(text, institutions=homes)
        if goal is None:
            return None
        named = any({stem(word) for word in tokens(home)} <= goal.words for home in homes)  # the goal's own name holds it
        if homes and not named and not homes & ({goal.home} | {self._catalogue.record(source).institution for source in goal.sources}):
            return None  # something of the same name, elsewhere
        if goal.record and "eligibility" in intents_in(plain) and "pathway" not in intents_in(plain) and not _COUNTS.search(plain):
            return None  # whether somebody may get into it is for its own record to say
        if set(field_cues_in(_HOW_MANY.sub(" ", goal.rest))) - _BESIDE or "guidance" in intents_in(goal.rest):
            return None  # it asks for other things too
        sources = self._sources(goal)
        if sources and (other := self._told_apart(goal, sources, within)):
            return self._toward(goal, (other,))
        if sources and (goal.by_kind or goal.record is None) and (_GOES_TO.search(goal.before) or "pathway" in intents_in(plain) or "compare" not in intents_in(plain)):
            return self._toward(goal, sources)
        if sources or not (goal.by_kind or goal.record is None):
            return None
        asks_way = "pathway" in intents_in(plain) or planned or _ASKS_WHAT.search(plain)
        if not asks_way or not goal.sources:
            return None
        if other := self._offering(goal, within):
            return self._toward(goal, (other,)) if "pathway" in intents_in(plain) else None
        if goal.record and self._names.titled(goal.record, text) and not ("pathway" in intents_in(plain) and _ASKS_ANY.search(plain)):
            return None  # a record that is named is asked about as any other
        return self._toward(goal, ())

    def _toward(self, goal: Goal, records: tuple[str, ...]) -> Toward:
        return Toward(records, goal.titles, bool(_HELD.search(goal.before)), goal.rest, goal=goal.record)

    def _sources(self, goal: Goal) -> tuple[str, ...]:
        """Those of the records that lead to the goal that are named beside it: by most of a title, or by all that tells it apart."""
        scores = {item.record: item for item in self._names.scores(goal.rest, within=goal.sources)}
        words = tokens(goal.rest)
        found: dict[str, set[str]] = {}
        for source in goal.sources:
            title = {word for word in tokens(self._catalogue.record(source).title) if stem(word) not in _WEAK and len(word) > 2}
            own = {word for word in title if stem(word) not in goal.words}
            hits = {word for word in title if any(_alike(word, other) for other in words)}
            score = scores.get(source)
            if (own and own <= hits) or (score and score.title >= _PARTLY and (hits & own or len(hits) >= min(2, len(title)))):
                found[source] = hits
        return tuple(source for source, hits in found.items() if not any(hits < other for other in found.values()))

    def _told_apart(self, goal: Goal, sources: tuple[str, ...], within: Collection[str] | None) -> str | None:
        """Another offering whose whole title is said, where of what leads to the goal only a part of a title is."""
        scores = [item for item in self._names.scores(goal.rest, within=within) if self._catalogue.record(item.record).role == "offering"]
        best = scores[0] if scores else None
        if best is None or best.record in sources or not best.exact:
            return None
        return best.record if all(best.title > item.title for item in scores if item.record in sources) else None

    def _offering(self, goal: Goal, within: Collection[str] | None) -> str | None:
        """Another offering that is plainly named beside the goal."""
        scores = [item for item in self._names.scores(goal.rest, within=within) if self._catalogue.record(item.record).role == "offering"]
        best = scores[0] if scores else None
        return best.record if best and best.title >= _NAMED and best.value >= _VALUE else None


def _alike(word: str, other: str) -> bool:
    """The same word, or its first letters where it is cut short: "intro" for "introductory"."""
    return stem(word) == stem(other) or (len(other) >= _PREFIX and word.startswith(other))
