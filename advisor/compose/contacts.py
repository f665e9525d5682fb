"""Whom to ask: the record's own contact, or the institution and the record's page. Nothing is invented."""

from __future__ import annotations

import re

from advisor.contract import Contact
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.section import Section

__all__ = ["contact_for", "contact_for_institution", "contact_for_section", "contact_words"]

_PHONE = re.compile(r"(?<![\w-])(?:\+?1[-.\s])?\(?\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
_DATED = re.compile(r"\(([^()]*(?:19|20)\d\d[^()]*)\)")


def contact_for(record: Credential) -> Contact:
    """The contact of a record, as stated; without one, its institution and its page."""
    source = record.source_of("contact")
    if not record.contact:
        return Contact(name=record.institution, url=record.source.link, source=record.source.title or None, as_of=record.source.date, invented=record.invented)
    text = record.contact
    phone, email = _PHONE.search(text), _EMAIL.search(text)
    dated = _DATED.search(text)
    name = _EMAIL.sub("", _PHONE.sub("", _DATED.sub("", text)))
    name = re.sub(r"\(\s*\)|\s*[:;,]\s*(?=[:;,]|$)", "", name)
    name = re.sub(r"^\s*\([^()]*\)\s*[;,:]?", "", name)
    name = re.sub(r"\s{2,}", " ", name).strip(" ,;:-")
    return Contact(
        name=name if len(name) > 3 else record.institution,
        phone=phone[0] if phone else None,
        email=email[0] if email else None,
        url=source.link or record.source.link,
        source=source.title or None,
        as_of=dated[1] if dated else source.date,
        invented=record.invented,
    )


def contact_for_institution(catalogue: Catalogue, name: str) -> Contact:
    """An institution's own contact: a general line where any of its records states one, else its name."""
    for record in catalogue:
        if record.institution == name and record.contact and re.search(r"general line|toll-free|student services|registration", record.contact, re.IGNORECASE):
            return contact_for(record)
    institution = catalogue.institutions.get(name)
    return Contact(name=name, url=institution.url if institution else None, invented=bool(institution and institution.invented))


def contact_for_section(section: Section) -> Contact | None:
    """Who can confirm a section of guidance."""
    if not section.ask:
        return None
    return Contact(name=section.ask, url=section.source.link, source=section.publisher or None, as_of=section.source.date)


def contact_words(contact: Contact) -> str:
    """The contact as a frame: name and how to reach it.

    >>> contact_words(Contact(name="UVic Continuing Studies general line", phone="250-472-4747"))
    'UVic Continuing Studies general line (250-472-4747)'
    """
    ways = [way for way in (contact.phone, contact.email) if way]
    return f"{contact.name} ({', '.join(ways)})" if ways else contact.name
