"""Evidence: the text of one field of one record, or one section of one guidance document."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from corpus.errors import UnknownIdError

__all__ = ["Evidence", "split_id"]


class Evidence(BaseModel):
    """What a claim can rest on.

    ``id`` is ``record#field`` or ``document#section``. ``text`` is built from the catalogue file alone,
    independent of any question.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    record: str
    field: str
    text: str
    title: str = Field(description="the record's title and institution, or the section's title")
    label: str = Field(default="", description="the field's name in plain words")
    url: str | None = Field(default=None, description="address that may be shown, else None")
    source_title: str = ""
    as_of: str | None = Field(default=None, description="the field's own date, else the record's; None is undated")
    invented: bool = False


def split_id(evidence_id: str) -> tuple[str, str]:
    """Split ``record#field``.

    :raises UnknownIdError: when it is not of that form.
    """
    record, mark, field = evidence_id.partition("#")
    if not (record and mark and field) or "#" in field or "/" in evidence_id:
        raise UnknownIdError(
            f"{evidence_id!r} is no evidence id.", hint="Write it as record#field or document#section."
        )
    return record, field
