"""The question set `demo_reasoning`: questions in plain words whose expectations the second program computes.

Run `python -m evals.truth.cases` to write it anew after the demo catalogue changes.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from evals.run import SETS
from evals.truth.admission import Learner, overall
from evals.truth.learners import LEARNERS
from evals.truth.raw import Raw, read_raw
from evals.truth.ways import Graph

__all__ = ["FILE", "case_lines", "make_cases"]

FILE = SETS / "demo_reasoning.jsonl"
_LEVELS = {
    "grade-10": "grade 10", "grade-11": "grade 11", "grade-12": "grade 12", "diploma": "a two-year diploma",
    "bachelor": "a bachelor's degree", "certificate": "a one-year certificate",
}  # fmt: skip
_ASKS = (
    "{told}. Can I get into {title} at {place}?",
    "{title}, {place}: {told}. Would that be enough to get in?",
    "{told}, do I qualify for {title} at {place}?",
    "hi! {told}. am i eligible for {title} ({place})",
)
_MEETS, _DIFFERS = "you appear to meet", "something different from what you told me"
_PER_VERDICT = {"appears_to_meet": 24, "does_not_meet": 22, "depends": 16, "open": 8}


def make_cases() -> list[dict[str, Any]]:
    """Every case, as the JSON object of its line."""
    records = read_raw("demo")
    graph = Graph(records)
    made = [*_admission(records), *_which(records), *_ways(records, graph), *_left(records, graph), *_stacks(records, graph), *_no_way(records)]
    return [{**case, "catalogue": "demo"} for case in made]


def case_lines() -> str:
    """The question set as text."""
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in make_cases())


def _told(learner: Learner) -> str:
    """What somebody says of themselves."""
    parts = []
    if learner.age:
        parts.append(f"I'm {learner.age}")
    if learner.town:
        parts.append(f"I live in {learner.town}")
    if learner.level:
        parts.append(f"I have {_LEVELS[learner.level]}")
    parts += [f"I got a {mark} in {name.replace(' Studies', '')}" for name, mark in learner.marks]
    parts += [f"I finished {title}" for title in learner.held]
    if learner.years and learner.years >= 1:
        parts.append(f"I have {learner.years} years {learner.work}")
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1] if parts else ""


def _current(record: Raw) -> bool:
    return str(record["status"]) == "current-as-of-source"


def _admission(records: dict[str, Raw]) -> Iterator[dict[str, Any]]:
    """One person and one offering: spread over verdicts, people and offerings."""
    told = [learner for learner in LEARNERS if _told(learner) and (learner.years is None or learner.years >= 1)]
    counts = dict.fromkeys(_PER_VERDICT, 0)
    seen: set[tuple[str, str]] = set()
    number = 0
    for step, (name, record) in itertools.product(range(len(told)), records.items()):
        learner = told[(step * 7 + list(records).index(name) * 3) % len(told)]
        verdict = overall(record, learner)
        held_itself = record["title"] in learner.held
        if not _current(record) or held_itself or counts.get(verdict, 99) >= _PER_VERDICT.get(verdict, 0):
            continue
        if (name, verdict) in seen or (verdict == "depends" and not _bears(record, learner)):
            continue
        seen.add((name, verdict))
        counts[verdict] += 1
        number += 1
        expected = {"appears_to_meet": ([_MEETS], [_DIFFERS]), "does_not_meet": ([_DIFFERS], [_MEETS])}
        must, must_not = expected.get(verdict, ([], [_MEETS, _DIFFERS]))
        yield {
            "id": f"demo-admission-{number:03}",
            "kind": "eligibility",
            "turns": [_ASKS[number % len(_ASKS)].format(told=_told(learner), title=record["title"], place=record["institution"])],
            "status": ["answered", "partial"],
            "credentials_any": [name],
            "claims_cite": [f"{name}#requirements"],
            "match_all": must,
            "match_none": [*must_not, r"you are (?:eligible|admitted)", r"you (?:will|would) be (?:accepted|admitted)"],
            "why": f"the second program says {verdict}",
        }


def _bears(record: Raw, learner: Learner) -> bool:
    """Whether something that was told bears on a rule, so that the question is a fair one."""
    asks_level = any(entry.get("level") for entry in record["requirements"])
    return overall(record, learner) != overall(record, Learner()) or (learner.level is not None and asks_level)


def _which(records: dict[str, Raw]) -> Iterator[dict[str, Any]]:
    """Which of all offerings, or of two, let somebody in."""
    asks = ("Which courses can I get into? {told}.", "{told}. what programs would I qualify for", "{told} - which micro-credentials would take me?")
    people = [learner for learner in LEARNERS if learner.level in {"grade-10", "grade-11", "bachelor"} or learner.town][:6]
    offered = {name: record for name, record in records.items() if _current(record) and record.get("role") != "larger"}
    for number, learner in enumerate(people, start=1):
        verdicts = {name: overall(record, learner) for name, record in offered.items()}
        yield {
            "id": f"demo-which-{number:02}",
            "kind": "eligibility",
            "turns": [asks[number % len(asks)].format(told=_told(learner))],
            "status": ["answered", "partial"],
            "credentials_any": [name for name, verdict in verdicts.items() if verdict == "appears_to_meet"] or [name for name, verdict in verdicts.items() if verdict == "open"],
            "credentials_none": [name for name, verdict in verdicts.items() if verdict == "does_not_meet"],
            "match_none": [r"you are eligible"],
            "why": "the second program sorts all offerings",
        }
    pairs = [(fit, bar, learner) for learner in LEARNERS if learner.level for fit, bar in _pairs(offered, learner)][:6]
    for number, (fit, bar, learner) in enumerate(pairs, start=1):
        yield {
            "id": f"demo-which-two-{number:02}",
            "kind": "eligibility",
            "turns": [f"{_told(learner)}. Which of these can I get into: {offered[fit]['title']}, or {offered[bar]['title']}?"],
            "status": ["answered", "partial"],
            "credentials_any": [fit],
            "claims_cite": [f"{fit}#requirements", f"{bar}#requirements"],
            "match_all": [_MEETS, "something different from"],
            "why": "the second program says that one fits and the other does not",
        }


def _pairs(offered: dict[str, Raw], learner: Learner) -> Iterator[tuple[str, str]]:
    """One offering that fits and one that does not; one pair a person."""
    fit = [name for name, record in offered.items() if overall(record, learner) == "appears_to_meet"]
    bar = [name for name, record in offered.items() if overall(record, learner) == "does_not_meet"]
    if fit and bar:
        yield fit[0], bar[-1]


def _ways(records: dict[str, Raw], graph: Graph) -> Iterator[dict[str, Any]]:
    """The fewest credentials or the least money from what is held to a goal, where one way is the best."""
    asks = {
        "shortest": ("I have finished {held}. What do I need to reach {goal}?", "what's the shortest way from {held} to {goal}", "I've done {held}. how do I get to {goal}?"),
        "cheapest": ("I finished {held}. What is the cheapest way to {goal}?", "cheapest route from {held} to {goal}?", "I have {held}, and money is tight: which is the least expensive way to {goal}?"),
    }
    number = 0
    for goal, record in records.items():
        for held in dict.fromkeys(source for source, _, _ in graph.into.get(goal, [])):
            for by in ("shortest", "cheapest") if number % 3 else ("cheapest", "shortest"):
                case = _way(graph, goal, record, held, by, asks[by][number % 3])
                if case and number < _MOST_WAYS:
                    number += 1
                    yield {"id": f"demo-way-{number:02}", **case}
                    break


_MOST_WAYS = 36


def _way(graph: Graph, goal: str, record: Raw, held: str, by: str, ask: str) -> dict[str, Any] | None:
    options = {take: graph._measure(take, {held}) for take in graph.options(goal, [held])}
    best = graph.best(goal, [held], by)
    if best is None or not _current(record) or not _current(graph.records[held]):
        return None
    equal = [take for take, found in options.items() if (found.number, found.hours) == (best.number, best.hours)] if by == "shortest" else [take for take, found in options.items() if (found.unknown, found.fees, found.number) == (best.unknown, best.fees, best.number)]
    if len(equal) > 1:
        return None
    stated = [name for name in best.take if _whole_fee(graph, name) is not None]
    sums = [rf"together {'at least ' if best.unknown else ''}\${_amount(best.fees)}(?!\d)"] if len(best.take) > 1 and (len(stated) > 1 or (stated and best.unknown)) else []
    return {
        "kind": "stack",
        "turns": [ask.format(held=graph.records[held]["title"], goal=_the(record["title"]))],
        "status": ["answered", "partial"],
        "credentials_all": sorted(best.take),
        "match_all": sums,
        "match_none": [r"will be accepted", r"guarante"],
        "why": f"the second program tried every way: {best.number} to take, {best.unknown} fees not stated as a whole",
    }


def _whole_fee(graph: Graph, name: str) -> Decimal | None:
    fee = graph.records[name].get("fee") or {}
    whole = fee.get("covers") in {"total", "tuition", None} or (graph.stack(name) and fee.get("covers") == "other")
    return Decimal(fee["amount"]) if whole and fee.get("amount") is not None else None


def _amount(value: Decimal) -> str:
    text = f"{value:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", r"\.")


def _the(title: str) -> str:
    return f"the {title}" if any(word in title for word in ("Certificate", "Diploma", "Bachelor", "Award")) else title


def _left(records: dict[str, Raw], graph: Graph) -> Iterator[dict[str, Any]]:
    """How many credits of a goal are left after what is held."""
    asks = ("I finished {held}. How many credits are left for {goal}?", "How much is left of {goal} if I have {held}?", "how far am I from {goal}? I've completed {held}")
    number = 0
    for goal, record in records.items():
        sources = list(dict.fromkeys(source for source, kind, link in graph.into.get(goal, []) if kind != "links" and link.get("certainty") != "may"))
        for held in (sources[:1], sources[1:3]):
            left = graph.left(goal, held) if held else None
            if left is None or number >= _MOST_LEFT:
                continue
            number += 1
            titles = " and ".join(graph.records[name]["title"] for name in held)
            yield {
                "id": f"demo-left-{number:02}",
                "kind": "stack",
                "turns": [asks[number % 3].format(held=titles, goal=_the(record["title"]))],
                "status": ["answered", "partial"],
                "credentials_any": [goal],
                "claims_cite": [f"{goal}#credit"],
                "match_all": [rf"leaves {_amount(left.left)}(?![\d.]*\d)"],
                "why": f"{left.whole} less {left.counted}",
            }


_MOST_LEFT = 18


def _stacks(records: dict[str, Raw], graph: Graph) -> Iterator[dict[str, Any]]:
    """What else stacks with one that is held, and how many more it takes."""
    asks = ("What else stacks with {held}?", "I have {held}. what can I stack it with")
    number = 0
    for goal in records:
        stack = graph.stack(goal)
        for held in stack[1][:3] if stack else ():
            if stack and not [other for other in records if other != goal and any(source == held and kind == "stacking" for source, kind, _ in graph.into.get(other, []))]:
                number += 1
                yield {
                    "id": f"demo-stack-{number:02}",
                    "kind": "stack",
                    "turns": [asks[number % 2].format(held=records[held]["title"])],
                    "status": ["answered"],
                    "credentials_all": stack[1],
                    "match_all": [rf"it takes {stack[0]}\b", rf"\b{stack[0] - 1} more"],
                    "why": "the second program counts the members",
                }


def _no_way(records: dict[str, Raw]) -> Iterator[dict[str, Any]]:
    """A goal held already, a goal that leads from nothing held, and facts or numbers that cannot be."""
    goals = [record for record in records.values() if record.get("role") == "larger"][:3]
    for number, record in enumerate(goals, start=1):
        title = record["title"]
        yield {
            "id": f"demo-held-{number}", "kind": "stack", "turns": [f"I have the {title}. What do I need to reach the {title}?"],
            "status": ["answered"], "match_all": ["already hold"], "why": "the goal is held",
        }  # fmt: skip
    yield {
        "id": "demo-contradiction-1", "kind": "underspecified", "turns": ["I have grade 10, and a master's degree. Which courses can I get into?"],
        "status": ["clarify"], "match_all": ["do not fit together"], "why": "both cannot be so",
    }  # fmt: skip
    yield {
        "id": "demo-contradiction-2", "kind": "eligibility",
        "turns": ["I have grade 10, and a master's degree. Can I get into Foundations of Home Support?", "grade 10"],
        "status": ["answered", "partial"], "credentials_any": ["demo-wenderly-home-support-foundations"], "match_all": ["Grade 10 or higher"], "why": "the reply settles it",
    }  # fmt: skip
    for number, (said, title) in enumerate((("I'm 230 years old", "Warehouse Floor Start"), ("I finished grade 47", "Port and Rail Logistics")), start=1):
        yield {
            "id": f"demo-absurd-{number}", "kind": "underspecified", "turns": [f"{said}, can I get into {title}?"],
            "status": ["clarify"], "match_all": ["cannot make sense of that number"], "why": "no such age or grade",
        }  # fmt: skip


def write(lines: Sequence[str] | None = None) -> None:
    """Write the question set to its file."""
    FILE.write_text("".join(lines) if lines else case_lines(), encoding="utf-8")


if __name__ == "__main__":
    write()
