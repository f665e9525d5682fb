"""The reply as it goes out: its blocks, its sources renumbered in the order in which they are cited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.draft.contract import ChecklistRow, Draft
from advisor.messages import say

__all__ = ["NAME", "Letter", "Note", "letter_of", "without_marks"]

#: where the learner's name would stand; the name itself is never kept
NAME = "[name]"
_MARK = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True)
class Note:
    """One source at the end of a letter."""

    n: int
    title: str
    field: str
    quote: str
    source: str
    url: str | None
    as_of: str | None
    invented: bool = False

    @property
    def origin(self) -> str:
        """Where the words are from and how old they are."""
        field = "" if self.field == self.title else f", {self.field}"
        where = ", ".join(part for part in (self.source, self.as_of or "undated") if part)
        told = " Invented example: not a real offering." if self.invented else ""
        return f"{self.title}{field}: our record, from {where}.{told}"

    @property
    def words(self) -> str:
        """The same with the address, as text."""
        return f"{self.origin} {self.url}" if self.url else self.origin


@dataclass(frozen=True)
class Letter:
    """Blocks of a letter; a block may have several lines. ``notes`` are empty where none were wanted."""

    subject: str
    blocks: tuple[str, ...]
    notes: tuple[Note, ...] = ()


def letter_of(
    draft: Draft, *, greeting: str, paragraphs: Sequence[str], closing: str, name: str = "", signature: str = "", notes: bool = True
) -> Letter:
    """The letter that the edited parts make.

    :param name: whom to greet; stands only in what is returned.
    :param notes: whether numbers and sources stay.
    """
    named = _named(greeting, name)
    body = [*paragraphs]
    rows = {row.n: row for item in draft.paragraphs for row in item.checklist}
    used: dict[int, int] = {}

    def renumbered(match: re.Match[str]) -> str:
        number = int(match[1])
        return f"[{used.setdefault(number, len(used) + 1)}]" if number in rows else match[0]

    body = [_MARK.sub(renumbered, text) if notes else without_marks(text) for text in body]
    warning = say("invented_here") if draft.invented else ""
    if warning and not any(warning in text for text in body):  # an edit must not make an invented offering a real one
        body.append(warning)
    blocks = [named, *body, "\n".join(part for part in (closing.strip(), signature.strip()) if part)]
    subject = draft.subject or (draft.paragraphs[0].question if draft.paragraphs else "")
    return Letter(
        subject=f"Re: {' '.join(subject.split())[:150]}",
        blocks=tuple(block.strip() for block in blocks if block.strip()),
        notes=tuple(_note(rows[number], place) for number, place in used.items()),
    )


def without_marks(text: str) -> str:
    """A paragraph without its numbers.

    >>> without_marks("It is online. [1][2] It is short [3].")
    'It is online. It is short.'
    """
    return re.sub(r"[ \t]*\[\d{1,3}\]", "", text)


def _named(greeting: str, name: str) -> str:
    if name.strip():
        return greeting.replace(NAME, " ".join(name.split()))
    return re.sub(rf"\s*{re.escape(NAME)}", "", greeting)


def _note(row: ChecklistRow, number: int) -> Note:
    return Note(n=number, title=row.title, field=row.field, quote=row.quote, source=row.source, url=row.url, as_of=row.as_of, invented=row.invented)
