"""The typed events that a streamed answer is made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from advisor.contract import Answer, Citation, Claim, Part
from advisor.converse.conversation import Conversation
from advisor.understand.understanding import Understanding

__all__ = ["ClaimEvent", "Done", "Event", "PartEvent", "Understood"]


class _Event(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Understood(_Event):
    """What the message was understood to say."""

    type: Literal["understood"] = "understood"
    understanding: Understanding


class ClaimEvent(_Event):
    """One verified claim with its citations."""

    type: Literal["claim"] = "claim"
    claim: Claim
    citations: tuple[Citation, ...]


class PartEvent(_Event):
    """One finished part. The claims it places are among the claims sent so far."""

    type: Literal["part"] = "part"
    part: Part


class Done(_Event):
    """The whole answer, and the conversation to send with the next message."""

    type: Literal["done"] = "done"
    answer: Answer
    conversation: Conversation


Event = Annotated[Understood | ClaimEvent | PartEvent | Done, Field(discriminator="type")]
