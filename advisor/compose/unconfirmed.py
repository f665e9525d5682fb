"""What an entry of ``Answer.unconfirmed`` is about: the record, and what of it is not stated, in plain words."""

from __future__ import annotations

from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.fields import FIELDS, field_label

__all__ = ["unconfirmed_about"]


def unconfirmed_about(item: str, catalogue: Catalogue) -> tuple[Credential | None, str]:
    """The record and the words of ``record#field`` or ``record: words``; no record and the entry itself for anything else.

    >>> unconfirmed_about("the moon", Catalogue(records=(), institutions=(), sections=()))
    (None, 'the moon')
    """
    for mark in ("#", ": "):
        name, found, rest = item.partition(mark)
        record = catalogue.records.get(name)
        if found and record is not None:
            return record, field_label(rest) if rest in FIELDS else rest.replace("_", " ")
    return None, item
