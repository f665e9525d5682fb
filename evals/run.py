"""Run question sets: ask, judge, count, and put it all in one report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from corpus.catalogue import Catalogue
from corpus.errors import UsageError
from corpus.load import load_catalogue
from corpus.settings import Settings
from evals.ask import Ask, ask_through
from evals.case import Case, read_cases
from evals.counting import Supports, count
from evals.judge import judge
from evals.metrics import all_figures
from evals.result import CaseResult, Report
from evals.standing_rules import broken_rules
from index.progress import Progress, quiet

__all__ = ["Desk", "default_sets", "open_desk", "report_on", "run_cases", "run_eval", "run_sets"]

SETS = Path(__file__).parent / "sets"


class Desk(NamedTuple):
    """Somebody to ask, and the catalogue that they answer from."""

    ask: Ask
    catalogue: Catalogue


def run_eval(
    paths: Iterable[Path],
    ask: Ask,
    catalogue: Catalogue,
    *,
    names: Sequence[str] = ("bc",),
    supports: Supports | None = None,
    progress: Progress | None = None,
) -> Report:
    """Ask every case of the question sets that is about the catalogues ``names``, and judge the answers.

    :param supports: whether texts support a claim; the advisor's gates by default.
    :param progress: told after each case.
    :raises UsageError: when a set has faults, with all of them.
    """
    files = tuple(paths)
    cases = read_cases(files)
    asked = [case for case in cases if case.catalogue in names]
    results = run_cases(asked, ask, catalogue, supports=supports, progress=progress)
    return report_on(results, names=names, sets=files, skipped=len(cases) - len(asked))


def run_sets(paths: Iterable[Path], settings: Settings, *, progress: Progress | None = None) -> Report:
    """Ask the advisor itself: each case is put to an advisor of the catalogue that the case is about.

    :raises UsageError: when a set has faults.
    :raises AdvisorError: when a catalogue or its index cannot be opened.
    """
    files = tuple(paths)
    cases = read_cases(files)
    if not cases:
        raise UsageError("The question sets hold no case.", hint="Name a .jsonl file with one case a line.")
    results: list[CaseResult] = []
    names = tuple(dict.fromkeys(case.catalogue for case in cases))
    for name in names:
        desk = open_desk(settings, catalogue=name, progress=progress)
        own = [case for case in cases if case.catalogue == name]
        results += run_cases(own, desk.ask, desk.catalogue, progress=progress)
    return report_on(results, names=names, sets=files)


def open_desk(settings: Settings, *, catalogue: str | None = None, progress: Progress | None = None) -> Desk:
    """The advisor over a catalogue (that of the settings by default), and the catalogue read from its files alone."""
    from advisor.engine import Advisor

    own = settings if catalogue is None else settings.model_copy(update={"catalogue": catalogue})
    engine = Advisor.open(own, progress=progress)
    return Desk(ask=ask_through(engine), catalogue=load_catalogue(own.catalogues))


def default_sets(settings: Settings) -> list[Path]:
    """The project's own question sets, and the cases that people added in the home folder."""
    return [*sorted(SETS.glob("*.jsonl")), *sorted((settings.home / "cases").glob("*.jsonl"))]


def run_cases(
    cases: Sequence[Case],
    ask: Ask,
    catalogue: Catalogue,
    *,
    supports: Supports | None = None,
    progress: Progress | None = None,
) -> list[CaseResult]:
    """Ask and judge each case, in order."""
    report = progress or quiet
    results: list[CaseResult] = []
    for done, case in enumerate(cases, start=1):
        results.append(_run_case(case, ask, catalogue, supports))
        report("asking", done, len(cases))
    return results


def _run_case(case: Case, ask: Ask, catalogue: Catalogue, supports: Supports | None) -> CaseResult:
    try:
        answer = ask(case.turns)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one case is that case's failure, not the run's
        return CaseResult(case=case, answer=None, error=f"{type(error).__name__}: {error}")
    return CaseResult(
        case=case,
        answer=answer,
        failures=judge(answer, case),
        broken=broken_rules(answer, turns=case.turns, catalogue=catalogue, expected=case.expected_records),
        counts=count(answer, turns=case.turns, catalogue=catalogue, supports=supports),
    )


def report_on(
    results: Sequence[CaseResult], *, names: Sequence[str], sets: Iterable[Path] = (), skipped: int = 0
) -> Report:
    """The report of results that were gathered elsewhere."""
    return Report(
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        catalogues=tuple(names),
        sets=tuple(path.name for path in sets),
        skipped=skipped,
        figures=all_figures(results),
        results=tuple(results),
    )
