"""A wish against a record: met, broken, or not stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from advisor.find.starting import start_verdict
from advisor.understand.synonyms import catalogue_words
from advisor.understand.text import stem, tokens
from advisor.understand.understanding import Filter
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.fields import field_text
from corpus.folding import fold
from corpus.places import Place, gazetteer
from corpus.spans import read_span
from corpus.today import today

__all__ = ["FIELD_OF_WISH", "Verdict", "WishCheck", "check_wishes"]

Verdict = Literal["met", "broken", "not_stated"]
#: communities within this many kilometres count as near
NEAR_KM = 75.0
#: a length in months against one in weeks is not exact: a twentieth over is within it
LENIENCE = Decimal("1.05")
_FROM_AFAR = re.compile(r"\bonline\b|\bdistance\b|\bvirtual\b|\blocal (?:\w+ ){0,4}(?:centres?|centers?|communit)|\bhome communit")
#: wish -> the record field that it is about
FIELD_OF_WISH = {
    "credit_bearing": "credit",
    "hours": "duration",
    "weeks": "duration",
    "schedule": "timing",
    "place": "location",
    "start": "start_dates",
    "community_delivery": "location",
}


@dataclass(frozen=True)
class WishCheck:
    """What a record makes of each wish."""

    met: tuple[Filter, ...]
    broken: tuple[Filter, ...]
    not_stated: tuple[Filter, ...]


def check_wishes(catalogue: Catalogue, record: Credential, wishes: Sequence[Filter]) -> WishCheck:
    """Sort wishes by what the record states. A soft wish ("cheap") is never broken."""
    sorted_: dict[Verdict, list[Filter]] = {"met": [], "broken": [], "not_stated": []}
    for wish in wishes:
        sorted_[_verdict(catalogue, record, wish)].append(wish)
    return WishCheck(tuple(sorted_["met"]), tuple(sorted_["broken"]), tuple(sorted_["not_stated"]))


def _verdict(catalogue: Catalogue, record: Credential, wish: Filter) -> Verdict:
    check = {
        "delivery": _delivery,
        "timing": _timing,
        "schedule": _schedule,
        "credit_bearing": _credit,
        "fee": _fee,
        "hours": _hours,
        "weeks": _weeks,
        "region": _region,
        "place": _place,
        "indigenous_focus": _indigenous,
        "community_delivery": _community,
        "type": _type,
        "start": _start,
        "subject": _subject,
    }.get(wish.field)
    if wish.field == "institution":
        return _institution(catalogue, record, wish)
    verdict = check(record, wish) if check else "not_stated"
    if wish.op == "not" and verdict != "not_stated":
        return "broken" if verdict == "met" else "met"
    return verdict


def _values(wish: Filter) -> tuple[object, ...]:
    return tuple(wish.value) if isinstance(wish.value, (tuple, list)) else (wish.value,)


_ONLINE = r"\bonline\b|\bdistance\b|\bvirtual\b"


def _described(record: Credential) -> str:
    """What a record says around its delivery, where that comes in several ways."""
    return fold(" ".join(part for part in (record.location, record.duration.text if record.duration else None, record.summary) if part))


def _delivery(record: Credential, wish: Filter) -> Verdict:
    if record.delivery is None:
        return "not_stated"
    if record.delivery in _values(wish):
        return "met"
    if record.delivery == "blended" and {"online", "in-person"} <= set(_values(wish)):
        return "met"  # who takes either takes some of each
    if record.delivery == "multiple":
        described = _described(record)
        words = {"online": _ONLINE, "in-person": r"\bin[- ]person\b|\bcampus\b|\bon-site\b", "blended": r"\bblend"}
        if wish.op == "not":
            return "not_stated"
        return "met" if any(re.search(words.get(str(value), "$^"), described) for value in _values(wish)) else "not_stated"
    return "broken"


def _timing(record: Credential, wish: Filter) -> Verdict:
    if record.timing is None:
        return "not_stated"
    if record.timing in _values(wish):
        return "met"
    return "broken"


def _schedule(record: Credential, wish: Filter) -> Verdict:
    described = fold(" ".join(text for name in ("timing", "duration", "location", "summary", "notes") if (text := field_text(record, name))))
    words = {"evening": r"\bevenings?\b|\bnights?\b", "weekend": r"\bweekends?\b", "part-time": r"\bpart[- ]time\b", "daytime": r"\bdaytime\b|\bweekdays?\b(?! evening)|\d ?am\b"}
    if any(re.search(words[str(value)], described) for value in _values(wish)):
        return "met"
    return "met" if record.timing == "asynchronous" and wish.op != "not" else "not_stated"


def _credit(record: Credential, wish: Filter) -> Verdict:
    if record.credit is None or record.credit.bearing is None:
        return "met" if record.credit and record.credit.amount and wish.value is True else "not_stated"
    return "met" if record.credit.bearing is wish.value else "broken"


def _fee(record: Credential, wish: Filter) -> Verdict:
    if wish.op == "near":
        return "met" if record.fee and record.fee.amount is not None and record.fee.amount <= 600 else "not_stated"
    fee = record.fee
    if fee is None or fee.amount is None or fee.covers in {"per-course", "per-credit", "other"}:
        return "not_stated"
    amount = Decimal(str(wish.value))
    if wish.op == "gte":
        return "met" if fee.amount >= amount else "broken"
    return "met" if fee.amount <= amount else "broken"


def _hours(record: Credential, wish: Filter) -> Verdict:
    span = read_span(record.duration.text if record.duration else None)
    hours = (record.duration.hours if record.duration else None) or span.hours
    if hours is None:
        return "not_stated"
    return _bounded(hours, wish)


def _weeks(record: Credential, wish: Filter) -> Verdict:
    weeks = read_span(record.duration.text if record.duration else None).weeks
    if weeks is None:
        return "not_stated"
    return _bounded(weeks, wish, lenience=LENIENCE)


def _bounded(length: Decimal, wish: Filter, *, lenience: Decimal = Decimal(1)) -> Verdict:
    limit = Decimal(str(wish.value))
    fits = length * lenience >= limit if wish.op == "gte" else length <= limit * lenience
    return "met" if fits else "broken"


def _region(record: Credential, wish: Filter) -> Verdict:
    regions = {record.region, record.institution_region} - {None, "online / province-wide"}
    located = {match.place.region for match in gazetteer().find(record.location or "")} - {None}
    wanted = set(map(str, _values(wish)))
    if located:
        return "met" if located & wanted else "broken"
    if regions:
        return "met" if regions & wanted else "broken"
    return "not_stated"


def _place(record: Credential, wish: Filter) -> Verdict:
    wanted = [place for value in _values(wish) if (place := gazetteer().places.get(str(value)))]
    located = [match.place for match in gazetteer().find(record.location or "") if match.place.region]
    if located:
        if any(_near(one, other, within=wish.radius_km or NEAR_KM) for one in wanted for other in located):
            return "met"
        # what is partly held from home or from centres in many towns is not broken by where the rest of it is
        return "not_stated" if record.delivery == "online" or _FROM_AFAR.search(fold(record.location or "")) else "broken"
    regions = {record.region, record.institution_region} - {None, "online / province-wide"}
    if record.delivery == "online" or (record.delivery == "multiple" and re.search(_ONLINE, _described(record))):
        return "met"
    if regions and not any(place.region in regions for place in wanted):
        return "broken"
    return "not_stated"


def _near(one: Place, other: Place, *, within: float) -> bool:
    if other.is_area:
        return one.region in (other.regions or (other.region,)) and (other.radius_km is None or one.distance_km(other) <= other.radius_km + 25)
    return one.distance_km(other) <= within


def _indigenous(record: Credential, wish: Filter) -> Verdict:
    del wish
    return "met" if record.indigenous_focus else "not_stated"


def _community(record: Credential, wish: Filter) -> Verdict:
    del wish
    described = fold(" ".join(text for name in ("location", "supports", "indigenous_focus", "summary", "next_steps") if (text := field_text(record, name))))
    return "met" if re.search(r"\bcommunity[- ]based\b|\bin (?:first nations |home |partnering |their |or near |or close to )?communit|\bin community\b|\bdelivery in a community\b", described) else "not_stated"


def _type(record: Credential, wish: Filter) -> Verdict:
    if not record.type:
        return "not_stated"
    if wish.value == "micro":
        return "met" if record.is_microcredential else "broken"
    return "met" if str(wish.value) in record.type.lower() else "broken"


def _start(record: Credential, wish: Filter) -> Verdict:
    if not record.start_dates:
        return "not_stated"
    return start_verdict(record.start_dates, wish, today())


def _subject(record: Credential, wish: Filter) -> Verdict:
    """Whether a record is about these words: they, or the catalogue's own for them, stand in its title or subjects."""
    about = {stem(word) for word in tokens(" ".join((record.title, record.subject or "", *record.subjects)))}
    said = str(wish.value)
    wanted = [{stem(word) for word in tokens(said)}] + [{stem(word)} for word in tokens(catalogue_words(said))]
    return "met" if any(words and words <= about for words in wanted) else "broken"


def _institution(catalogue: Catalogue, record: Credential, wish: Filter) -> Verdict:
    names = {str(value) for value in _values(wish)}
    institution = catalogue.institutions.get(record.institution)
    own = {record.institution} | ({institution.parent} if institution and institution.parent else set())
    found = bool(own & names)
    if wish.op == "not":
        return "broken" if found else "met"
    return "met" if found else "broken"
