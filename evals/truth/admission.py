"""Whether somebody meets what a record asks, worked out a second time from the typed requirements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from evals.truth.raw import Raw

__all__ = ["Learner", "Verdict", "overall"]

Verdict = Literal["appears_to_meet", "does_not_meet", "depends", "nothing_stated", "open"]
_One = Literal["met", "not_met", "unknown"]
_LADDER = ["grade-10", "grade-11", "grade-12", "some-postsecondary", "certificate", "diploma", "bachelor", "graduate"]
_LETTERS = ["F", "D", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+"]
#: beginnings of words that name no kind of work
_ANY_WORK = {"work", "paid", "volun", "years", "exper"}
#: least percentage of a letter in B.C. schools
_PERCENT = {"C-": 50, "C": 60, "C+": 67, "B": 73, "A": 86}


@dataclass(frozen=True)
class Learner:
    """What somebody told, typed. Every part is optional: what is not told is unknown.

    ``marks`` are by school subject ("English 12" -> "B"), ``held`` titles of credentials, ``town`` and ``region`` where
    they live, ``years`` of work that is described by ``work``.
    """

    level: str | None = None
    age: int | None = None
    marks: tuple[tuple[str, str], ...] = ()
    held: tuple[str, ...] = ()
    years: float | None = None
    work: str = ""
    town: str | None = None
    region: str | None = None
    lacks: tuple[str, ...] = field(default=())


def overall(record: Raw, learner: Learner) -> Verdict:
    """What all requirements of a record come to for a learner."""
    asked = [dict(entry) for entry in record.get("requirements", [])]
    if not asked:
        return "nothing_stated"
    weighing = [entry for entry in asked if _weighs(entry)]
    if not weighing:
        open_to_all = any(entry["kind"] == "open" for entry in asked)
        to_bring = any(entry.get("strength", "required") == "required" and entry["kind"] != "open" and entry["kind"] != "intended" for entry in asked)
        return "depends" if to_bring and not open_to_all else "open"
    conditions: dict[object, list[Raw]] = {}
    for number, entry in enumerate(weighing):
        conditions.setdefault(entry.get("alternative", f"alone {number}"), []).append(entry)
    verdicts = [verdict for ways in conditions.values() if (verdict := _condition(ways, learner)) is not None]
    if "not_met" in verdicts:
        return "does_not_meet"
    return "depends" if "unknown" in verdicts or not verdicts else "appears_to_meet"


def _weighs(entry: Raw) -> bool:
    """Whether an entry is a rule on who gets in, rather than advice, an audience or something to bring."""
    if entry.get("strength", "required") != "required" or entry["kind"] in {"open", "intended"}:
        return False
    return entry["kind"] not in {"equipment", "documents"} or bool(entry.get("credential"))


def _condition(ways: list[Raw], learner: Learner) -> _One | None:
    """Any one way is enough. A rule for some people only says nothing of somebody who told nothing about it."""
    found = [_entry(way, learner) for way in ways]
    best: _One = "met" if "met" in found else "unknown" if "unknown" in found else "not_met"
    if best != "met" and all(way.get("condition") for way in ways):
        return None
    return best


def _entry(entry: Raw, learner: Learner) -> _One:
    """One entry: all that it types has to be met."""
    parts: list[_One] = []
    if entry.get("level") and entry["kind"] == "education":
        parts.append(_level(entry["level"], learner))
    if entry.get("field_of_study"):
        parts.append("unknown")
    if entry.get("age_min") or entry.get("age_max"):
        parts.append(_age(entry, learner))
    if entry.get("subject"):
        parts.append(_subject(entry, learner))
    if entry["kind"] == "experience":
        parts.append(_work(entry, learner))
    if entry.get("credential") or entry.get("course"):
        parts.append(_held(entry, learner))
    if entry["kind"] == "residency":
        parts.append(_lives(entry, learner))
    if "not_met" in parts:
        return "not_met"
    return "unknown" if "unknown" in parts or not parts else "met"


def _level(asked: str, learner: Learner) -> _One:
    if learner.level is None:
        return "unknown"
    return "met" if _LADDER.index(learner.level) >= _LADDER.index(asked) else "not_met"


def _age(entry: Raw, learner: Learner) -> _One:
    if learner.age is None:
        return "unknown"
    return "met" if entry.get("age_min", 0) <= learner.age <= entry.get("age_max", 999) else "not_met"


def _subject(entry: Raw, learner: Learner) -> _One:
    wanted = _plain_subject(entry["subject"])
    for name, mark in learner.marks:
        told = _plain_subject(name)
        any_math = wanted[0] == "math" and told[0] in {"math", "foundations of math", "pre-calculus"}
        any_science = wanted[0] == "science" and told[0] in {"science", "life sciences", "chemistry", "physics"}
        if told[1] == wanted[1] and (told[0] == wanted[0] or any_math or any_science):
            return "met" if _rank(mark) >= _rank(entry.get("grade", "D")) else "not_met"
    return "unknown"


def _plain_subject(name: str) -> tuple[str, str]:
    year = re.search(r"1[0-2]", name)
    return re.sub(r"\s+", " ", re.sub(r"\d+|studies", " ", name.lower())).strip(), year[0] if year else ""


def _rank(mark: str) -> float:
    """A mark as a percentage; letters between the named ones lie between."""
    percent = re.search(r"\d+", mark)
    if percent:
        return float(percent[0])
    if mark in _PERCENT:
        return float(_PERCENT[mark])
    below = [letter for letter in _LETTERS[: _LETTERS.index(mark)] if letter in _PERCENT]
    return _PERCENT[below[-1]] + 1.0 if below else 0.0


def _work(entry: Raw, learner: Learner) -> _One:
    if learner.years is None:
        return "unknown"
    if entry.get("years") and learner.years < float(entry["years"]):
        return "not_met"
    told = {word[:5] for word in re.findall(r"[a-z]{4,}", learner.work.lower())} - _ANY_WORK
    stated = {word[:5] for word in re.findall(r"[a-z]{4,}", entry["text"].lower())}
    return "met" if told & stated else "unknown"


def _held(entry: Raw, learner: Learner) -> _One:
    asked = str(entry.get("credential") or entry.get("course"))
    plain = re.sub(r"[^a-z0-9]", "", asked.lower())
    if any(re.sub(r"[^a-z0-9]", "", title.lower()) == plain for title in learner.held):
        return "met"
    return "not_met" if any(item.lower() in asked.lower() for item in learner.lacks) else "unknown"


def _lives(entry: Raw, learner: Learner) -> _One:
    text = entry["text"].lower()
    for place in (learner.town, learner.region):
        if place and place.lower() in text:
            return "met"
    anywhere = learner.town is not None and re.search(r"living in british columbia|any canadian address", text)
    return "met" if anywhere else "unknown"
