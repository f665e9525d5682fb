"""Which stretch of a question may say what is asked, and which fields its known questions are near to.

Embedding is most of what reading a message costs, so each stretch is embedded once and no wider than it has to be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.understand.aspects import SETTLED, SURE, Aspect, nearest_aspects
from advisor.understand.intents import intents_in
from advisor.understand.lexicon import field_cues_in
from advisor.understand.requests import INTENT_OF_FIELD, asks_a_question
from advisor.understand.text import sentences, without
from corpus.once import once
from index.search import HybridSearch

__all__ = ["Asked", "begin_asked", "read_asked"]

_PARTS = re.compile(r"[?!.;]+|,? and (?=\w+ )|, |\b\d\. ")
#: a part that no cue tells speaks through its nearest known question from here on
_SPEAKS = 0.46
_MOST = 4
#: over all question sets, no part with cues of facts alone settled its question where the whole was farther than 0.53
#: from every known question of admission, ways on or steps
WORTH = 0.50
_OTHER_KINDS = frozenset(["eligibility", "pathway", "next"])
_ENDS = " .,;:!?"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """``aspects``: fields with their nearness, nearest first. ``cued``: the question with what asks for nothing blanked."""

    aspects: tuple[Aspect, ...]
    cued: str


def read_asked(search: HybridSearch, question: str, *, told: tuple[str, ...]) -> Asked:
    """Read a folded question in which names are blanked.

    What is told, and sentences that only tell while another one asks, name no field: "My employer will pay" is no
    question of fees. A part that all but repeats a known question of admission, ways on or steps is that question,
    whatever its words would mean elsewhere ("where do they post the details" asks for no place).
    """
    asking, cued, parts = _stretches(question, told)
    _begin(search, asking, parts)
    best = dict(nearest_aspects(search, search.embed(asking)))
    known = search.nearest_groups(search.embed(asking), "aspect")
    settles = max((score for field, score in known.items() if field in INTENT_OF_FIELD), default=0.0) >= WORTH
    for part in parts:
        if not settles and not _may_speak(part, parts):
            continue
        near = nearest_aspects(search, search.embed(_alone(part, asking)))
        if not near:
            continue
        name, score = near[0]
        if score >= SETTLED and name in INTENT_OF_FIELD:
            best = {other: value for other, value in best.items() if value >= SURE} | {name: 1.0}
            cued = cued.replace(part, " " * len(part), 1)
        elif len(parts) > 1 and not field_cues_in(part) and not intents_in(part):
            best[name] = max(best.get(name, 0.0), score, SURE if score >= _SPEAKS else 0.0)
    return Asked(aspects=tuple(sorted(best.items(), key=lambda item: item[1], reverse=True)), cued=cued)


def begin_asked(search: HybridSearch, question: str, *, told: tuple[str, ...]) -> None:
    """Begin the embedding of all that :func:`read_asked` compares, so that it goes on beside other work."""
    asking, _, parts = _stretches(question, told)
    _begin(search, asking, parts)


def _begin(search: HybridSearch, asking: str, parts: list[str]) -> None:
    search.embed_ahead(asking, *(_alone(part, asking) for part in parts if _may_speak(part, parts)))


def _may_speak(part: str, parts: list[str]) -> bool:
    """Whether a part may say more than its cues do, however far the whole is from a question that settles it.

    A part whose cues are of facts alone is a question of admission, ways on or steps only where the whole is near to one.
    """
    fields, intents = field_cues_in(part), intents_in(part)
    if not fields and not intents:
        return len(parts) > 1
    return any(field in INTENT_OF_FIELD for field in fields) or not _OTHER_KINDS.isdisjoint(intents)


@once
def _stretches(question: str, told: tuple[str, ...]) -> tuple[str, str, list[str]]:
    """What is compared as a whole, the question without what asks for nothing, and the parts of that.

    Sentences that only tell are compared too where the rest says too little by itself: "it is not open yet, I think.
    Where do I keep an eye out?"
    """
    asking = without(question, told)
    cued = _asking(asking)
    speaks = bool(intents_in(cued)) or any(field not in INTENT_OF_FIELD for field in field_cues_in(cued))
    return " ".join((cued if speaks else asking).split()), cued, [part for part in _PARTS.split(cued) if len(part.split()) >= 3][:_MOST]


def _alone(part: str, asking: str) -> str:
    """A part as it is embedded: the whole, where the whole is no more than it."""
    part = " ".join(part.split())
    return asking if part.strip(_ENDS) == asking.strip(_ENDS) else part


def _asking(question: str) -> str:
    """The question without the sentences that only tell, where another one asks."""
    items = sentences(question)
    if not any(asks_a_question(item) for item in items):
        return question
    return without(question, tuple(item for item in items if not asks_a_question(item)))
