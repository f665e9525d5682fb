"""Which of several is cheaper, shorter, done sooner, or starts first: computed from what each record states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from advisor.reason.starts import next_start
from advisor.reason.totals import FIELD_OF, Measure, measure
from corpus.credential import Credential
from corpus.spans import weeks_words

__all__ = ["Ranked", "Ranking", "asked_rankings", "rank", "rank_starts"]


@dataclass(frozen=True)
class Ranking:
    """What to rank by; ``most`` ranks the largest first."""

    by: Measure | Literal["start"]
    most: bool = False


_ASKED: tuple[tuple[Ranking, re.Pattern[str]], ...] = (
    (Ranking("start"), re.compile(r"\bstart\w* (?:sooner|soonest|earlier|earliest|first|before)\b|\b(?:sooner|soonest|earlier|earliest|next) (?:start|intake)\w*\b|\bwhich (?:one )?(?:starts|begins)\b(?: (?:sooner|earlier|first|before))?|\bbegins? (?:sooner|earlier|first)\b")),
    (Ranking("fee", most=True), re.compile(r"\b(?:more|most) expensive\b|\bcosts? (?:the )?(?:more|most)\b|\bpric(?:ier|iest)\b")),
    (Ranking("fee"), re.compile(r"\bcheap(?:er|est)\b|\bless expensive\b|\bleast expensive\b|\bcosts? (?:the )?(?:less|least)\b|\bleast (?:money|cost)\b|\blow(?:er|est) (?:fee|cost|price|tuition)\b|\bless money\b|\bmore affordable\b|\bbetter (?:price|deal)\b")),
    (Ranking("hours", most=True), re.compile(r"\blong(?:er|est)\b|\b(?:more|most) (?:hours|time)\b|\btakes? (?:more|most)\b")),
    (Ranking("hours"), re.compile(r"\bshort(?:er|est)\b|\bfew(?:er|est) hours\b|\bless (?:time|hours)\b|\bleast (?:time|hours)\b|\bsmaller\b")),
    (Ranking("weeks"), re.compile(r"\bquick(?:er|est)\b|\bfast(?:er|est)\b|\bsoon(?:er|est)\b|\bfew(?:er|est) weeks\b|\bdone (?:first|earlier)\b")),
    (Ranking("credits", most=True), re.compile(r"\b(?:more|most) credits?\b")),
    (Ranking("credits"), re.compile(r"\bfew(?:er|est) credits?\b")),
)


def asked_rankings(plain: str) -> list[Ranking]:
    """What a folded question wants offerings ranked by, in the order asked; each stretch of it counts once.

    >>> asked_rankings("which one is cheaper, and which starts first?")
    [Ranking(by='fee', most=False), Ranking(by='start', most=False)]
    """
    found: dict[int, Ranking] = {}
    for ranking, pattern in _ASKED:
        if match := pattern.search(plain):
            found[match.start()] = ranking
            plain = plain[: match.start()] + " " * len(match[0]) + plain[match.end() :]
    return [found[place] for place in sorted(found)]


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """Offerings in the order asked for, and those that state no value.

    ``values`` are (record id, value, words): the words are the value as it is said. ``first`` are the ids at the top,
    several where they tie. ``difference`` is how far the next one is; None where there is none, or for dates.
    """

    measure: Measure | Literal["start"]
    most: bool
    values: tuple[tuple[str, Decimal | date, str], ...]
    unknown: tuple[str, ...]
    first: tuple[str, ...]
    difference: Decimal | None

    @property
    def working(self) -> dict[str, Any]:
        """The ranking in plain data."""
        field = "start_dates" if self.measure == "start" else FIELD_OF[self.measure]
        terms: list[dict[str, str | None]] = [{"record": name, "field": field, "value": _plain(value)} for name, value, _ in self.values]
        terms += [{"record": name, "field": field, "value": None} for name in self.unknown]
        return {
            "measure": self.measure,
            "terms": terms,
            "most" if self.most else "least": list(self.first),
            "difference": None if self.difference is None else _plain(self.difference),
        }


def rank(records: Sequence[Credential], what: Measure, *, most: bool = False) -> Ranked:
    """Rank by one measure. Hours give way to weeks where more of them state weeks; weeks never to hours.

    >>> from corpus.credential import Fee
    >>> two = [Credential(id=i, title=i, institution="X", fee=Fee(amount=Decimal(f))) for i, f in (("a", 800), ("b", 300))]
    >>> rank(two, "fee").first, rank(two, "fee").difference
    (('b',), Decimal('500'))
    """
    found: dict[str, Decimal | None] = {record.id: measure(record, what) for record in records}
    if what == "hours":
        weeks = {record.id: measure(record, "weeks") for record in records}
        if sum(value is not None for value in weeks.values()) > sum(value is not None for value in found.values()):
            found, what = weeks, "weeks"
    known = sorted(((name, value) for name, value in found.items() if value is not None), key=lambda item: item[1], reverse=most)
    by_id = {record.id: record for record in records}
    first = tuple(name for name in found if known and found[name] == known[0][1])
    further = [abs(value - known[0][1]) for _, value in known if value != known[0][1]]
    return Ranked(
        measure=what,
        most=most,
        values=tuple((name, value, _said(by_id[name], value, what)) for name, value in known),
        unknown=tuple(name for name, value in found.items() if value is None),
        first=first,
        difference=further[0] if further else None,
    )


def rank_starts(records: Sequence[Credential], *, today: date) -> Ranked:
    """Rank by the next start listed, from ``today`` on."""
    starts = {record.id: next_start(record, today=today) for record in records}
    known = sorted(((name, start) for name, start in starts.items() if start), key=lambda item: item[1].on)
    return Ranked(
        measure="start",
        most=False,
        values=tuple((name, start.on, start.text) for name, start in known),
        unknown=tuple(name for name, start in starts.items() if start is None),
        first=tuple(name for name, start in known if start.on == known[0][1].on),
        difference=None,
    )


def _said(record: Credential, value: Decimal, what: Measure) -> str:
    """A value as it is said: a length on the calendar in the record's own unit, as nobody counts three months as 13.035 weeks."""
    if what == "weeks" and record.duration and (words := weeks_words(record.duration.text)):
        return words
    return _plain(value)


def _plain(value: Decimal | date) -> str:
    return value.isoformat() if isinstance(value, date) else f"{value.normalize():f}"
