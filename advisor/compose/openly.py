"""An open question: a spread of fields to choose from, and one question that would narrow it."""

from __future__ import annotations

from collections import Counter

from advisor.compose.context import Outcome, Turn
from advisor.messages import say
from corpus.numbers import numbers_in

__all__ = ["ask_what"]

#: so many fields are named: enough to show the spread, few enough to read on a phone
_MOST = 8


def ask_what(turn: Turn) -> Outcome:
    """Ask what somebody would like to learn, naming the fields that have the most offerings now."""
    counts = Counter(
        record.subjects[0]
        for record in turn.catalogue
        if record.role == "offering" and record.subjects and record.status not in {"past", "proposed"}
    )
    fields = [name for name, _ in counts.most_common() if not numbers_in(name, ordinals=True)][:_MOST]
    turn.builder.frame(say("open_lead"))
    turn.builder.ask(say("open_question"), fields)
    return Outcome("clarify", "underspecified")
