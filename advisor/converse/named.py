"""Which records an answer names beside those it is about: "Reclamation Site Assessor builds on it"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from corpus.catalogue import Catalogue
from corpus.folding import fold

__all__ = ["records_named_in"]


def records_named_in(text: str, catalogue: Catalogue, *, about: Collection[str]) -> tuple[str, ...]:
    """The records whose titles stand in a text, in its order, beside those that it is about.

    Where several are of one title, the one at an institution of those it is about is meant.
    """
    plain = f" {_words(text)} "
    homes = {catalogue.record(name).institution for name in about}
    said = [catalogue.record(name).title for name in about]
    taken = f" {' | '.join(_words(title) for title in said)} "
    found: dict[str, tuple[int, bool, str]] = {}
    for record in catalogue:
        title = _words(record.title)
        at = plain.find(f" {title} ")
        if at < 0 or record.id in about or f" {title} " in taken:
            continue
        here = record.institution in homes
        known = found.get(title)
        if known is None or (here and not known[1]):
            found[title] = (at, here, record.id)
    return tuple(name for _, _, name in sorted(found.values()))


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    """A text as folded words, with one space between them."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
