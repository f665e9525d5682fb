"""The answer, as every surface and every script receives it.

The JSON form of :class:`Answer` is a public contract: names and meanings do not change.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Alternative",
    "Answer",
    "AppliedFilter",
    "Card",
    "Cards",
    "Choices",
    "Citation",
    "Claim",
    "Contact",
    "Finding",
    "Paragraph",
    "Part",
    "PathwayPart",
    "Piece",
    "Reason",
    "Status",
    "Table",
    "TableRow",
]

Status = Literal["answered", "partial", "abstained", "clarify"]
Reason = Literal[
    "not_stated",
    "not_in_catalogue",
    "out_of_scope",
    "needs_person",
    "underspecified",
    "false_premise",
    "past_or_proposed",
    "unsupported_language",
    "injection",
    "unsafe",
]
Op = Literal["eq", "not", "any", "lte", "gte", "near"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(_Model):
    """Where a claim stands: one field of one record, or one section of one document."""

    n: int = Field(description="the number shown in this answer only")
    id: str = Field(description="record#field or document#section; stable across rebuilds")
    record: str
    field: str
    title: str
    quote: str = Field(description="verbatim from the text of `id`")
    url: str | None = None
    as_of: str | None = None


class Claim(_Model):
    """One sentence or table cell, and the citations it rests on."""

    text: str
    citations: tuple[int, ...]
    said: str | None = Field(default=None, description="the learner's own words that the claim repeats, if any")
    finding: str | None = Field(default=None, description="id of the finding it was computed by, if any")


class Finding(_Model):
    """The working of a reasoner: what was computed, from which fields, step by step."""

    id: str
    kind: str
    working: dict[str, Any]


class AppliedFilter(_Model):
    """A wish that narrowed the search, in the learner's own words where they said it."""

    field: str
    op: Op
    value: Any
    said: str


class Alternative(_Model):
    """A record that meets all wishes but those named."""

    id: str
    breaks: tuple[str, ...]


class Contact(_Model):
    """Whom to ask. Nothing here is invented: without a stated contact, the institution and its page."""

    name: str
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    source: str | None = None
    as_of: str | None = None
    invented: bool = Field(default=False, description="from the invented demo catalogue: nobody is there")


class Piece(_Model):
    """A stretch of an answer: a claim (by its place in ``Answer.claims``) or a frame's text."""

    claim: int | None = None
    frame: str | None = None


class Paragraph(_Model):
    """Sentences in a row."""

    type: Literal["paragraph"] = "paragraph"
    pieces: tuple[Piece, ...]


class Card(_Model):
    """One offering: a heading and a line or two."""

    id: str
    title: str
    institution: str
    credential_type: str | None = None
    invented: bool = False
    alternative: bool = False
    heading: Piece
    pieces: tuple[Piece, ...]
    url: str | None = None


class Cards(_Model):
    """Offerings, best first."""

    type: Literal["cards"] = "cards"
    cards: tuple[Card, ...]


class TableRow(_Model):
    """One row of a comparison: what is compared, and a cell for each record."""

    label: str
    field: str
    differs: bool
    cells: tuple[Piece, ...]


class Table(_Model):
    """A comparison, one column a record."""

    type: Literal["table"] = "table"
    columns: tuple[Piece, ...]
    ids: tuple[str, ...]
    rows: tuple[TableRow, ...]


class PathwayPart(_Model):
    """Where credentials lead: nodes and edges to draw, and the same in words."""

    type: Literal["pathway"] = "pathway"
    nodes: tuple[dict[str, Any], ...]
    edges: tuple[dict[str, Any], ...]
    alt: str
    pieces: tuple[Piece, ...] = ()


class Choices(_Model):
    """A question back, with choices that can be pressed or typed."""

    type: Literal["choices"] = "choices"
    question: str
    choices: tuple[str, ...]


Part = Annotated[Paragraph | Cards | Table | PathwayPart | Choices, Field(discriminator="type")]


class Answer(_Model):
    """One answer. ``text`` is exactly its claims, each with its markers, and frames."""

    question: str
    standalone: str
    status: Status
    reason: Reason | None = None
    text: str
    parts: tuple[Part, ...] = ()
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    findings: tuple[Finding, ...] = ()
    credentials: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    filters: tuple[AppliedFilter, ...] = ()
    unmet: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    contact: Contact | None = None
    reviewed: str | None = Field(default=None, description="for an approved answer: by whom and when")
    took_ms: float = 0.0
