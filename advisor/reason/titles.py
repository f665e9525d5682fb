"""Find the record that a stated title plainly names, at one institution first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.credential import Credential
from corpus.readers.links import title_key

__all__ = ["TitleIndex"]

_CODE = re.compile(r"\b([A-Z]{3,5}) ?(\d{3}[A-Z]?)\b")
_ASIDE = re.compile(r"\s*\([^()]*\)")
#: what may follow a title in a stated prerequisite: "LAND 040 builds on it"
_AFTER = re.compile(r"\s+(?:builds? on (?:it|this)|follows|comes after).*$", re.IGNORECASE)


class TitleIndex:
    """Records by the words of their titles and by course codes. Built once, in time linear in the records."""

    def __init__(self, records: Iterable[Credential]) -> None:
        self._by_title: dict[frozenset[str], list[Credential]] = {}
        self._by_code: dict[str, list[Credential]] = {}
        for record in records:
            for name in {record.title, _ASIDE.sub("", record.title)}:
                self._by_title.setdefault(title_key(name), []).append(record)
            for letters, digits in _CODE.findall(record.title):
                self._by_code.setdefault(f"{letters} {digits}", []).append(record)

    def find(self, text: str, *, institution: str) -> str | None:
        """The id of the one record that a text names by title or code; None where none or several fit."""
        plain = _AFTER.sub("", text).strip()
        for name in (plain, _ASIDE.sub("", plain)):
            if found := _only(self._by_title.get(title_key(name), []), institution):
                return found
        codes = {f"{letters} {digits}" for letters, digits in _CODE.findall(plain)}
        for code in sorted(codes):
            if found := _only(self._by_code.get(code, []), institution):
                return found
        return None


def _only(records: list[Credential], institution: str) -> str | None:
    here = [record for record in records if record.institution == institution]
    chosen = here or records
    return chosen[0].id if len({record.id for record in chosen}) == 1 else None
