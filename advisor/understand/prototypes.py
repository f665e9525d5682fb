"""Prototypes: short messages of known kind, so that a new message can be told by what it is nearest to.

They are indexed as passages of kind ``prototype``, grouped by the act they stand for; one cosine tells the kind.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from index.passage import Passage

__all__ = ["prototype_passages"]

_FILE = Path(__file__).with_name("prototypes.txt")


@cache
def prototype_passages() -> tuple[Passage, ...]:
    """One passage a prototype. The file has a line ``[act]`` and below it one message a line."""
    passages: list[Passage] = []
    act = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("[") and text.endswith("]"):
            act = text[1:-1]
        elif text and not text.startswith("#"):
            passages.append(Passage(id=f"{act}~{len(passages)}", kind="prototype", group=act, text=text))
    return tuple(passages)
