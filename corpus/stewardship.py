"""What an operator keeps out of sight: withdrawals, each with who, when and why, in a log of the home folder.

A record can be hidden in two places. Its own stewardship may say that it is withdrawn or for a community; that is the word of
whoever the record belongs to, and nobody can lift it here. And the operator may withdraw a record of any catalogue, at once and
without touching the catalogue's file; that is the log, ``withdrawn.jsonl``. Lines are only ever added, so that it stays known who
decided what. The latest line about a record counts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.catalogue import Catalogue
from corpus.errors import CatalogueError, Fault, StorageError
from corpus.load import load_catalogue
from corpus.readers.native import json_lines, validation_faults
from corpus.settings import Settings

__all__ = ["Decision", "log_file", "log_stamp", "public_catalogue", "read_decisions", "record_decision", "withdrawn_ids"]

_LOG = "withdrawn.jsonl"
_HINT = "Mend the line or take it out. Until then nothing is served, so that nothing is shown that should not be."


class Decision(BaseModel):
    """One line of the log: somebody withdrew a record, or let it be seen again."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    id: str = Field(min_length=1, max_length=200, description="the record")
    action: Literal["withdraw", "restore"]
    by: str = Field(min_length=1, max_length=200, description="who decided")
    at: str = Field(min_length=10, max_length=40, description="when: ISO 8601, UTC")
    why: str = Field(min_length=1, max_length=2000, description="for the operator's own files; never shown to learners")


def log_file(settings: Settings) -> Path:
    """Where the log lies."""
    return settings.home / _LOG


def log_stamp(settings: Settings) -> tuple[int, int]:
    """Something that changes whenever the log does; cheap enough to look at before every answer."""
    try:
        facts = log_file(settings).stat()
    except OSError:
        return (0, 0)
    return (facts.st_mtime_ns, facts.st_size)


def read_decisions(settings: Settings) -> tuple[Decision, ...]:
    """Every line of the log, oldest first; no log is an empty one.

    :raises CatalogueError: when a line cannot be read. A log that is only half understood would show what it hides.
    """
    path = log_file(settings)
    if not path.exists():
        return ()
    decisions: list[Decision] = []
    faults: list[Fault] = []
    for line, data in json_lines(path):
        if isinstance(data, Fault):
            faults.append(data)
            continue
        try:
            decisions.append(Decision.model_validate(data))
        except ValidationError as error:
            faults += validation_faults(error, file=str(path), line=line, record=data.get("id"))
    if faults:
        raise CatalogueError(tuple(faults), hint=_HINT)
    return tuple(decisions)


def withdrawn_ids(settings: Settings) -> frozenset[str]:
    """Ids that the operator keeps out of sight now. Raises as :func:`read_decisions` does."""
    return _standing(read_decisions(settings))


def _standing(decisions: Sequence[Decision]) -> frozenset[str]:
    latest = {decision.id: decision.action for decision in decisions}
    return frozenset(record for record, action in latest.items() if action == "withdraw")


def record_decision(settings: Settings, *, record: str, action: Literal["withdraw", "restore"], by: str, why: str) -> Decision:
    """Add one line to the log.

    :raises StorageError: the home folder cannot be written.
    """
    decision = Decision(id=record, action=action, by=by, at=datetime.now(UTC).isoformat(timespec="seconds"), why=why)
    path = log_file(settings)
    line = json.dumps(decision.model_dump(), ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            # a writer that was killed may have left half a line, which must stay a line of its own
            file.write(("" if _ends_whole(path) else "\n").encode() + line.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written: {error.strerror or error}.",
            hint="Make the folder writable, or set ADVISOR_HOME to another folder. Nothing was changed.",
        ) from error
    return decision


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def public_catalogue(settings: Settings) -> Catalogue:
    """The catalogues served, without what is withdrawn or kept for a community: all that any surface may show.

    :raises CatalogueError: with every fault of every file, the log's too.
    :raises SettingsError: when a catalogue is neither shipped nor a path.
    """
    return load_catalogue(settings.catalogues, withdrawn=withdrawn_ids(settings))
