"""Two to five offerings side by side: one citation a cell, "not stated" visible, differences first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.compose.closest import asks_closest, say_closest
from advisor.compose.context import Outcome, Turn
from advisor.compose.fact import say_field
from advisor.compose.naming import field_words, frame_name
from advisor.compose.phrases import sentence
from advisor.compose.ranking import first_of, say_ranking, say_wishes
from advisor.contract import Piece, TableRow
from advisor.messages import say
from advisor.reason.comparing import Ranking, asked_rankings
from advisor.understand.lexicon import FIELD_CUES
from advisor.understand.understanding import Request
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.fields import field_label
from corpus.folding import fold

__all__ = ["compose_compare"]

#: what tells offerings apart, in the order people ask
ROWS = ("type", "delivery", "timing", "duration", "location", "fee", "credit", "requirements", "assessment", "start_dates", "laddering", "funding")
MOST = 5
#: which of them lets people in more readily
_ENTRY = re.compile(r"\b(?:easi|hard|strict|tough)(?:er|est)\b[^.?!]{0,40}\b(?:in(?:to)?|admission|entry|enter|requirements?|qualify)\b|\b(?:lower|fewer|less|higher) (?:\w+ )?(?:requirements|prerequisites)\b")
#: said of somebody who has work beside it: when and where it is taught is what tells them apart
_AT_WORK = re.compile(r"\b(?:working|works?|work) (?:full|part)[- ]?time\b|\bfull[- ]time (?:job|work)\b|\bwith a (?:\w+ )?job\b|\b(?:has|have|got|keep(?:ing)?) (?:a|my|his|her|their) (?:\w+ )?job\b|\bwhile (?:i |he |she )?work\w*\b|\baround (?:my |a |his |her )?(?:job|work|shifts?)\b|\bbesides? (?:my |a )?(?:job|work)\b")


def compose_compare(turn: Turn, request: Request) -> Outcome:
    """Answer what was asked of each, then show the table."""
    records = [turn.catalogue.record(record_id) for record_id in request.records[:MOST]]
    builder = turn.builder
    builder.credentials.extend(record.id for record in records)
    plain = fold(request.text)
    rankings = asked_rankings(plain)
    first = first_of(records, rankings[0]) if rankings else say_closest(turn, records) if asks_closest(plain) else None
    asked, lacking = _asked(turn, records, request, rankings)
    say_wishes(turn, records)
    builder.end_paragraph()
    for record in records:
        subject = record.title
        told: set[str] = set()
        for name in asked[:4]:
            if name in told:
                continue
            used = say_field(turn, record, name, f"{subject} at {record.institution}" if _same_titles(turn, request) else subject)
            told |= {item.field for item in used}
            if used:
                subject = "It"
            else:
                lacking = True
                if f"{record.id}#{name}" in builder.unconfirmed:
                    continue  # said beside the ranking
                builder.unconfirmed.append(f"{record.id}#{name}")
                builder.frame(say("not_stated", what=field_words(name), title=frame_name(record)))
        if not asked:
            summary = turn.catalogue.field_evidence(record, "summary")
            text = sentence(record, "summary", subject)
            if summary and text:
                builder.say(text, [summary])
        builder.end_paragraph()
    _table(turn, records, [name for name in ROWS if name not in asked[:4] or len(asked) > 4])
    if not builder.says_something():
        return Outcome("abstained", "not_stated", focus=request.records)
    focus = tuple(dict.fromkeys(([first] if first else []) + list(request.records)))
    return Outcome("partial" if lacking else "answered", "not_stated" if lacking else None, focus=focus, shown=request.records, singled=first is not None)


def _asked(turn: Turn, records: Sequence[Credential], request: Request, rankings: Sequence[Ranking]) -> tuple[list[str], bool]:
    """Say what comes first where that is asked; the fields that are asked of each, and whether a ranking lacks something."""
    asked = [name for name in dict.fromkeys(request.fields) if name in {*ROWS, "competencies", "summary", "recognition", "partners", "supports", "parts", "next_steps", "plar", "indigenous_focus"}]
    plain = fold(request.text)
    if rankings:  # what comes first is asked in so many words, so nothing is that only resembles it
        asked = [name for name in asked if name in FIELD_CUES and FIELD_CUES[name].search(plain)]
    ranked = [say_ranking(turn, records, ranking) for ranking in rankings]
    if _ENTRY.search(plain):
        asked = list(dict.fromkeys(["requirements", *asked]))
        turn.builder.frame(say("compare_judge"))
    if _AT_WORK.search(plain):
        asked = list(dict.fromkeys([*asked, "timing", "delivery"]))
    return asked, not all(ranked)


def _same_titles(turn: Turn, request: Request) -> bool:
    titles = [turn.catalogue.record(record_id).title for record_id in request.records]
    return len(set(titles)) < len(titles)


def _table(turn: Turn, records: Sequence[Credential], names: Sequence[str]) -> None:
    """Add a table of the fields that any of the records states, those that tell them apart first."""
    stated = {name: [turn.catalogue.field_evidence(record, name) for record in records] for name in names}
    if not any(item for cells in stated.values() for item in cells):
        return
    titles = [turn.catalogue.evidence(f"{record.id}#title") for record in records]
    columns = [piece for item in titles if (piece := turn.builder.claim(item.title, [item]))]
    rows = [_row(turn, name, cells) for name, cells in stated.items() if any(cells)]
    rows.sort(key=lambda row: not row.differs)
    turn.builder.table(ids=[record.id for record in records], columns=columns, rows=rows)


def _row(turn: Turn, name: str, cells: Sequence[Evidence | None]) -> TableRow:
    pieces = [turn.builder.claim(item.text.replace("\n", "; "), [item]) if item else None for item in cells]
    differs = len({item.text if item else None for item in cells}) > 1
    return TableRow(
        label=field_label(name),
        field=name,
        differs=differs,
        cells=tuple(piece or Piece(frame=say("compare_not_stated")) for piece in pieces),
    )
