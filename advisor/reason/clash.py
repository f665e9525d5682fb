"""A clause against the sentences of a record that speak of the same thing: which one denies what the clause affirms."""

from __future__ import annotations

import re

from advisor.understand.text import stem, tokens
from advisor.verify.vocabulary import FUNCTION_WORDS, GLUE_WORDS
from corpus.credential import Credential
from corpus.fields import field_text
from corpus.folding import fold

__all__ = ["denied_by", "speaks_of_outcome"]

_NOISE = {stem(word) for word in (*FUNCTION_WORDS, *GLUE_WORDS, "course", "program", "certificate", "credential", "micro", "student", "learner", "take", "get", "need", "also", "thing")}
#: words that say where, not who
_WHERE = {stem(word) for word in ("north", "south", "east", "west", "island", "college", "university", "institute", "campus", "fall", "spring", "year")}
_DENIES = re.compile(r"\b(?:not|no|never|without|cannot|neither|nor|none|optional|voluntary|except)\b|n't\b|\bnon-")
#: fields whose sentences say how things are done
_FIELDS = ("summary", "requirements", "assessment", "timing", "duration", "location", "parts", "plar", "supports", "notes", "next_steps", "transfer", "recognition")
_PIECE = re.compile(r"[;\n]|\.\s")
#: lets people in; and a sentence that keeps some out
_LETS_IN = re.compile(r"\b(?:welcomes?|accepts?|takes|open to|allows?|admits?|lets)\b")
_KEEPS_OUT = re.compile(r"\bnot (?:open|available|eligible|offered|accept\w*)\b|\bcannot\b")
#: so many words in common, or this share of the clause's own, and the two speak of the same thing
_WORDS, _SHARE = 2, 0.5
_OUTCOMES = {
    r"certif|licen|qualif|regist|accredit|ticket": re.compile(r"\bcertif(?:y|ied|ication)\b|\blicen[cs]e|\bregist(?:ry|ered)\b|\bguarantee|\bqualif|\baccredit"),
    r"job|hired|placement|work": re.compile(r"\bjobs?\b|\bemploy(?:ment|ed|er)\b|\bhired\b|\bplacement\b|\bguarantee"),
    r"seat|spot|admission|finish|guarantee": re.compile(r"\bseat reserved\b|\bguarantee"),
}
_TELLS = ("requirements", "notes", "summary", "assessment", "laddering", "next_steps", "quality_assurance", "purpose", "recognition", "prerequisite_of")


def denied_by(record: Credential, clause: str) -> str | None:
    """The field with a sentence that denies what a folded clause affirms of the same thing, or the reverse; None when none does.

    >>> record = Credential(id="a", title="A", institution="B", notes=("The live weekly sessions are optional.",))
    >>> denied_by(record, "the live weekly sessions are mandatory"), denied_by(record, "the live weekly sessions are long and optional")
    ('notes', None)
    """
    words = _words(clause)
    denies = bool(_DENIES.search(clause))
    if not words:
        return None
    best: tuple[float, str] | None = None
    for name in _FIELDS:
        for piece in _PIECE.split(fold(field_text(record, name) or "")):
            shared = words & _words(piece)
            if shared - _WHERE and not denies and _LETS_IN.search(clause) and _KEEPS_OUT.search(piece):
                return name
            share = len(shared) / len(words)
            if len(shared) < _WORDS and share < _SHARE:
                continue
            if bool(_DENIES.search(piece)) == denies:
                return None  # something says the same: nothing to correct
            if not denies and (best is None or share > best[0]):
                best = (share, name)
    return best[1] if best else None


def speaks_of_outcome(record: Credential, clause: str) -> str | None:
    """The field that speaks of the licence, job or seat that a folded clause expects of the record; None when none does."""
    patterns = [held for said, held in _OUTCOMES.items() if re.search(said, clause)]
    for name in _TELLS:
        if any(pattern.search(fold(field_text(record, name) or "")) for pattern in patterns):
            return name
    return None


def _words(text: str) -> set[str]:
    return {stem(word) for word in tokens(text) if len(word) > 2 and not _DENIES.fullmatch(word)} - _NOISE
