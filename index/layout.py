"""Where an index lies on disk, and the small file that says which generation of it is in use.

::

    index/bc/pointer.json          names the generation in use; replaced in one step at the end of a build
    index/bc/build.lock            held while somebody builds
    index/bc/<generation>/         passages.json, vectors.npy, keywords.npz, and Chroma's own folder

A generation is never changed once the pointer names it, so a build that is killed leaves the old one serving.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.errors import SearchIndexError, UsageError
from corpus.settings import Settings
from index.files import write_atomically
from index.model import MODEL_ID

__all__ = ["KEYWORDS", "PASSAGES", "VECTORS", "Layout", "Pointer", "digest_of"]

PASSAGES = "passages.json"
VECTORS = "vectors.npy"
KEYWORDS = "keywords.npz"
_FORMAT = 2
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")


def digest_of(hashes: Iterable[tuple[str, str]]) -> str:
    """One digest of all (id, content hash) pairs, the model and the format: equal means the same index."""
    digest = hashlib.sha256(f"{_FORMAT} {MODEL_ID}\n".encode())
    for line in sorted(f"{name} {content}\n" for name, content in hashes):
        digest.update(line.encode())
    return digest.hexdigest()


class Pointer(BaseModel):
    """Which generation is in use and what it must look like."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    format: int = _FORMAT
    model: str = MODEL_ID
    generation: str = Field(pattern=r"^[a-z0-9-]+$", description="its folder's name")
    collection: str = Field(description="its collection in Chroma")
    chroma_url: str = Field(default="", description="the Chroma server; empty for the local folder")
    digest: str
    count: int = Field(description="number of passages")
    files: dict[str, int] = Field(description="file name -> bytes")
    checksums: dict[str, str] = Field(description="file name -> SHA-256")
    made_at: str = Field(description="ISO 8601, UTC")


class Layout:
    """The folder of one named index."""

    def __init__(self, name: str, settings: Settings) -> None:
        if not _NAME.fullmatch(name):
            raise UsageError(
                f"{name!r} cannot name an index.",
                hint="Use lower-case letters, digits, hyphens, underscores.",
            )
        self.name = name
        self.folder = settings.index_dir / name
        self.pointer_file = self.folder / "pointer.json"
        self.lock_file = self.folder / "build.lock"

    def generation(self, pointer: Pointer) -> Path:
        """Folder of the generation that ``pointer`` names."""
        return self.folder / pointer.generation

    def read_pointer(self) -> Pointer | None:
        """The pointer, or ``None`` if there is no index yet.

        :raises SearchIndexError: it is there and cannot be read.
        """
        try:
            return Pointer.model_validate_json(self.pointer_file.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError) as error:
            raise SearchIndexError(
                f"{self.pointer_file} cannot be read: {type(error).__name__}.",
                hint="Run `advisor index`; it builds a new index and deletes nothing else.",
            ) from error

    def write_pointer(self, pointer: Pointer) -> None:
        """Put a generation in use, in one step. Raises :class:`~corpus.errors.StorageError`."""
        write_atomically(self.pointer_file, pointer.model_dump_json(indent=2).encode())

    def whole(self, pointer: Pointer) -> bool:
        """Whether the generation's files are there with the right sizes; opening compares their contents."""
        folder = self.generation(pointer)
        try:
            return all((folder / name).stat().st_size == size for name, size in pointer.files.items())
        except OSError:
            return False

    def generations(self) -> list[Path]:
        """Folders of all generations, finished or not."""
        if not self.folder.is_dir():
            return []
        return sorted(path for path in self.folder.iterdir() if path.is_dir())
