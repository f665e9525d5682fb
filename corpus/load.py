"""Load catalogues and guidance, checking everything and reporting every fault at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.errors import CatalogueError, Fault, SettingsError
from corpus.institution import Institution
from corpus.readers.gathered import read_gathered
from corpus.readers.institutions import derive_institutions
from corpus.readers.native import json_lines, read_credentials, read_institutions
from corpus.section import Section, read_guidance_file
from corpus.withhold import hidden_ids, without_hidden, without_lone_institutions

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
    folders = [catalogue_folder(name) for name in names]
    for folder in folders:
        own_records, own_institutions, own_faults = read_catalogue(folder)
        records += own_records
        institutions += [item for item in own_institutions if item.name not in {known.name for known in institutions}]
        faults += own_faults
    sections, section_faults = load_sections(guidance) if guidance else ([], [])
    faults += section_faults
    faults += _shared_ids(records, sections, folders)
    faults += _dangling(records, folders)
    if faults:
        raise CatalogueError(tuple(faults))
    hidden = hidden_ids(records, withdrawn)
    return Catalogue(
        records=without_hidden(records, hidden),
        institutions=without_lone_institutions(institutions, records, hidden),
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
    _, first = next(json_lines(path), (0, {}))
    gathered = not isinstance(first, Fault) and first.keys() & {"credential_type", "source_url", "subject_area"}
    return read_gathered(path) if gathered else read_credentials(path)


def load_sections(folder: Path) -> tuple[list[Section], list[Fault]]:
    """Read every guidance document of a folder."""
    sections: list[Section] = []
    faults: list[Fault] = []
    file_of: dict[str, Path] = {}
    for path in sorted(folder.glob("*.md")):
        if path.stem.isupper():  # README.md and its like
            continue
        own, more = read_guidance_file(path)
        faults += more
        for document in {section.document for section in own}:
            if other := file_of.get(document):
                problem = f"the id is used already, in {other}; give every document an id of its own"
                faults.append(Fault(file=str(path), line=1, record=document, field="id", problem=problem))
            file_of[document] = path
        sections += own
    return sections, faults


def _shared_ids(records: Sequence[Credential], sections: Iterable[Section], folders: Sequence[Path]) -> list[Fault]:
    """Ids that two records, or a record and a guidance document, both have."""
    faults = []
    for record_id, count in Counter(record.id for record in records).items():
        if count > 1:
            (first, line), *others = _places(record_id, folders)
            problem = f"the id is used already, at {first}:{line}; give every record an id of its own"
            faults += [Fault(file=file, line=at, record=record_id, field="id", problem=problem) for file, at in others]
    for document in sorted({section.document for section in sections} & {record.id for record in records}):
        (file, line), *_ = _places(document, folders)
        problem = "the id is also that of a guidance document; rename one of them"
        faults.append(Fault(file=file, line=line, record=document, field="id", problem=problem))
    return faults


def _dangling(records: Sequence[Credential], folders: Sequence[Path]) -> list[Fault]:
    """Links that point at no record of any catalogue loaded."""
    ids = {record.id for record in records}
    faults = []
    for record in records:
        for kind in ("laddering", "stacking", "links"):
            for link in getattr(record, kind):
                if link.target and link.target not in ids:
                    (file, line), *_ = _places(record.id, folders)
                    problem = f"links to {link.target!r}, which is no record; leave target out to keep the title as text"
                    faults.append(Fault(file=file, line=line, record=record.id, field=kind, problem=problem))
    return faults


def _places(record_id: str, folders: Iterable[Path]) -> list[tuple[str, int]]:
    """Where an id stands: (file, line). Read again, since only a fault needs to know."""
    return [
        (str(file), line)
        for folder in folders
        for file in (sorted(folder.glob("*.jsonl")) if folder.is_dir() else (folder,))
        for line, data in json_lines(file)
        if not isinstance(data, Fault) and data.get("id") == record_id
    ]
