"""What counts toward one larger thing that is named, be it a record or only words in the fields of those that lead there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.naming import frame_title
from advisor.compose.pathway import compose_pathway, pathways_of, say_step
from advisor.compose.pathway_words import the_title
from advisor.messages import say
from advisor.reason.graph import Step
from advisor.understand.understanding import Request
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.folding import fold
from corpus.numbers import numbers_in

__all__ = ["compose_into"]

#: asks how much of the goal remains; and words of a field that say so
_LEFT = re.compile(r"\b(?:left|remain\w*|how (?:much|many) more|still (?:need|missing|to do))\b")
_FURTHER = re.compile(r"\b(?:further|remaining|more|left|prerequisite|first year|second year)\b", re.IGNORECASE)
#: so many of the offerings that lead there are told
_MOST = 5


def compose_into(turn: Turn, request: Request) -> Outcome:
    """For offerings that are named: whether each is stated to lead there. For none: which are stated to."""
    steps = _steps(turn, request.toward)
    goal = next((step.target for step in steps if step.target in turn.catalogue.records), None)
    if request.holds_goal or (goal and goal in turn.facts.holds):
        turn.builder.frame(say("goal_held", goal=_goal_words(request.toward)))
        turn.builder.end_paragraph()
    records = [turn.catalogue.record(name) for name in request.records]
    told = [_one(turn, record, request.toward, steps) for record in records]
    if any(told):
        return Outcome("answered" if all(told) else "partial", None if all(told) else "not_stated", focus=request.records)
    if goal and not records:
        _goal_record(turn, turn.catalogue.record(goal))
    shown = _those_that_do(turn, [step for step in steps if not goal or records])
    if not turn.builder.claims:
        return Outcome("abstained", "not_stated", focus=request.records)
    lacking = bool(records)
    focus = request.records or ((goal,) if goal else shown[:1])
    return Outcome("partial" if lacking else "answered", "not_stated" if lacking else None, focus=focus, shown=shown)


def _steps(turn: Turn, titles: Collection[str]) -> list[Step]:
    """The ways that are stated to the goal, by the titles that records give it."""
    ways = pathways_of(turn.catalogue)
    return [step for record in turn.catalogue for step in ways.leads_to(record.id) if step.title in titles]


def _one(turn: Turn, record: Credential, titles: Collection[str], steps: Iterable[Step]) -> bool:
    """Where one named offering leads, the goal first; False where it is not stated to lead there, which is said."""
    turn.builder.credentials.append(record.id)
    say_status(turn, record)
    leads = any(step.source == record.id for step in steps)
    if not leads:
        turn.builder.frame(say("path_not_toward", title=frame_title(record), goal=_goal_words(titles)))
        turn.builder.unconfirmed.append(f"{record.id}#laddering")
    else:
        compose_pathway(turn.builder, turn.catalogue, record, first=titles)
        used: list[Evidence] = [item for name in ("laddering", "stacking", "links", "prerequisite_of") if (item := turn.catalogue.field_evidence(record, name))]
        say_dates(turn, record, used)
        if _LEFT.search(fold(turn.builder.said)) and not any(_FURTHER.search(step.text) for step in steps if step.source == record.id):
            turn.builder.frame(say("left_not_stated"))
    turn.builder.end_paragraph()
    return leads


def _goal_record(turn: Turn, goal: Credential) -> None:
    """A goal that has a record: what it is, and which records say that they lead to it."""
    turn.builder.credentials.append(goal.id)
    compose_pathway(turn.builder, turn.catalogue, goal)
    turn.builder.credentials.extend(dict.fromkeys(step.source for step in pathways_of(turn.catalogue).leads_here(goal.id) if step.source in turn.catalogue.records))
    turn.builder.end_paragraph()


def _those_that_do(turn: Turn, steps: Iterable[Step]) -> tuple[str, ...]:
    """A sentence for each offering that is stated to lead to the goal, each with its date."""
    told: dict[str, Step] = {}
    for step in steps:
        told.setdefault(step.source, step)
    for step in list(told.values())[:_MOST]:
        if evidence := say_step(turn.builder, turn.catalogue, step, at=True):
            turn.builder.credentials.append(step.source)
            if step.certainty == "may":
                turn.builder.frame(say("path_may"))
            say_dates(turn, turn.catalogue.record(step.record), [evidence])
            turn.builder.end_paragraph()
    if told:
        turn.builder.frame(say("transfer_decides"))
        turn.builder.end_paragraph()
    return tuple(told)[:_MOST]


def _goal_words(titles: Collection[str]) -> str:
    """The goal as a frame may name it: no number stands in a frame."""
    title = next((title for title in titles if not numbers_in(title, ordinals=True)), None)
    return the_title(title) if title else say("this_goal")
