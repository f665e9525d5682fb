"""From the catalogue to passages: what is embedded and indexed for each record, field and section."""

from __future__ import annotations

from advisor.find.pieces import pieces_in
from advisor.understand.aspects import aspect_passages
from advisor.understand.mistakes import MISTAKE_MARK
from advisor.understand.prototypes import prototype_passages
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.fields import field_text
from corpus.section import Section
from index.passage import Passage

__all__ = ["QUESTION_MARK", "catalogue_passages"]

#: joins a section's id and the number of one of the questions people ask for it
QUESTION_MARK = "?"


def catalogue_passages(catalogue: Catalogue) -> list[Passage]:
    """One passage a record, one a stated field, one a piece of a field of several, one a guidance section, one a question asked of a section, one a mistake
    that a section sets right, the prototypes of messages, and the known questions about fields.

    Kinds are ``record``, ``field``, ``piece``, ``section``, ``question``, ``mistaken``, ``prototype`` and ``aspect``; ``group`` is the record's or
    section's id, or what a prototype or a known question stands for.
    """
    passages: list[Passage] = []
    for record in catalogue:
        passages.append(_record_passage(record))
        for evidence in catalogue.stated(record):
            passages.append(
                Passage(
                    id=evidence.id,
                    kind="field",
                    group=record.id,
                    text=evidence.text if evidence.field == "title" else f"{evidence.label}: {evidence.text}",
                    fields={"text": evidence.text},
                )
            )
        passages += [
            Passage(id=passage, kind="piece", group=record.id, text=f"{evidence.label}: {piece}")
            for evidence, piece, passage in pieces_in(catalogue, record)
            if passage != evidence.id
        ]
    for section in catalogue.sections.values():
        passages += _section_passages(section)
    return [*passages, *prototype_passages(), *aspect_passages()]


def _record_passage(record: Credential) -> Passage:
    """What an offering is about: its title, subject, summary and competencies carry its meaning."""
    about = [record.title, record.subject, record.summary, "; ".join(record.competencies)]
    rest = [
        text
        for field in ("purpose", "indigenous_focus", "partners", "notes", "prerequisite_of", "requirements", "parts")
        if (text := field_text(record, field))
    ]
    return Passage(
        id=record.id,
        kind="record",
        group=record.id,
        text=". ".join(part for part in about if part),
        fields={
            "title": record.title,
            "subject": record.subject or "",
            "summary": record.summary or "",
            "competencies": "\n".join(record.competencies),
            "place": "\n".join(part for part in (record.location, record.institution) if part),
            "type": record.type or "",
            "rest": "\n".join(rest),
        },
    )


def _section_passages(section: Section) -> list[Passage]:
    passages = [
        Passage(
            id=section.id,
            kind="section",
            group=section.id,
            text=f"{section.title}. {section.text}",
            fields={
                "title": f"{section.title} {section.document_title}",
                "terms": "\n".join(section.terms),
                "questions": "\n".join(section.questions),
                "text": section.text,
            },
        )
    ]
    passages += [
        Passage(id=f"{section.id}{QUESTION_MARK}{number}", kind="question", group=section.id, text=question)
        for number, question in enumerate((section.title, *section.questions))
    ]
    passages += [
        Passage(id=f"{section.id}{MISTAKE_MARK}{number}", kind="mistaken", group=section.id, text=text) for number, text in enumerate(section.mistaken)
    ]
    return passages

