"""Run an external set: index its passages, ask its queries in several ways, and compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from corpus.settings import Settings
from evals.external.dataset import Dataset, Query
from evals.external.doc2dial import read_doc2dial
from evals.external.mtrag import read_mtrag
from evals.external.policies import BM25, DENSE, MakeQueries, Retrieve, asking, joined, last_turn, rewritten
from evals.external.report import ExternalReport, ExternalRow
from evals.external.score import area_under_curve, score_run
from evals.figure import Figure, difference, mean
from index.build import build_index
from index.progress import Progress, quiet
from index.search import HybridSearch

__all__ = ["ExternalSet", "Sufficiency", "evaluate_dataset", "run_external"]

ExternalSet = Literal["mtrag", "doc2dial"]
#: ``sufficiency(search, query)``: how surely the passages can answer, in any unit
Sufficiency = Callable[[HybridSearch, Query], float]

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

    :param make_queries: the conversation's query policy; or
    :param retrieve: a policy that needs the search itself. Without either only plain ways are measured.
    :param sufficiency: how surely a turn can be answered; by default the best passage's cosine to the last turn.
    :raises UsageError: the folder does not hold the set.
    """
    datasets = _READERS[name](folder)
    policy = retrieve or (asking(make_queries) if make_queries else None)
    rows: list[ExternalRow] = []
    answerability: list[Figure] = []
    for dataset in datasets:
        index = f"eval-{name}-{dataset.name.replace('+', '-')}"
        build_index(index, dataset.passages, settings=settings, progress=progress)
        search = HybridSearch.open(index, settings=settings)
        rows += evaluate_dataset(dataset, search, policy=policy, progress=progress)
        answerability += _answerability(dataset, search, sufficiency or best_cosine)
    return ExternalReport(name=name, rows=tuple(rows), answerability=tuple(answerability))


def evaluate_dataset(
    dataset: Dataset, search: HybridSearch, *, policy: Retrieve | None = None, progress: Progress | None = None
) -> list[ExternalRow]:
    """Rows of one dataset: plain searches for the last turn and for all user turns, and the policy if there is one."""
    ways: list[tuple[str, str, Retrieve]] = [
        ("last turn", "dense", last_turn(DENSE)),
        ("last turn", "bm25", last_turn(BM25)),
        ("last turn", "weighted sum", last_turn()),
        ("joined", "dense", joined(DENSE)),
        ("joined", "bm25", joined(BM25)),
        ("joined", "weighted sum", joined()),
    ]
    if any(query.rewrite for query in dataset.queries):
        ways.append(("rewrite", "weighted sum", rewritten()))
    if policy is not None:
        ways.append(("conversation", "weighted sum", policy))
    queries = dataset.judged
    scores = [
        score_run(queries, dataset.right, _found(queries, search, way, f"{dataset.name}, {kind}, {how}", progress))
        for kind, how, way in ways
    ]
    return [_row(dataset.name, kind, how, own, scores[2]) for (kind, how, _), own in zip(ways, scores, strict=True)]


def _found(
    queries: Sequence[Query], search: HybridSearch, way: Retrieve, stage: str, progress: Progress | None
) -> dict[str, Sequence[tuple[str, float]]]:
    report = progress or quiet
    found: dict[str, Sequence[tuple[str, float]]] = {}
    for done, query in enumerate(queries, start=1):
        found[query.id] = way(search, query)
        report(stage, done, len(queries))
    return found


def _row(
    domain: str, queries: str, how: str, own: Mapping[str, Sequence[float]], plain: Mapping[str, Sequence[float]]
) -> ExternalRow:
    name = f"{domain}.{queries}.{how}"
    return ExternalRow(
        domain=domain,
        queries=queries,
        search=how,
        ndcg=mean(f"{name}.ndcg@5", own["ndcg@5"]),
        recall=mean(f"{name}.r@5", own["r@5"]),
        gain=None if own is plain else difference(f"{name}.gain", plain["ndcg@5"], own["ndcg@5"]),
    )


def best_cosine(search: HybridSearch, query: Query) -> float:
    """Cosine of the last turn to the nearest passage."""
    best = search.search(query.text, k=1, weights=DENSE)
    return best[0].dense if best else 0.0


def _answerability(dataset: Dataset, search: HybridSearch, sufficiency: Sufficiency) -> list[Figure]:
    """How well sufficiency tells answerable turns from unanswerable ones; what is partly so is left out."""
    turns = [query for query in dataset.queries if query.answerability in {"ANSWERABLE", "UNANSWERABLE"}]
    if not turns:
        return []
    scores = [sufficiency(search, query) for query in turns]
    answerable = [query.answerability == "ANSWERABLE" for query in turns]
    return [area_under_curve(f"{dataset.name}.answerability.auroc", scores, answerable)]
