"""Clauses that ask about what guidance names, such as a grant or a law, and about no offering.

"Who applies for the employer training grant" is a question of its own beside one about an offering. "Can I use it" and
"can I use the grant" are not: they ask of the offering that is spoken of.
"""

from __future__ import annotations

import re

from advisor.understand.lexicon import field_cues_in
from advisor.understand.names import NameIndex
from advisor.understand.question_words import OPENING
from corpus.catalogue import Catalogue
from corpus.folding import fold

__all__ = ["GuidedClauses"]

#: what a term that is not a proper name may be about: words of other fields are said of any offering
_MONEY = {"funding", "fee", "partners", "competencies", "duration"}
#: names that are everyday words too, or that are said of people
_ALSO_WORDS = frozenset(["care", "fair", "first nations", "for credit", "plar", "pla", "prior learning assessment and recognition", "micro credential"])
_LEAST = 3
#: "who is it that runs PSSSP" points at nothing
_POINTS = re.compile(r"\b(?:it(?! that\b)|its|(?<!\bit )that|this|these|those|there)\b")
_THEY = re.compile(r"\b(?:they|them)\b")
_WH = re.compile(rf"{OPENING}(?:what|whats|what's|who|whos|who's|how|hows|how's|when|where|why|which|tell me|explain)\b")
_EXISTS = re.compile(rf"{OPENING}(?:is|are) there\b")
#: what is asked of a grant for the offering spoken of, or of the offering for the grant
_USE = frozenset(
    [
        "use", "used", "using", "get", "got", "getting", "have", "pay", "pays", "paid", "cover", "covers", "covered", "help", "helps", "work",
        "works", "apply", "applies", "applied", "eligible", "qualify", "qualifies", "count", "counts", "take", "takes", "taken", "accept", "accepts",
        "accepted", "available", "okay", "fund", "funds", "funded", "good", "for", "with", "on", "be", "is", "are", "was", "do", "does", "did", "can",
        "could", "would", "will", "may", "might", "should", "i", "we", "you", "he", "she", "my", "the", "a", "an", "any", "or", "and", "also", "so",
        "but", "then", "to", "of", "me", "us", "grant", "grants", "money", "program", "programs", "there", "through", "from", "under", "by", "still",
        "even", "too",
    ]
)


class GuidedClauses:
    """Tells the clauses that ask about something that guidance names."""

    def __init__(self, catalogue: Catalogue, names: NameIndex) -> None:
        terms = {term for section in catalogue.sections.values() for term in section.terms if _is_name(term) and not names.institutions_in(term)}
        words = sorted({fold(term).replace("-", " ") for term in terms} - _ALSO_WORDS, key=len, reverse=True)
        self._pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")s?\b") if words else None

    def asks(self, plain: str, *, first: bool) -> bool:
        """Whether a folded clause that names no offering asks about something that guidance names.

        :param first: no clause before it names an offering, which "is there a waiver" could be asked of.
        """
        text = plain.replace("-", " ")
        found = self._pattern.search(text) if self._pattern else None
        if found is None or _POINTS.search(_EXISTS.sub("", plain)):
            return False
        if _WH.search(plain):
            return True
        if _THEY.search(plain):
            return False
        beside = re.findall(r"[a-z0-9']+", f"{text[: found.start()]} {text[found.end() :]}")
        return any(word not in _USE for word in beside) or bool(first and _EXISTS.search(plain))


def _is_name(term: str) -> bool:
    """Whether a term is the name of something: written with capitals, or of several words and about money."""
    if len(term) < _LEAST:
        return False
    if any(letter.isupper() for letter in term[1:]) or (" " in term and term[0].isupper()):
        return True
    cues = set(field_cues_in(fold(term)))
    return " " in term and bool(cues) and cues <= _MONEY
