"""Answer with an approved answer where one fits."""

from __future__ import annotations

from advisor.approved.contract import ApprovedAnswer
from advisor.approved.load import ApprovedAnswers
from advisor.compose.context import Outcome, Turn
from corpus.errors import UnknownIdError

__all__ = ["compose_approved"]


def compose_approved(turn: Turn, approved: ApprovedAnswers) -> Outcome | None:
    """State the approved answer that fits the message, with its review, or None.

    The claims pass the gates once more: what they rest on may have been withdrawn since they were loaded.
    """
    answer = approved.match(turn.understanding.standalone, turn.search) if len(approved) else None
    if answer is None or not _state(turn, answer):
        return None
    turn.builder.reviewed = answer.review
    cited = [name.partition("#")[0] for sentence in answer.sentences for name in sentence.cites]
    records = tuple(dict.fromkeys(name for name in cited if name in turn.catalogue.records))
    turn.builder.credentials.extend(records)
    sections = tuple(dict.fromkeys(name for sentence in answer.sentences for name in sentence.cites if name in turn.catalogue.sections))
    return Outcome("answered", focus=records, sections=sections)


def _state(turn: Turn, answer: ApprovedAnswer) -> bool:
    """Say every sentence, or none of them."""
    try:
        supports = [[turn.catalogue.evidence(name) for name in sentence.cites] for sentence in answer.sentences]
    except UnknownIdError:
        return False
    for place, (sentence, evidence) in enumerate(zip(answer.sentences, supports, strict=True)):
        if place in answer.paragraphs:
            turn.builder.end_paragraph()
        turn.builder.say(sentence.text, evidence)
    turn.builder.end_paragraph()
    return True
