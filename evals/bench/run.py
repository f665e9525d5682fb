"""``advisor bench``: one run of everything whose speed or size people feel."""

from __future__ import annotations

import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from corpus.load import load_catalogue
from corpus.settings import Settings
from evals.bench.planning import planning_rows
from evals.bench.process import run_cold, server_memory
from evals.bench.report import BenchReport, BenchRow
from evals.bench.spread import spread_of, timed
from evals.bench.web import web_rows
from evals.case import read_cases
from evals.run import SETS
from index.progress import Progress, quiet

__all__ = ["bench_questions", "build_rows", "cold_rows", "memory_rows", "run_bench", "warm_rows"]

#: enough for a median
QUESTIONS = 80
_WARM_UP = 5


def run_bench(
    settings: Settings,
    *,
    questions: Sequence[str] | None = None,
    talk: Callable[[str], None] | None = None,
    processes: bool = True,
    web: bool = False,
    progress: Progress | None = None,
) -> BenchReport:
    """Measure once: answers, understanding, building the index, planning, a cold command, memory of the server.

    :param questions: what to ask; the project's own question sets by default.
    :param talk: asks a server at an address some questions before its memory is read.
    :param web: measure the web server alone, with people talking to it at once, and nothing else.
    :param processes: whether to start other processes (a cold command and a server) too.
    :raises AdvisorError: when the advisor cannot be opened or a process fails.
    """
    report = progress or quiet
    asked = list(questions or bench_questions())
    rows = web_rows(settings, asked, progress=report) if web else _rows(settings, asked, talk=talk, processes=processes, progress=report)
    return BenchReport(
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        machine=f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}",
        catalogue=settings.catalogue,
        rows=tuple(rows),
    )


def _rows(
    settings: Settings, asked: Sequence[str], *, talk: Callable[[str], None] | None, processes: bool, progress: Progress
) -> list[BenchRow]:
    rows = warm_rows(settings, asked, progress=progress)
    rows += build_rows(settings, progress=progress)
    rows += planning_rows(progress=progress)
    if processes:
        rows += cold_rows(settings, asked[:3], progress=progress)
        rows += memory_rows(settings, talk=talk, progress=progress)
    return rows


def bench_questions(paths: Iterable[Path] | None = None, *, count: int = QUESTIONS) -> list[str]:
    """First messages of the question sets, ``count`` of them spread over all kinds."""
    cases = read_cases(sorted(SETS.glob("bc_*.jsonl")) if paths is None else paths)
    texts = list(dict.fromkeys(case.turns[0] for case in cases))
    step = max(1, len(texts) // count)
    return texts[::step][:count]


def warm_rows(settings: Settings, questions: Sequence[str], *, progress: Progress = quiet) -> list[BenchRow]:
    """Milliseconds of an answer end to end, of embedding its question alone, their ratio, and of understanding."""
    from advisor.engine import Advisor
    from index.encoder import OnnxEncoder

    advisor = Advisor.open(settings, progress=progress)
    encoder = OnnxEncoder.open(settings)
    for question in questions[:_WARM_UP]:
        advisor.answer(question)
        encoder.encode_query(question)
    rest = questions[_WARM_UP:] or questions
    taken: tuple[list[float], list[float], list[float]] = ([], [], [])
    for done, question in enumerate(rest, start=1):
        # side by side, so that whatever else the machine does meanwhile falls on all three alike
        taken[0].extend(timed(advisor.answer, [question]))
        taken[1].extend(timed(encoder.encode_query, [question]))
        taken[2].extend(timed(advisor.understander.understand, [question]))
        progress("timing answers", done, len(rest))
    whole, alone, reading = map(spread_of, taken)
    return [
        BenchRow(name="answer, median", value=whole.p50, unit="ms", n=whole.n, limit=60),
        BenchRow(name="answer, 95th percentile", value=whole.p95, unit="ms", n=whole.n),
        BenchRow(name="embedding the question, median", value=alone.p50, unit="ms", n=alone.n),
        BenchRow(name="answer / embedding", value=whole.p50 / alone.p50, unit="times", n=whole.n, limit=8),
        BenchRow(name="understanding, median", value=reading.p50, unit="ms", n=reading.n, limit=10),
        BenchRow(name="understanding / embedding", value=reading.p50 / alone.p50, unit="times", n=reading.n),
        BenchRow(name="understanding, 95th percentile", value=reading.p95, unit="ms", n=reading.n),
    ]


def build_rows(settings: Settings, *, progress: Progress = quiet) -> list[BenchRow]:
    """Seconds to build the index of the catalogue and guidance from nothing, the exported model being there."""
    from advisor.find.opening import update_catalogue_index
    from index.model import ensure_model

    model = ensure_model(settings, progress=progress)
    with tempfile.TemporaryDirectory(prefix="advisor-bench-") as folder:
        home = Path(folder)
        (home / "models").symlink_to(model.folder.parent.resolve())
        own = settings.model_copy(update={"home": home})
        catalogue = load_catalogue(own.catalogues)
        started = time.perf_counter()
        built = update_catalogue_index(catalogue, own, progress=progress)
        seconds = time.perf_counter() - started
    return [BenchRow(name="building the index", value=seconds, unit="s", n=built.added, limit=60)]


def cold_rows(settings: Settings, questions: Sequence[str], *, progress: Progress = quiet) -> list[BenchRow]:
    """Seconds of `advisor ask` in a new process, from start to last character; the median of a few."""
    taken = []
    for done, question in enumerate(questions, start=1):
        taken.append(run_cold(["ask", question], settings) * 1000)
        progress("asking from cold", done, len(questions))
    spread = spread_of(taken)
    return [BenchRow(name="`advisor ask` from cold, median", value=spread.p50 / 1000, unit="s", n=spread.n, limit=3)]


def memory_rows(
    settings: Settings, *, talk: Callable[[str], None] | None = None, progress: Progress = quiet
) -> list[BenchRow]:
    """Memory of the server once its page has been shown, in MB."""
    progress("starting a server", 0, 1)
    memory = server_memory(settings, talk=talk)
    progress("starting a server", 1, 1)
    now, peak = memory or (None, None)
    return [
        BenchRow(name="memory of the server", value=now, unit="MB", limit=700),
        BenchRow(name="memory of the server, at most", value=peak, unit="MB"),
    ]
