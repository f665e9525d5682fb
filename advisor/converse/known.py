"""A conversation from before something left the catalogue: what is no longer there is forgotten."""

from __future__ import annotations

from collections.abc import Container

from advisor.converse.conversation import Conversation
from advisor.understand.understanding import Filter
from corpus.catalogue import Catalogue

__all__ = ["still_known"]


def still_known(conversation: Conversation, catalogue: Catalogue) -> Conversation:
    """The conversation without records, sections and institutions that the catalogue no longer has.

    A record may have been withdrawn between two turns, and a conversation may come from anywhere.
    """
    kept = {
        "focus": _kept(conversation.focus, catalogue.records),
        "shown": _kept(conversation.shown, catalogue.records),
        "candidates": _kept(conversation.candidates, catalogue.records),
        "mentioned": _kept(conversation.mentioned, catalogue.records),
        "named": _kept(conversation.named, catalogue.records),
        "sections": _kept(conversation.sections, catalogue.sections),
        "filters": tuple(wish for wish in conversation.filters if _names_known(wish, catalogue)),
    }
    changed = {name: value for name, value in kept.items() if value != getattr(conversation, name)}
    return conversation.model_copy(update=changed) if changed else conversation


def _kept(names: tuple[str, ...], known: Container[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)


def _names_known(wish: Filter, catalogue: Catalogue) -> bool:
    if wish.field != "institution":
        return True
    values = wish.value if isinstance(wish.value, (tuple, list)) else (wish.value,)
    return all(str(value) in catalogue.institutions for value in values)
