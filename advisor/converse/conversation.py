"""The conversation: all that stands between two turns. It belongs to the client and holds no server state."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from advisor.understand.understanding import Filter, Intent, LearnerFacts, Request
from corpus.errors import UsageError

__all__ = ["KEEP", "KEEP_MENTIONED", "VERSION", "Conversation", "read_conversation"]

VERSION = 1
#: how many earlier messages are kept for reading a follow-up
KEEP = 8
#: how many records are kept in the order in which they first came up
KEEP_MENTIONED = 40


class Conversation(BaseModel):
    """What was wished, told, shown and asked so far. Frozen: each turn makes a new one.

    >>> Conversation().model_dump(exclude_defaults=True)
    {}
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: int = VERSION
    filters: tuple[Filter, ...] = Field(default=(), description="standing wishes, kept until changed or removed")
    facts: LearnerFacts = Field(default_factory=LearnerFacts)
    focus: tuple[str, ...] = Field(default=(), description="records spoken of, the latest first")
    shown: tuple[str, ...] = Field(default=(), description="the last list, in the order it was shown")
    mentioned: tuple[str, ...] = Field(default=(), description="records in the order in which they first came up")
    named: tuple[str, ...] = Field(default=(), description="records that the last answer named beside those it was about, in its order")
    topic: str = Field(default="", description="what the last search was about")
    intent: Intent | None = None
    fields: tuple[str, ...] = Field(default=(), description="fields last asked about")
    asked: tuple[Request, ...] = Field(default=(), description="the questions about records last asked, to ask again of another")
    sections: tuple[str, ...] = Field(default=(), description="guidance last shown")
    history: tuple[str, ...] = Field(default=(), description="earlier messages, the oldest first")
    pending: str | None = Field(default=None, description="the message that a question back still waits on")
    candidates: tuple[str, ...] = Field(default=(), description="the records that the question back offered")

    singled: bool = Field(default=False, description="the last question was about one offering")

    @property
    def listed(self) -> bool:
        """Whether the last answer was a list of which none has been singled out since."""
        return len(self.shown) > 1 and not self.singled and self.intent not in {None, "guidance"}

    def without(self, *fields: str) -> Conversation:
        """The same conversation with the standing wishes on these fields removed."""
        return self.model_copy(update={"filters": tuple(item for item in self.filters if item.field not in fields)})


def read_conversation(text: str) -> Conversation:
    """Read a conversation from its JSON form.

    :raises UsageError: when it is damaged or of another version.
    """
    try:
        conversation = Conversation.model_validate_json(text)
    except ValidationError as error:
        raise UsageError("The saved conversation cannot be read.", hint="Start a new one.") from error
    if conversation.version != VERSION:
        raise UsageError(
            f"The saved conversation has version {conversation.version}; this program reads version {VERSION}.",
            hint="Start a new one.",
        )
    return conversation
