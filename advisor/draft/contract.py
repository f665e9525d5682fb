"""The draft, as the command line prints it and the advisor's desk shows it."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from advisor.contract import Contact, Reason, Status

__all__ = ["TONES", "Assumption", "ChecklistRow", "Draft", "DraftParagraph", "DraftSentence", "Tone", "Unconfirmed"]

Tone = Literal["plain", "warm", "formal"]
TONES: tuple[Tone, ...] = get_args(Tone)


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DraftSentence(_Model):
    """One sentence of a paragraph. Without citations it is a frame and states no fact."""

    text: str
    citations: tuple[int, ...] = ()
    starts: Literal["", "line", "item"] = Field(default="", description="what it begins: a new line, or an item of a list")


class ChecklistRow(_Model):
    """One claim beside one piece of what it rests on, to be confirmed by a person before sending."""

    n: int = Field(description="the number shown in the reply; the same evidence has the same number throughout")
    claim: str
    field: str = Field(description="the field's name in plain words, or the title of the guidance")
    quote: str = Field(description="our record's words, verbatim")
    source: str = Field(description="title of the page or document that our record is from; may be empty")
    url: str | None = None
    as_of: str | None = Field(default=None, description="the source's date as it gives it; None is undated")
    id: str = Field(description="record#field or document#section")
    title: str = Field(description="the record's title and institution, or the section's title")
    invented: bool = False


class Unconfirmed(_Model):
    """Something asked that the catalogue does not state."""

    title: str = Field(description="which offering; empty when it is about none in particular")
    field: str = Field(description="what is not stated, in plain words")
    id: str = Field(description="record#field; empty when it is about no record")
    reason: Reason = "not_stated"
    invented: bool = False


class Assumption(_Model):
    """How a loose wording was read. The advisor should look whether that is what the learner meant."""

    said: str = Field(description="the learner's own words")
    text: str = Field(description="what they were taken for, as a sentence")
    record: str | None = None


class DraftParagraph(_Model):
    """One question of the message and the paragraph that answers it."""

    question: str
    paragraph: str = Field(description="the sentences with their [n] markers")
    sentences: tuple[DraftSentence, ...] = ()
    checklist: tuple[ChecklistRow, ...] = ()
    unconfirmed: tuple[Unconfirmed, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    ask_back: tuple[str, ...] = Field(default=(), description="what to ask the learner before this can be answered well")
    status: Status = "answered"
    reason: Reason | None = None
    contact: Contact | None = None
    reviewed: str | None = Field(default=None, description="for an approved answer: by whom and when")
    asked: str = Field(default="", description="what the advisor was asked: the question with what was told before it")


class Draft(_Model):
    """A reply to one message: greeting, one paragraph a question, closing."""

    subject: str = ""
    tone: Tone = "plain"
    greeting: str
    paragraphs: tuple[DraftParagraph, ...]
    closing: str
    text: str = Field(description="the whole reply with [n] markers")
    dropped: bool = Field(default=False, description="some of the message tried to command the advisor and was left out")
    cut: bool = Field(default=False, description="the message was too long, and only its beginning was read")
    urgent: bool = Field(default=False, description="the learner may be in distress: a person should write or call now")

    @property
    def invented(self) -> bool:
        """Whether anything in it is of the invented demo catalogue."""
        return any(
            any(row.invented for row in item.checklist) or any(gap.invented for gap in item.unconfirmed) or bool(item.contact and item.contact.invented)
            for item in self.paragraphs
        )
