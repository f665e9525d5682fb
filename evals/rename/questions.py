"""Questions about a renamed catalogue: what a learner names is renamed, what they describe is not."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.catalogue import Catalogue
from corpus.errors import UnknownIdError
from evals.case import Case, ExpectedFilter
from evals.rename.names import Renaming

__all__ = ["RenamedCase", "rename_case"]


class RenamedCase(NamedTuple):
    """A case about the renamed catalogue, and the patterns that it could not keep."""

    case: Case
    dropped: tuple[str, ...]


def rename_case(case: Case, renaming: Renaming, *, before: Catalogue, after: Catalogue) -> RenamedCase:
    """Rename one case.

    Guidance is not renamed, so its questions stay. In a search for offerings only whole, long titles are names (what
    else it says is what the learner is after); elsewhere parts of the title of a record that the case is about are. A pattern that the expected records' texts met before and can no
    longer meet in the copy is dropped: it asks for a word that went with a name.
    """
    if case.kind == "guidance":
        return RenamedCase(case, ())
    records = case.expected_records
    named = () if case.kind == "find" else records or renaming.named_in("\n".join(case.turns))
    least = 3 if case.kind == "find" else 2
    old, new = _texts(before, records), _texts(after, tuple(renaming.ids.get(name, name) for name in records))
    dropped: list[str] = []

    def kept(patterns: tuple[str, ...]) -> tuple[str, ...]:
        adapted = []
        for pattern in patterns:
            fresh = renaming.in_pattern(pattern, named)
            if re.search(pattern, old, re.IGNORECASE) and not re.search(fresh, new, re.IGNORECASE):
                dropped.append(pattern)
            else:
                adapted.append(fresh)
        return tuple(adapted)

    ids = {
        key: tuple(renaming.ids.get(name, name) for name in getattr(case, key))
        for key in ("credentials_any", "credentials_all", "credentials_none", "cites_any")
    }
    renamed = case.model_copy(
        update={
            **ids,
            "claims_cite": tuple(_new_evidence_id(name, renaming) for name in case.claims_cite),
            "turns": tuple(renaming.in_question(turn, named, least=least) for turn in case.turns),
            "match_all": kept(case.match_all),
            "match_any": kept(case.match_any),
            "match_none": tuple(renaming.in_pattern(pattern, named) for pattern in case.match_none),
            "filters": tuple(_new_filter(item, renaming) for item in case.filters),
        }
    )
    return RenamedCase(renamed, tuple(dropped))


def _new_filter(item: ExpectedFilter, renaming: Renaming) -> ExpectedFilter:
    if item.field == "institution" and isinstance(item.value, str):
        return item.model_copy(update={"value": renaming.institution(item.value)})
    return item


def _new_evidence_id(name: str, renaming: Renaming) -> str:
    record, mark, field = name.partition("#")
    return f"{renaming.ids.get(record, record)}{mark}{field}"


def _texts(catalogue: Catalogue, records: tuple[str, ...]) -> str:
    """All that a catalogue states of some records."""
    texts = []
    for name in records:
        try:
            texts += [evidence.text for evidence in catalogue.stated(catalogue.record(name))]
        except UnknownIdError:
            continue
    return "\n".join(texts)
