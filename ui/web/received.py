"""What arrives from outside: a message and a conversation, either of which may be anything at all."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from advisor.converse.conversation import Conversation, read_conversation
from advisor.understand.understanding import Filter
from corpus.catalogue import Catalogue
from corpus.errors import UsageError

__all__ = ["MOST_CHARACTERS", "MOST_CONVERSATION", "MOST_WISHES", "clean_message", "read_received", "wishes_conversation"]

#: characters of one message; the advisor itself reads the first part of a long one
MOST_CHARACTERS = 20_000
#: bytes of a conversation: some forty times what an ordinary one has
MOST_CONVERSATION = 64_000
MOST_WISHES = 12
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def clean_message(text: str) -> str:
    """The message without characters that nobody types: controls and halves of characters.

    >>> clean_message("is it\\x00 online?")
    'is it online?'
    """
    return _CONTROLS.sub("", text)


def read_received(data: str | dict[str, Any] | None, catalogue: Catalogue) -> tuple[Conversation, bool]:
    """The conversation that came with a message, and whether it was sound.

    One that is damaged, too large or of another version is replaced by a new one. Records that have left the
    catalogue since are forgotten, so that a withdrawn record cannot come back through an old conversation.
    """
    if data in (None, "", {}):
        return Conversation(), True
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    if len(text) > MOST_CONVERSATION:
        return Conversation(), False
    try:
        conversation = read_conversation(text)
    except UsageError:
        return Conversation(), False
    return (
        conversation.model_copy(
            update={
                "focus": _known(conversation.focus, catalogue.records),
                "shown": _known(conversation.shown, catalogue.records),
                "candidates": _known(conversation.candidates, catalogue.records),
                "sections": _known(conversation.sections, catalogue.sections),
            }
        ),
        True,
    )


def wishes_conversation(text: str) -> tuple[Conversation, bool]:
    """A new conversation that keeps the wishes of a shared address, and whether they could be read."""
    if not text:
        return Conversation(), True
    try:
        items = json.loads(text) if len(text) <= MOST_CONVERSATION else None
        wishes = [Filter.model_validate(item) for item in items[:MOST_WISHES]] if isinstance(items, list) else None
    except (ValueError, ValidationError, RecursionError):
        wishes = None
    return (Conversation(), False) if wishes is None else (Conversation(filters=tuple(wishes)), True)


def _known(ids: Sequence[str], catalogue: Any) -> tuple[str, ...]:
    return tuple(item for item in ids if item in catalogue)
