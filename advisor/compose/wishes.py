"""What has to be said about wishes beside the answer: which exclude each other, which place is not ours, which are not met."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.compose.context import Outcome, Turn
from advisor.compose.naming import frame_title
from advisor.compose.phrases import list_words, sentence
from advisor.contract import Alternative
from advisor.find.starting import all_past
from advisor.find.wish_check import FIELD_OF_WISH, check_wishes
from advisor.messages import say
from advisor.understand.understanding import Filter
from corpus.credential import Credential
from corpus.numbers import numbers_in
from corpus.today import today

__all__ = ["ask_about_wishes", "note_places", "note_starts", "note_wishes", "set_apart"]

_FINISHED = re.compile(r"\b(?:finish|done|complet|end|ready)")


def ask_about_wishes(turn: Turn) -> Outcome | None:
    """Ask which of two wishes counts that no offering can meet together; None where they fit."""
    said = turn.understanding.clash
    search = next((request for request in turn.understanding.requests if not request.records and request.intent in {"find", "fact", "overview"}), None)
    if said is None or search is None:
        return None
    turn.builder.ask(say("wishes_clash", one=said[0], other=said[1]), said)
    # neither is kept until it is known which counts; the rest of the search stands
    turn.filters = tuple(item for item in turn.filters if not _is_one_of(item, said))
    return Outcome("clarify", "underspecified", topic=search.topic)


def _is_one_of(wish: Filter, said: Sequence[str]) -> bool:
    parts = wish.said.split(" / ")
    return any(part in words or words in part for part in parts for words in said)


def note_places(turn: Turn) -> Outcome | None:
    """Say which place was meant by a mistyped name, how a reach is counted, and that a place wished for is not in the province."""
    for said, name in turn.understanding.respelt:
        turn.builder.frame(say("took_place", said=said, name=name))
    if any(wish.radius_km for wish in turn.understanding.filters):
        turn.builder.frame(say("reach_counted"))
    unserved = turn.understanding.unserved
    if unserved is None or not any(request.intent in {"find", "overview"} or (request.intent == "fact" and not request.records) for request in turn.understanding.requests):
        return None
    turn.builder.frame(say("outside_bc" if unserved.outside else "unknown_place", place=f"“{unserved.said}”"))
    turn.builder.unmet.append("place")
    return Outcome("abstained", "not_in_catalogue")


def set_apart(turn: Turn) -> None:
    """Where the place wished for is not in the province, what was found is near, and nothing that fits."""
    if turn.understanding.unserved is None or "place" not in turn.builder.unmet:
        return
    known = {item.id for item in turn.builder.alternatives}
    turn.builder.alternatives.extend(Alternative(id=name, breaks=("place",)) for name in dict.fromkeys(turn.builder.credentials) if name not in known)
    turn.builder.credentials.clear()


def note_wishes(turn: Turn) -> None:
    """Beside what is told of one named offering: each wish of the message that it does not meet, or says nothing of."""
    for request in turn.understanding.requests:
        if len(request.records) != 1 or request.aim or request.intent not in {"overview", "fact"} or not turn.builder.claims:
            continue
        record = turn.catalogue.record(request.records[0])
        checked = check_wishes(turn.catalogue, record, [wish for wish in turn.understanding.filters if FIELD_OF_WISH.get(wish.field, wish.field) not in request.fields])
        for wish in checked.broken:
            turn.builder.frame(say("wish_broken", said=wish.said))
            evidence = turn.catalogue.field_evidence(record, FIELD_OF_WISH.get(wish.field, wish.field))
            words = sentence(record, FIELD_OF_WISH.get(wish.field, wish.field), "It")
            if evidence and words and not turn.builder.says(words):
                turn.builder.say(words, [evidence])
            turn.builder.unmet.append(wish.field)
        note_starts(turn, [record], checked.not_stated)
        silent = [wish.said for wish in checked.not_stated if wish.field != "start"]
        if silent:
            turn.builder.frame(say("wish_unstated", said=list_words([f"“{words}”" for words in silent])))
        turn.builder.end_paragraph()


def note_starts(turn: Turn, records: Sequence[Credential], wishes: Sequence[Filter]) -> None:
    """What the stated start dates say to a time that is wished for; dates that are over say nothing about the next."""
    wish = next((item for item in wishes if item.field == "start"), None)
    if wish is None or not records:
        return
    past = [frame_title(record) for record in records if record.start_dates and all_past(record.start_dates, today())]
    if past and len(past) == len(records):
        turn.builder.frame(say("starts_past", said=wish.said))
    elif named := [title for title in past if not numbers_in(title, ordinals=True)]:
        turn.builder.frame(say("starts_past_each", said=wish.said, titles=list_words(named)))
    if not any(record.start_dates for record in records):
        turn.builder.frame(say("starts_unstated", said=wish.said))
    if _FINISHED.search(wish.said):
        turn.builder.frame(say("finish_unknown"))
