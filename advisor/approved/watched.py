"""The approved answers of a folder as it is now: what is added, changed or taken away there counts from the next answer on."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from advisor.approved.load import ApprovedAnswers, load_approved
from corpus.catalogue import Catalogue

__all__ = ["WatchedAnswers"]

_Stamp = tuple[tuple[str, int, int, int], ...]


class WatchedAnswers:
    """Loads the folder again whenever a file in it is another than before. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._stamp: _Stamp | None = None
        self._catalogue: Catalogue | None = None
        self._loaded: ApprovedAnswers | None = None

    def now(self, catalogue: Catalogue) -> ApprovedAnswers:
        """The answers in use, checked against this catalogue; where nothing changed, this looks at the files' dates only."""
        with self._lock:
            # looked at before loading, so that a change in the middle is seen the next time
            stamp = _stamp_of(self._folder)
            if self._loaded is None or stamp != self._stamp or catalogue is not self._catalogue:
                self._loaded = load_approved(self._folder, catalogue)
                self._stamp, self._catalogue = stamp, catalogue
            return self._loaded


def _stamp_of(folder: Path) -> _Stamp:
    """Something that changes whenever an answer or what it stands on does. A folder that cannot be read is an empty one."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith((".md", ".approved.json"))]
    except OSError:
        return ()
    return tuple(sorted((name, facts.st_ino, facts.st_mtime_ns, facts.st_size) for name, facts in found))
