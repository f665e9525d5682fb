"""Forget for good: take off the disk every index that still holds passages of something withdrawn.

A build leaves out what is no longer given to it, but the generation before it stays until the build after, and indexes of other
choices of catalogues stay until they are used again. What was withdrawn must not lie in them meanwhile.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from corpus.errors import IndexBusyError, UsageError
from corpus.settings import Settings
from index.files import remove_folder
from index.layout import PASSAGES, Layout
from index.store import drop_collection

__all__ = ["forget_groups"]


def forget_groups(groups: Collection[str], settings: Settings, *, wait: float = 0) -> int:
    """Remove every generation of every index that holds a passage of one of the groups.

    An index that loses the generation in use is built anew when it is next opened.

    :param wait: seconds to wait for another process that is building an index.
    :returns: how many generations were removed.
    :raises IndexBusyError: another process is still building one of them.
    """
    wanted = set(groups)
    folders = sorted(settings.index_dir.iterdir()) if settings.index_dir.is_dir() else []
    return sum(_forget(folder, wanted, settings, wait) for folder in folders if folder.is_dir())


def _forget(folder: Path, wanted: set[str], settings: Settings, wait: float) -> int:
    from filelock import FileLock, Timeout

    try:
        layout = Layout(folder.name, settings)
    except UsageError:
        return 0  # a folder of somebody else's
    held = [generation for generation in layout.generations() if _holds(generation / PASSAGES, wanted)]
    if not held:
        return 0
    try:
        with FileLock(layout.lock_file, timeout=wait):
            for generation in held:
                if settings.chroma_url:
                    drop_collection(f"{layout.name}-{generation.name}".strip("-_"), generation, settings=settings)
                remove_folder(generation)
    except Timeout as error:
        raise IndexBusyError(
            f"Another process is building the index {layout.name!r}, which still holds it.",
            hint="Run the command again when that has finished.",
        ) from error
    return len(held)


def _holds(table: Path, wanted: set[str]) -> bool:
    """Whether a generation holds a passage of the groups; one that cannot be read is taken to."""
    try:
        return not wanted.isdisjoint(json.loads(table.read_bytes())["groups"])
    except FileNotFoundError:
        return False
    except (OSError, ValueError, KeyError, TypeError):
        return True
