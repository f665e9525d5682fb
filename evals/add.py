"""A thumbs-down, or a draft that a person corrected, becomes a case of the home folder's own question set."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from advisor.contract import Answer
from corpus.errors import UsageError
from evals.case import Case, case_line, read_cases
from evals.number_marks import numbers_held, numbers_said
from index.files import write_atomically

__all__ = ["Feedback", "add_case", "case_from_feedback", "read_feedback"]

ADDED = "added.jsonl"


class Feedback(BaseModel):
    """What a person thought of an answer.

    ``wrong`` are stretches of the answer that should not be there; ``corrected`` is the text as the person would have
    it; ``expect`` are keys of a case (``credentials_any``, ``match_all``, ``status``, …) that the person states outright.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    turns: tuple[str, ...] = Field(min_length=1)
    answer: Answer | None = None
    note: str = ""
    wrong: tuple[str, ...] = ()
    corrected: str | None = None
    catalogue: str = "bc"
    kind: str | None = None
    expect: dict[str, Any] = Field(default_factory=dict)


def read_feedback(path: Path) -> Feedback:
    """Read feedback from a JSON file.

    :raises UsageError: it cannot be read or is of another form.
    """
    try:
        return Feedback.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise UsageError(
            f"{path} holds no feedback: {' '.join(str(error).split())}.",
            hint='Write {"turns": [...], "answer": {...}, "note": "...", "wrong": [...], "corrected": "..."}.',
        ) from error


def case_from_feedback(feedback: Feedback) -> Case:
    """The case that fails as long as the answer stays wrong.

    What the person states outright is taken as it is. Beside it: what was marked wrong must go; a number that the
    correction adds must come, and one that it strikes must go. Where nothing of this is known, the answer's claims
    as they were must not come again, or, where it made none, its status must be another.

    :raises UsageError: when there is nothing that a better answer could be told by, or a key is off.
    """
    expected: dict[str, Any] = {key: value for key, value in feedback.expect.items() if value}
    barred = [*expected.pop("match_none", ()), *(re.escape(words) for words in feedback.wrong)]
    wanted = [*expected.pop("match_all", ())]
    if feedback.corrected is not None:
        before = feedback.answer.text if feedback.answer else ""
        wanted += _new_numbers(feedback.corrected, before)
        barred += _new_numbers(re.sub(r"\[\d+\]", " ", before), feedback.corrected)
    if not (expected or wanted or barred) and feedback.answer is not None:
        barred = [re.escape(claim.text) for claim in feedback.answer.claims]
        if not barred:
            expected["status"] = _other_states(feedback.answer)
    if not (expected or wanted or barred):
        raise UsageError(
            "The feedback names nothing that a better answer could be told by.",
            hint="Give the answer, what was wrong in it, a corrected text, or what to expect (a record, a pattern, a status).",
        )
    data = {
        **expected,
        "id": _case_id(feedback),
        "kind": feedback.kind or ("followup" if len(feedback.turns) > 1 else "fact"),
        "turns": feedback.turns,
        "catalogue": feedback.catalogue,
        "match_all": list(dict.fromkeys(wanted)),
        "match_none": list(dict.fromkeys(barred)),
        "why": feedback.note or "A person marked the earlier answer as wrong.",
    }
    try:
        return Case.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"The case cannot be made: {place}: {first['msg']}.", hint="Mend that key and run it again.") from error


def add_case(case: Case, home: Path) -> Path:
    """Append a case to ``home/cases/added.jsonl``, and give the file's path. The same case twice is added once.

    :raises UsageError: the file there has faults, or another case has the same id.
    :raises StorageError: the folder cannot be written.
    """
    path = home / "cases" / ADDED
    known = read_cases([path]) if path.exists() else []
    same = next((item for item in known if item.id == case.id), None)
    if same == case:
        return path
    if same is not None:
        raise UsageError(f"{path} has a case {case.id!r} already, with other expectations.", hint="Edit it there, or change the question.")
    lines = [json.dumps(case_line(item), ensure_ascii=False) for item in (*known, case)]
    write_atomically(path, "".join(line + "\n" for line in lines).encode())
    return path


def _new_numbers(text: str, other: str) -> list[str]:
    """Patterns for the numbers that one text says and the other does not hold, thousands separated or not."""
    held = numbers_held(other)
    patterns = []
    for mark in numbers_said(text):
        if mark.tokens <= held:
            continue
        digits = re.sub(r",(?=\d{3})", "", mark.text)
        spelt = ",?".join(_thousands(digits)) if digits.isdigit() else re.escape(mark.text)
        patterns.append(rf"(?<![\d.]){spelt}(?![\d])")
    return patterns


def _thousands(digits: str) -> list[str]:
    head = len(digits) % 3 or 3
    return [digits[:head], *(digits[place : place + 3] for place in range(head, len(digits), 3))]


def _other_states(answer: Answer) -> list[str]:
    return [state for state in ("answered", "partial", "abstained", "clarify") if state != answer.status]


def _case_id(feedback: Feedback) -> str:
    key = json.dumps([feedback.catalogue, *feedback.turns], ensure_ascii=False)
    return f"added-{hashlib.sha256(key.encode()).hexdigest()[:10]}"

