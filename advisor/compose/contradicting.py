"""Facts that cannot all be so, and numbers that can be nobody's: asked about before anything is worked out with them."""

from __future__ import annotations

from advisor.compose.context import Outcome, Turn
from advisor.compose.phrases import list_words
from advisor.messages import say
from advisor.understand.absurd import absurd_number
from advisor.understand.facts_merge import contradictions

__all__ = ["ask_about_facts", "ask_about_numbers"]


def ask_about_facts(turn: Turn) -> Outcome | None:
    """Ask which of two things told holds; None where they fit together."""
    found = contradictions(turn.facts)
    if not found:
        return None
    said = [words for words in found[0].said if words]
    turn.builder.ask(say("facts_contradict_ask", said=list_words([f"“{words}”" for words in said])), said)
    return Outcome("clarify", "underspecified", focus=turn.conversation.focus)


def ask_about_numbers(turn: Turn) -> Outcome | None:
    """Ask what a number was meant to say that no age, grade, length or amount can be; None where all can."""
    said = absurd_number(turn.understanding.message)
    if said is None:
        return None
    turn.builder.ask(say("absurd", said=said), [say("absurd_again"), say("absurd_leave")])
    return Outcome("clarify", "underspecified", focus=turn.conversation.focus)
