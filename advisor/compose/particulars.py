"""Particulars that a question asks for and a record says nothing of: said plainly, with who can tell."""

from __future__ import annotations

from advisor.compose.context import Outcome, Turn
from advisor.compose.fact import say_contact, say_particulars
from advisor.compose.naming import frame_title
from advisor.compose.phrases import list_words
from advisor.find.specifics import missing_particulars
from advisor.messages import say
from corpus.folding import fold

__all__ = ["note_particulars"]


def note_particulars(turn: Turn) -> Outcome | None:
    """Say what the question asks for beyond the record's fields and the record does not hold; None when nothing."""
    requests = [request for request in turn.understanding.requests if len(request.records) == 1]
    if not requests:
        return None
    record = turn.catalogue.record(requests[0].records[0])
    said = {citation.id for citation in turn.builder.citations}
    turn.told |= said
    say_particulars(turn, record, requests[0].text, "It" if said else record.title)
    turn.builder.end_paragraph()
    missing = missing_particulars(turn.catalogue, record, requests[0].topic, whole=fold(requests[0].text))
    if not missing:
        return None
    turn.builder.frame(say("not_stated", what=list_words(missing), title=frame_title(record)))
    say_contact(turn, record)
    turn.builder.end_paragraph()
    turn.builder.unconfirmed.extend(f"{record.id}: {name}" for name in missing)
    return Outcome("partial" if turn.builder.claims else "abstained", "not_stated", focus=(record.id,))
