"""An answer's parts as the sentences of a reply: no cards, no tables, no buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from advisor.contract import Answer, Cards, Choices, Citation, Paragraph, PathwayPart, Piece, Table
from advisor.draft.contract import DraftSentence
from advisor.messages import say

__all__ = ["Numbering", "asked_back", "join_sentences", "sentences_of"]

_CHAT_CHOICES = {say(key) for key in ("choice_name", "choice_find", "choice_explain")}


class Numbering:
    """Numbers of citations through a whole reply: the same evidence with the same quote has one number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def of(self, citation: Citation) -> int:
        """The citation's number in the reply."""
        return self._numbers.setdefault((citation.id, citation.quote), len(self._numbers) + 1)


def sentences_of(answer: Answer, numbering: Numbering) -> list[DraftSentence]:
    """Claims and frames in the answer's order. A question back is left to :func:`asked_back`."""
    speaker = _Speaker(answer, numbering)
    found: list[DraftSentence] = []
    for part in answer.parts:
        if isinstance(part, Paragraph):
            found += [speaker.said(piece, starts="" if number else "line") for number, piece in enumerate(part.pieces)]
        elif isinstance(part, Cards):
            for card in part.cards:
                found += [speaker.said(card.heading, starts="item"), *map(speaker.said, card.pieces)]
        elif isinstance(part, PathwayPart):
            found += [speaker.said(piece, starts="item") for piece in part.pieces]
        elif isinstance(part, Table):
            found += _table(part, speaker)
    return [sentence for sentence in found if sentence.text.strip(" .")]


class _Speaker:
    def __init__(self, answer: Answer, numbering: Numbering) -> None:
        self._answer = answer
        self._numbering = numbering
        self._cited = {citation.n: citation for citation in answer.citations}

    def said(self, piece: Piece, *, starts: Literal["", "line", "item"] = "", label: str = "") -> DraftSentence:
        """A piece as a sentence; headings and cells get their stop."""
        claim = None if piece.claim is None else self._answer.claims[piece.claim]
        text = (piece.frame or "" if claim is None else claim.text).strip().replace("\n", "; ")
        text = f"{label}: {text}" if label else text
        numbers = dict.fromkeys(self._numbering.of(self._cited[number]) for number in claim.citations) if claim else ()
        return DraftSentence(text=text if text.endswith((".", "!", "?", ":", '."', "”")) else f"{text}.", citations=tuple(numbers), starts=starts)


def _table(table: Table, speaker: _Speaker) -> Iterator[DraftSentence]:
    """One item a record: its heading, then its cells, each with the name of its row."""
    for column, heading in enumerate(table.columns):
        yield speaker.said(heading, starts="item")
        for row in table.rows:
            yield speaker.said(row.cells[column], label=row.label)


def asked_back(answer: Answer) -> tuple[str, ...]:
    """What the answer asks the learner, with the choices it offers."""
    asked = []
    for part in answer.parts:
        if isinstance(part, Choices):
            # choices of a chat that name nothing ("help me find") have no place in a letter
            choices = [choice for choice in part.choices if choice not in _CHAT_CHOICES]
            asked.append(f"{part.question} {' / '.join(choices)}".strip())
    return tuple(asked)


def join_sentences(sentences: Sequence[DraftSentence]) -> str:
    """The paragraph with its markers.

    >>> join_sentences([DraftSentence(text="It is online.", citations=(1, 2)), DraftSentence(text="Soil Care.", citations=(3,), starts="item")])
    'It is online. [1][2]\\n- Soil Care. [3]'
    """
    text = ""
    for sentence in sentences:
        marks = "".join(f"[{number}]" for number in sentence.citations)
        before = "\n" if sentence.starts else " "
        text += f"{before if text else ''}{'- ' if sentence.starts == 'item' else ''}{sentence.text}{f' {marks}' if marks else ''}"
    return text
