"""Run an external set: index its passages, ask its queries in several ways, and compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from corpus.settings import Settings
from evals.external.dataset import Dataset, Query
from evals.external.doc2dial import read_doc2dial
from evals.external.mtrag import read_mtrag
from evals.external.policies import (
    BM25,
    DENSE,
    WEIGHTED_SUM,
    MakeQueries,
    Retrieve,
    asking,
    conversation,
    joined,
    last_turn,
    rewritten,
    support,
)  # fmt: skip
from evals.external.refusing import refusing_figures
from evals.external.report import ExternalReport, ExternalRow
from evals.external.score import score_run
from evals.figure import Figure, difference, mean
from index.build import build_index
from index.progress import Progress, quiet
from index.search import HybridSearch

__all__ = ["ExternalSet", "Sufficiency", "evaluate_dataset", "run_external"]

ExternalSet = Literal["mtrag", "doc2dial"]
#: ``sufficiency(search, query)``: how surely the passages can answer, in any unit
Sufficiency = Callable[[HybridSearch, Query], float]

SUM = "weighted sum"
#: the ways with which a conversation's own search is compared
PLAIN = ("last turn", "joined", "all joined")
_READERS: Mapping[ExternalSet, Callable[[Path], list[Dataset]]] = {"mtrag": read_mtrag, "doc2dial": read_doc2dial}


def run_external(
    name: ExternalSet,
    folder: Path,
    settings: Settings,
    *,
    make_queries: MakeQueries | None = None,
    retrieve: Retrieve | None = None,
    sufficiency: Sufficiency | None = None,
    progress: Progress | None = None,
) -> ExternalReport:
    """Evaluate an external set in its own format, through the search that learners use.

    :param make_queries: another query policy than the project's own, to compare; or
    :param retrieve: one that needs the search itself.
    :param sufficiency: how surely a turn can be answered; the project's own by default.
    :raises UsageError: the folder does not hold the set.
    """
    datasets = _READERS[name](folder)
    other = retrieve or (asking(make_queries) if make_queries else None)
    rows: list[ExternalRow] = []
    answerability: list[Figure] = []
    for dataset in datasets:
        index = f"eval-{name}-{dataset.name.replace('+', '-')}"
        build_index(index, dataset.passages, settings=settings, progress=progress)
        search = HybridSearch.open(index, settings=settings)
        rows += evaluate_dataset(dataset, search, other=other, progress=progress)
        answerability += _answerability(dataset, search, sufficiency or support)
    return ExternalReport(name=name, rows=tuple(rows), answerability=tuple(answerability))


def evaluate_dataset(
    dataset: Dataset, search: HybridSearch, *, other: Retrieve | None = None, progress: Progress | None = None
) -> list[ExternalRow]:
    """Rows of one dataset: plain searches for the last turn and for all that was said, the project's own way, any other.

    "joined" is what the user said, "all joined" has the agent's replies too; likewise "conversation" is told the
    replies and "conversation of user turns" is not. A dataset of several domains has rows for all and for each.
    """
    ways = _ways(dataset, other)
    queries = dataset.judged
    found: dict[tuple[str, str], dict[str, Sequence[tuple[str, float]]]] = {way: {} for way in ways}
    report = progress or quiet
    for done, query in enumerate(queries, start=1):
        with search.remembering():  # what was embedded for one way serves the next
            for way, retrieve in ways.items():
                found[way][query.id] = retrieve(search, query)
        report(f"searching {dataset.name}", done, len(queries))
    scores = {way: score_run(queries, dataset.right, hits) for way, hits in found.items()}
    return [
        _row(domain, *way, {key: _of(value, places) for key, value in scores.items()})
        for domain, places in _parts(dataset.name, queries).items()
        for way in ways
    ]


def _parts(name: str, queries: Sequence[Query]) -> dict[str, list[int]]:
    """Which queries are counted together: all of them, and those of each domain where there are several."""
    parts: dict[str, list[int]] = {name: list(range(len(queries)))}
    domains = {query.domain for query in queries if query.domain}
    for domain in sorted(domains) if len(domains) > 1 else ():
        parts[domain] = [place for place, query in enumerate(queries) if query.domain == domain]
    return parts


def _of(scores: Mapping[str, Sequence[float]], places: Sequence[int]) -> dict[str, list[float]]:
    return {measure: [values[place] for place in places] for measure, values in scores.items()}


def _ways(dataset: Dataset, other: Retrieve | None) -> dict[tuple[str, str], Retrieve]:
    """(what is searched for, how) -> the way of searching; only those that differ for this dataset."""
    replies = any(turn.speaker != "user" for query in dataset.queries for turn in query.history)
    ways: dict[tuple[str, str], Retrieve] = {}
    for how, weights in (("dense", DENSE), ("bm25", BM25), (SUM, WEIGHTED_SUM)):
        ways["last turn", how] = last_turn(weights)
        ways["joined", how] = joined(weights)
        ways["conversation", how] = conversation(weights)
        if replies:
            ways["all joined", how] = joined(weights, replies=True)
            ways["conversation of user turns", how] = conversation(weights, replies=False)
    if any(query.rewrite for query in dataset.queries):
        ways["rewrite", SUM] = rewritten()
    if other is not None:
        ways["other", SUM] = other
    return ways


def _row(domain: str, queries: str, how: str, scores: Mapping[tuple[str, str], Mapping[str, Sequence[float]]]) -> ExternalRow:
    name, own = f"{domain}.{queries}.{how}", scores[queries, how]
    plain = {kind: scores[kind, SUM]["ndcg@5"] for kind in PLAIN if (kind, SUM) in scores}
    best = max(plain, key=lambda kind: sum(plain[kind]))
    return ExternalRow(
        domain=domain,
        queries=queries,
        search=how,
        ndcg=mean(f"{name}.ndcg@5", own["ndcg@5"]),
        recall=mean(f"{name}.r@5", own["r@5"]),
        best_plain=best,
        gain=difference(f"{name}.gain", plain["last turn"], own["ndcg@5"]),
        gain_over_best=difference(f"{name}.gain_over_best", plain[best], own["ndcg@5"]),
    )


def _answerability(dataset: Dataset, search: HybridSearch, sufficiency: Sufficiency) -> list[Figure]:
    """How well sufficiency tells answerable turns from unanswerable ones; what is partly so is left out."""
    turns = [query for query in dataset.queries if query.answerability in {"ANSWERABLE", "UNANSWERABLE"}]
    scores = [sufficiency(search, query) for query in turns]
    return refusing_figures(dataset.name, scores, [query.answerability == "ANSWERABLE" for query in turns])
