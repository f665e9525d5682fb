"""How old a fact is, said where it matters."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.compose.context import Turn
from advisor.contract import Piece
from advisor.messages import say
from advisor.verify.gates import supports
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["say_dates", "say_status", "status_piece"]


def say_dates(turn: Turn, record: Credential, used: Sequence[Evidence]) -> None:
    """Close a record's facts with the dates they are from, or that they are undated."""
    if not used:
        return
    dates: dict[str | None, Evidence] = {}
    for item in used:
        dates.setdefault(item.as_of, item)
    dated = [date for date in dates if date]
    if dated:
        kept = [dates[date] for date in dated[:3]]
        text = f"As of {' and '.join(dated[:3])}."
        if len(kept) > 1 and any(supports(text, _words(kept, without=item)) for item in kept):
            for item in kept:  # where another field's words hold a date too, each date rests on its own field alone
                turn.builder.say(f"As of {item.as_of}.", [item])
        else:
            turn.builder.say(text, kept)
    elif record.role == "offering" and record.id not in turn.builder.undated:
        turn.builder.undated.add(record.id)
        turn.builder.frame(say("undated"))


def _words(items: Sequence[Evidence], *, without: Evidence) -> list[str]:
    """The texts that the others stand for."""
    return [part for item in items if item.id != without.id for part in (item.text, item.title, item.as_of or "", item.label)]


def say_status(turn: Turn, record: Credential) -> bool:
    """Say that an offering is past or only proposed; True when it is."""
    if record.status not in {"past", "proposed"}:
        return False
    evidence = turn.catalogue.field_evidence(record, "status")
    if evidence and evidence.id not in turn.told:
        turn.builder.say(f"{record.title} is listed as {evidence.text}.", [evidence])
        turn.builder.frame(say("status_past" if record.status == "past" else "check_current"))
    return True


def status_piece(turn: Turn, record: Credential) -> Piece | None:
    """The same for a card."""
    evidence = turn.catalogue.field_evidence(record, "status") if record.status in {"past", "proposed"} else None
    return turn.builder.claim(f"It is listed as {evidence.text}.", [evidence]) if evidence else None
