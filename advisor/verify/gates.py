"""The gates: cheap, deterministic checks that a claim says no more than its evidence.

In order: every cited id is in this turn's evidence; every number, quantity, date and proper name of the claim stands
in the cited text; enough of its content words do; negations and scope words agree. A claim that fails is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from advisor.understand.text import fold, place_of, stem, tokens
from advisor.verify.polarity import denial, is_polar, reach
from advisor.verify.quantities import misread_date, misread_quantity
from advisor.verify.vocabulary import FUNCTION_WORDS, GLUE_WORDS
from corpus.evidence import Evidence
from corpus.numbers import NUMBER_WORDS, numbers_in

__all__ = ["GateFailure", "check_claim", "supports"]

#: least share of a claim's content words that must stand in its evidence
OVERLAP_FLOOR = 0.6
#: a capitalised word that begins no sentence, or one with several capitals wherever it stands
_PROPER = re.compile(
    r"(?<![.!?:]\s)(?<!^)(?<![\w\u0300-\u036f])[A-ZÀ-ÖØ-ÞŁ][\w\u0300-\u036f'’&-]*"
    r"|(?<![\w\u0300-\u036f])[A-ZÀ-ÖØ-ÞŁ][\w\u0300-\u036f]*[A-ZÀ-ÖØ-ÞŁ][\w\u0300-\u036f]*"
)


@dataclass(frozen=True)
class GateFailure:
    """Why a claim was not let through."""

    gate: str
    detail: str


def check_claim(
    text: str,
    evidence: Sequence[Evidence],
    *,
    said: str = "",
    working: Sequence[Decimal] = (),
    known_ids: Mapping[str, Evidence] | None = None,
) -> GateFailure | None:
    """Check one claim against the evidence it cites.

    :param said: the learner's own words, which a claim may repeat.
    :param working: numbers of the finding that the claim names.
    :param known_ids: this turn's evidence; a citation outside it fails.
    :returns: the first gate that fails, or None.
    """
    if not evidence:
        return GateFailure("citation", "the claim cites nothing")
    for item in evidence:
        if known_ids is not None and item.id not in known_ids:
            return GateFailure("citation", f"{item.id} is not in this turn's evidence")
    sources = [part for item in evidence for part in (item.text, item.title, item.as_of or "", item.label)]
    return _check_words(text, sources, said=said, working=working)


def supports(claim_text: str, evidence_texts: Sequence[str]) -> bool:
    """Whether texts taken together support a claim, by the same gates.

    >>> supports("It takes 60 hours.", ["about 60 hours over 8 weeks"])
    True
    >>> supports("It takes 70 hours.", ["about 60 hours over 8 weeks"])
    False
    """
    return _check_words(claim_text, evidence_texts) is None


def _has_its_own_gate(word: str) -> bool:
    """Whether a word is no content: it carries no fact, or numbers, negations and scope are checked by themselves."""
    return word in FUNCTION_WORDS or word in GLUE_WORDS or word in NUMBER_WORDS or word[0].isdigit() or is_polar(word)


def _check_words(
    text: str, sources: Sequence[str], *, said: str = "", working: Sequence[Decimal] = ()
) -> GateFailure | None:
    joined = "\n".join(sources)
    numbers = numbers_in(text)
    allowed = {*numbers_in(joined), *numbers_in(said), *(value.normalize() for value in working)} if numbers else set()
    for number in numbers:
        # "one" is as often a pronoun or article as a number; only its digit is held to the evidence
        if number not in allowed and not (number == 1 and not re.search(r"\b1\b", text)):
            return GateFailure("number", f"{number} stands in no cited text")
    if wrong := misread_quantity(text, f"{joined}\n{said}\n{' '.join(map(str, working))}"):
        return GateFailure("number", f"{wrong} is not what the cited text says")
    if wrong := misread_date(text, f"{joined}\n{said}"):
        return GateFailure("date", f"{wrong} is not what the cited text says")
    source_fold = fold(joined + "\n" + said)
    computed = " ".join(f"{value.normalize():,f} {value.normalize():f}" for value in working)
    source_stems = {stem(token) for token in tokens(f"{joined}\n{said}\n{computed}")}
    for name in _PROPER.findall(text):
        plain = fold(name).strip("'").removesuffix("'s")
        if place_of(plain, source_fold) < 0 and stem(plain) not in source_stems and plain not in GLUE_WORDS:
            return GateFailure("name", f"{name!r} stands in no cited text")
    content = [word for word in tokens(text) if len(word) > 2 and not _has_its_own_gate(word)]
    if content:
        found = sum(1 for word in content if stem(word) in source_stems)
        if found / len(content) < OVERLAP_FLOOR:
            missing = [word for word in content if stem(word) not in source_stems]
            return GateFailure("overlap", f"too few words stand in the cited text; missing {', '.join(missing[:6])}")
    if wrong := denial(text, joined):
        return GateFailure("negation", wrong)
    if word := reach(text, joined):
        return GateFailure("scope", f"{word!r} stands in no cited text")
    return None
