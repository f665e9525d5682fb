"""The sections of one scheme for a question about it, best first, and which of a section's sentences speaks to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from advisor.find.sections import SectionHit, rank_sections
from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS
from advisor.understand.schemes import Scheme, plain_term
from advisor.understand.synonyms import catalogue_words
from advisor.understand.text import stem, tokens
from corpus.catalogue import Catalogue
from corpus.folding import fold
from corpus.section import Section
from index.folding import STOP_WORDS
from index.search import HybridSearch

__all__ = ["SchemeHit", "asked_of", "scheme_sections", "speaking_sentence"]

#: how a question asked of the scheme, its own words and the words of one sentence count for the order of sections
_OF_SCHEME, _OWN, _SAID = 0.55, 0.30, 0.15
#: weight of a known question's nearness in how sections are ordered, and in how surely one answers
_ORDERS, _ANSWERS = 0.36, 0.6
#: off a section on how it is at one institution, which the question does not name
_ELSEWHERE = 0.12
#: for the section that says what the scheme is
_DEFINES = 0.03
#: a second section is looked at when its score is this close to the best one's
_CLOSE, _LOOKED_INTO = 0.10, 3
#: how surely the question's own words must be about a section; where nothing else says that it is about the scheme; and where
#: a sentence of the section says half of them, or a third
_OWN_WORDS, _SURE, _SOME, _HARDLY = 0.36, 0.40, 0.20, 0.10
_HALF, _A_THIRD, _NEAR = 0.5, 0.33, 0.70
#: and a section about a scheme that the question names
_NAMED = 0.50
#: asks for a limit, and what a sentence says that gives one
_MOST = frozenset(["max", "maximum", "most", "limit", "cap", "highest", "biggest", "largest"])
_LIMITS = re.compile(r"\b(?:up to|limit\w*|cap|at most|maximum|most|ceiling|no more than|under)\b")
_PREFIX = 4
#: one word alone says only half of what is asked
_FEWEST = 2
_NOISE = {stem(word) for word in (*CHAT_WORDS, *GENERIC_WORDS, *STOP_WORDS)}


@dataclass(frozen=True)
class SchemeHit(SectionHit):
    """A section that speaks of a scheme; ``said`` is the share of the question's words that one sentence of it says."""

    said: float = 0.0


def scheme_sections(catalogue: Catalogue, search: HybridSearch, scheme: Scheme, question: str) -> list[SchemeHit]:
    """Sections that speak of a scheme, for a folded question, which is read as asked of that scheme; best first."""
    own = {hit.section.id: hit for hit in _all(catalogue, search, question)}
    said_here = frozenset(tokens(question))
    found = []
    for hit in _all(catalogue, search, scheme.standing(question)):
        if hit.section.id in scheme.sections:
            _, share = speaking_sentence(hit.section, question, beside=scheme.names)
            alone = own[hit.section.id]
            score = _OF_SCHEME * hit.score + _OWN * alone.score + _SAID * share + (_DEFINES if scheme.name in map(plain_term, hit.section.terms) else 0.0)
            if not scheme.elsewhere.get(hit.section.id, said_here) & said_here:
                score -= _ELSEWHERE
            found.append(SchemeHit(hit.section, score, hit.about, own=alone.about, asked=hit.asked, said=share))
    return sorted(found, key=lambda hit: hit.score, reverse=True)


def _all(catalogue: Catalogue, search: HybridSearch, text: str) -> list[SectionHit]:
    """All sections for a question; a mistake that a section sets right is a question that it answers."""
    vector = search.embed(text)
    mistaken = search.nearest_groups(vector, "mistaken")
    hits = rank_sections(catalogue, search, text, vector=vector, k=len(catalogue.sections))
    found = []
    for hit in hits:
        more = max(0.0, mistaken.get(hit.section.id, 0.0) - hit.asked)
        found.append(replace(hit, score=hit.score + _ORDERS * more, about=hit.about + _ANSWERS * more, asked=hit.asked + more))
    return found


def asked_of(hits: Sequence[SchemeHit], *, named: bool = False, surely: bool = False) -> list[SchemeHit]:
    """Of a scheme's sections those that answer the question, at most two: by the question's own words, not by the scheme's name alone.

    :param named: the question names the scheme.
    :param surely: nothing says that the question is about the scheme.
    """
    close = [hit for hit in hits[:_LOOKED_INTO] if hits[0].score - hit.score <= _CLOSE]
    answering = [hit for hit in close if _answers(hit, surely=surely)]
    return list(dict.fromkeys([close[0], *answering]))[:2] if answering or (named and close and close[0].about >= _NAMED) else []


def _answers(hit: SchemeHit, *, surely: bool) -> bool:
    if hit.own >= (_SURE if surely else _OWN_WORDS) or (hit.own >= _SOME and hit.said >= _HALF):
        return True
    return not surely and hit.own >= _HARDLY and hit.said >= _A_THIRD and hit.about >= _NEAR


def speaking_sentence(section: Section, question: str, *, beside: tuple[str, ...] = ()) -> tuple[int | None, float]:
    """The number of the sentence that says most of a folded question's words, and the share that it says (of one word, half); None where none says any.

    :param beside: names whose words do not count: every sentence says them.
    """
    known = {stem(word) for name in beside for word in tokens(name)}
    words = [word for word in dict.fromkeys(tokens(question)) if stem(word) not in _NOISE | known and len(word) > 1]
    if not words:
        return None, 0.0
    shares = [_share_said(words, fold(text)) for text in section.sentences]
    best = max(range(len(shares)), key=lambda number: shares[number])
    return (best, shares[best]) if shares[best] > 0.0 else (None, 0.0)


def _share_said(words: Sequence[str], text: str) -> float:
    said = tokens(text)
    stems = {stem(word) for word in said}
    return sum(_is_said(word, said, stems, text) for word in words) / max(len(words), _FEWEST)


def _is_said(word: str, said: Sequence[str], stems: Collection[str], text: str) -> bool:
    """Whether a text says a word, a longer one that begins with it ("life", "lifetime"), or another word for it."""
    if word in _MOST:
        return bool(_LIMITS.search(text))
    if stem(word) in stems or any(stem(item) in stems for item in tokens(catalogue_words(word))):
        return True
    return len(word) >= _PREFIX and any(item.startswith(word) for item in said)
