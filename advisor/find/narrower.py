"""A story's topic, told by the one clause of it that says most surely what is looked for.

People tell their lives before they ask. The words of a whole story together are near to nothing; one of its clauses
often is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from advisor.find.finder import Ranked
from advisor.find.sufficiency import confidence
from advisor.understand.names import NameIndex
from advisor.understand.reading import clauses
from advisor.understand.synonyms import catalogue_words
from advisor.understand.topic import topic_of

__all__ = ["rank_story"]

#: from this confidence on the topic as read is good enough
ENOUGH = 0.45
#: a topic of fewer words has nothing to leave out
_STORY = 3
#: no more clauses than this are tried
_MOST = 6


def rank_story(
    text: str,
    topic: str,
    *,
    rank: Callable[[str], Sequence[Ranked]],
    names: NameIndex,
    said: Iterable[str] = (),
) -> tuple[Sequence[Ranked], float]:
    """Every offering for the topic of a text; where that says little, each is as near as the clause nearest to it.

    :param rank: every offering for a topic, best first; the order must not depend on the topic.
    :param said: wishes and facts that are no topic.
    :returns: the ranking, and the share of the topic's words that the catalogue knows.
    """
    ranked, known = _tried(topic, rank, names)
    if confidence(ranked, known=known) >= ENOUGH or len(topic.split()) < _STORY:
        return ranked, known
    stretches = tuple(said)
    parts = dict.fromkeys(topic_of(clause, names, said=stretches) for clause in clauses(text))
    for part in [part for part in parts if part and part != topic][:_MOST]:
        nearer, share = _tried(part, rank, names)
        if share == 0.0:
            continue  # not a word of it is the catalogue's
        about = {item.record: item.about for item in nearer}
        ranked = [replace(item, about=max(item.about, about.get(item.record, 0.0))) for item in ranked]
        known = max(known, share)
    return ranked, known


def _tried(topic: str, rank: Callable[[str], Sequence[Ranked]], names: NameIndex) -> tuple[Sequence[Ranked], float]:
    words = f"{topic} {catalogue_words(topic)}".strip()
    return rank(words), names.known_share(words.split())
