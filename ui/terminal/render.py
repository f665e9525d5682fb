"""An answer as text for people: what was said, then where each statement stands."""

from __future__ import annotations

from collections.abc import Iterable

import click

from advisor.contract import (
    Answer,
    Card,
    Cards,
    Choices,
    Citation,
    Contact,
    Paragraph,
    Part,
    PathwayPart,
    Piece,
    Table,
)
from corpus.fields import FIELDS, field_label
from ui.terminal.render_table import table_text
from ui.terminal.streams import printable
from ui.terminal.style import Style, current_style

__all__ = ["answer_text", "show_answer"]


def show_answer(answer: Answer) -> None:
    """Print an answer to standard output."""
    click.echo(answer_text(answer, current_style()))


def answer_text(answer: Answer, style: Style) -> str:
    """The answer in parts, then the contact where it was not named yet, then the sources.

    An answer without parts is shown by its ``text``.
    """
    blocks = [_part(answer, part, style) for part in answer.parts] or [style.wrap(style.plain(answer.text))]
    if answer.choices and not any(isinstance(part, Choices) for part in answer.parts):
        blocks.append(_choices(answer.choices, style))
    if answer.reviewed:
        blocks.append(style.wrap(style.plain(f"Reviewed answer: {answer.reviewed}")))
    blocks += [_contact(answer.contact, answer.text, style) if answer.contact else "", _sources(answer, style)]
    return "\n\n".join(block for block in blocks if block.strip())


def _part(answer: Answer, part: Part, style: Style) -> str:
    match part:
        case Paragraph():
            return style.wrap(_said(answer, part.pieces, style))
        case Cards():
            return "\n\n".join(_card(answer, card, style) for card in part.cards)
        case Table():
            columns = [_piece(answer, piece, style) for piece in part.columns]
            rows = [(row.label, row.differs, [_piece(answer, cell, style) for cell in row.cells]) for row in part.rows]
            return table_text(columns, rows, style)
        case PathwayPart():
            steps = [style.wrap(_piece(answer, piece, style), first="  - ", rest="    ") for piece in part.pieces]
            return "\n".join(steps) or style.wrap(style.plain(part.alt))
        case Choices():
            return "\n".join(filter(None, (style.wrap(style.plain(part.question)), _choices(part.choices, style))))


def _card(answer: Answer, card: Card, style: Style) -> str:
    marks = [card.credential_type or "", "invented" if card.invented else "", "comes close" if card.alternative else ""]
    heading = style.strong(_piece(answer, card.heading, Style(width=style.width)))
    known = heading.lower()
    extra = ", ".join(mark for mark in marks if mark and mark.lower() not in known)
    lines = [style.wrap(f"{heading} ({extra})" if extra else heading, first="  ")]
    if card.pieces:
        lines.append(style.wrap(_said(answer, card.pieces, style), first="  "))
    lines.append(style.soft(f"  {card.id}"))
    return "\n".join(lines)


def _said(answer: Answer, pieces: Iterable[Piece], style: Style) -> str:
    return " ".join(_piece(answer, piece, style) for piece in pieces).strip()


def _piece(answer: Answer, piece: Piece, style: Style) -> str:
    """A claim stands verbatim with its markers; a frame may be marked up."""
    if piece.claim is None:
        return style.plain(piece.frame or "")
    claim = answer.claims[piece.claim]
    markers = "".join(f"[{number}]" for number in claim.citations)
    return f"{printable(claim.text)} {style.soft(markers)}".rstrip()


def _choices(choices: Iterable[str], style: Style) -> str:
    return "\n".join(style.wrap(printable(choice), first="  - ", rest="    ") for choice in choices)


def _contact(contact: Contact, said: str, style: Style) -> str:
    """Only what the answer has not named already."""
    details = [part for part in (contact.phone, contact.email, contact.url) if part and part not in said]
    if not details:
        return ""
    return style.wrap(printable(f"Ask {contact.name}: {', '.join(details)}"), rest="  ")


def _sources(answer: Answer, style: Style) -> str:
    if not answer.citations:
        return ""
    return "\n".join([style.strong("Sources"), *(_citation(citation, style) for citation in answer.citations)])


def _citation(citation: Citation, style: Style) -> str:
    # a section of guidance has a title of its own, and no field's name
    place = f"{citation.title} · {field_label(citation.field)}" if citation.field in FIELDS else citation.title
    quote = " / ".join(printable(citation.quote).split("\n"))
    lead = f"  [{citation.n}] "
    indent = " " * len(lead)
    date = f"as of {citation.as_of}" if citation.as_of else "undated"
    lines = [
        style.wrap(f"{printable(place)}: “{quote}”", first=lead, rest=indent),
        style.wrap(printable(" · ".join(filter(None, (citation.id, citation.url, date)))), first=indent),
    ]
    return lines[0] + "\n" + style.soft(lines[1])
