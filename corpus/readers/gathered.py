"""Read the gathered form: ``offerings.jsonl`` and ``larger_credentials.jsonl``, facts as strings and nulls.

``docs/catalogue-mapping.md`` tables every key and the field it becomes.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.credential import (
    ContextFact,
    Credential,
    Credit,
    Delivery,
    Duration,
    Fee,
    Link,
    Provenance,
    Status,
    Timing,
)
from corpus.errors import Fault
from corpus.numbers import numbers_in
from corpus.readers.links import classify_link, same_title
from corpus.readers.native import json_lines, validation_faults
from corpus.readers.notes import sort_notes
from corpus.readers.requirements import read_requirements
from corpus.source import Source

__all__ = ["read_gathered"]

#: gathered key -> field of the record, where the names differ
FIELD_OF_KEY = {
    "credential_type": "type",
    "subject_area": "subject",
    "duration_hours": "duration",
    "duration_text": "duration",
    "delivery_mode": "delivery",
    "credit_bearing": "credit",
    "credits": "credit",
    "tuition_cad": "fee",
    "tuition_text": "fee",
    "eligibility": "requirements",
    "industry_partners": "partners",
    "made_of": "parts",
}


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _GivenLink(_Strict):
    title: str
    institution: str | None = None
    how: str | None = None


class _GivenSource(_Strict):
    url: str | None = None
    date: str | None = None
    carried_from: str | None = None
    note: str | None = None


class _GivenContext(_Strict):
    text: str
    url: str | None = None
    date: str | None = None


class _Offering(_Strict):
    id: str
    title: str
    institution: str
    institution_type: str | None = None
    credential_type: str | None = None
    subject_area: str | None = None
    summary: str | None = None
    competencies: list[str] = []
    duration_hours: Decimal | None = None
    duration_text: str | None = None
    delivery_mode: Delivery | None = None
    timing: Timing | None = None
    location: str | None = None
    credit_bearing: bool | None = None
    credits: Decimal | None = None
    tuition_cad: Decimal | None = None
    tuition_text: str | None = None
    eligibility: list[str] = []
    eligibility_stated: bool | None = None
    assessment: str | None = None
    stacks_into: list[_GivenLink] = []
    prerequisite_of: list[str] = []
    plar: str | None = None
    industry_partners: list[str] = []
    indigenous_focus: str | None = None
    supports: list[str] = []
    next_steps: list[str] = []
    contact: str | None = None
    start_dates: list[str] = []
    funding: str | None = None
    source_url: str | None = None
    source_title: str = ""
    source_date: str | None = None
    confidence: str | None = None
    field_sources: dict[str, _GivenSource] = {}
    notes: list[str] = []
    made_of: str | None = None
    context: list[_GivenContext] = []
    previous_source_url: str | None = None
    institution_region: str | None = None
    region: str | None = None
    status: Status = "unknown"
    new_in_v2: bool | None = None


class _Larger(_Strict):
    id: str
    title: str
    institution: str
    credential_type: str | None = None
    credits: Decimal | None = None
    duration: str | None = None
    facts: str | None = None
    source_url: str | None = None


def read_gathered(place: Path) -> tuple[list[Credential], list[Fault]]:
    """Read a folder, or one file of offerings, in the gathered form: the records and every fault."""
    records: list[Credential] = []
    faults: list[Fault] = []
    folder = place if place.is_dir() else place.parent
    offerings = "offerings.jsonl" if place.is_dir() else place.name
    for name, convert in ((offerings, _offering), ("larger_credentials.jsonl", _larger)):
        path = folder / name
        if name == "larger_credentials.jsonl" and not path.exists():
            continue
        for line, data in json_lines(path):
            if isinstance(data, Fault):
                faults.append(data)
                continue
            try:
                records.append(convert(data))
            except ValidationError as error:
                faults += validation_faults(error, file=str(path), line=line, record=data.get("id"))
    return _with_targets(records), faults


def _offering(data: dict[str, Any]) -> Credential:
    given = _Offering.model_validate(data)
    sorted_links: dict[str, list[Link]] = {"laddering": [], "stacking": [], "links": []}
    for item in given.stacks_into:
        kind, link = classify_link(Link(title=item.title, institution=item.institution, how=item.how))
        sorted_links[kind].append(link)
    facts, remarks = sort_notes(given.notes)
    record_source = Source(title=given.source_title, url=given.source_url, date=given.source_date)
    return Credential(
        id=given.id,
        title=given.title,
        institution=given.institution,
        institution_type=given.institution_type,
        type=given.credential_type,
        subject=given.subject_area,
        summary=given.summary,
        competencies=tuple(given.competencies),
        duration=_some(Duration(hours=given.duration_hours, text=given.duration_text)),
        delivery=given.delivery_mode,
        timing=given.timing,
        location=given.location,
        region=given.region,
        institution_region=given.institution_region,
        credit=_credit(given),
        recognition=_recognition(given),
        fee=_fee(given.tuition_cad, given.tuition_text),
        requirements=read_requirements(given.eligibility),
        assessment=given.assessment,
        laddering=tuple(sorted_links["laddering"]),
        stacking=tuple(sorted_links["stacking"]),
        links=tuple(sorted_links["links"]),
        prerequisite_of=tuple(given.prerequisite_of),
        parts=given.made_of,
        plar=given.plar,
        partners=tuple(given.industry_partners),
        indigenous_focus=given.indigenous_focus,
        supports=tuple(given.supports),
        funding=given.funding,
        start_dates=tuple(given.start_dates),
        next_steps=tuple(given.next_steps),
        contact=given.contact,
        context=tuple(
            ContextFact(text=item.text, source=Source(title=given.source_title, url=item.url, date=item.date))
            for item in given.context
        ),
        notes=facts,
        status=given.status,
        source=record_source,
        field_sources=_field_sources(given, sorted_links),
        provenance=Provenance.model_validate(
            {
                "confidence": given.confidence,
                "previous_url": given.previous_source_url,
                "added_in_second_pass": given.new_in_v2,
                "requirements_stated": given.eligibility_stated,
                "editor_notes": remarks,
            }
        ),
    )


def _larger(data: dict[str, Any]) -> Credential:
    given = _Larger.model_validate(data)
    return Credential(
        id=given.id,
        role="larger",
        title=given.title,
        institution=given.institution,
        type=given.credential_type,
        summary=given.facts,
        duration=_some(Duration(text=given.duration)),
        credit=None if given.credits is None else Credit(amount=given.credits),
        source=Source(title=given.title, url=given.source_url),
    )


def _some(value: Duration) -> Duration | None:
    return value if value != type(value)() else None


def _credit(given: _Offering) -> Credit | None:
    if given.credit_bearing is None and given.credits is None:
        return None
    in_units = given.credits is not None and f"{given.credits.normalize():f} units" in (given.duration_text or "")
    return Credit(bearing=given.credit_bearing, amount=given.credits, unit="units" if in_units else "credits")


def _recognition(given: _Offering) -> str | None:
    """How it is recorded, where the kind of credential or its parts say so in so many words."""
    return next(
        (
            text
            for text in (given.made_of, given.assessment, given.credential_type)
            if text and re.search(r"\bbadge|transcript|certificate of completion|completion certificate|statement of completion", text)
        ),
        None,
    )


def _fee(amount: Decimal | None, text: str | None) -> Fee | None:
    if amount is None and text is None:
        return None
    lowered = (text or "").lower()
    covers: str | None = None
    if "per credit" in lowered:
        covers = "per-credit"
    elif "per course" in lowered:
        covers = "per-course"
    elif re.search(r"total|per program|program fee|for \w+ courses|in all", lowered):
        covers = "total"
    elif lowered.startswith("application fee"):
        covers = "other"
    elif amount is not None:
        covers = "tuition"
    if amount is not None and amount and text and amount not in numbers_in(text):
        text = f"${amount:,f}; {text}"
    return Fee.model_validate({"amount": amount, "covers": covers, "text": text})


def _field_sources(given: _Offering, sorted_links: dict[str, list[Link]]) -> dict[str, Source]:
    """Each field's own source; where two keys became one field, the one with a later check wins."""
    sources: dict[str, Source] = {}
    for key, item in given.field_sources.items():
        source = Source(url=item.url, date=item.date, carried_from=item.carried_from, note=item.note)
        names = [FIELD_OF_KEY.get(key, key)]
        if key == "stacks_into":
            names = [kind for kind, links in sorted_links.items() if links] or ["links"]
        for name in names:
            if name not in sources or sources[name].carried_from:
                sources[name] = source
    return sources


def _with_targets(records: list[Credential]) -> list[Credential]:
    """Point links at records where the title and the institution plainly are the same."""

    def resolve(link: Link, own: str) -> Link:
        for record in records:
            if record.id != own and record.institution == link.institution and same_title(record.title, link.title):
                return link.model_copy(update={"target": record.id})
        return link

    return [
        record.model_copy(
            update={
                name: tuple(resolve(link, record.id) for link in getattr(record, name))
                for name in ("laddering", "stacking", "links")
                if getattr(record, name)
            }
        )
        for record in records
    ]
