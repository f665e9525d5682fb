"""Find guidance sections for a question: by their text, and by the questions people ask for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from advisor.converse.query import ConversationQuery, Said, conversational_query
from advisor.converse.retrieve import weigh_conversation
from advisor.understand.lexicon import field_cues_in
from corpus.catalogue import Catalogue
from corpus.folding import fold
from corpus.section import Section
from index.hit import FusionWeights
from index.search import HybridSearch

__all__ = ["SectionHit", "answering", "best_sections", "rank_sections"]

SAME_DOCUMENT = 0.06
#: weights of a section's known questions, its text and its words; tuned on the guidance questions (40 of 42 answered)
_ASKED, _TEXT, _WORDS = 0.36, 0.36, 0.28
#: and of asking for the same field
_FIELD = 0.06
#: stands for a cosine that was not computed
UNKNOWN = 0.3
#: how surely a follow-up's own words must be about a section that was shown just now, one of the same document, and
#: one of another, which need be less sure where the follow-up says what it is about
AGAIN, STAYS, LEAVES, LEAVES_TOLD = 0.25, 0.20, 0.45, 0.36
#: what the search puts first need be no surer than this, for a follow-up without a topic of its own
FIRST = 0.28
#: a section this far ahead of the next one is meant, said just now or not: the follow-up leans on what was said
AHEAD = 0.15
#: from here on two sections are about a follow-up through what was said before it
LEANS = 0.70
#: a second section is added when its score is this close to the best one's
BESIDE = 0.20
#: what continues the first section is said too when it is this close and this surely about the question
FAMILY, FAMILY_ABOUT = 0.16, 0.5
#: from this nearness to a known question on, the section that it is asked of is said whatever else is
IN_THESE_WORDS = 0.72
WEIGHTS = FusionWeights(dense=0.8, keyword=0.2, fields={"title": 2.0, "terms": 2.0, "questions": 1.0, "text": 1.0})


@dataclass(frozen=True)
class SectionHit:
    """A section for a question.

    ``score`` orders the sections of one search; ``about`` (0 to 1) says how surely the section answers and compares
    between questions. ``own`` is the same for a follow-up's own words, without what was said before them. ``asked`` is the nearness
    to the nearest of its known questions.
    """

    section: Section
    score: float
    about: float
    own: float = 1.0
    asked: float = 0.0


def rank_sections(catalogue: Catalogue, search: HybridSearch, question: str, *, vector: np.ndarray | None = None, k: int = 5, near: Collection[str] = (), earlier: Sequence[Said] = ()) -> list[SectionHit]:
    """Sections that answer a question, best first.

    :param near: sections shown just before; others of their documents are a little likelier.
    :param earlier: what was said before a follow-up, the oldest first; it counts as far as the question is unclear.
    """
    if earlier:
        return _follow_up(catalogue, search, conversational_query(question, earlier), k=k)
    vector = search.embed(question) if vector is None else vector
    asked = search.nearest_groups(vector, "question")
    hits = search.search(question, k=120, kinds={"section"}, vector=vector, weights=WEIGHTS)
    top = max((hit.keyword for hit in hits), default=0.0) or 1.0
    scores = {hit.id: _ASKED * asked.get(hit.id, UNKNOWN) + _TEXT * hit.dense + _WORDS * hit.keyword / top for hit in hits}
    for section_id, nearness in asked.items():
        scores.setdefault(section_id, _ASKED * nearness + _TEXT * UNKNOWN)
    fields = field_cues_in(fold(question))
    for section_id in scores:
        scores[section_id] += _FIELD * _speaks_of_fields(catalogue.sections.get(section_id), fields)
    documents = {section_id.partition("#")[0] for section_id in near}
    if documents:
        scores = {name: score + (SAME_DOCUMENT if name.partition("#")[0] in documents else 0.0) for name, score in scores.items()}
    ranked = sorted(scores.items(), key=lambda item: item[1], reverse=True)[:k]
    dense = {hit.id: hit.dense for hit in hits}
    return [SectionHit(catalogue.sections[section_id], score, 0.6 * asked.get(section_id, UNKNOWN) + 0.4 * dense.get(section_id, UNKNOWN), asked=asked.get(section_id, 0.0)) for section_id, score in ranked if section_id in catalogue.sections]


def _speaks_of_fields(section: Section | None, fields: Sequence[str]) -> float:
    """The share of a section's known questions that ask for the fields that a question asks for."""
    if section is None or not fields or not section.questions:
        return 0.0
    asked = _fields_asked(section.questions)
    return sum(asked.get(name, 0.0) for name in fields) / len(fields)


@lru_cache(maxsize=1024)
def _fields_asked(questions: tuple[str, ...]) -> dict[str, float]:
    """Each field with the share of the questions that have a cue for it."""
    counts = Counter(name for text in questions for name in field_cues_in(fold(text)))
    return {name: count / len(questions) for name, count in counts.items()}


def _follow_up(catalogue: Catalogue, search: HybridSearch, query: ConversationQuery, *, k: int) -> list[SectionHit]:
    """The same for a follow-up: texts and known questions are weighed with what was said before, each by itself.

    How surely a section answers is read from the follow-up alone or, as far as it leans on it, from what came before.
    """
    scores: dict[str, float] = {}
    about: dict[str, float] = {}
    own: dict[str, float] = {}
    for kind, weight, share in (("question", _ASKED, 0.6), ("section", _TEXT + _WORDS, 0.4)):
        weighed = weigh_conversation(search, query, kinds={kind}, weights=WEIGHTS)
        dense = weighed.table.dense
        sure = np.maximum(dense[0], weighed.leaning * dense[1:].max(axis=0, initial=0.0))
        for values, factor, into in ((weighed.scores, weight, scores), (sure, share, about), (dense[0], share, own)):
            best: dict[str, float] = {}
            for hit in search.pick(weighed.table, values, k=values.size):
                best.setdefault(hit.group, hit.score)  # the best of a group comes first
            for group, value in best.items():
                into[group] = into.get(group, 0.0) + factor * value
    ranked = sorted(scores.items(), key=lambda item: item[1], reverse=True)
    return [SectionHit(catalogue.sections[name], score, about[name], own[name]) for name, score in ranked if name in catalogue.sections][:k]


def best_sections(hits: Sequence[SectionHit], *, close: float) -> list[SectionHit]:
    """Of ranked sections the first, and what belongs beside it.

    That is the next one when its score is ``close``, what continues the first ("mnbc" and "mnbc-limits"), and the section that is
    asked for in almost these words, where the first is not.
    """
    first = hits[0]
    beside = [hit for hit in hits[1:2] if first.score - hit.score <= close]
    beside += [hit for hit in hits[1:4] if hit.section.document == first.section.document and hit.section.slug.startswith(f"{first.section.slug}-") and first.score - hit.score <= FAMILY and hit.about >= FAMILY_ABOUT][:1]
    nearest = max(hits[:4], key=lambda hit: hit.asked)
    beside += [nearest] if nearest.asked >= IN_THESE_WORDS and nearest.asked > first.asked else []
    return list({hit.section.id: hit for hit in (first, *beside)}.values())


def answering(hits: Sequence[SectionHit], shown: Collection[str], *, topic: str, stays: bool, confirms: bool = False) -> list[SectionHit]:
    """Of the sections for a follow-up those that speak to it, at most two.

    What was shown just now is not said again unless the follow-up itself speaks of it.

    :param topic: what the follow-up itself says it is about.
    :param stays: it points back ("does it cover books"), or says no topic: the documents shown answer it, where they can.
    :param confirms: it says back what it took from the answer before ("so once in my life?").
    """
    if confirms and hits and hits[0].section.id in shown and hits[0].own >= STAYS:
        return [hits[0]]
    fresh = [hit for hit in hits if hit.section.id not in shown or hit.own >= AGAIN]
    documents = {name.partition("#")[0] for name in shown}
    same = [hit for hit in fresh if hit.section.document in documents and hit.own >= (STAYS if stays else LEAVES_TOLD)]
    # what points back leaves its documents only for what the whole talk is nearest to
    other = [hit for hit in fresh if (hit is hits[0] or not stays) and hit.own >= (FIRST if hit is hits[0] and not topic else LEAVES_TOLD if topic else LEAVES)]
    kept = same if same and stays else [hit for hit in fresh if hit in same or hit in other]
    close = [hit for hit in kept if kept[0].score - hit.score <= BESIDE]
    found = sorted(close, key=lambda hit: hit.own, reverse=True)[:2]
    beside = next((hit for hit in hits[1:] if not found or hit in found), None)
    if stays and hits and hits[0] not in found and hits[0].section.document in documents and beside and hits[0].score - beside.score >= AHEAD:
        return [hits[0], *found[:1]]
    if stays and not found and len(hits) > 1 and hits[1].about >= LEANS:
        return [hit for hit in hits[:2] if hit.section.id not in shown][:1]
    return found
