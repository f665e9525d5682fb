"""Checks of work: years and kind of experience, tickets and licences."""

from __future__ import annotations

import re

from advisor.reason.outcome import Outcome, Verdict, each, words_for
from advisor.reason.tickets import is_trade, match_ticket
from advisor.understand.text import fold, stem, tokens
from advisor.understand.understanding import LearnerFacts
from advisor.verify.vocabulary import FUNCTION_WORDS
from corpus.numbers import number_pattern, parse_number
from corpus.requirement import Requirement

__all__ = ["check_credential", "check_experience"]

_GENERIC = """about at least years year of work working experience experiences related relevant field fields area areas
sector paid unpaid or and a an the in with active involved involvement as employee paid
role professional from recent
full time employment plus degree other any by for two one three four five six seven eight nine ten undergraduate currently
volunteer volunteering staff minimum expected appropriate some practical previous prior demonstrated equivalent post graduation diploma bachelor"""
#: words of an experience requirement that name no line of work of their own
_NO_DOMAIN = {stem(word) for word in (*_GENERIC.split(), *FUNCTION_WORDS)}
_ALSO_WORK = re.compile(r"\band currently working\b|\bplus\b[^;]*\bwork\b", re.IGNORECASE)


def check_experience(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """Years and kind of experience. Whether it is of the kind asked is always the institution's to judge."""
    if requirement.kind != "experience" and requirement.years is None and not _ALSO_WORK.search(requirement.text):
        return None
    said = (facts.experience_said,) if facts.experience_said else ()
    if not said or (requirement.years is not None and facts.experience_years is None):
        return Outcome(verdict="unknown", said=said, lacks="experience")
    if requirement.years is not None and (facts.experience_years or 0) < requirement.years:
        return Outcome(verdict="not_met", said=said, why="fewer years are told than are stated")
    domain = _stems(requirement.text) - _NO_DOMAIN - _stems(requirement.field_of_study or "")
    if re.search(r"\blived experience\b", requirement.text):
        domain = set()  # any experience of life or work speaks to it
    told = _stems(" ".join((*said, *facts.occupations, *facts.credentials)))
    if domain and not domain & told:
        return Outcome(verdict="unknown", said=said, judged=True, why="whether that work is of the kind stated")
    return Outcome(verdict="met", said=said, judged=True, why="the years told are at least the years stated" if requirement.years else "")


def _stems(text: str) -> set[str]:
    return {stem(word) for word in tokens(text) if not word.isdigit()}


def check_credential(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """A ticket or licence held against the one stated; a list of certifications is shown and not judged."""
    asked = requirement.credential
    if asked is None:
        return _several(requirement, facts) if requirement.kind == "credential" else None
    if requirement.kind == "documents":
        held = [item for item in facts.credentials if fold(item) in fold(asked)]
        said = each(word for item in held for word in words_for(facts, item))
        return Outcome(verdict="unknown", said=said, why="each of those listed is asked")
    matches = {item: match_ticket(item, asked) for item in facts.credentials}
    for kind in ("same", "vague", "other"):
        for item, match in matches.items():
            if match == kind:
                verdict: Verdict = "met" if kind == "same" else "unknown"
                return Outcome(verdict=verdict, said=words_for(facts, item) or (item,), judged=kind != "same", why=kind)
    missing = [item for item in facts.not_held if fold(item) in fold(asked) or (is_trade(item) and is_trade(asked))]
    if missing:
        return Outcome(verdict="not_met", said=each(word for item in missing for word in words_for(facts, item)), why="it is told not to be held")
    return Outcome(verdict="unknown", lacks="credential")


_SEVERAL = re.compile(rf"^(?:any )?(?P<n>{number_pattern}) of(?: these(?: \w+)?| the(?: \w+)?)?: (?P<list>.+)$", re.IGNORECASE)


def _several(requirement: Requirement, facts: LearnerFacts) -> Outcome | None:
    """So many of the credentials that an entry lists ("any three of: …")."""
    listed = _SEVERAL.match(requirement.text)
    if listed is None:
        return None
    names = {fold(name.strip()): name.strip() for name in listed["list"].rstrip(".").split(";")}
    held = [item for item in (*facts.credentials, *facts.courses) if fold(item) in names]
    said = each(word for item in held for word in words_for(facts, item) or (item,))
    if len(set(held)) >= parse_number(listed["n"]):
        return Outcome(verdict="met", said=said, why="as many are told as are stated")
    return Outcome(verdict="unknown", said=said, lacks="credential")
