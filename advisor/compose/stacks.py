"""What else stacks with what I hold: the members of each stack, how many it takes, and how many more."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from advisor.compose.builder import AnswerBuilder, Support
from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.fact import say_contact
from advisor.compose.naming import frame_title
from advisor.compose.pathway import compose_pathway, pathways_of, say_step
from advisor.compose.pathway_part import draw_steps
from advisor.compose.pathway_words import the_title
from advisor.compose.phrases import list_words
from advisor.contract import Finding
from advisor.messages import say
from advisor.reason.graph import Step
from advisor.reason.stacks import Stack, stack_of, stacks_with
from advisor.understand.understanding import Request
from corpus.catalogue import Catalogue
from corpus.evidence import Evidence

__all__ = ["compose_stacks", "say_more_of_stack"]


def compose_stacks(turn: Turn, request: Request) -> Outcome:
    """Tell of each stack that a record held or named belongs to."""
    held = tuple(item for item in request.held if item in turn.catalogue.records)
    record = turn.catalogue.record(request.records[0])
    turn.builder.credentials.append(record.id)
    say_status(turn, record)
    stacks = stacks_with(pathways_of(turn.catalogue), held or request.records)
    if not stacks:
        return _none(turn, request)
    used: list[Evidence] = []
    for stack in stacks:
        used += _stack(turn, stack, held or request.records)
    turn.builder.frame(say("path_stacking"))
    turn.builder.frame(say("transfer_decides"))
    say_dates(turn, record, used)
    turn.builder.end_paragraph()
    for stack in stacks:
        levels = {**dict.fromkeys(stack.members, 0), stack.target: 1}
        turn.builder.pathway(draw_steps(pathways_of(turn.catalogue), levels, list(stack.steps)))
    return Outcome("answered", focus=(record.id,), shown=_shown(turn, stacks, held))


def _shown(turn: Turn, stacks: list[Stack], held: Collection[str]) -> tuple[str, ...]:
    members = dict.fromkeys(item for stack in stacks for item in stack.members if item not in held and item in turn.catalogue.records)
    return tuple(members)[:8]


def _stack(turn: Turn, stack: Stack, held: Collection[str]) -> list[Evidence]:
    """What is held stacks toward the target; the others that do; how many more it takes."""
    ways = pathways_of(turn.catalogue)
    used: list[Evidence] = []
    for step in stack.steps:
        if step.source in held:
            evidence = say_step(turn.builder, turn.catalogue, step)
            used += [evidence] if evidence else []
    others = [step for step in stack.steps if step.source not in held]
    if others:
        titles = list_words([ways.title(step.source) for step in others])
        target = the_title(ways.title(stack.target))
        turn.builder.say(f"Also stacking toward {target}: {titles}.", [_support(turn.catalogue, step) for step in others])
        turn.builder.credentials.extend(step.source for step in others if step.source in turn.catalogue.records)
    _more(turn.builder, turn.catalogue, stack, held)
    return used


def _support(catalogue: Catalogue, step: Step) -> Support:
    return Support(catalogue.evidence(f"{step.record}#{step.field}"), quote=step.text)


def say_more_of_stack(builder: AnswerBuilder, catalogue: Catalogue, *, goal: str, held: Collection[str]) -> bool:
    """Where a goal is made of a stack, say how many more members it takes; False where that is not stated."""
    stack = stack_of(pathways_of(catalogue), goal)
    return stack is not None and _more(builder, catalogue, stack, held)


def _more(builder: AnswerBuilder, catalogue: Catalogue, stack: Stack, held: Collection[str]) -> bool:
    have = [step for step in stack.steps if step.source in held]
    more = stack.left(held)
    if more is None or stack.needed is None or not have:
        return False
    if more == 0:
        builder.frame(say("stack_done"))
        return True
    working = {"target": stack.target, "needed": stack.needed, "members": list(stack.members), "held": [step.source for step in have], "have": len(have), "more": more}
    finding = Finding(id=f"stack:{stack.target}", kind="stack", working=working)
    builder.finding(finding)
    title = the_title(pathways_of(catalogue).title(stack.target))
    text = f"To make up {title} it takes {stack.needed}; with {len(have)} of them done, {more} more are needed."
    if more == 1:
        text = f"To make up {title} it takes {stack.needed}; with {len(have)} of them done, 1 more is needed."
    numbers = [Decimal(stack.needed), Decimal(len(have)), Decimal(more)]
    return builder.say(text, [_support(catalogue, step) for step in have], finding=finding.id, working=numbers)


def _none(turn: Turn, request: Request) -> Outcome:
    """Nothing stacks: say so, and what is stated instead of where it leads."""
    record = turn.catalogue.record(request.records[0])
    turn.builder.frame(say("stack_none", title=frame_title(record)))
    turn.builder.unconfirmed.append(f"{record.id}#stacking")
    turn.builder.end_paragraph()
    before = len(turn.builder.claims)
    compose_pathway(turn.builder, turn.catalogue, record)
    turn.builder.end_paragraph()
    if len(turn.builder.claims) == before:
        say_contact(turn, record)
        turn.builder.end_paragraph()
        return Outcome("abstained", "not_stated", focus=(record.id,))
    return Outcome("partial", "not_stated", focus=(record.id,))
