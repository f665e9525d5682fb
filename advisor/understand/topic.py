"""The topic of a wish: the message without its wishes, its facts about the learner and its chat."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.understand.names import NameIndex
from advisor.understand.text import place_of, stem, tokens
from corpus.section import Section

__all__ = ["blank", "share_held", "topic_of"]


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with stretches blanked out, its length kept."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def topic_of(text: str, names: NameIndex, *, said: Iterable[str] = ()) -> str:
    """The words that say what is looked for, in order, each once."""
    lowered = text.lower()
    for stretch in sorted(said, key=len, reverse=True):
        for part in stretch.lower().split(" / "):
            if (start := place_of(part, lowered)) >= 0:
                lowered = lowered[:start] + " " * len(part) + lowered[start + len(part) :]
    return " ".join(dict.fromkeys(names.topic_words(lowered)))


def share_held(section: Section | None, topic: str) -> float:
    """The share of a topic's words that a guidance section holds; all of them where there is no section or no word."""
    words = {stem(word) for word in topic.split()}
    if section is None or not words:
        return 1.0
    held = {stem(word) for word in tokens(f"{section.title} {section.document_title} {section.text} {' '.join(section.terms)}")}
    return len(words & held) / len(words)
