"""An approved answer and what may stand in its way."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["ApprovedAnswer", "ApprovedSentence", "Entry", "State"]

State = Literal["approved", "retired", "faulty", "waiting"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ApprovedSentence(_Model):
    """One claim and the ids of the evidence it rests on."""

    text: str = Field(min_length=1)
    cites: tuple[str, ...] = Field(min_length=1)


class ApprovedAnswer(_Model):
    """An answer that a person reviewed."""

    name: str = Field(description="the file's name without its ending")
    question: str = Field(min_length=1)
    phrasings: tuple[str, ...] = Field(default=(), description="other ways to ask the same")
    reviewer: str = Field(min_length=1, description="the role of who reviewed it")
    reviewed: dt.date
    sentences: tuple[ApprovedSentence, ...] = Field(min_length=1)
    paragraphs: tuple[int, ...] = Field(default=(), description="places of the sentences that begin a new paragraph")

    @property
    def questions(self) -> tuple[str, ...]:
        """Every wording that it answers."""
        return (self.question, *self.phrasings)

    @property
    def review(self) -> str:
        """By whom and when, as an answer shows it."""
        return f"{self.reviewer}, {self.reviewed.isoformat()}"


class Entry(_Model):
    """One file of the folder and its state.

    ``approved``: in use. ``retired``: something that it rests on has changed since. ``faulty``: it cannot be read or a
    gate keeps a claim back. ``waiting``: nobody has approved it yet.
    """

    file: str
    state: State
    answer: ApprovedAnswer | None = None
    problems: tuple[str, ...] = ()
