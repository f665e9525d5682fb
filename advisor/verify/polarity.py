"""What a claim denies, and how far it reaches: its negations and scope words against those of its source."""

from __future__ import annotations

import re

from advisor.understand.text import stem, tokens
from advisor.verify.vocabulary import FUNCTION_WORDS, GLUE_WORDS
from corpus.folding import fold

__all__ = ["denial", "is_polar", "reach"]

_NEGATIONS = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|non|unable|waive[sd]?|exempt(?:ed)?)\b|n't\b")
_SCOPE = re.compile(r"\b(?:all|every|everyone|everybody|anyone|anybody|always|only|must|guarantee[sd]?|free|any|unlimited|automatic(?:ally)?|entirely|fully)\b")
_CLAUSE = re.compile(r"[.,;:()\n]|\bbut\b|\bthough\b|\bunless\b|\bif\b")
#: "non-credit" denies credit
_NON = re.compile(r"\bnon-([a-z]{4,})")
_SENTENCE = re.compile(r"[.;]\s+|\n")
#: from this share of the claim's words on, a clause of the source speaks of the same thing
SAME = 0.5


def is_polar(word: str) -> bool:
    """Whether a folded word denies, or tells how far something reaches."""
    return bool(_NEGATIONS.fullmatch(word) or _SCOPE.fullmatch(word))


def denial(claim: str, source: str) -> str | None:
    """What is wrong where the claim denies what its source does not, or affirms what its source denies.

    >>> denial("Credits transfer to the diploma.", "credits do not transfer to the diploma; ask the registrar")
    'the claim affirms something that its evidence denies'
    """
    said, held = fold(claim), fold(source)
    if _NEGATIONS.search(said):
        return None if _NEGATIONS.search(held) else "the claim denies something that its evidence does not"
    affirmed = _NON.sub(" ", held)
    if any(re.search(rf"\b{word}", said) and not re.search(rf"\b{word}", affirmed) for word in _NON.findall(held)):
        return "the claim affirms something that its evidence denies"
    words = _words(said)
    if not words or said.strip(" .") in {part.strip(" .") for part in _SENTENCE.split(held)}:
        return None  # a sentence of the source denies nothing that it says itself
    clauses = [(len(words & _words(clause)) / len(words), clause) for clause in _CLAUSE.split(held)]
    best = max(share for share, _ in clauses)
    nearest = [clause for share, clause in clauses if share == best]
    if best >= SAME and all(_NEGATIONS.search(clause) for clause in nearest):
        return "the claim affirms something that its evidence denies"
    return None


def _words(text: str) -> set[str]:
    return {stem(word) for word in tokens(text) if word not in FUNCTION_WORDS and word not in GLUE_WORDS and (len(word) > 2 or word.isdigit())}


def reach(claim: str, source: str) -> str | None:
    """A word of the claim that reaches further than its source: "all", "only", "must", "guaranteed"."""
    held = fold(source)
    for match in _SCOPE.finditer(fold(claim)):
        word = match[0]
        root = re.sub(r"(?<=guarantee)[sd]$|(?<=automatic)ally$", "", word)
        ending = r"\w*" if root in {"guarantee", "automatic"} else ""
        if not re.search(rf"\b{root}{ending}\b", held):
            return word
    return None
