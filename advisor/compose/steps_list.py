"""What to do now about one offering, as a short list in order: check, gather, apply, money, prior learning, help, contact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.compose.builder import Support
from advisor.compose.contacts import contact_for
from advisor.compose.context import Turn
from advisor.compose.guidance import say_section
from advisor.compose.naming import field_words
from advisor.compose.phrases import list_words, sentence, sentence_case
from advisor.messages import say
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.folding import fold
from corpus.section import Section
from corpus.today import today

__all__ = ["compose_steps", "wants_list"]

_GENERAL = re.compile(
    r"\b(?:next|first) steps?\b|\bsteps\b|\bwhat (?:do|should|would|must|can) (?:i|we|he|she|they|my \w+) (?:have to |need to )?do (?:next|now|first|then)\b|\bwhat(?:'s| is|s)? next\b|\bwhat now\b"
    r"|\bhow (?:do|can|would|does|should) (?:i|we|he|she|they|my \w+|someone|one) (?:go about )?(?:apply\w*|register\w*|sign(?:ing)? up|enrol\w*|join\w*|get(?:ting)? started|start\w*)|\bready to (?:apply|register|sign up|start)|\bwant to (?:apply|register|sign up)|\bhow to (?:apply|register|sign up|enrol)"
    r"|\bpaperwork\b|\bhave ready\b|\bwhat (?:do|should|would|must|will) (?:i|we|he|she|they|you) (?:need to |have to )?(?:prepare|get ready|gather|put together)\b"
)
#: what people plan by, so that its absence is worth asking about before anything else
_TO_CHECK = ("fee", "start_dates", "requirements", "delivery", "duration")
#: a record's source older than this many years may no longer hold
_OLD_YEARS = 2
_MOST_SENTENCES = 4


def wants_list(plain: str) -> bool:
    """Whether a folded question asks what to do next on the whole, rather than for one particular.

    >>> wants_list("how do i apply for it"), wants_list("how do i send the portfolio in")
    (True, False)
    """
    return bool(_GENERAL.search(plain))


def compose_steps(turn: Turn, record: Credential) -> list[Evidence]:
    """Add the list; a step of which nothing is stated is left out. The caller says what the status is.

    :returns: the evidence used.
    """
    used = [
        *_check(turn, record),
        *_gather(turn, record),
        *_apply(turn, record),
        *_fields(turn, record, "steps_dates", ("start_dates",)),
        *_money(turn, record),
        *_fields(turn, record, "steps_plar", ("plar",)),
        *_fields(turn, record, "steps_support", ("supports",)),
        *_fields(turn, record, "steps_contact", ("contact",)),
    ]
    turn.builder.contact = turn.builder.contact or contact_for(record)
    return used


def _check(turn: Turn, record: Credential) -> Iterator[Evidence]:
    """What to ask first: whether it still runs, whether what is old still holds, and what is not stated."""
    builder = turn.builder
    year = record.source.year
    frames: list[str] = []
    if year is None and record.status not in {"past", "proposed"}:  # of those it is said already
        frames.append(say("steps_still_runs"))
    elif year is not None and year <= today().year - _OLD_YEARS:
        frames.append(say("steps_old"))
    lacking = [name for name in _TO_CHECK if turn.catalogue.field_evidence(record, name) is None]
    if lacking:
        labels = list_words([field_words(name) for name in lacking])
        frames.append(say("steps_unstated", what=labels))
        builder.unconfirmed.extend(f"{record.id}#{name}" for name in lacking)
    if frames:
        builder.contact = builder.contact or contact_for(record)
        builder.frame(say("steps_check", who=builder.who(builder.contact)))
        for frame in frames:
            builder.frame(frame)
        builder.end_paragraph()
    yield from ()


def _gather(turn: Turn, record: Credential) -> Iterator[Evidence]:
    """Documents and equipment that its requirements name."""
    evidence = turn.catalogue.field_evidence(record, "requirements")
    items = [item.text.rstrip(".;") for item in record.requirements if item.kind in {"documents", "equipment"}]
    if evidence and items:
        turn.builder.frame(say("steps_gather"))
        said = [turn.builder.say(sentence_case(text), [Support(evidence, quote=text)]) for text in items]
        if any(said):
            yield evidence
        turn.builder.end_paragraph()


def _apply(turn: Turn, record: Credential) -> Iterator[Evidence]:
    steps = turn.catalogue.field_evidence(record, "next_steps")
    if steps is None:
        return
    turn.builder.frame(say("steps_apply"))
    for step in record.next_steps:
        if turn.builder.say(sentence_case(step), [Support(steps, quote=step)]):
            yield steps
    turn.builder.end_paragraph()


def _fields(turn: Turn, record: Credential, lead: str, names: Sequence[str]) -> Iterator[Evidence]:
    """One step that states fields of the record under a lead."""
    pieces = []
    for name in names:
        evidence, text = turn.catalogue.field_evidence(record, name), sentence(record, name, "It")
        piece = turn.builder.claim(text, [evidence]) if evidence and text else None
        if evidence and piece:
            pieces.append(piece)
            yield evidence
    if pieces:
        turn.builder.frame(say(lead))
        for piece in pieces:
            turn.builder.place(piece)
        turn.builder.end_paragraph()


def _money(turn: Turn, record: Credential) -> Iterator[Evidence]:
    """The funding that the record names, and what guidance says of the programs among it, with its date."""
    yield from _fields(turn, record, "steps_money", ("fee", "funding"))
    sections = list(_funding_sections(turn, record))
    for section in sections:
        say_section(turn, section.id, most=_MOST_SENTENCES)
    if sections:
        turn.builder.frame(say("funding_decides"))
        turn.builder.end_paragraph()


def _funding_sections(turn: Turn, record: Credential) -> Iterator[Section]:
    """Guidance on a funding program that the record names, and whether that program is open."""
    named = fold(record.funding or "")
    documents: list[str] = []
    for section in turn.catalogue.sections.values() if named else ():
        if not section.document.startswith("funding-"):
            continue
        if any(_is_name(term) and re.search(rf"(?<!\w){re.escape(fold(term))}(?!\w)", named) for term in section.terms):
            documents.append(section.document)
            yield section
        elif section.document in documents and re.search(r"\bopen\b", section.title):
            yield section


def _is_name(term: str) -> bool:
    """Whether a term names a program, rather than a kind of study."""
    return bool(re.search(r"[A-Z]", term)) or " " in term
