"""Stacking: which credentials combine into one, how many of them are needed, and what is left to take."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from advisor.reason.graph import Pathways, Step
from corpus.numbers import number_pattern, parse_number

__all__ = ["Stack", "stack_of", "stacks_with"]

_N = rf"(?P<n>{number_pattern})"
_NEEDED = (
    re.compile(rf"\bany {_N}\b", re.IGNORECASE),
    re.compile(rf"\b{_N} of (?:these|the|those) (?:{number_pattern})\b", re.IGNORECASE),
    re.compile(rf"\ball {_N}\b", re.IGNORECASE),
)
_BOTH = re.compile(r"\bboth (?:of them )?(?:combine|together|make|give)\b", re.IGNORECASE)
_OF = re.compile(rf"\bof (?:the |its |these )?(?P<n>{number_pattern})\b|\bone of (?P<m>{number_pattern})\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Stack:
    """Credentials that combine into ``target``.

    ``needed`` is how many of them it takes, ``of`` how many there are in all; None where not stated. ``steps`` are the
    stated ways on from each member that is a record.
    """

    target: str
    steps: tuple[Step, ...]
    needed: int | None
    of: int | None

    @property
    def members(self) -> tuple[str, ...]:
        """Ids of the credentials that combine."""
        return tuple(step.source for step in self.steps)

    def left(self, held: Collection[str]) -> int | None:
        """How many more it takes beside those held; None where the number is not stated."""
        return None if self.needed is None else max(0, self.needed - sum(1 for item in self.members if item in held))


def stack_of(ways: Pathways, target: str) -> Stack | None:
    """The stack that makes a credential up, or None where nothing stacks into it."""
    steps = tuple(step for step in ways.leads_here(target) if step.kind == "stacking")
    if not steps:
        return None
    texts = [step.how or "" for step in steps]
    record = ways.records.get(target)
    if record:
        texts += [item.text for item in record.requirements if re.search(r"\bof\b.*:", item.text)]
    needed = next((number for text in texts if (number := _needed(text)) is not None), None)
    of = next((int(parse_number(match["n"] or match["m"])) for text in texts if (match := _OF.search(text))), None)
    if of is not None and needed is not None and of < needed:
        of = None
    return Stack(target=target, steps=steps, needed=needed, of=of)


def _needed(text: str) -> int | None:
    if _BOTH.search(text):
        return 2
    for pattern in _NEEDED:
        if match := pattern.search(text):
            return int(parse_number(match["n"]))
    return None


def stacks_with(ways: Pathways, held: Collection[str]) -> list[Stack]:
    """What the credentials held stack toward: each stack that one of them belongs to, in a stable order."""
    targets = {step.target: None for item in held for step in ways.leads_to(item) if step.kind == "stacking"}
    return [stack for target in targets if (stack := stack_of(ways, target)) is not None]
