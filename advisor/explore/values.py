"""The columns that records are browsed by: each turns a record into the choices it falls under.

A record that states nothing falls under :data:`NOT_STATED`, which is a choice like the others and never reads as "no".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from advisor.explore.places import places_of, region_of
from advisor.explore.stated import community_delivery, involvement
from corpus.credential import Credential
from corpus.fields import field_text
from corpus.places import gazetteer
from corpus.spans import read_span

__all__ = ["COLUMNS", "NOT_STATED", "choice_label", "cost", "hours", "supports", "type_name"]

NOT_STATED = "not-stated"

#: upper bounds in hours; 288 is the province's own bound for a micro-credential that it funds
_HOURS = ((Decimal(30), "up-to-30"), (Decimal(60), "31-60"), (Decimal(120), "61-120"), (Decimal(288), "121-288"))
_DOLLARS = ((Decimal(500), "up-to-500"), (Decimal(1500), "501-1500"), (Decimal(5000), "1501-5000"))
_SUPPORTS = {
    "money": r"\bwages?\b|\bstipends?\b|\bpaid\b|\bbursar\w+|\bgrants?\b|\bfunds?\b|\btuition\b|\bfree\b|\bno cost\b|\breduced-fee\b|\$",
    "travel": r"\btravel\b|\btransport\w*|\bbus\b|\brides?\b|\bvan\b|\bshuttle\b|\bfuel\b|\bmileage\b|\bhelicopter\b",
    "housing-and-food": r"\baccommodation\b|\bhousing\b|\bresidence\b|\bbunk\w*|\bmeals?\b|\blunch\w*|\bbreakfast\b|\bfood\b|\bsnacks\b|\bsoup\b"
    r"|\bcamp\b|\bplaces to stay\b|\bgroceries\b|\bvegetables\b",
    "family": r"\bchild\w*|\belder ?care\b|\beldercare\b|\bcaregiver\b",
    "technology": r"\bcomputers?\b|\blaptops?\b|\bwi-?fi\b|\binternet\b|\bdata\b|\brecord(?:ed|ings?)\b|\bby (?:tele)?phone\b|\btelephone\b|\bby post\b|\baudio\b|\bcaption\w*",
    "people": r"\bmentor\w*|\btutor\w*|\bcoach\w*|\belders?\b|\bwellbeing\b|\bcounsell?or\b|\badvis\w+|\bpeer\b|\bsupport person\b|\bguidance\b|\bstudent cent\w+",
    "learning": r"\bwriting\b|\bmath\b|\bupgrading\b|\blearning (?:plans?|resources)\b|\blearning\b|\borientation\b|\bcareer\b|\bpracticum\b|\binternships?\b|\bplacements?\b|\breadiness\b|\blab\b",
    "equipment": r"\bgear\b|\btool\w*|\bboots?\b|\bequipment\b|\bsafety\b|\bon loan\b|\blent\b|\bloan\w*|\bcoveralls\b|\btemplates?\b|\bsuits\b",
}  # fmt: skip
_SUPPORT_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _SUPPORTS.items()}


def supports(record: Credential) -> tuple[str, ...]:
    """Kinds of support that a record names, by the words it uses."""
    found = []
    for text in record.supports:
        kinds = [name for name, pattern in _SUPPORT_PATTERNS.items() if pattern.search(text)]
        found += kinds or ["other"]
    return tuple(dict.fromkeys(found))


def hours(record: Credential) -> tuple[str, ...]:
    """The band of its hours, where hours are stated as such or in the words on its length."""
    stated = record.duration
    span = read_span(stated.text if stated else None)
    count = (stated.hours if stated else None) or span.hours
    if count is None:
        return ("other-words",) if field_text(record, "duration") else ()
    return (next((name for bound, name in _HOURS if count <= bound), "over-288"),)


def cost(record: Credential) -> tuple[str, ...]:
    """The band of its fee. A rate for each course or credit is no total, so it is a choice of its own."""
    fee = record.fee
    if fee is None or field_text(record, "fee") is None:
        return ()
    if fee.amount is None or fee.covers in {"per-course", "per-credit", "other"}:
        return ("other-words",)
    if fee.amount == 0:
        return ("free",)
    return (next((name for bound, name in _DOLLARS if fee.amount <= bound), "over-5000"),)


def type_name(record: Credential) -> str | None:
    """The kind of credential as the source names it, without remarks in brackets."""
    if not record.type:
        return None
    return re.split(r"\s*[(/]", record.type)[0].strip() or record.type


def _types(record: Credential) -> tuple[str, ...]:
    name = type_name(record)
    return tuple(item for item in ("micro" if record.is_microcredential else None, name) if item)


def _subjects(record: Credential) -> tuple[str, ...]:
    """Each of its subjects, broad and narrow; a capital letter makes no other subject."""
    return tuple(dict.fromkeys(name[:1].upper() + name[1:] for name in record.subjects))


def _involvement(record: Credential) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.kind for item in involvement(record)))


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


#: column -> the choices that a record falls under; empty means that it states nothing
COLUMNS: dict[str, Callable[[Credential], tuple[str, ...]]] = {
    "region": lambda record: _one(region_of(record)),
    "community": lambda record: tuple(place.id for place in places_of(record)),
    "in_community": lambda record: ("stated",) if community_delivery(record) else (),
    "involvement": _involvement,
    "subject": _subjects,
    "delivery": lambda record: _one(record.delivery),
    "supports": supports,
    "hours": hours,
    "cost": cost,
    "status": lambda record: _one(record.status if record.status != "unknown" else None),
    "type": _types,
    "institution": lambda record: _one(record.institution),
}


def choice_label(column: str, value: str) -> str | None:
    """What a choice is called where its value is not yet a name that people read: a community's name."""
    if column == "community" and (place := gazetteer().places.get(value)):
        return place.name
    return None
