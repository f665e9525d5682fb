"""The table of citable fields: each one's plain name and how its text reads.

The text is the evidence. It keeps the record's own words and adds as little as it can.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from corpus.credential import Credential, Credit, Duration, Fee, Link
from corpus.numbers import numbers_in

__all__ = ["FIELDS", "field_label", "field_text", "link_text", "number_text"]


def number_text(value: Decimal) -> str:
    """A number without trailing zeros and with thousands separated.

    >>> number_text(Decimal("3500.00")), number_text(Decimal("799.41"))
    ('3,500', '799.41')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _joined(items: tuple[str, ...]) -> str | None:
    return "\n".join(items) or None


def _duration(duration: Duration | None) -> str | None:
    if duration is None:
        return None
    if duration.hours is None:
        return duration.text
    hours = f"{number_text(duration.hours)} hours"
    if duration.text:
        return duration.text if duration.hours in numbers_in(duration.text) else f"{hours}; {duration.text}"
    return hours


def _credit(credit: Credit | None) -> str | None:
    if credit is None:
        return None
    unit = credit.unit.removesuffix("s") if credit.amount == 1 else credit.unit
    amount = None if credit.amount is None else f"{number_text(credit.amount)} {unit}"
    bearing = {True: "credit-bearing", False: "non-credit", None: None}[credit.bearing]
    return "; ".join(part for part in (bearing, amount) if part) or None


def _fee(fee: Fee | None) -> str | None:
    if fee is None:
        return None
    if fee.text:
        return fee.text
    if fee.amount is None:
        return None
    return "free" if fee.amount == 0 else f"${fee.amount:,f}"


def link_text(link: Link) -> str:
    """One way on, as text: where it leads, at which institution, and how."""
    where = f"{link.title} ({link.institution})" if link.institution else link.title
    return f"{where}: {link.how}" if link.how else where


def _links(links: tuple[Link, ...]) -> str | None:
    return _joined(tuple(link_text(link) for link in links))


_TIMING = {"both": "both synchronous and asynchronous"}
_DELIVERY = {"multiple": "multiple formats"}
_STATUS = {
    "current-as-of-source": "current as of its source",
    "past": "past",
    "proposed": "proposed",
    "unknown": None,
}

#: field name -> (plain name, how its text reads)
FIELDS: dict[str, tuple[str, Callable[[Credential], str | None]]] = {
    "title": ("title", lambda c: c.title),
    "institution": ("institution", lambda c: c.institution),
    "type": ("kind of credential", lambda c: c.type),
    "subject": ("subject", lambda c: c.subject),
    "summary": ("summary", lambda c: c.summary),
    "purpose": ("purpose", lambda c: c.purpose),
    "competencies": ("what you learn", lambda c: _joined(c.competencies)),
    "duration": ("length", lambda c: _duration(c.duration)),
    "delivery": ("delivery", lambda c: _DELIVERY.get(c.delivery or "", c.delivery)),
    "timing": ("timing", lambda c: _TIMING.get(c.timing or "", c.timing)),
    "location": ("place", lambda c: c.location),
    "region": ("region", lambda c: c.region),
    "credit": ("credit", lambda c: _credit(c.credit)),
    "recognition": ("how it is recorded", lambda c: c.recognition),
    "fee": ("fee", lambda c: _fee(c.fee)),
    "requirements": ("admission requirements", lambda c: _joined(tuple(r.text for r in c.requirements))),
    "assessment": ("assessment", lambda c: c.assessment),
    "quality_assurance": ("quality assurance", lambda c: c.quality_assurance),
    "need": ("labour-market or community evidence", lambda c: c.need),
    "laddering": ("laddering", lambda c: _links(c.laddering)),
    "stacking": ("stacking", lambda c: _links(c.stacking)),
    "links": ("where it can lead", lambda c: _links(c.links)),
    "prerequisite_of": ("what it is a prerequisite of", lambda c: _joined(c.prerequisite_of)),
    "parts": ("its parts", lambda c: c.parts),
    "transfer": ("transfer", lambda c: c.transfer),
    "plar": ("prior learning (PLAR)", lambda c: c.plar),
    "partners": ("partners", lambda c: _joined(c.partners)),
    "indigenous_focus": ("Indigenous focus", lambda c: c.indigenous_focus),
    "supports": ("supports", lambda c: _joined(c.supports)),
    "funding": ("funding", lambda c: c.funding),
    "start_dates": ("start dates", lambda c: _joined(c.start_dates)),
    "next_steps": ("next steps", lambda c: _joined(c.next_steps)),
    "contact": ("contact", lambda c: c.contact),
    "context": ("about the institution", lambda c: _joined(tuple(fact.text for fact in c.context))),
    "notes": ("further notes", lambda c: _joined(c.notes)),
    "status": ("status", lambda c: _STATUS[c.status]),
}


def field_text(credential: Credential, field: str) -> str | None:
    """The text of one field, or None where the catalogue does not state it.

    :raises KeyError: for a name that is no field.
    """
    return FIELDS[field][1](credential)


def field_label(field: str) -> str:
    """The plain name of a field: ``start_dates`` is "start dates"."""
    return FIELDS[field][0]
