"""What a page shows beside an answer: each citation's field in full, and the names of what could not be confirmed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from advisor.compose.unconfirmed import unconfirmed_about
from advisor.contract import Answer, PathwayPart, Table
from corpus.catalogue import Catalogue
from corpus.errors import UnknownIdError
from corpus.evidence import Evidence
from corpus.source import sortable_date
from ui.pathway.svg import to_svg

__all__ = ["Gap", "Shown", "Side", "evidence_shown", "side_of"]

#: a fact whose date lies further back than so many months is told as old
OLD_AFTER_MONTHS = 18


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Shown(_Model):
    """A field or section as a page shows it."""

    id: str
    title: str
    label: str
    text: str
    source: str = ""
    as_of: str | None = None
    url: str | None = None
    invented: bool = False
    age: Literal["old", "undated"] | None = None


class Gap(_Model):
    """Something that the catalogue does not state."""

    record: str | None = None
    title: str
    label: str
    invented: bool = False


class Side(_Model):
    """All that stands beside one answer. ``pictures`` has one SVG for each pathway of the answer, in order."""

    evidence: dict[str, Shown] = Field(default_factory=dict, description="by evidence id")
    gaps: tuple[Gap, ...] = ()
    pictures: tuple[str | None, ...] = ()
    invented: frozenset[str] = Field(default=frozenset(), description="ids of the answer's tables and pathways that are of the demo catalogue")


def side_of(answer: Answer, catalogue: Catalogue) -> Side:
    """What to show beside an answer. What is no longer in the catalogue is left out."""
    evidence = {}
    for citation in answer.citations:
        try:
            evidence[citation.id] = evidence_shown(catalogue.evidence(citation.id))
        except UnknownIdError:  # the catalogue was changed between answering and showing
            continue
    return Side(
        evidence=evidence,
        gaps=tuple(_gap(item, catalogue) for item in dict.fromkeys(answer.unconfirmed)),
        pictures=tuple(to_svg(part) or None for part in answer.parts if isinstance(part, PathwayPart)),
        invented=frozenset(name for name in _drawn(answer) if name in catalogue.records and catalogue.records[name].invented),
    )


def _drawn(answer: Answer) -> Iterator[str]:
    """Ids of what stands in tables and pathways, where a record has no line of its own to say what it is."""
    for part in answer.parts:
        if isinstance(part, Table):
            yield from part.ids
        elif isinstance(part, PathwayPart):
            yield from (str(node["id"]) for node in part.nodes)


def evidence_shown(found: Evidence) -> Shown:
    """One piece of evidence with its age."""
    return Shown(
        id=found.id,
        title=found.title,
        label=found.label,
        text=found.text,
        source=found.source_title,
        as_of=found.as_of,
        url=found.url,
        invented=found.invented,
        age=_age(found.as_of),
    )


def _age(as_of: str | None, today: dt.date | None = None) -> Literal["old", "undated"] | None:
    """Whether a verbatim date lies far back.

    >>> _age("2021", dt.date(2026, 1, 1)), _age("2025-11", dt.date(2026, 1, 1)), _age(None)
    ('old', None, 'undated')
    """
    key = sortable_date(as_of)
    if key is None:
        return "undated" if as_of is None else None
    today = today or dt.datetime.now(tz=dt.UTC).date()
    # a bare year counts to its end: what is dated 2025 may be from December
    month = int(key[5:7]) if len(key) >= 7 else 12
    months = (today.year - int(key[:4])) * 12 + today.month - month
    return "old" if months > OLD_AFTER_MONTHS else None


def _gap(item: str, catalogue: Catalogue) -> Gap:
    """What is not stated as words; anything that names no record stands as it is."""
    record, label = unconfirmed_about(item, catalogue)
    return Gap(record=record.id, title=record.title, label=label, invented=record.invented) if record else Gap(title="", label=label)
