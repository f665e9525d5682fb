"""The one thing this package knows: a passage of text with an id."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Passage"]


class Passage(BaseModel):
    """A piece of text that can be found.

    >>> Passage(id="a-course", kind="record", text="Soil science, online.", fields={"title": "Soil science"}).id
    'a-course'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(description="stable id, unique in an index; never an ordinal")
    kind: str = Field(description="what sort of passage: searches can be limited to some kinds")
    group: str = Field(default="", description="what the passage is part of (a record, a document); may be empty")
    text: str = Field(description="what is embedded")
    fields: Mapping[str, str] = Field(
        default_factory=dict,
        description="name -> text for the keyword index, each with its own weight; empty means {'text': text}",
    )

    @property
    def content_hash(self) -> str:
        """SHA-256 of all that an index holds of this passage; equal hashes need no new embedding."""
        data = json.dumps([self.kind, self.group, self.text, dict(sorted(self.fields.items()))], ensure_ascii=False)
        return hashlib.sha256(data.encode()).hexdigest()
