"""Sums over credentials that keep their terms: hours, credits, fees, weeks, and which terms are not stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from corpus.credential import Credential
from corpus.spans import read_span

__all__ = ["FIELD_OF", "MEASURES", "Measure", "Term", "Total", "measure", "total"]

Measure = Literal["hours", "weeks", "fee", "credits"]
MEASURES: tuple[Measure, ...] = ("hours", "weeks", "fee", "credits")
#: the record field that each measure is read from
FIELD_OF: dict[Measure, str] = {"hours": "duration", "weeks": "duration", "fee": "fee", "credits": "credit"}


@dataclass(frozen=True, kw_only=True)
class Term:
    """One credential's part of a sum; ``value`` None is not stated. ``field`` is where it is stated.

    For an award that is made of others, ``value`` is what it adds: ``whole`` is its own, ``parts`` that of the others.
    """

    record: str
    field: str
    value: Decimal | None
    whole: Decimal | None = None
    parts: Decimal | None = None

    @property
    def working(self) -> dict[str, Any]:
        """The term in plain data."""
        plain: dict[str, Any] = {"record": self.record, "field": self.field, "value": _text(self.value)}
        if self.whole is not None and self.parts is not None:
            plain["beyond"] = {"whole": _text(self.whole), "counted": _text(self.parts), "left": _text(self.value)}
        return plain


@dataclass(frozen=True, kw_only=True)
class Total:
    """A sum that shows its terms. ``known`` adds up the stated ones: with unknown terms it is "at least"."""

    measure: Measure
    terms: tuple[Term, ...]

    @property
    def known(self) -> Decimal:
        """The sum of the stated terms."""
        return sum((term.value for term in self.terms if term.value is not None), Decimal(0))

    @property
    def unknown(self) -> tuple[str, ...]:
        """Records whose term is not stated."""
        return tuple(term.record for term in self.terms if term.value is None)

    @property
    def working(self) -> dict[str, Any]:
        """The sum in plain data."""
        terms = [term.working for term in self.terms]
        return {"measure": self.measure, "known": _text(self.known), "terms": terms, "unknown": list(self.unknown)}


def measure(record: Credential, what: Measure) -> Decimal | None:
    """One measure of one record, or None where it is not stated.

    Hours are of learning, weeks on the calendar. A fee counts where it covers the whole ("total", "tuition"); one per
    course or credit is no sum. Units that are not credits are not added to credits.
    """
    if what == "fee":
        fee = record.fee
        return fee.amount if fee and fee.covers in {"total", "tuition", None} else None
    if what == "credits":
        credit = record.credit
        if credit is None or credit.unit != "credits":
            return None
        return Decimal(0) if credit.bearing is False and credit.amount is None else credit.amount
    if record.duration is None:
        return None
    span = read_span(record.duration.text)
    if what == "hours":
        return record.duration.hours if record.duration.hours is not None else span.hours
    return span.weeks


def total(
    records: Iterable[Credential],
    what: Measure,
    *,
    made_of: Mapping[str, Sequence[Credential]] | None = None,
    measured: Mapping[str, Decimal | None] | None = None,
) -> Total:
    """The sum over some records.

    :param made_of: the parts of each award that is made of others. Its own hours, weeks and credits hold those of its
        parts, so only what is beyond them is added; a fee for the award comes on top.
    :param measured: measures worked out before, by record id.

    >>> from corpus.credential import Fee
    >>> two = [Credential(id=i, title=i, institution="X", fee=f) for i, f in (("a", Fee(amount=Decimal(800))), ("b", None))]
    >>> total(two, "fee").known, total(two, "fee").unknown
    (Decimal('800'), ('b',))
    """
    made_of = made_of or {}
    measured = measured or {}
    terms = []
    for record in records:
        if record.id in made_of:
            terms.append(_beyond(record, made_of[record.id], what, measured))
        else:
            terms.append(Term(record=record.id, field=FIELD_OF[what], value=_measured(record, what, measured)))
    return Total(measure=what, terms=tuple(terms))


def _measured(record: Credential, what: Measure, known: Mapping[str, Decimal | None]) -> Decimal | None:
    return known[record.id] if record.id in known else measure(record, what)


def _beyond(award: Credential, parts: Sequence[Credential], what: Measure, known: Mapping[str, Decimal | None]) -> Term:
    """What an award adds to its parts."""
    field = FIELD_OF[what]
    if what == "fee":
        fee = award.fee.amount if award.fee and award.fee.covers in {"total", "tuition", "other", None} else None
        return Term(record=award.id, field=field, value=fee)
    whole = _measured(award, what, known)
    if whole is None:
        return Term(record=award.id, field=field, value=Decimal(0))
    counted = sum((value for part in parts if (value := _measured(part, what, known)) is not None), Decimal(0))
    return Term(record=award.id, field=field, value=max(Decimal(0), whole - counted), whole=whole, parts=counted)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"
