"""The records of a shipped catalogue as their lines say them, without the types that the advisor reads them into."""

from __future__ import annotations

import json
import re
from typing import Any

from corpus.load import SHIPPED

__all__ = ["Raw", "named", "read_raw"]

Raw = dict[str, Any]
_SMALL = {"a", "an", "the", "of", "in", "and", "for", "to", "or", "program"}


def read_raw(catalogue: str) -> dict[str, Raw]:
    """Record id -> its JSON object."""
    path = SHIPPED[catalogue] / "credentials.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return {entry["id"]: entry for entry in map(json.loads, filter(None, lines))}


def named(records: dict[str, Raw], words: str | None, *, institution: str) -> str | None:
    """The one record whose title is these words, or holds the code that they are; at the same institution first."""
    if not words:
        return None
    code = re.match(r"[A-Z]{3,5} \d{3}", words)
    hits = [
        record
        for record in records.values()
        if _words(record["title"]) == _words(words) or (code and code[0] in record["title"])
    ]
    here = [record for record in hits if record["institution"] == institution] or hits
    return str(here[0]["id"]) if len(here) == 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", text.lower())) - _SMALL
