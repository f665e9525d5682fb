"""The credential record: every fact that the catalogue may hold of one offering, each optional and citable."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from corpus.requirement import Requirement
from corpus.source import Source

__all__ = [
    "ContextFact",
    "Credential",
    "Credit",
    "Delivery",
    "Duration",
    "Fee",
    "Link",
    "Provenance",
    "Status",
    "Stewardship",
    "Timing",
]

Delivery = Literal["in-person", "online", "blended", "multiple"]
Timing = Literal["synchronous", "asynchronous", "both"]
Status = Literal["current-as-of-source", "past", "proposed", "unknown"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Duration(_Record):
    """How long it takes: hours where stated, and the words of the source's record."""

    hours: Decimal | None = None
    text: str | None = None


class Credit(_Record):
    """Whether it bears academic credit (None is "not stated"), and how much, in what unit."""

    bearing: bool | None = None
    amount: Decimal | None = None
    unit: Literal["credits", "units"] = "credits"


class Fee(_Record):
    """What it costs. ``amount`` 0 is free to the cohort that ``text`` tells of, not free in general."""

    amount: Decimal | None = None
    currency: str = "CAD"
    covers: Literal["total", "tuition", "per-course", "per-credit", "other"] | None = None
    text: str | None = None


class Link(_Record):
    """A way on from this offering to another, as stated.

    ``target`` is a record id where the named credential is a record of the catalogue. ``certainty`` is
    "may" where the words promise little ("positioned as a lead-in", "may count").
    """

    title: str
    institution: str | None = None
    how: str | None = None
    target: str | None = None
    certainty: Literal["stated", "may"] = "stated"
    credits: Decimal | None = Field(default=None, description="credits that count, where the words say so")


class ContextFact(_Record):
    """A fact about the institution that bears on this record."""

    text: str
    source: Source


class Provenance(_Record):
    """What the gatherer noted about the record itself."""

    confidence: Literal["high", "medium", "low"] | None = None
    previous_url: str | None = None
    added_in_second_pass: bool | None = None
    requirements_stated: bool | None = None
    editor_notes: tuple[str, ...] = Field(default=(), description="kept for editors, never shown to learners")


class Stewardship(_Record):
    """Who the record belongs to and who may see it."""

    owner: str | None = None
    visibility: Literal["public", "community"] = "public"
    review_date: str | None = None
    withdrawn: bool = False


class Credential(_Record):
    """One credential: an offering, or a larger credential that offerings lead to.

    Empty tuples and None mean "not stated". Field ids in evidence (``record#field``) are these names.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]*$")
    role: Literal["offering", "larger"] = "offering"
    title: str
    institution: str
    institution_type: str | None = None
    type: str | None = Field(default=None, description="the name that the source uses")
    subject: str | None = Field(default=None, description="subjects, broad to narrow, joined by ' / '")
    summary: str | None = None
    purpose: str | None = None
    competencies: tuple[str, ...] = ()
    duration: Duration | None = None
    delivery: Delivery | None = None
    timing: Timing | None = None
    location: str | None = None
    region: str | None = None
    institution_region: str | None = None
    credit: Credit | None = None
    recognition: str | None = Field(default=None, description="transcript, badge, statement")
    fee: Fee | None = None
    requirements: tuple[Requirement, ...] = ()
    assessment: str | None = None
    quality_assurance: str | None = None
    need: str | None = Field(default=None, description="labour-market or community evidence")
    laddering: tuple[Link, ...] = ()
    stacking: tuple[Link, ...] = ()
    links: tuple[Link, ...] = Field(default=(), description="ways on that the source does not classify")
    prerequisite_of: tuple[str, ...] = ()
    parts: str | None = None
    transfer: str | None = None
    plar: str | None = None
    partners: tuple[str, ...] = ()
    indigenous_focus: str | None = None
    supports: tuple[str, ...] = ()
    funding: str | None = None
    start_dates: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    contact: str | None = None
    context: tuple[ContextFact, ...] = ()
    notes: tuple[str, ...] = Field(default=(), description="further facts that the gatherer wrote down")
    status: Status = "unknown"
    source: Source = Source()
    field_sources: Mapping[str, Source] = Field(default_factory=dict)
    provenance: Provenance = Provenance()
    stewardship: Stewardship = Stewardship()
    invented: bool = Field(default=False, description="true in the demo catalogue: every place that shows it says so")

    @field_validator("field_sources")
    @classmethod
    def _known_fields(cls, sources: Mapping[str, Source]) -> Mapping[str, Source]:
        """A source of something that is no field would never be shown."""
        if unknown := sorted(set(sources) - set(cls.model_fields)):
            raise ValueError(f"{', '.join(unknown)}: no such field")
        return sources

    @property
    def subjects(self) -> tuple[str, ...]:
        """Subjects, broad to narrow."""
        return tuple(part.strip() for part in (self.subject or "").split(" / ") if part.strip())

    @property
    def is_microcredential(self) -> bool:
        """Whether the source itself calls it a micro-credential (SOURCES.md gives the rule)."""
        name = (self.type or "").lower()
        return "micro" in name and not name.startswith("professional specialization certificate")

    def source_of(self, field: str) -> Source:
        """The source of one field: its own where recorded, else the record's."""
        own = self.field_sources.get(field)
        if own is None and field == "context" and self.context:
            own = self.context[0].source
        if own is None:
            return self.source
        return own if own.title else own.model_copy(update={"title": self.source.title})
