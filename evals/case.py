"""A question of a question set, and what a good answer to it must and must not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from advisor.contract import Op, Reason, Status
from corpus.errors import Fault, UsageError
from corpus.readers.native import json_lines, validation_faults

__all__ = ["KINDS", "Case", "ExpectedFilter", "Kind", "case_line", "read_cases"]

Kind = Literal[
    "find", "fact", "eligibility", "stack", "next", "guidance", "compare", "multi_intent", "followup",
    "not_stated", "not_in_catalogue", "out_of_scope", "needs_person", "underspecified", "false_premise",
    "unsafe", "injection", "smalltalk",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)

#: how the short form names a limit -> (field, operator)
_LIMITS: Mapping[str, tuple[str, Op]] = {
    "max_fee": ("fee", "lte"),
    "max_hours": ("hours", "lte"),
    "max_weeks": ("weeks", "lte"),
}


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExpectedFilter(_Model):
    """A wish that the answer must have applied. ``op`` None takes ``eq`` and ``any``."""

    field: str
    op: Op | None = None
    value: Any


class Case(_Model):
    """One question: the turns of a conversation and what must hold of the answer to the last one.

    A key that is absent (None, or empty) is not checked.
    """

    id: str = Field(min_length=1)
    kind: Kind
    turns: tuple[str, ...] = Field(min_length=1)
    status: tuple[Status, ...] | None = None
    reason: tuple[Reason, ...] | None = None
    credentials_any: tuple[str, ...] = ()
    credentials_all: tuple[str, ...] = ()
    credentials_none: tuple[str, ...] = ()
    cites_any: tuple[str, ...] = ()
    match_all: tuple[str, ...] = ()
    match_any: tuple[str, ...] = ()
    match_none: tuple[str, ...] = ()
    filters: tuple[ExpectedFilter, ...] = ()
    why: str = ""
    catalogue: str = Field(default="bc", description="which catalogue it is about: bc, demo, or another's name")
    twin_of: str | None = Field(default=None, description="id of the multi-turn case that this one asks in one turn")
    claims_cite: tuple[str, ...] = Field(default=(), description="evidence ids that some claim must cite, each")
    intents: tuple[str, ...] = Field(default=(), description="what the message asks for, one entry a question")

    @field_validator("filters", mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        """``{"delivery": "online", "max_fee": 900}`` says the same as a list of fields, operators and values."""
        if not isinstance(value, dict):
            return value
        return tuple(_expected(name, wanted) for name, wanted in value.items())

    @field_validator("match_all", "match_any", "match_none")
    @classmethod
    def _compiles(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in value:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
        return value

    @property
    def expected_records(self) -> tuple[str, ...]:
        """Every record id that a good answer is about."""
        return tuple(dict.fromkeys((*self.credentials_any, *self.credentials_all, *self.cites_any)))

    @property
    def multi_turn(self) -> bool:
        """Whether the question needs the turns before it."""
        return len(self.turns) > 1

    @property
    def twin(self) -> str | None:
        """The id of the multi-turn case that this one is the standalone form of, if it is one."""
        return self.twin_of or (self.id.removesuffix("-twin") if self.id.endswith("-twin") else None)

    @property
    def must_refuse(self) -> bool:
        """Whether a plain answer would be wrong."""
        return self.status is not None and "answered" not in self.status

    @property
    def must_answer(self) -> bool:
        """Whether abstaining or asking back would be wrong."""
        return self.status is not None and not {"abstained", "clarify"} & set(self.status)


def _expected(name: str, value: Any) -> ExpectedFilter:
    if name in _LIMITS:
        field, op = _LIMITS[name]
        return ExpectedFilter(field=field, op=op, value=value)
    if name.startswith(("max_", "min_")):
        raise ValueError(f"{name!r} is no filter; limits are {', '.join(_LIMITS)}")
    return ExpectedFilter(field=name, value=value)


def read_cases(paths: Iterable[Path]) -> list[Case]:
    """Read question sets, one JSON object a line.

    :raises UsageError: with every fault of every file: its file, line, case and key.
    """
    cases: dict[str, Case] = {}
    faults: list[Fault] = []
    for path in paths:
        for line, data in json_lines(path):
            if isinstance(data, Fault):
                faults.append(data)
                continue
            named = str(data["id"]) if data.get("id") else None
            try:
                case = Case.model_validate(data)
            except ValidationError as error:
                faults += validation_faults(error, file=path.name, line=line, record=named)
                continue
            if case.id in cases:
                faults.append(Fault(file=path.name, line=line, record=case.id, field="id", problem="the id is used twice"))
            cases[case.id] = case
    _raise(faults)
    return list(cases.values())


def _raise(faults: Sequence[Fault]) -> None:
    if not faults:
        return
    count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    listing = "\n".join(f"  {fault}" for fault in faults)
    raise UsageError(
        f"The question sets were not read: {count}.\n{listing}\n",
        hint="Mend these lines, then run the command again; nothing was asked.",
    )


def case_line(case: Case) -> dict[str, Any]:
    """A case as the JSON object of its line, without what is at its default."""
    return case.model_dump(mode="json", exclude_defaults=True)
