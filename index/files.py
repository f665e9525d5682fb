"""Writing so that a killed process never leaves half a file, and telling people when a folder refuses."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import StorageError

__all__ = [
    "make_folder",
    "new_folder",
    "remove_folder",
    "sha256_file",
    "storage_errors",
    "unwritable",
    "write_atomically",
]

_BLOCK = 1 << 20


def sha256_file(path: Path) -> str:
    """Hex SHA-256 of a file's bytes. Raises :class:`OSError` as reading does."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


@contextlib.contextmanager
def storage_errors(folder: Path) -> Iterator[None]:
    """Turn an operating system's refusal to write into one :class:`StorageError` that says what to do."""
    try:
        yield
    except OSError as error:
        raise unwritable(folder, error) from error


def unwritable(folder: Path, error: OSError) -> StorageError:
    """The error for a folder in which the operating system refuses to write."""
    return StorageError(
        f"{folder} cannot be written: {error.strerror or error}.",
        hint="Make the folder writable and free some space, or set ADVISOR_HOME to another folder.",
    )


def make_folder(folder: Path) -> Path:
    """Create ``folder`` with its parents and return it; raises :class:`StorageError`."""
    with storage_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def new_folder(parent: Path, prefix: str) -> Path:
    """Create a folder under ``parent`` with a name that nobody has; raises :class:`StorageError`."""
    folder = parent / f"{prefix}-{secrets.token_hex(4)}"
    with storage_errors(parent):
        folder.mkdir(parents=True)
    return folder


def remove_folder(folder: Path) -> None:
    """Delete a folder as far as that is possible; what is still in use goes another time."""
    shutil.rmtree(folder, ignore_errors=True)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data`` in one step: readers see the old bytes or the new ones, never a part.

    :raises StorageError: the folder cannot be written.
    """
    with storage_errors(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            with draft.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
