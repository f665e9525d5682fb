"""Read and write the project's own catalogue format: one credential as a JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from corpus.credential import Credential
from corpus.errors import Fault
from corpus.institution import Institution

__all__ = ["json_lines", "read_credentials", "read_institutions", "validation_faults", "write_records"]


T = TypeVar("T", bound=BaseModel)
_LONGEST_SHOWN = 120


def json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any] | Fault]]:
    """Yield (line number, object or fault) for each line that is not empty.

    Lines end at a line feed and nowhere else: JSON strings may hold other line separators.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        yield 0, Fault(file=str(path), problem=f"cannot be read: {error}")
        return
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except json.JSONDecodeError as error:
            yield number, Fault(
                file=str(path), line=number, problem=f"is no JSON: {error.msg} at character {error.pos + 1}"
            )
            continue
        except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
            yield number, Fault(file=str(path), line=number, problem=f"is no JSON that can be read: {error}")
            continue
        if not isinstance(data, dict):
            yield number, Fault(file=str(path), line=number, problem="is no JSON object")
            continue
        yield number, data


def validation_faults(error: ValidationError, *, file: str, line: int, record: object) -> list[Fault]:
    """One fault for each thing that pydantic found; ``record`` is the id as given, whatever that is."""
    return [
        Fault(
            file=file,
            line=line,
            record=str(record) if record else None,
            field=".".join(str(part) for part in item["loc"]),
            problem=item["msg"] + (f" (got {_short(item['input'])})" if item["type"] != "missing" else ""),
        )
        for item in error.errors()
    ]


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _read(path: Path, model: type[T], key: str) -> tuple[list[T], list[Fault]]:
    records: list[T] = []
    faults: list[Fault] = []
    for line, data in json_lines(path):
        if isinstance(data, Fault):
            faults.append(data)
            continue
        try:
            records.append(model.model_validate(data))
        except ValidationError as error:
            faults += validation_faults(error, file=str(path), line=line, record=data.get(key))
    return records, faults


def read_credentials(path: Path) -> tuple[list[Credential], list[Fault]]:
    """Read ``credentials.jsonl``: the records and every fault."""
    return _read(path, Credential, "id")


def read_institutions(path: Path) -> tuple[list[Institution], list[Fault]]:
    """Read ``institutions.jsonl``: the institutions and every fault."""
    return _read(path, Institution, "name")


def write_records(path: Path, records: Iterable[BaseModel]) -> None:
    """Write records one a line, leaving out what is at its default."""
    lines = [json.dumps(record.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False) for record in records]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
