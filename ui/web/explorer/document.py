"""A shortlist as a Word document: each record with its facts, numbered sources at the end, the visitor's notes set apart."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from advisor.explore.brief import Fact, RecordBrief

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["brief_document"]

#: characters that a Word file cannot hold
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def brief_document(
    briefs: Sequence[RecordBrief], notes: Mapping[str, str], words: Mapping[str, str], *, site: str, date: str, missing: int
) -> bytes:
    """The document's bytes.

    :param notes: record id -> the visitor's own note.
    :param missing: how many of the records asked for the catalogue does not have.
    """
    import docx
    from docx.shared import Pt

    document = docx.Document()
    document.core_properties.title = words["brief_title"]
    document.core_properties.author = ""
    document.core_properties.language = "en-CA"
    document.styles["Normal"].font.size = Pt(11)
    document.add_heading(words["brief_title"], level=0)
    document.add_paragraph(words["brief_made"].format(date=date, site=_clean(site)))
    document.add_paragraph(words["brief_about"])
    if missing:
        document.add_paragraph(words["brief_withdrawn"].format(count=missing))
    sources = _Sources()
    for brief in briefs:
        _record(document, brief, notes.get(brief.id, ""), sources, words)
    document.add_heading(words["brief_sources"], level=1)
    for number, source in enumerate(sources.listed, start=1):
        document.add_paragraph(_clean(f"[{number}] {source}"))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


class _Sources:
    """Sources in the order of their first use: the record, what it was read from, its date, its address."""

    def __init__(self) -> None:
        self.listed: list[str] = []

    def number(self, brief: RecordBrief, fact: Fact, words: Mapping[str, str]) -> int:
        """The number of the source that a fact stands on."""
        source = fact.source or words["source_none"]
        told = words["record_from"].format(source=source, date=fact.as_of) if fact.as_of else words["record_from_undated"].format(source=source)
        line = f"{brief.title}, {brief.institution}. {told}." + (f" {fact.url}" if fact.url else "")
        if line not in self.listed:
            self.listed.append(line)
        return self.listed.index(line) + 1


def _record(document: Document, brief: RecordBrief, note: str, sources: _Sources, words: Mapping[str, str]) -> None:
    document.add_heading(_clean(f"{brief.title}, {brief.institution}"), level=1)
    if brief.invented:
        document.add_paragraph(words["invented_note"])
    for fact in brief.facts:
        number = sources.number(brief, fact, words)
        _line(document, fact.label, f"{fact.text.replace(chr(10), '; ')} [{number}]")
    if brief.not_stated:
        _line(document, words["brief_not_stated"], ", ".join(brief.not_stated))
    own = brief.stewardship
    told = words["stewardship_line"].format(
        owner=own.owner or words["not_recorded"], visibility=words[f"visibility_{own.visibility}"], review=own.review_date or words["not_recorded"]
    )
    _line(document, words["brief_stewardship"], told)
    if note.strip():
        _line(document, words["note_title"], note.strip(), style="Intense Quote")


def _line(document: Document, label: str, text: str, *, style: str | None = None) -> None:
    paragraph: Any = document.add_paragraph(style=style)
    paragraph.add_run(_clean(f"{label[:1].upper()}{label[1:]}: ")).bold = True
    paragraph.add_run(_clean(text))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
