"""A copy of a catalogue in which every institution, title and id is renamed and every other fact stays."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.credential import Credential
from corpus.errors import CatalogueError, Fault
from corpus.fields import FIELDS, field_text
from corpus.institution import Institution
from corpus.load import catalogue_folder, read_catalogue
from corpus.readers.native import write_records
from evals.rename.names import Renaming
from evals.rename.words import KEPT

__all__ = ["read_whole", "rename_institution", "rename_record", "write_renamed"]

#: keys whose values are ids, addresses, dates or fixed words, not text that names anything
_LEFT_ALONE = frozenset(
    {
        "id", "target", "url", "previous_url", "carried_from", "status", "role", "delivery", "timing", "covers",
        "currency", "unit", "certainty", "visibility", "kind", "strength", "level", "region", "institution_region",
        "location", "confidence", "date", "institution_type", "editor_notes",
    }
)  # fmt: skip
_NAMES = frozenset({"id", "title", "institution"})


def read_whole(names: Sequence[str]) -> tuple[list[Credential], list[Institution]]:
    """Records and institutions of catalogues, by name or path.

    :raises CatalogueError: with every fault.
    :raises SettingsError: a name stands for no catalogue.
    """
    records: list[Credential] = []
    institutions: dict[str, Institution] = {}
    faults: list[Fault] = []
    for name in names:
        own, places, more = read_catalogue(catalogue_folder(name))
        records += own
        institutions |= {item.name: item for item in places if item.name not in institutions}
        faults += more
    if faults:
        raise CatalogueError(tuple(faults))
    return records, list(institutions.values())


def write_renamed(records: Sequence[Credential], institutions: Sequence[Institution], renaming: Renaming, folder: Path) -> Path:
    """Write the renamed copy into a folder, as a catalogue that can be served, and give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_records(folder / "credentials.jsonl", [rename_record(record, renaming) for record in records])
    write_records(folder / "institutions.jsonl", [rename_institution(item, renaming) for item in institutions])
    return folder


def rename_record(record: Credential, renaming: Renaming) -> Credential:
    """One record renamed.

    A title often states what nothing else does: its subject. Words of the old title that stand in no other field
    are put behind the subject, so that the name goes and the fact stays.
    """
    data = record.model_dump(mode="json", exclude_defaults=True)
    renamed = _renamed(data, renaming)
    renamed["id"] = renaming.ids[record.id]
    renamed["title"] = renaming.title(record.title)
    renamed["institution"] = renaming.institution(record.institution)
    if topic := _only_in_title(record):
        renamed["subject"] = " / ".join(part for part in (renamed.get("subject"), " ".join(topic)) if part)
    return Credential.model_validate(renamed)


def rename_institution(item: Institution, renaming: Renaming) -> Institution:
    """One institution renamed, with its short names; its places stay."""
    return item.model_copy(
        update={
            "name": renaming.institution(item.name),
            "aliases": tuple(dict.fromkeys(renaming.institution(alias) for alias in item.aliases)),
            "parent": None if item.parent is None else renaming.institution(item.parent),
            "url": None,
        }
    )


def _renamed(value: Any, renaming: Renaming, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _renamed(item, renaming, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, renaming, key) for item in value]
    if key == "target":
        return renaming.ids.get(value, value)
    if not isinstance(value, str) or key in _LEFT_ALONE:
        return value
    return renaming.in_record(value)


def _only_in_title(record: Credential) -> list[str]:
    rest = "\n".join(field_text(record, field) or "" for field in FIELDS if field not in _NAMES).casefold()
    words = [word.strip("(),:;") for word in record.title.split()]
    return [word for word in words if word and word.casefold() not in KEPT and word.casefold() not in rest]
