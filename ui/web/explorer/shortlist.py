"""A shortlist as it arrives from a browser, and the facts that go back. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from advisor.explore.brief import BRIEF_FIELDS, RecordBrief, brief_of
from corpus.catalogue import Catalogue

__all__ = ["MOST", "MOST_NOTE", "Listed", "as_json", "facts_of", "read_shortlist"]

#: records on a shortlist, and characters of one note
MOST, MOST_NOTE = 30, 2000
_Id = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Listed(BaseModel):
    """One record on a shortlist with the visitor's own note."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: _Id
    note: str = Field(default="", max_length=MOST_NOTE)


_LIST = TypeAdapter(Annotated[list[Listed], Field(min_length=1, max_length=MOST)])


def read_shortlist(text: str) -> list[Listed] | None:
    """The shortlist in a form's field, each record once; None when it is none."""
    try:
        listed = _LIST.validate_json(text)
    except ValidationError:
        return None
    return list({item.id: item for item in listed}.values())


def facts_of(catalogue: Catalogue, ids: Sequence[str]) -> list[RecordBrief]:
    """The records that the catalogue still has, in the order asked for."""
    known = [catalogue.records[name] for name in dict.fromkeys(ids) if name in catalogue.records]
    return [brief_of(catalogue, record, fields=BRIEF_FIELDS) for record in known]


def as_json(brief: RecordBrief) -> dict[str, Any]:
    """A brief as the shortlist's script reads it."""
    return asdict(brief)
