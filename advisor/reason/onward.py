"""Of several offerings, which are stated to count toward something larger, and which of that is in the field asked about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from advisor.reason.graph import Pathways, Step
from advisor.understand.synonyms import catalogue_words
from advisor.understand.text import stem, tokens

__all__ = ["WaysOn", "ways_on"]

#: how titles name the kinds of credential that people aim for
_KINDS = {
    "degree": re.compile(r"\b(?:degree|bachelor|master|doctor|B\.?A|B\.?Sc|BFA|MBA|M\.?A|M\.?Sc)\b", re.IGNORECASE),
    "bachelor": re.compile(r"\b(?:bachelor|degree|B\.?A|B\.?Sc|BFA)\b", re.IGNORECASE),
    "master": re.compile(r"\b(?:master|graduate|MBA|M\.?A|M\.?Sc)\b", re.IGNORECASE),
    "diploma": re.compile(r"\bdiploma\b", re.IGNORECASE),
}


@dataclass(frozen=True, kw_only=True)
class WaysOn:
    """The stated ways on of one record: those toward what was asked about, and the rest."""

    record: str
    toward: tuple[Step, ...]
    other: tuple[Step, ...]


def ways_on(ways: Pathways, records: Iterable[str], *, field: Collection[str] = (), target: str | None = None) -> list[WaysOn]:
    """The ways on of each record, in the order given; a record without any is among them.

    :param field: words for what it should count toward: a field ("nursing"), a kind ("diploma") or both; empty for anything.
    :param target: the record that it should count toward, where one is named; ``field`` is not asked then.

    >>> from corpus.load import load_catalogue
    >>> found = ways_on(Pathways(load_catalogue(("bc",))), ["ufv-field-vegetable-production-essentials"], field=["agriculture"])
    >>> [step.title for step in found[0].toward], bool(found[0].other)
    (['Agriculture diploma'], True)
    """
    kinds = [_KINDS[stem(word)] for word in field if stem(word) in _KINDS]
    plain = [word for word in field if stem(word) not in _KINDS]
    words = {stem(word) for word in plain}
    others = {stem(word) for word in tokens(catalogue_words(" ".join(plain)))}

    def leads_there(step: Step) -> bool:
        if target is not None:
            return step.target == target
        said = _stems(ways, step)
        return all(kind.search(step.title) for kind in kinds) and (words <= said or bool(others & said))

    found = []
    for record in records:
        steps = [step for step in ways.leads_to(record) if step.kind != "prerequisite" or step.must or step.target == target]
        toward = [step for step in steps if leads_there(step)]
        found.append(WaysOn(record=record, toward=tuple(toward), other=tuple(step for step in steps if step not in toward)))
    return found


def _stems(ways: Pathways, step: Step) -> set[str]:
    """The words that say what a way leads to."""
    target = ways.records.get(step.target)
    said = [step.title, step.institution or "", *([target.title, *target.subjects] if target else ())]
    return {stem(word) for word in tokens(" ".join(said))}
