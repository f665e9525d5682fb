"""Somebody else's conversations and passages, in one shape."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import UsageError
from index.passage import Passage

__all__ = ["Dataset", "Query", "Turn", "json_rows", "read_qrels"]


@dataclass(frozen=True, kw_only=True)
class Turn:
    """Something said: ``speaker`` is "user" or "agent"."""

    speaker: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Query:
    """A user's turn and all that was said before it, oldest first. ``rewrite`` is somebody's standalone form of it."""

    id: str
    text: str
    domain: str = ""
    history: tuple[Turn, ...] = ()
    rewrite: str | None = None
    answerability: str | None = None


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """Passages to search, queries to ask, and which passages are right: query id -> passage ids."""

    name: str
    passages: Sequence[Passage]
    queries: Sequence[Query]
    right: Mapping[str, frozenset[str]]

    @property
    def judged(self) -> list[Query]:
        """The queries that some passage answers."""
        return [query for query in self.queries if self.right.get(query.id)]


def json_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a ``.jsonl`` or ``.jsonl.gz`` file.

    :raises UsageError: it cannot be read, or a line is no JSON object.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise UsageError(f"{path}:{number} is no JSON object.", hint=_HINT)
                yield row
    except (OSError, EOFError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", hint=_HINT) from error


def read_qrels(path: Path) -> dict[str, frozenset[str]]:
    """Query id -> the passages judged right, from a table of query, passage and score with a head line.

    :raises UsageError: it cannot be read or has another form.
    """
    right: dict[str, set[str]] = {}
    try:
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            query, passage, score = line.split("\t")
            if int(score) > 0:
                right.setdefault(query, set()).add(passage)
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", hint=_HINT) from error
    return {query: frozenset(passages) for query, passages in right.items()}


_HINT = "Name the folder that holds the set in its own format."
