"""Every error that this project raises on purpose, in one tree.

::

    AdvisorError                    anything a person should read; carries a hint
    ├── UsageError                  the command or its values are off (exit code 2)
    ├── SettingsError               an ADVISOR_ setting cannot be used
    ├── CatalogueError              a catalogue or guidance file has faults (all of them listed)
    ├── UnknownIdError              no record, section or field has that id
    ├── ModelError                  the embedding model is missing, altered or cannot be exported
    ├── SearchIndexError            the search index cannot be read or built
    │   └── IndexBusyError          another process is building it
    ├── StorageError                a folder cannot be written
    └── ServeError                  the web server cannot start (a port in use, say)

A message says what was wrong and where; ``hint`` says what to do next.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "AdvisorError",
    "CatalogueError",
    "Fault",
    "IndexBusyError",
    "ModelError",
    "SearchIndexError",
    "ServeError",
    "SettingsError",
    "StorageError",
    "UnknownIdError",
    "UsageError",
]


class AdvisorError(Exception):
    """Base of all errors meant for people.

    :param message: what was wrong and where, in one sentence.
    :param hint: what to do next, in one sentence.
    """

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class UsageError(AdvisorError):
    """The command was called wrongly."""

    exit_code = 2


class SettingsError(AdvisorError):
    """A setting has a value that cannot be used."""

    exit_code = 2


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing wrong in a data file: where it is and what would be right."""

    file: str
    line: int | None = None
    record: str | None = None
    field: str | None = None
    problem: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        what = "#".join(part for part in (self.record, self.field) if part)
        return f"{where}: {what + ': ' if what else ''}{self.problem}"


class CatalogueError(AdvisorError):
    """A catalogue or guidance file has faults; ``faults`` holds every one."""

    def __init__(self, faults: tuple[Fault, ...], *, hint: str = "") -> None:
        self.faults = faults
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        listing = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(
            f"The catalogue was not loaded: {count}.\n{listing}\n",
            hint=hint or "Mend these lines, then run the command again; nothing was changed.",
        )


class UnknownIdError(AdvisorError):
    """No record, document, section or field has the id asked for."""


class ModelError(AdvisorError):
    """The embedding model is missing, altered, or could not be exported."""


class SearchIndexError(AdvisorError):
    """The search index cannot be read or built."""


class IndexBusyError(SearchIndexError):
    """Another process is building the index."""


class StorageError(AdvisorError):
    """A folder or file cannot be written."""


class ServeError(AdvisorError):
    """The web server cannot start."""
