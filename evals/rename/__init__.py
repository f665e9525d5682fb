"""Whether the advisor leans on names: ask the same of a copy in which every name is another."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from corpus.load import load_catalogue
from corpus.settings import Settings
from evals.case import read_cases
from evals.figure import Figure, difference, mean
from evals.judge import Failure
from evals.rename.catalogue import read_whole, write_renamed
from evals.rename.names import Renaming
from evals.rename.questions import rename_case
from evals.run import Desk, open_desk, run_cases
from index.progress import Progress

__all__ = ["Changed", "RenameReport", "run_rename"]


class Changed(BaseModel):
    """A case that passes in one of the two catalogues only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: str
    passed_before: bool
    turns: tuple[str, ...] = Field(description="as asked of the renamed copy")
    failures: tuple[Failure, ...] = Field(description="on the side where it fails")


class RenameReport(BaseModel):
    """Accuracy with the real names and with invented ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures: tuple[Figure, ...]
    changed: tuple[Changed, ...]
    dropped: dict[str, tuple[str, ...]] = Field(description="case id -> patterns that asked for a word of a name")


def run_rename(
    paths: Iterable[Path],
    settings: Settings,
    *,
    folder: Path | None = None,
    open_at: Callable[[Settings], Desk] = open_desk,
    progress: Progress | None = None,
) -> RenameReport:
    """Ask the cases about the catalogue of ``settings``, then the same of a renamed copy of it.

    :param folder: where to write the copy and its index; by default a folder that is deleted afterwards.
    :param open_at: opens the advisor for settings.
    :raises UsageError: a question set has faults.
    :raises CatalogueError: the catalogue has faults.
    """
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="advisor-renamed-") as made:
            return run_rename(paths, settings, folder=Path(made), open_at=open_at, progress=progress)
    cases = [case for case in read_cases(paths) if case.catalogue in settings.catalogues]
    records, institutions = read_whole(settings.catalogues)
    renaming = Renaming(records, institutions)
    copy = write_renamed(records, institutions, renaming, folder / "catalogue")
    before, after = open_at(settings), open_at(_settings_of_copy(settings, folder, copy))
    pairs = [rename_case(case, renaming, before=before.catalogue, after=load_catalogue((str(copy),))) for case in cases]
    first = run_cases(cases, before.ask, before.catalogue, progress=progress)
    second = run_cases([pair.case for pair in pairs], after.ask, after.catalogue, progress=progress)
    passed = [[float(result.passed) for result in results] for results in (first, second)]
    return RenameReport(
        figures=(
            mean("rename.before", passed[0]),
            mean("rename.after", passed[1]),
            difference("rename.difference", passed[0], passed[1]),
        ),
        changed=tuple(
            Changed(
                id=old.case.id,
                kind=old.case.kind,
                passed_before=old.passed,
                turns=new.case.turns,
                failures=(*(new if old.passed else old).failures, *(new if old.passed else old).broken),
            )
            for old, new in zip(first, second, strict=True)
            if old.passed != new.passed
        ),
        dropped={pair.case.id: pair.dropped for pair in pairs if pair.dropped},
    )


def _settings_of_copy(settings: Settings, folder: Path, copy: Path) -> Settings:
    """Settings that serve the copy from a home of its own, with the exported model that is there already."""
    home = folder / "home"
    home.mkdir(parents=True, exist_ok=True)
    if settings.model_dir.exists() and not (home / "models").exists():
        (home / "models").symlink_to(settings.model_dir.resolve())
    return settings.model_copy(update={"home": home, "catalogue": str(copy)})
