"""What the catalogue holds under one id, as the JSON objects that ``advisor show`` prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["entry_of", "list_entries"]


def entry_of(catalogue: Catalogue, wanted: str) -> dict[str, Any]:
    """The entry of a record, a document, ``record#field`` or ``document#section``.

    A record gives all its fields, typed, and ``fields`` (name -> text of every field that is stated, as evidence
    has it). A field or section gives ``id``, ``text``, ``title``, ``url``, ``as_of``. A document gives ``id``,
    ``title`` and ``fields`` (section -> text).

    :raises UnknownIdError: the catalogue has no such id.
    """
    if "#" in wanted:
        return _evidence(catalogue.evidence(wanted))
    sections = [section for section in catalogue.sections.values() if section.document == wanted]
    if sections:
        return {
            "id": wanted,
            "title": sections[0].document_title,
            "fields": {section.slug: section.text for section in sections},
        }
    return _record(catalogue, catalogue.record(wanted))


def list_entries(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """Every record and every section of guidance: ``id``, ``title``, and for a record ``institution``."""
    for record in catalogue:
        yield {"id": record.id, "title": record.title, "institution": record.institution, "invented": record.invented}
    for section in catalogue.sections.values():
        yield {"id": section.id, "title": section.title}


def _record(catalogue: Catalogue, record: Credential) -> dict[str, Any]:
    texts = {found.field: found.text for found in catalogue.stated(record)}
    return {**record.model_dump(mode="json"), "fields": texts}


def _evidence(found: Evidence) -> dict[str, Any]:
    return found.model_dump(mode="json", include={"id", "text", "title", "url", "as_of"})
