"""A record as facts for a page, a list or a brief: each with its source and date, and what is not stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.explore.stated import Stated, community_delivery, involvement
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.fields import FIELDS, field_label

__all__ = ["ASKED", "BRIEF_FIELDS", "CARD_FIELDS", "Fact", "RecordBrief", "StewardshipBrief", "brief_of", "stewardship_of"]

#: what people ask about first; where one of these is not stated, that is said
ASKED = ("delivery", "location", "duration", "fee", "credit", "requirements", "plar", "partners", "indigenous_focus", "supports", "start_dates")
CARD_FIELDS = ("delivery", "location", "duration", "fee", "supports")
#: what a shortlist's brief tells of a record
BRIEF_FIELDS = (
    "type", "status", "summary", "delivery", "location", "region", "duration", "start_dates", "fee", "funding", "credit", "recognition",
    "requirements", "plar", "partners", "indigenous_focus", "supports", "laddering", "stacking", "next_steps", "contact",
)  # fmt: skip
#: the heading says them
_IN_HEADING = {"title", "institution"}


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One stated field: its plain name, its words, and where they are from."""

    id: str
    field: str
    label: str
    text: str
    source: str
    as_of: str | None
    url: str | None


@dataclass(frozen=True, kw_only=True)
class StewardshipBrief:
    """Who a record belongs to, who may see it, and when it is to be looked at again. None is "not recorded"."""

    owner: str | None
    visibility: str
    review_date: str | None


@dataclass(frozen=True, kw_only=True)
class RecordBrief:
    """A record for people: its facts in the order of the catalogue's fields, and the names of those that are missing."""

    id: str
    title: str
    institution: str
    type: str | None
    status: str | None
    invented: bool
    url: str | None
    source: str
    as_of: str | None
    facts: tuple[Fact, ...]
    not_stated: tuple[str, ...]
    involvement: tuple[Stated, ...]
    in_community: Stated | None
    stewardship: StewardshipBrief

    def fact(self, field: str) -> Fact | None:
        """One fact, or None where the field is not stated."""
        return next((fact for fact in self.facts if fact.field == field), None)


def brief_of(catalogue: Catalogue, record: Credential, *, fields: Sequence[str] | None = None) -> RecordBrief:
    """A record as facts.

    :param fields: only these; all that are stated by default.
    """
    stated = list(catalogue.stated(record))
    shown = set(fields or FIELDS) - _IN_HEADING
    facts = tuple(
        Fact(
            id=item.id, field=item.field, label=item.label, text=item.text,
            source=item.source_title or "source not recorded", as_of=item.as_of, url=item.url,
        )
        for item in stated
        if item.field in shown
    )  # fmt: skip
    told = {item.field for item in stated}
    return RecordBrief(
        id=record.id,
        title=record.title,
        institution=record.institution,
        type=record.type,
        status=record.status if record.status in {"past", "proposed"} else None,
        invented=record.invented,
        url=record.source.link,
        source=record.source.title,
        as_of=record.source.date,
        facts=facts,
        not_stated=tuple(field_label(name) for name in (fields or ASKED) if name in ASKED and name not in told),
        involvement=involvement(record),
        in_community=community_delivery(record),
        stewardship=stewardship_of(record),
    )


def stewardship_of(record: Credential) -> StewardshipBrief:
    """What is recorded of a record's stewardship."""
    own = record.stewardship
    return StewardshipBrief(owner=own.owner, visibility=own.visibility, review_date=own.review_date)
