"""Render parts as Markdown with ``[n]`` markers: exactly the claims and the frames."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.contract import Card, Cards, Choices, Claim, Paragraph, Part, PathwayPart, Piece, Table

__all__ = ["pieces_of", "render_parts", "render_piece"]


def pieces_of(part: Part) -> tuple[Piece, ...]:
    """Every piece of a part, in the order of its text."""
    if isinstance(part, Cards):
        return tuple(piece for card in part.cards for piece in (card.heading, *card.pieces))
    if isinstance(part, Table):
        return (*part.columns, *(cell for row in part.rows for cell in row.cells))
    return () if isinstance(part, Choices) else part.pieces


def render_piece(piece: Piece, claims: Sequence[Claim]) -> str:
    """One claim with its markers, or a frame."""
    if piece.claim is not None:
        claim = claims[piece.claim]
        return f"{claim.text} {''.join(f'[{n}]' for n in claim.citations)}"
    return piece.frame or ""


def render_parts(parts: Sequence[Part], claims: Sequence[Claim]) -> str:
    """All parts in order, separated by blank lines."""
    return "\n\n".join(text for part in parts if (text := _render(part, claims)))


def _render(part: Part, claims: Sequence[Claim]) -> str:
    if isinstance(part, Paragraph):
        return " ".join(render_piece(piece, claims) for piece in part.pieces)
    if isinstance(part, Cards):
        return "\n".join(_card(card, claims) for card in part.cards)
    if isinstance(part, Table):
        return _table(part, claims)
    if isinstance(part, PathwayPart):
        return "\n".join(f"- {render_piece(piece, claims)}" for piece in part.pieces)
    return "\n".join([part.question, *(f"- {choice}" for choice in part.choices)])


def _card(card: Card, claims: Sequence[Claim]) -> str:
    heading = render_piece(card.heading, claims)
    body = " ".join(render_piece(piece, claims) for piece in card.pieces)
    return f"- **{heading}**" + (f"\n  {body}" if body else "")


def _table(table: Table, claims: Sequence[Claim]) -> str:
    def cell(piece: Piece) -> str:
        return render_piece(piece, claims).replace("|", "/").replace("\n", " ")

    lines = ["| | " + " | ".join(cell(piece) for piece in table.columns) + " |"]
    lines.append("|---" * (len(table.columns) + 1) + "|")
    lines += [f"| {row.label} | " + " | ".join(cell(piece) for piece in row.cells) + " |" for row in table.rows]
    return "\n".join(lines)
