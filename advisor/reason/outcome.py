"""What comes of one check, how several combine, and the learner's words behind a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from advisor.understand.text import stem, tokens
from advisor.understand.understanding import LearnerFacts

__all__ = ["ORDER", "Outcome", "Verdict", "best_of", "each", "words_for", "worst_of"]

Verdict = Literal["met", "not_met", "unknown"]
ORDER: dict[Verdict, int] = {"not_met": 0, "unknown": 1, "met": 2}
_OF_SCHOOL = re.compile(r"school|grade|gr\b|class|dogwood|ged|dropped|graduat|finish", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of one check.

    ``said`` are the learner's words it rests on. ``lacks`` names the fact that would settle it. ``judged``: what was
    told may count, and the institution judges whether it does. ``way`` is the text of the way that decided, if any.
    """

    verdict: Verdict
    said: tuple[str, ...] = ()
    lacks: str | None = None
    judged: bool = False
    why: str = ""
    way: str | None = None


def best_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Any one is enough: the one that is met; else one that might be; else all that are not."""
    listed = list(outcomes)
    best = max(listed, key=lambda item: (ORDER[item.verdict], len(item.said)))
    if best.verdict != "not_met":
        return best
    return Outcome(verdict="not_met", said=each(said for item in listed for said in item.said), why=best.why)


def worst_of(outcomes: Iterable[Outcome]) -> Outcome:
    """All have to be met: the least of them decides; the words of each are kept, save where one is not met."""
    listed = list(outcomes)
    worst = min(listed, key=lambda item: ORDER[item.verdict])
    said = worst.said if worst.verdict == "not_met" else each(word for item in listed for word in item.said)
    judged = any(item.judged for item in listed)
    return Outcome(verdict=worst.verdict, said=said, lacks=worst.lacks, judged=judged, why=worst.why)


def words_for(facts: LearnerFacts, item: str) -> tuple[str, ...]:
    """The learner's stretch that tells an item, as a tuple of one; empty where no stretch names it."""
    wanted = [stem(word) for word in tokens(item) if not word.isdigit()] or tokens(item)
    stretches = [(said, {stem(token) for token in tokens(said)}) for said in facts.said]
    found = [said for said, stems in stretches if all(word in stems for word in wanted)]
    found = found or [said for said, stems in stretches if wanted and wanted[0] in stems]
    if not found and item.startswith("high school"):
        found = [said for said in facts.said if _OF_SCHOOL.search(said)]
    if not found and item == "trade qualification":
        found = [said for said in facts.said if "apprentice" in said.lower()]
    return tuple(found[:1])


def each(items: Iterable[str]) -> tuple[str, ...]:
    """The items once each, in order."""
    return tuple(dict.fromkeys(items))
