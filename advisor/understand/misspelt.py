"""Names of towns with a slip of the keyboard: set right where only one place is near and the word is no other."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from rapidfuzz.distance import OSA

from corpus.folding import fold
from corpus.places import gazetteer

__all__ = ["respelt"]

#: leads up to a place; a slip elsewhere in a message is left to the reading of names
_LEADS = re.compile(r"\b(?:in|near|at|around|from|to|outside|of|live|closer to|close to|by|forget|or|and)\s+(?:the )?(?=[a-z])", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,2}")
#: shorter names are too near to everyday words
_SHORTEST = 6
#: from this length on two slips are one place's still
_LONG = 9


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Folded names of places in the province, by first letter; those that are everyday words left out."""
    found: dict[str, set[str]] = {}
    for place in gazetteer().places.values():
        for name in (place.name, *place.aliases):
            plain = fold(name)
            if len(plain) >= _SHORTEST and not place.needs_capital and place.kind != "outside":
                found.setdefault(plain[0], set()).add(plain)
    return {letter: tuple(sorted(names)) for letter, names in found.items()}


def respelt(text: str, *, is_known: Callable[[str], bool]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with mistyped towns set right, and what was taken for what.

    :param is_known: whether a lower-case word is an everyday word or one of the catalogue's.

    >>> respelt("welding in kamlops", is_known=lambda word: word in {"welding", "in"})
    ('welding in Kamloops', (('kamlops', 'Kamloops'),))
    """
    taken: list[tuple[str, str]] = []
    position = 0
    while match := _LEADS.search(text, position):
        position = match.end()
        run = _WORDS.match(text, position)
        if run is None:
            continue
        words = run[0].split(" ")
        for count in range(len(words), 0, -1):
            said = " ".join(words[:count])
            known = gazetteer().find(said)
            if known and known[0].start == 0:
                break
            if known:
                continue  # the next place of a list
            everyday = all(is_known(fold(word)) for word in words[:count])
            if everyday and not (count > 1 and _begins_a_name(words[0])):
                continue
            if name := _nearest(fold(said), everyday=everyday):
                text = text[:position] + name + text[position + len(said) :]
                taken.append((said, name))
                break
    return text, tuple(taken)


def _long_enough(said: str, name: str) -> bool:
    """Whether the words that differ are too long to be taken for each other by chance: "gorge", and not "way"."""
    return all(len(word) >= _SHORTEST - 1 for word, right in zip(said.split(" "), name.split(" "), strict=True) if word != right)


def _begins_a_name(word: str) -> bool:
    start = f"{fold(word)} "
    return any(name.startswith(start) for name in _names().get(start[0], ()))


def _nearest(said: str, *, everyday: bool) -> str | None:
    """The one place whose name is a slip away from what was said; words of everyday use may be meant as they stand."""
    if len(said) < _SHORTEST - 1:
        return None
    most = 2 if len(said) >= _LONG and not everyday else 1
    near = sorted((distance, name) for name in _names().get(said[0], ()) if name.count(" ") == said.count(" ") and (distance := OSA.distance(said, name, score_cutoff=most)) <= most)
    near = [(distance, name) for distance, name in near if not everyday or _long_enough(said, name)]
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return gazetteer().find(near[0][1].title())[0].place.name if gazetteer().find(near[0][1].title()) else None
