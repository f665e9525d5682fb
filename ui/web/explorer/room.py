"""The explorer's own view of the catalogue, made anew when a record is withdrawn or restored."""

from __future__ import annotations

import threading

from advisor.engine import Advisor
from advisor.explore.explorer import Explorer
from corpus.settings import Settings

__all__ = ["Room"]


class Room:
    """Holds the explorer of the advisor's catalogue. Safe to share between threads; knows nothing of any visitor."""

    def __init__(self, advisor: Advisor, settings: Settings) -> None:
        self.advisor = advisor
        self.settings = settings
        self._lock = threading.Lock()
        self._explorer = Explorer(advisor.catalogue, advisor.search)

    @property
    def explorer(self) -> Explorer:
        """The explorer of what may be shown now."""
        catalogue = self.advisor.catalogue  # looks whether anything was withdrawn
        if self._explorer.catalogue is not catalogue:
            with self._lock:
                if self._explorer.catalogue is not catalogue:
                    self._explorer = Explorer(catalogue, self.advisor.search)
        return self._explorer
