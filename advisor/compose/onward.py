"""Of several offerings, which are stated to count toward something larger, or toward something of the field asked about."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.compose.builder import Support
from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates
from advisor.compose.naming import frame_title
from advisor.compose.pathway import pathways_of
from advisor.compose.pathway_words import way_sentence
from advisor.compose.phrases import list_words
from advisor.messages import say
from advisor.reason.graph import Step
from advisor.reason.onward import WaysOn, ways_on
from advisor.understand.understanding import Request
from corpus.numbers import numbers_in

__all__ = ["compose_onward"]

#: so many ways to something else are told of where none leads to what was asked about
_MOST_OTHER = 3


def compose_onward(turn: Turn, request: Request) -> Outcome:
    """Tell which of the records of a request are stated to count toward ``request.topic``; toward anything, where it is empty.

    What is not stated is said to be so, for each, and never taken for a no.
    """
    found = ways_on(pathways_of(turn.catalogue), request.records, field=request.topic.split())
    toward = [item for item in found if item.toward]
    silent = [item for item in found if not item.toward]
    for item in toward:
        _say_ways(turn, item, item.toward)
    if silent:
        _say_silent(turn, silent, request.topic, some=bool(toward))
        turn.builder.unconfirmed.extend(f"{item.record}#laddering" for item in silent)
    elsewhere = [item for item in silent if item.other][:_MOST_OTHER] if not toward else []
    if elsewhere:
        turn.builder.frame(say("onward_elsewhere"))
    for item in elsewhere:
        _say_ways(turn, item, item.other)
    turn.builder.frame(say("transfer_decides"))
    turn.builder.frame(say("onward_ask"))
    turn.builder.end_paragraph()
    told = tuple(item.record for item in (*toward, *elsewhere))
    turn.builder.credentials.extend(told)
    if not told:
        return Outcome("abstained", "not_stated", focus=request.records[:1])
    lacking = bool(elsewhere or silent)
    return Outcome("partial" if lacking else "answered", "not_stated" if lacking else None, focus=told)


def _say_ways(turn: Turn, item: WaysOn, steps: Sequence[Step]) -> None:
    record = turn.catalogue.record(item.record)
    used = []
    for step in steps:
        evidence = turn.catalogue.evidence(f"{step.record}#{step.field}")
        if turn.builder.say(way_sentence([step], institution=record.institution, source=record.title), [Support(evidence, quote=step.text)]):
            used.append(evidence)
    say_dates(turn, record, used)


def _say_silent(turn: Turn, silent: Sequence[WaysOn], topic: str, *, some: bool) -> None:
    """Say of which nothing is stated; the learner's word for what it should count toward is said back."""
    titles = list(dict.fromkeys(frame_title(turn.catalogue.record(item.record)) for item in silent))
    repeated = topic if topic in turn.builder.said.lower() and not numbers_in(topic, ordinals=True) else ""
    what = say("onward_field", field=repeated) if repeated else say("onward_larger") if not topic else say("onward_that")
    turn.builder.frame(say("onward_not_stated", titles=list_words(titles), what=what) if some or len(silent) == 1 else say("onward_none", what=what))
