"""Load catalogues and guidance, checking everything and reporting every fault at once."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.errors import CatalogueError, Fault, SettingsError
from corpus.institution import Institution
from corpus.readers.gathered import read_gathered
from corpus.readers.institutions import derive_institutions
from corpus.readers.native import read_credentials, read_institutions
from corpus.section import Section, read_guidance_file

__all__ = ["SHIPPED", "catalogue_folder", "load_catalogue", "load_sections", "read_catalogue"]

_HERE = Path(__file__).parent
#: catalogues that come with the project
SHIPPED = {"bc": _HERE / "catalogues" / "bc", "demo": _HERE / "catalogues" / "demo"}
GUIDANCE = _HERE / "guidance"


def load_catalogue(
    names: Sequence[str] = ("bc",), *, withdrawn: Collection[str] = (), guidance: Path | None = GUIDANCE
) -> Catalogue:
    """Load one or several catalogues with the guidance.

    :param names: ``bc``, ``demo``, or paths of a folder (ours or gathered form) or of one ``.jsonl`` file.
    :param withdrawn: record ids to leave out, beside those whose own stewardship says so.
    :raises CatalogueError: with every fault of every file.
    :raises SettingsError: when a name is neither shipped nor a path.
    """
    records: list[Credential] = []
    institutions: list[Institution] = []
    faults: list[Fault] = []
    for name in names:
        own_records, own_institutions, own_faults = read_catalogue(catalogue_folder(name))
        records += own_records
        institutions += [item for item in own_institutions if item.name not in {known.name for known in institutions}]
        faults += own_faults
    sections, section_faults = load_sections(guidance) if guidance else ([], [])
    faults += section_faults
    faults += _duplicates(records, sections)
    faults += _dangling(records)
    if faults:
        raise CatalogueError(tuple(faults))
    hidden = {
        record.id
        for record in records
        if record.id in withdrawn or record.stewardship.withdrawn or record.stewardship.visibility != "public"
    }
    return Catalogue(
        records=[_without_links_to(record, hidden) for record in records if record.id not in hidden],
        institutions=institutions,
        sections=sections,
    )


def catalogue_folder(name: str) -> Path:
    """The folder or file that a catalogue's name stands for.

    :raises SettingsError: when there is none.
    """
    if name in SHIPPED:
        return SHIPPED[name]
    path = Path(name).expanduser()
    if not path.exists():
        raise SettingsError(
            f"There is no catalogue {name!r}.",
            hint=f"ADVISOR_CATALOGUE takes {', '.join(SHIPPED)} or paths of catalogues, separated by commas.",
        )
    return path


def read_catalogue(path: Path) -> tuple[list[Credential], list[Institution], list[Fault]]:
    """Read one catalogue in whichever form it has: records, institutions and every fault."""
    known: list[Institution] = []
    faults: list[Fault] = []
    if path.is_file():
        records, faults = _read_file(path)
    elif (path / "credentials.jsonl").exists():
        records, faults = read_credentials(path / "credentials.jsonl")
    elif (path / "offerings.jsonl").exists():
        records, faults = read_gathered(path)
    else:
        return [], [], [Fault(file=str(path), problem="holds neither credentials.jsonl nor offerings.jsonl")]
    listing = (path if path.is_dir() else path.parent) / "institutions.jsonl"
    if listing.exists():
        known, more = read_institutions(listing)
        faults += more
    return records, derive_institutions(records, known), faults


def _read_file(path: Path) -> tuple[list[Credential], list[Fault]]:
    """A single file: told apart by a key that only the gathered form has."""
    first = next((line for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()), "{}")
    try:
        keys = set(json.loads(first))
    except (json.JSONDecodeError, TypeError):
        keys = set()
    if keys & {"credential_type", "source_url", "subject_area"}:
        return read_gathered(path)
    return read_credentials(path)


def load_sections(folder: Path) -> tuple[list[Section], list[Fault]]:
    """Read every guidance document of a folder."""
    sections: list[Section] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.md")):
        if path.name.isupper() or path.stem.isupper():
            continue
        own, more = read_guidance_file(path)
        sections += own
        faults += more
    return sections, faults


def _duplicates(records: Iterable[Credential], sections: Iterable[Section]) -> list[Fault]:
    seen: set[str] = set()
    faults = []
    for record in records:
        if record.id in seen:
            faults.append(Fault(file="credentials", record=record.id, field="id", problem="the id is used twice"))
        seen.add(record.id)
    for document in sorted({section.document for section in sections} & seen):
        faults.append(Fault(file="guidance", record=document, field="id", problem="is also the id of a record"))
    return faults


def _dangling(records: Iterable[Credential]) -> list[Fault]:
    ids = {record.id for record in records}
    return [
        Fault(
            file="credentials",
            record=record.id,
            field=kind,
            problem=f"links to {link.target!r}, which is no record; leave target out to keep the title as text",
        )
        for record in records
        for kind in ("laddering", "stacking", "links")
        for link in getattr(record, kind)
        if link.target and link.target not in ids
    ]


def _without_links_to(record: Credential, hidden: Collection[str]) -> Credential:
    """A withdrawn record is also gone as a link's target; the link keeps its title only where it stays public."""
    changes = {
        kind: tuple(link for link in getattr(record, kind) if link.target not in hidden)
        for kind in ("laddering", "stacking", "links")
        if any(link.target in hidden for link in getattr(record, kind))
    }
    return record.model_copy(update=changes) if hidden and changes else record
