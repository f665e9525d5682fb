"""Which is cheaper, shorter or sooner, and what separates offerings for this learner's wishes, in a sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from advisor.compose.context import Turn
from advisor.compose.phrases import list_words
from advisor.contract import Finding
from advisor.find.wish_check import FIELD_OF_WISH, check_wishes
from advisor.messages import say
from advisor.reason.comparing import Ranked, Ranking, rank, rank_starts
from advisor.understand.understanding import Filter
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.fields import number_text
from corpus.numbers import numbers_in
from corpus.today import today

__all__ = ["first_of", "say_ranking", "say_wishes"]

_PLAIN = {"hours": "hours", "weeks": "weeks", "fee": "fees", "credits": "credits", "start": "start dates"}
_MOST_WISHES = 2
#: which end comes first: of dates, of lengths on the calendar, of amounts
_FIRST = {
    (True, False, False): "earliest", (True, False, True): "latest", (False, True, False): "shortest", (False, True, True): "longest", (False, False, False): "least", (False, False, True): "most",
}  # fmt: skip


def first_of(records: Sequence[Credential], asked: Ranking) -> str | None:
    """The one offering that comes first, where what is stated tells one."""
    ranked = _ranked(records, asked)
    return ranked.first[0] if len(ranked.first) == 1 and len(ranked.values) > 1 else None


def _ranked(records: Sequence[Credential], asked: Ranking) -> Ranked:
    # the learner's own day decides which dates are still to come
    return rank_starts(records, today=today()) if asked.by == "start" else rank(records, asked.by, most=asked.most)


def say_ranking(turn: Turn, records: Sequence[Credential], asked: Ranking) -> bool:
    """Say in which order the offerings come, with the values it rests on; False where too little is stated."""
    ranked = _ranked(records, asked)
    what = _PLAIN[ranked.measure]
    said = len(ranked.values) > 1 and _order(turn, ranked, records, what)
    other_unit = [name for name in ranked.unknown if ranked.measure in {"hours", "weeks"} and turn.catalogue.record(name).duration]
    if not said:
        turn.builder.frame(say("compare_units" if other_unit else "compare_cannot", what="length" if ranked.measure == "weeks" else what))
    if ranked.unknown and (said or not other_unit):
        _unknown(turn, ranked, "lengths" if ranked.measure == "weeks" else what)
    if said and ranked.measure == "fee":
        covers = {record.fee.covers for record in records if record.fee and record.id not in ranked.unknown}
        if len(covers) > 1:
            turn.builder.frame(say("compare_covers"))
        if any(value == 0 for _, value, _ in ranked.values):
            turn.builder.frame(say("route_free"))
    return said


def _order(turn: Turn, ranked: Ranked, records: Sequence[Credential], what: str) -> bool:
    by_id = {record.id: record for record in records}
    finding = Finding(id=f"ranking:{ranked.measure}", kind="ranking", working=ranked.working)
    turn.builder.finding(finding)
    field = str(ranked.working["terms"][0]["field"])
    evidence = [item for name, _, _ in ranked.values if (item := turn.catalogue.field_evidence(by_id[name], field))]
    terms = [f"{by_id[name].title}, {_value(ranked, value, words)}" for name, value, words in ranked.values]
    lasts = what if ranked.measure != "weeks" else "length"
    end = _FIRST[ranked.measure == "start", ranked.measure == "weeks", ranked.most]
    text = f"By the {lasts} stated, {end} first: {'; '.join(terms)}."
    numbers = [value for _, value, _ in ranked.values if isinstance(value, Decimal)]
    if len(ranked.first) == len(ranked.values):
        text = f"By the {lasts} stated, these are the same: {'; '.join(terms)}."
    elif ranked.difference is not None and ranked.measure != "weeks":
        mark = "$" if ranked.measure == "fee" else ""
        unit = "" if ranked.measure == "fee" else f" {what}"
        text = f"{text[:-1]}. The first and the next are {mark}{number_text(ranked.difference)}{unit} apart."
        numbers.append(ranked.difference)
    return turn.builder.say(text, evidence, finding=finding.id, working=numbers)


def _value(ranked: Ranked, value: Decimal | date, words: str) -> str:
    if isinstance(value, date):
        return words
    if ranked.measure == "fee":
        return f"${number_text(value)}"
    return words if ranked.measure == "weeks" else number_text(value)


def _unknown(turn: Turn, ranked: Ranked, what: str) -> None:
    titles = [turn.catalogue.record(name).title for name in ranked.unknown]
    kind = "fee" if ranked.measure == "fee" else "other"
    turn.builder.unconfirmed.extend(f"{name}#{ranked.working['terms'][0]['field']}" for name in ranked.unknown)
    if any(numbers_in(title, ordinals=True) for title in titles):
        turn.builder.frame(say(f"route_unknown_{kind}_some", what=what))
    else:
        turn.builder.frame(say(f"route_unknown_{kind}", what=what, titles=list_words(titles)))


def say_wishes(turn: Turn, records: Sequence[Credential]) -> bool:
    """For each standing wish that tells them apart, what each offering states of it; False where none does."""
    checks = {record.id: check_wishes(turn.catalogue, record, turn.filters) for record in records}
    separating = [
        wish
        for wish in turn.filters
        if wish.op != "near" and len({_verdict(wish, checks[record.id]) for record in records}) > 1
    ]
    said = [_wish(turn, records, wish, {name: _verdict(wish, check) for name, check in checks.items()}) for wish in separating[:_MOST_WISHES]]
    return any(said)


def _verdict(wish: Filter, check: object) -> str:
    return next(name for name in ("met", "broken", "not_stated") if wish in getattr(check, name))


def _wish(turn: Turn, records: Sequence[Credential], wish: Filter, verdicts: dict[str, str]) -> bool:
    """One sentence on one wish: what each states, and whether that fits."""
    field = FIELD_OF_WISH.get(wish.field, wish.field)
    words = {"met": "which fits", "broken": "which differs"}
    told: list[str] = []
    evidence: list[Evidence] = []
    silent: list[str] = []
    for record in records:
        found = turn.catalogue.field_evidence(record, field)
        if found is None or verdicts[record.id] == "not_stated":
            silent.append(record.title)
            continue
        evidence.append(found)
        told.append(f"{record.title}: {found.text.splitlines()[0].rstrip('.;')}, {words[verdicts[record.id]]}")
    said = bool(told) and turn.builder.say(f"On your wish “{wish.said}”: {'; '.join(told)}.", evidence, said=wish.said)
    if silent and not any(numbers_in(title, ordinals=True) for title in silent):
        turn.builder.frame(say("compare_wish_unstated", said=wish.said, titles=list_words(silent)))
    return said
