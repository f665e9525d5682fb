"""The gate for computed claims: what a finding says is computed again, and its terms are looked up in the evidence.

A finding's working is plain data. Wherever it holds a sum, a remainder, a least one or a count of a stack, that is
worked out anew here, from the terms alone and by other code than the reasoner's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from advisor.understand.text import stem, tokens
from advisor.verify.gates import GateFailure
from corpus.evidence import Evidence
from corpus.numbers import numbers_in
from corpus.spans import read_span

__all__ = ["check_working"]


def check_working(
    working: Mapping[str, Any], evidence: Sequence[Evidence], *, used: Sequence[Decimal] = ()
) -> GateFailure | None:
    """Compute a finding again.

    :param evidence: what the claim cites; a term that rests on one of these must stand in its text.
    :param used: numbers that the claim takes from the working.
    :returns: the first thing that does not hold, or None.
    """
    texts = {item.id: item.text for item in evidence}
    for part in _parts(working):
        for fault in (*_sum(part), *_remainder(part), *_least(part), *_stack(part), *_terms(part, texts), *_verdict(part), *_shared(part, evidence)):
            return GateFailure("arithmetic", fault)
    known = {number for leaf in _leaves(working) for number in numbers_in(leaf)}
    for number in used:
        if number.normalize() not in known:
            return GateFailure("arithmetic", f"{number} stands nowhere in the working")
    return None


def _parts(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every mapping in the working, outermost first."""
    if isinstance(value, Mapping):
        yield value
        for item in value.values():
            yield from _parts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _parts(item)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _leaves(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _leaves(item)
    elif value is not None:
        yield str(value)


def _number(value: Any) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value))
    except InvalidOperation:
        return None


def _values(part: Mapping[str, Any]) -> list[Decimal]:
    return [value for term in part["terms"] if (value := _number(term["value"])) is not None]


def _sum(part: Mapping[str, Any]) -> Iterator[str]:
    """``{"terms", "known", "unknown"}``: the known terms make the sum, and the others are those named."""
    if not {"terms", "known"} <= part.keys():
        return
    if sum(_values(part), Decimal(0)) != _number(part["known"]):
        yield f"the terms do not make {part['known']}"
    lacking = [term["record"] for term in part["terms"] if term["value"] is None]
    if "unknown" in part and list(part["unknown"]) != lacking:
        yield "the terms not stated are not those named"


def _remainder(part: Mapping[str, Any]) -> Iterator[str]:
    """``{"whole", "counted", "left"}``: what is left of the whole, never below nothing."""
    if not {"whole", "counted", "left"} <= part.keys():
        return
    whole, counted, left = (_number(part[name]) for name in ("whole", "counted", "left"))
    if whole is None or counted is None or left != max(Decimal(0), whole - counted):
        yield f"{part['whole']} less {part['counted']} does not leave {part['left']}"


def _least(part: Mapping[str, Any]) -> Iterator[str]:
    """``{"terms", "least" or "most", "difference"}``: the records with that value, and how far the next one is.

    Dates are ranked as they stand, and have no difference.
    """
    end = next((name for name in ("least", "most") if name in part), None)
    if end is None or not {"terms", "difference"} <= part.keys():
        return
    stated = {term["record"]: term["value"] for term in part["terms"] if term["value"] is not None}
    numeric = {name: _number(value) for name, value in stated.items()}
    values = stated if None in numeric.values() else numeric
    ranked = sorted(set(values.values()), reverse=end == "most")
    if sorted(part[end]) != sorted(name for name, value in values.items() if value == ranked[0]):
        yield f"the {end} is another"
    numbers = [value for value in ranked if isinstance(value, Decimal)]
    if _number(part["difference"]) != (abs(numbers[1] - numbers[0]) if len(numbers) > 1 else None):
        yield "the difference is another"


def _stack(part: Mapping[str, Any]) -> Iterator[str]:
    """``{"needed", "members", "held", "more"}``: how many more members it takes."""
    if not {"needed", "members", "held", "more"} <= part.keys():
        return
    needed = _number(part["needed"])
    have = len(set(part["held"]) & set(part["members"]))
    if needed is None or _number(part["more"]) != max(Decimal(0), needed - have):
        yield f"{part['needed']} less {have} is not {part['more']}"


def _terms(part: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    """Each term stands in the field that it names, as far as the claim cites that field."""
    for term in part.get("terms", ()):
        text = texts.get(f"{term['record']}#{term['field']}") if isinstance(term, Mapping) and "field" in term else None
        value = _number(term["value"]) if text is not None else None
        if text is None or not value or term.get("beyond"):
            continue
        span = read_span(text)
        held = {*numbers_in(text), *(number.normalize() for number in (span.hours, span.weeks) if number is not None)}
        if value.normalize() not in held:
            yield f"{value} does not stand in {term['record']}#{term['field']}"


def _verdict(part: Mapping[str, Any]) -> Iterator[str]:
    """``{"overall", "steps"}``: nobody appears to meet a rule of which a step without alternative is not met."""
    if part.get("overall") != "appears_to_meet":
        return
    for step in part.get("steps", ()):
        alone = step["strength"] == "required" and step["alternative"] is None and not step["condition"]
        if alone and step["verdict"] == "not_met":
            yield f"{step['stated']!r} is not met"


def _shared(part: Mapping[str, Any], evidence: Sequence[Evidence]) -> Iterator[str]:
    """``{"occupation", "shared"}``: at least half the words that a relation rests on stand in what the claim cites."""
    if not {"occupation", "shared"} <= part.keys():
        return
    held = {stem(word) for item in evidence for text in (item.text, item.title) for word in tokens(re.sub(r"[-/]", " ", text))}
    lacking = [word for word in part["shared"] if word not in held]
    if 2 * len(lacking) > len(part["shared"]):
        yield f"{', '.join(lacking)}: in no cited text"
