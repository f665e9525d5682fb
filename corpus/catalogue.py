"""Everything known, in memory: records, institutions and guidance, with look-ups and their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from corpus.credential import Credential
from corpus.errors import UnknownIdError
from corpus.evidence import Evidence, split_id
from corpus.fields import FIELDS, field_label, field_text
from corpus.institution import Institution
from corpus.section import Section

__all__ = ["Catalogue"]


class Catalogue:
    """Records, institutions and guidance of all catalogues served, looked up by id.

    Build one with :func:`corpus.load.load_catalogue`. Records that are withdrawn or kept for a community are left
    out before they get here, so nothing downstream can show them.

    >>> from corpus.load import load_catalogue
    >>> catalogue = load_catalogue(("bc",))
    >>> catalogue.evidence("ubc-forest-health-management#delivery").text
    'online'
    """

    def __init__(
        self, *, records: Iterable[Credential], institutions: Iterable[Institution], sections: Iterable[Section]
    ) -> None:
        self.records: Mapping[str, Credential] = {record.id: record for record in records}
        self.institutions: Mapping[str, Institution] = {item.name: item for item in institutions}
        self.sections: Mapping[str, Section] = {section.id: section for section in sections}

    def __iter__(self) -> Iterator[Credential]:
        return iter(self.records.values())

    def __len__(self) -> int:
        return len(self.records)

    def record(self, record_id: str) -> Credential:
        """One record.

        :raises UnknownIdError: when there is none, naming the nearest ids.
        """
        try:
            return self.records[record_id]
        except KeyError:
            raise self._unknown(record_id) from None

    def evidence(self, evidence_id: str) -> Evidence:
        """The evidence that an id names.

        :raises UnknownIdError: when the id is malformed, unknown, or the field is not stated.
        """
        name, field = split_id(evidence_id)
        if section := self.sections.get(evidence_id):
            return self._section_evidence(section)
        record = self.records.get(name)
        if record is None and (slugs := [item.slug for item in self.sections.values() if item.document == name]):
            raise UnknownIdError(f"{name} has no section {field!r}.", hint=f"Its sections are: {', '.join(slugs)}.")
        if record is None:
            raise self._unknown(evidence_id)
        if field not in FIELDS:
            raise UnknownIdError(f"{evidence_id!r} names no field.", hint=f"Fields are: {', '.join(FIELDS)}.")
        found = self.field_evidence(record, field)
        if found is None:
            raise UnknownIdError(
                f"{record.title}, {record.institution}: the catalogue does not state its {field_label(field)}.",
                hint=f"Run `advisor show {name}` to see what it states.",
            )
        return found

    def field_evidence(self, record: Credential, field: str) -> Evidence | None:
        """The evidence of one field, or None where the catalogue does not state it."""
        text = field_text(record, field)
        if not text:
            return None
        source = record.source_of(field)
        return Evidence(
            id=f"{record.id}#{field}",
            record=record.id,
            field=field,
            text=text,
            title=f"{record.title}, {record.institution}",
            label=field_label(field),
            url=source.link,
            source_title=source.title,
            as_of=source.date or record.source.date,
            invented=record.invented,
        )

    def stated(self, record: Credential) -> Iterator[Evidence]:
        """Evidence of every field that the catalogue states of a record."""
        for field in FIELDS:
            if found := self.field_evidence(record, field):
                yield found

    @cached_property
    def led_to_by(self) -> Mapping[str, tuple[str, ...]]:
        """Record id -> ids of the records whose links point at it."""
        incoming: dict[str, list[str]] = {}
        for record in self:
            for link in (*record.laddering, *record.stacking, *record.links):
                if link.target and record.id not in incoming.setdefault(link.target, []):
                    incoming[link.target].append(record.id)
        return {target: tuple(ids) for target, ids in incoming.items()}

    def _section_evidence(self, section: Section) -> Evidence:
        return Evidence(
            id=section.id,
            record=section.document,
            field=section.slug,
            text=section.text,
            title=section.title,
            label=section.document_title,
            url=section.source.link,
            source_title=section.publisher,
            as_of=section.source.date,
        )

    def _unknown(self, wanted: str) -> UnknownIdError:
        from rapidfuzz import process

        near = [match[0] for match in process.extract(wanted.partition("#")[0], list(self.records), limit=3, score_cutoff=60)]
        hint = f"Did you mean {', '.join(near)}?" if near else "Run `advisor show --list` to see every id."
        return UnknownIdError(f"Nothing in the catalogue has the id {wanted!r}.", hint=hint)
