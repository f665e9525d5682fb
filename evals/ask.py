"""Asking: the one function that every evaluation is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from advisor.contract import Answer

__all__ = ["Ask", "Engine", "ask_through"]

#: ``ask(turns)``: send the messages of one new conversation in order and give the answer to the last one
Ask = Callable[[Sequence[str]], Answer]

_State = TypeVar("_State")


class Engine(Protocol[_State]):
    """Whatever answers: the advisor, or a stand-in."""

    def answer(self, message: str, conversation: _State | None = None) -> tuple[Answer, _State]:
        """Answer one message of a conversation; None starts a new one."""
        ...


def ask_through(engine: Engine[_State]) -> Ask:
    """Ask an engine: every turn is sent in order, in a conversation of its own for each call.

    :raises ValueError: when asked nothing.
    """

    def ask(turns: Sequence[str]) -> Answer:
        conversation: _State | None = None
        answer: Answer | None = None
        for message in turns:
            answer, conversation = engine.answer(message, conversation)
        if answer is None:
            raise ValueError("no message was given")
        return answer

    return ask
