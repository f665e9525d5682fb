"""What to read before working together: sections of the guidance, in the order of the questions people bring.

Which sections belong here is told by the documents they stand in and, for prior learning, by the words they hold; so a section
that is added to a document is on the page without a change here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.section import Section

__all__ = ["Topic", "knowledge_records", "reading"]

_PEOPLES = re.compile(r"\b(?:indigenous|first nations?|m[eé]tis|inuit|elders?|knowledge (?:holders?|keepers?)|cultural knowledge|fluent speakers?|community knowledge|lived experience)\b", re.IGNORECASE)

#: a title that names an institution, a project or a year: a section about one of them
_OF_ONE = re.compile(r"\b(?!PLAR\b)[A-Z]{2,}\b|\d|\bat [A-Z]|\bphase\b")


@dataclass(frozen=True)
class Topic:
    """One part of the page. ``key`` names its heading among the words of the interface."""

    key: str
    sections: tuple[Section, ...]


def reading(catalogue: Catalogue) -> tuple[Topic, ...]:
    """The parts of the page, those without a section left out."""
    sections = list(catalogue.sections.values())
    together = _of(sections, "indigenous-partnership")
    examples = [item for item in together if item.slug.startswith("example")]
    parts = (
        Topic("together", tuple(item for item in together if item not in examples)),
        Topic("examples", tuple(examples)),
        Topic("questions", tuple(item for item in _of(sections, "questions-to-ask") if item.slug.startswith("community"))),
        Topic("knowledge", tuple(_knowledge(sections))),
        Topic("data", tuple(_of(sections, "indigenous-data-governance"))),
        Topic("institutes", tuple(_of(sections, "indigenous-institutes"))),
        Topic("funding", tuple(sorted((item for item in sections if item.document.startswith("funding-")), key=_indigenous_first))),
        Topic("words", tuple(_of(sections, "words-to-use"))),
    )
    return tuple(part for part in parts if part.sections)


def knowledge_records(catalogue: Catalogue) -> tuple[tuple[Credential, Evidence], ...]:
    """Records whose own words on prior learning speak of cultural, community or Indigenous knowledge."""
    found = ((record, catalogue.field_evidence(record, "plar")) for record in catalogue if record.role == "offering")
    return tuple((record, said) for record, said in found if said and _PEOPLES.search(said.text))


def _indigenous_first(section: Section) -> bool:
    return "indigenous" not in section.document


def _of(sections: Iterable[Section], document: str) -> list[Section]:
    return [section for section in sections if section.document == document]


def _knowledge(sections: Iterable[Section]) -> list[Section]:
    """Sections on prior learning that speak of Indigenous knowledge first, then those that say how it works anywhere."""
    plar = _of(sections, "plar")
    named = [section for section in plar if _PEOPLES.search(f"{section.title} {section.text}")]
    general = [section for section in plar if section not in named and not _OF_ONE.search(section.title)]
    return [*named, *general]
