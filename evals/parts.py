"""Whether an answer's typed parts say the same as its text, piece by piece and in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from advisor.contract import Answer, Cards, Choices, Paragraph, Part, PathwayPart, Piece, Table

__all__ = ["part_faults"]


class _Said(NamedTuple):
    text: str
    required: bool


def part_faults(answer: Answer) -> list[str]:
    """What is wrong between ``parts`` and ``text``, in words; empty when they agree.

    Compared word by word without markup and markers. Every piece must stand in the text in order, every claim in
    some part, and the text may hold no word that no part holds.
    """
    try:
        said = [item for part in answer.parts for item in _part(part, answer)]
    except _BadPieceError as error:
        return [str(error)]
    used = {piece.claim for part in answer.parts for piece in _pieces(part) if piece.claim is not None}
    faults = [f"claim {place} stands in no part" for place in range(len(answer.claims)) if place not in used]
    return faults + _walk(said, _words(answer.text))


class _BadPieceError(Exception):
    """A piece that is no piece."""


def _walk(said: list[_Said], text: list[str]) -> list[str]:
    faults: list[str] = []
    cursor = 0
    for item in said:
        words = _words(item.text)
        if not words:
            continue
        if text[cursor : cursor + len(words)] == words:
            cursor += len(words)
        elif item.required:
            start = _find(words, text, cursor)
            if start is None:
                faults.append(f"the text does not hold this piece at its place: {item.text!r}")
                continue
            faults.append(f"no part holds these words of the text: {' '.join(text[cursor:start])!r}")
            cursor = start + len(words)
    if cursor < len(text):
        faults.append(f"no part holds these words of the text: {' '.join(text[cursor:])!r}")
    return faults


def _find(words: list[str], text: list[str], start: int) -> int | None:
    last = len(text) - len(words)
    return next((place for place in range(start, last + 1) if text[place : place + len(words)] == words), None)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"\[\d+\]", " ", text))


def _piece(piece: Piece, answer: Answer) -> _Said:
    if (piece.claim is None) == (piece.frame is None):
        raise _BadPieceError(f"a piece must be a claim or a frame: {piece!r}")
    if piece.claim is None:
        return _Said(piece.frame or "", required=True)
    if not 0 <= piece.claim < len(answer.claims):
        raise _BadPieceError(f"a piece names claim {piece.claim}, and there are {len(answer.claims)}")
    return _Said(answer.claims[piece.claim].text, required=True)


def _part(part: Part, answer: Answer) -> Iterator[_Said]:
    """What a part says, in order. Labels and drawings need no place in the text, but may have one."""
    if isinstance(part, Table):
        yield from (_piece(piece, answer) for piece in part.columns)
        for row in part.rows:
            yield _Said(row.label, required=False)
            yield from (_piece(cell, answer) for cell in row.cells)
    elif isinstance(part, Choices):
        yield _Said(part.question, required=False)
        yield from (_Said(choice, required=False) for choice in part.choices)
    else:
        yield from (_piece(piece, answer) for piece in _pieces(part))
        if isinstance(part, PathwayPart):
            yield _Said(part.alt, required=False)


def _pieces(part: Part) -> Iterator[Piece]:
    if isinstance(part, Paragraph | PathwayPart):
        yield from part.pieces
    elif isinstance(part, Cards):
        for card in part.cards:
            yield card.heading
            yield from card.pieces
    elif isinstance(part, Table):
        yield from part.columns
        for row in part.rows:
            yield from row.cells
