"""Facts that cannot all be so, and numbers that can be nobody's: asked about before anything is worked out with them."""

from __future__ import annotations

from advisor.compose.context import Outcome, Turn
from advisor.compose.phrases import list_words
from advisor.messages import say
from advisor.understand.absurd import absurd_number
from advisor.understand.facts import read_facts
from advisor.understand.facts_merge import contradictions
from advisor.understand.understanding import LearnerFacts

__all__ = ["ask_about_facts", "ask_about_numbers", "settle_facts"]

#: a reply to the question which of two things holds is short
_LONGEST_REPLY = 8


def ask_about_facts(turn: Turn) -> Outcome | None:
    """Ask which of two things told holds, where a question rests on them; None where they fit together."""
    if not any(request.intent == "eligibility" for request in turn.understanding.requests):
        return None
    said = _two_sides(turn.facts)
    if said is None:
        return None
    turn.builder.ask(say("facts_contradict_ask", said=list_words([f"“{words}”" for words in said])), said)
    turn.facts = turn.conversation.facts  # neither is kept until it is known which holds
    return Outcome("clarify", "underspecified", focus=turn.conversation.focus, pending=True)


def _two_sides(facts: LearnerFacts) -> list[str] | None:
    """The words of two things told that cannot both be so; None where only one side can be quoted."""
    for item in contradictions(facts):
        said = [words for words in dict.fromkeys(item.said) if words]
        if len(said) > 1:
            return said
    return None


def settle_facts(reply: str, pending: str) -> str | None:
    """The question that waits, told with the reply in place of the facts that did not fit; None for any other reply."""
    said = _two_sides(read_facts(pending))
    if said is None or len(reply.split()) > _LONGEST_REPLY or not read_facts(f"I have {reply}").said:
        return None
    for words in said:
        pending = pending.replace(words, "", 1)
    return f"I have {reply}. {pending}"


def ask_about_numbers(turn: Turn) -> Outcome | None:
    """Ask what a number was meant to say that no age, grade, length or amount can be; None where all can."""
    said = absurd_number(turn.understanding.message)
    if said is None:
        return None
    turn.builder.ask(say("absurd", said=said), [say("absurd_again"), say("absurd_leave")])
    return Outcome("clarify", "underspecified", focus=turn.conversation.focus)
