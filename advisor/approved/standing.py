"""What an approved answer stood on when it was approved, kept in a file beside it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from advisor.approved.contract import ApprovedAnswer
from corpus.catalogue import Catalogue
from corpus.errors import UnknownIdError
from index.files import write_atomically

__all__ = ["Standing", "changes", "read_standing", "standing_of", "write_standing"]


class Standing(BaseModel):
    """The digests at approval: of the file, and of each piece of evidence by its id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: int = 1
    reviewed: dt.date
    file: str
    evidence: Mapping[str, str]


def standing_of(answer: ApprovedAnswer, text: str, catalogue: Catalogue) -> Standing:
    """What the answer stands on now.

    :raises UnknownIdError: the catalogue does not state something that it cites.
    """
    ids = dict.fromkeys(name for sentence in answer.sentences for name in sentence.cites)
    return Standing(reviewed=answer.reviewed, file=_digest(text), evidence={name: _digest(catalogue.evidence(name).text) for name in ids})


def changes(answer: ApprovedAnswer, text: str, kept: Standing, catalogue: Catalogue) -> list[str]:
    """What has changed since the approval, each in a few words. Nothing when it has been reviewed again since."""
    if answer.reviewed > kept.reviewed:
        return []
    found = [] if _digest(text) == kept.file else ["its text was changed"]
    for name in dict.fromkeys(name for sentence in answer.sentences for name in sentence.cites):
        try:
            now = _digest(catalogue.evidence(name).text)
        except UnknownIdError:
            found.append(f"{name} is no longer stated")
            continue
        if kept.evidence.get(name, now) != now:
            found.append(f"{name} has changed")
    return found


def read_standing(path: Path) -> Standing | None:
    """What was kept beside an answer, or None when there is nothing that can be read."""
    try:
        return Standing.model_validate_json(_beside(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, ValidationError):
        return None


def write_standing(path: Path, standing: Standing) -> None:
    """Keep it beside the answer. Raises :class:`StorageError`."""
    write_atomically(_beside(path), json.dumps(standing.model_dump(mode="json"), indent=1).encode())


def _beside(path: Path) -> Path:
    return path.with_suffix(".approved.json")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
