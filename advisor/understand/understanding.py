"""What a message was understood to say. Made by our own rules, or by anything that fills this type."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_serializer, field_validator

from advisor.understand.elsewhere import Elsewhere
from corpus.requirement import EducationLevel

__all__ = ["Act", "Aim", "Apart", "Filter", "Intent", "LearnerFacts", "Mention", "Request", "Understanding"]

Intent = Literal[
    "find",  # offerings that fit wishes
    "fact",  # a field of a named offering
    "eligibility",  # can I get in
    "pathway",  # what does it count toward, what do I need to reach X
    "next",  # what do I do now
    "compare",
    "worth",  # is it worth it
    "outcome",  # what can it lead to
    "guidance",  # what a term or rule means
    "overview",  # tell me about it
]
#: what is asked of several records together, so that it has to be worked out
Aim = Literal[
    "admits",  # which of them can I get into
    "reach",  # how do I get from what I hold to a goal
    "left",  # how much of a goal is left
    "stacks",  # what else combines with what I hold
    "into",  # what is stated to count toward something that is named, record or not
    "becomes",  # what helps me become a …
    "counts",  # which of them count toward something, of a field or at all
]
Act = Literal[
    "ask", "greeting", "thanks", "bye", "about_advisor", "insult", "acknowledge",
    "restart", "declines", "out_of_scope", "needs_person", "decides", "distress", "draft", "tells",
]  # fmt: skip
Op = Literal["eq", "not", "any", "lte", "gte", "near"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Filter(_Model):
    """A wish about a typed column. ``said`` is the stretch of the message that it was read from."""

    field: str
    op: Op
    value: Any
    said: str
    radius_km: float | None = Field(default=None, description="how far from the places named is near enough, where the message says it")

    @field_validator("value", mode="before")
    @classmethod
    def _settled(cls, value: Any) -> Any:
        """The same value from JSON as before it: amounts are decimals, alternatives a tuple."""
        if isinstance(value, list | tuple):
            return tuple(value)
        return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value

    @field_serializer("value")
    def _as_json(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return int(value) if value == value.to_integral_value() else float(value)
        return value


class Mention(_Model):
    """Something of the catalogue that the message names."""

    kind: Literal["record", "institution", "place", "series"]
    said: str
    ids: tuple[str, ...] = Field(description="record ids, an institution's name, or a place id; several when ambiguous")
    score: float = Field(description="0 to 1: how surely the words name it")
    start: int = 0
    end: int = 0


class LearnerFacts(_Model):
    """What the learner told of themselves, and only that. Each holds the words it was read from.

    ``None`` is "not told". Identity, status, income, disability and immigration are never read.
    """

    education: EducationLevel | None = None
    education_said: str | None = None
    in_school: str | None = Field(default=None, description="words that say somebody is in high school now")
    fields_of_study: tuple[str, ...] = ()
    subjects: dict[str, str] = Field(default_factory=dict, description="subject -> grade, as told: 'English 12' -> 'C+'")
    experience_years: Decimal | None = None
    experience_said: str | None = None
    credentials: tuple[str, ...] = Field(default=(), description="tickets and credentials held, as told")
    not_held: tuple[str, ...] = Field(default=(), description="what the learner says they do not have")
    courses: tuple[str, ...] = ()
    holds: tuple[str, ...] = Field(default=(), description="ids of records that the learner says they hold or have finished")
    age: int | None = None
    age_said: str | None = None
    test: str | None = None
    test_score: Decimal | None = None
    test_bands: dict[str, Decimal] = Field(default_factory=dict)
    test_said: str | None = None
    residence: str | None = Field(default=None, description="place id where the learner says they live")
    occupations: tuple[str, ...] = ()
    said: tuple[str, ...] = Field(default=(), description="the stretches of the message that all this was read from")


class Request(_Model):
    """One question of a message."""

    intent: Intent
    text: str = Field(description="the stretch of the message that asks it")
    topic: str = Field(default="", description="what to search for: the text without wishes, facts and chat")
    subject: tuple[tuple[str, ...], ...] = Field(default=(), description="phrases that say what an offering is asked for in, as their words")
    fields: tuple[str, ...] = Field(default=(), description="record fields asked about, most asked first")
    records: tuple[str, ...] = Field(default=(), description="records it is about, from mentions or the conversation")
    candidates: tuple[str, ...] = Field(default=(), description="when it is not clear which record: the candidates")
    named: str | None = Field(default=None, description="a credential or institution named that no record matches")
    assumed: bool = Field(default=False, description="the record was found by what the message describes, and not named")
    aim: Aim | None = Field(default=None, description="a question that is worked out over several records")
    held: tuple[str, ...] = Field(default=(), description="records to start from")
    toward: tuple[str, ...] = Field(default=(), description="titles of the larger thing asked about, as records state them")
    holds_goal: bool = Field(default=False, description="it is told to be held already")
    goal: str = Field(default="", description="in the learner's words, what the records are asked to count toward")
    beside: tuple[str, ...] = Field(default=(), description="records that were shown already, of a search for others")
    toward_record: str | None = Field(default=None, description="the record that they are asked to count toward, where one is named")
    ranking: Literal["shortest", "cheapest", "soonest"] = Field(default="shortest", description="of several ways, which first")


class Apart(_Model):
    """A clause beside what can be answered: it wants what is outside, what a person must do, or a promise."""

    kind: Literal["outside", "person", "promise", "insult"]
    text: str


class Understanding(_Model):
    """All that one message was understood to say."""

    message: str
    standalone: str
    act: Act = "ask"
    language: str = "en"
    injection: bool = Field(default=False, description="some of it tries to command the advisor; that part is dropped")
    rest: str | None = Field(default=None, description="what was read of the message, where some of it was set apart")
    apart: tuple[Apart, ...] = Field(default=(), description="clauses beside what can be answered, each met in a sentence")
    requests: tuple[Request, ...] = ()
    filters: tuple[Filter, ...] = ()
    removed: tuple[str, ...] = Field(default=(), description="fields whose standing filters the message takes back")
    widened: tuple[str, ...] = Field(default=(), description="fields whose standing filters the message adds another choice to")
    clash: tuple[str, str] | None = Field(default=None, description="the words of two wishes that no offering can meet together")
    worried: bool = Field(default=False, description="it may hide a heavy heart: answered, with help offered beside")
    unserved: Elsewhere | None = Field(default=None, description="a place wished for that is not in the province")
    respelt: tuple[tuple[str, str], ...] = Field(default=(), description="mistyped names of places, and what they were taken for")
    facts: LearnerFacts = Field(default_factory=LearnerFacts)
    mentions: tuple[Mention, ...] = ()
    premises: tuple[str, ...] = Field(default=(), description="what the message states of an offering, folded")
    mistaken: str | None = Field(default=None, description="a guidance section that sets right what the message states")
    misplaced: str | None = Field(default=None, description="an institution named as the one that offers it, which it is not")
