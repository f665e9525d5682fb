"""A question that names nothing, after an offering was spoken of: asked of that offering, where a piece of its record answers it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.compose.context import Outcome, Turn
from advisor.compose.reading import ANSWERS
from advisor.find.pieces import read_pieces
from advisor.understand.goes_on import thing_brought_up
from advisor.understand.intents import ASKS_FOR_OFFERINGS
from advisor.understand.understanding import Request
from corpus.folding import fold

__all__ = ["ask_instead", "ask_of_spoken_of"]

#: what a message may have been taken for that was meant for the offering spoken of
_TAKEN_FOR = {"find", "guidance"}
#: asks for something besides what was spoken of
_OTHERS = re.compile(r"\b(?:else|others?|another|similar|instead)\b")
#: with nothing found in any other way, a piece that is a little less sure answers
_NEARLY = ANSWERS - 1.5


def ask_of_spoken_of(turn: Turn) -> bool:
    """Ask what names no offering of the one spoken of, where its record surely answers it; whether that is so."""
    explaining = turn.conversation.intent == "guidance" and turn.conversation.sections
    return not explaining and _ask(turn, floor=ANSWERS)


def _ask(turn: Turn, *, floor: float) -> bool:
    focus, understanding = turn.conversation.focus, turn.understanding
    if understanding.filters or understanding.removed or understanding.widened or understanding.clash:
        return False  # wishes are of a search
    if not focus or understanding.act not in {"ask", "out_of_scope"} or understanding.injection:
        return False
    if any(item.records or item.aim or item.candidates or item.named or item.intent not in _TAKEN_FOR for item in understanding.requests):
        return False
    plain = fold(understanding.standalone)
    if ASKS_FOR_OFFERINGS.search(plain) or _OTHERS.search(plain) or thing_brought_up(plain) or any(mention.kind in {"institution", "place", "record"} for mention in understanding.mentions):
        return False
    record = turn.catalogue.record(focus[0])
    hits = read_pieces(turn.catalogue, turn.search, record, understanding.standalone, vector=turn.message_vector())
    if not hits or hits[0].score < floor:
        return False
    request = Request(intent="fact", text=understanding.standalone, topic=plain, records=(record.id,))
    turn.understanding = understanding.model_copy(update={"requests": (request,), "act": "ask", "filters": ()})
    turn.filters = turn.conversation.filters
    return True


def ask_instead(turn: Turn, outcomes: Sequence[Outcome]) -> bool:
    """The same for a message that came to nothing otherwise, where the record is a little less sure; takes back what was said."""
    if turn.builder.claims or not outcomes or any(item.reason not in {"not_in_catalogue", "out_of_scope"} for item in outcomes):
        return False
    if not _ask(turn, floor=_NEARLY):
        return False
    turn.builder.start_over()
    return True
