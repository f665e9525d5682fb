"""Where several offerings lead, or whether they count toward something named: for each what is stated, or that nothing is."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.fact import say_contact
from advisor.compose.leads import compose_pathway_request
from advisor.compose.naming import frame_title
from advisor.compose.pathway import pathways_of, say_step
from advisor.compose.phrases import list_words
from advisor.messages import say
from advisor.reason.graph import Step
from advisor.reason.onward import WaysOn, ways_on
from advisor.understand.onward import aim_words
from advisor.understand.understanding import Request
from corpus.folding import fold
from corpus.numbers import numbers_in

__all__ = ["compose_ways"]

MOST = 5
#: so many ways on of one offering
MOST_WAYS = 2
#: others that are stated to lead to what was named
MOST_OTHERS = 3


def compose_ways(turn: Turn, request: Request) -> Outcome:
    """Say which of the records lead to what was named, then where the rest lead, then of which nothing is stated.

    What is not stated is said to be so, for each, and never taken for a no.
    """
    aimed = bool(request.goal or request.toward_record)
    found = ways_on(pathways_of(turn.catalogue), request.records[:MOST], field=aim_words(fold(request.goal), turn.names), target=request.toward_record)
    there = [item for item in found if item.toward]
    elsewhere = [item for item in found if item.other and not item.toward]
    silent = [item for item in found if not item.toward and not item.other]
    if aimed and not there:
        _say_none(turn, request, found)
        if len(found) == 1:
            told = compose_pathway_request(turn, request)
            return Outcome("partial" if turn.builder.claims else "abstained", "not_stated", focus=told.focus)
    for item in there:
        _tell(turn, item, item.toward)
    if aimed and elsewhere:
        turn.builder.frame(say("ways_elsewhere"))
        turn.builder.end_paragraph()
    for item in elsewhere:
        _tell(turn, item, item.other)
    if silent and (there or elsewhere or not aimed):
        titles = list_words(list(dict.fromkeys(frame_title(turn.catalogue.record(item.record)) for item in silent)))
        turn.builder.frame(say("ways_silent", titles=titles) if len(silent) < len(found) else say("ways_none"))
    turn.builder.unconfirmed.extend(f"{item.record}#laddering" for item in (silent if not aimed else [*elsewhere, *silent]))
    if there or elsewhere:
        turn.builder.frame(say("transfer_decides"))
    say_contact(turn, turn.catalogue.record((silent or found)[0].record))
    turn.builder.end_paragraph()
    told_of = [item.record for item in (*there, *elsewhere)]
    turn.builder.credentials.extend(told_of)
    focus = tuple(dict.fromkeys((*told_of, *request.records)))
    if not told_of:
        return Outcome("partial" if turn.builder.claims else "abstained", "not_stated", focus=focus, shown=request.records)
    complete = len(there) == len(found) if aimed else not silent
    return Outcome("answered" if complete else "partial", None if complete else "not_stated", focus=focus, shown=request.records)


def _say_none(turn: Turn, request: Request, found: Sequence[WaysOn]) -> None:
    """That none is stated to lead to what was named, and what is, where a record was."""
    goal = _goal(turn, request)
    titles = [frame_title(turn.catalogue.record(item.record)) for item in found]
    turn.builder.frame(say("ways_none_toward", goal=goal) if len(found) > 1 else say("path_not_toward", title=titles[0], goal=goal))
    turn.builder.end_paragraph()
    if request.toward_record is None:
        return
    told: set[str] = set()
    for step in pathways_of(turn.catalogue).leads_here(request.toward_record):
        if step.source not in told and step.source not in request.records and len(told) < MOST_OTHERS and say_step(turn.builder, turn.catalogue, step):
            told.add(step.source)
    turn.builder.end_paragraph()


def _tell(turn: Turn, item: WaysOn, steps: Sequence[Step]) -> None:
    """One offering's ways on, in the record's own words."""
    record = turn.catalogue.record(item.record)
    say_status(turn, record)
    said = [evidence for step in steps[:MOST_WAYS] if (evidence := say_step(turn.builder, turn.catalogue, step))]
    say_dates(turn, record, said)
    turn.builder.end_paragraph()


def _goal(turn: Turn, request: Request) -> str:
    """What was asked about as a frame may name it: the record's title, or the learner's own words."""
    if request.toward_record:
        return frame_title(turn.catalogue.record(request.toward_record))
    verbatim = fold(request.goal) in fold(turn.builder.said) and not numbers_in(request.goal, ordinals=True)
    return f"“{request.goal}”" if verbatim else say("onward_that")
