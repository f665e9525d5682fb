"""Where several offerings lead, or whether they count toward something named: for each what is stated, or that nothing is."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.compose.builder import Support
from advisor.compose.context import Outcome, Turn
from advisor.compose.dating import say_dates, say_status
from advisor.compose.fact import say_contact
from advisor.compose.leads import compose_pathway_request
from advisor.compose.naming import frame_title
from advisor.compose.pathway import pathways_of
from advisor.compose.pathway_words import way_sentence
from advisor.compose.phrases import list_words
from advisor.messages import say
from advisor.reason.graph import Step
from advisor.understand.synonyms import catalogue_words
from advisor.understand.text import stem
from advisor.understand.understanding import Request
from corpus.credential import Credential

__all__ = ["compose_ways"]

MOST = 5
#: so many ways on of one offering
MOST_WAYS = 2
#: others that are stated to lead to what was named
MOST_OTHERS = 3
#: words for credentials of any subject
_KINDS = frozenset(["degree", "diploma", "certificate", "program", "credential", "bachelor", "bachelors", "master", "masters"])


def compose_ways(turn: Turn, request: Request) -> Outcome:
    """Say which of the records lead to what was named, then where the rest lead, then of which nothing is stated."""
    records = [turn.catalogue.record(name) for name in request.records[:MOST]]
    ways = pathways_of(turn.catalogue)
    steps = {record.id: [step for step in ways.leads_to(record.id) if step.kind != "prerequisite" or step.target == request.toward_record] for record in records}
    wanted = {record.id: [step for step in steps[record.id] if _leads_there(turn, step, request)] for record in records} if request.goal else {}
    there = [record for record in records if wanted.get(record.id)]
    if request.goal and not there:
        turn.builder.frame(say("ways_none_toward", goal=_goal(turn, request)) if len(records) > 1 else say("way_not_toward", title=frame_title(records[0]), goal=_goal(turn, request)))
        turn.builder.end_paragraph()
        _others(turn, request)
        if len(records) == 1:
            told = compose_pathway_request(turn, request)
            return Outcome("partial" if turn.builder.claims else "abstained", "not_stated", focus=told.focus)
    for record in there:
        _tell(turn, record, wanted[record.id])
    elsewhere = [record for record in records if record not in there and steps[record.id]]
    if request.goal and elsewhere:
        turn.builder.frame(say("ways_elsewhere"))
        turn.builder.end_paragraph()
    for record in elsewhere:
        _tell(turn, record, steps[record.id])
    silent = [record for record in records if record not in there and record not in elsewhere]
    if silent and (there or elsewhere or not request.goal):
        turn.builder.frame(say("no_pathway", title=list_words([frame_title(record) for record in silent])) if len(silent) < len(records) else say("ways_none"))
    turn.builder.unconfirmed.extend(f"{record.id}#laddering" for record in silent)
    if there or elsewhere:
        turn.builder.frame(say("transfer_decides"))
    say_contact(turn, (silent or records)[0])
    turn.builder.end_paragraph()
    told_of = [record.id for record in (*there, *elsewhere)]
    turn.builder.credentials.extend(told_of)
    focus = tuple(dict.fromkeys((*told_of, *request.records)))
    if not told_of:
        return Outcome("partial" if turn.builder.claims else "abstained", "not_stated", focus=focus, shown=request.records)
    complete = len(there) == len(records) if request.goal else not silent
    return Outcome("answered" if complete else "partial", None if complete else "not_stated", focus=focus, shown=request.records)


def _leads_there(turn: Turn, step: Step, request: Request) -> bool:
    """Whether a way on leads to the record named, or to something of the field named."""
    if request.toward_record:
        return step.target == request.toward_record
    words = {stem(word) for word in turn.names.topic_words(request.goal)} - {stem(word) for word in _KINDS}
    meant = {stem(word) for word in turn.names.topic_words(catalogue_words(request.goal))} - {stem(word) for word in _KINDS}
    target = turn.catalogue.records.get(step.target)
    said = {stem(word) for word in turn.names.topic_words(f"{step.title} {step.text} {target.subject if target else ''}")}
    return bool(words) and (words <= said or bool(meant & said))


def _tell(turn: Turn, record: Credential, steps: Sequence[Step]) -> None:
    """One offering's ways on, named, in the record's own words."""
    say_status(turn, record)
    used = []
    for step in steps[:MOST_WAYS]:
        evidence = turn.catalogue.evidence(f"{step.record}#{step.field}")
        if turn.builder.say(way_sentence([step], institution=record.institution, source=record.title), [Support(evidence, quote=step.text)]):
            used.append(evidence)
    say_dates(turn, record, used)
    turn.builder.end_paragraph()


def _others(turn: Turn, request: Request) -> None:
    """What is stated to lead to the record that was named, where those asked about are not."""
    if request.toward_record is None:
        return
    ways = pathways_of(turn.catalogue)
    target = turn.catalogue.record(request.toward_record)
    told: set[str] = set()
    for step in ways.leads_here(request.toward_record):
        if step.source in told or step.source in request.records or len(told) >= MOST_OTHERS:
            continue
        evidence = turn.catalogue.evidence(f"{step.record}#{step.field}")
        if turn.builder.say(way_sentence([step], institution=target.institution, source=ways.title(step.source)), [Support(evidence, quote=step.text)]):
            told.add(step.source)
    turn.builder.end_paragraph()


def _goal(turn: Turn, request: Request) -> str:
    """What was asked about as it may be named: the record's title, or the learner's own words."""
    return turn.catalogue.record(request.toward_record).title if request.toward_record else f"“{request.goal}”"
