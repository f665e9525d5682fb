"""A reply to a question back: which of the candidates it picks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.converse.conversation import Conversation
from advisor.understand.names import NameIndex
from advisor.understand.refer import reference_in
from corpus.catalogue import Catalogue
from corpus.folding import fold

__all__ = ["choose"]

_YES = re.compile(r"\W*(?:yes|yeah|yep|yup|ya|sure|ok(?:ay)?|please|that one|right|correct)\b")
#: the place in the list and nothing more: "2", "(2)", "2."
_NUMBER = re.compile(r"\W*(\d)\W*")


def choose(message: str, candidates: Sequence[str], catalogue: Catalogue, names: NameIndex) -> str | None:
    """The candidate that a short reply picks, or None when it asks something else."""
    if len(message.split()) > 12:
        return None
    plain, offered = fold(message), candidates
    if len(candidates) == 1 and _YES.match(plain):
        return candidates[0]
    if (number := _NUMBER.fullmatch(plain)) and 1 <= int(number[1]) <= len(candidates):
        return candidates[int(number[1]) - 1]
    candidates = _with_namesakes(candidates, catalogue)
    institutions = {item.name for item in names.institutions_in(message)}
    at = [record for record in candidates if catalogue.record(record).institution in institutions]
    if len(at) == 1:
        return at[0]
    picked, how = reference_in(plain, Conversation(shown=tuple(offered), focus=()), names)
    if picked and how in {"ordinal", "named"}:
        return picked[0]
    scored = [score for score in names.scores(message, within=candidates) if score.value >= 0.5]
    if scored and (len(scored) == 1 or scored[0].value - scored[1].value > 0.1):
        return scored[0].record
    for record in candidates:
        place = catalogue.record(record).location
        if place and any(len(word) > 4 and word in fold(place) for word in plain.split()):
            return record
    return None


def _with_namesakes(candidates: Sequence[str], catalogue: Catalogue) -> Sequence[str]:
    """The candidates and, where they are of one title at several institutions, the others of it that were not shown."""
    titles = {fold(catalogue.record(name).title) for name in candidates}
    if len(candidates) < 2 or len(titles) > 1:
        return candidates
    return list(dict.fromkeys((*candidates, *(record.id for record in catalogue if fold(record.title) in titles))))
