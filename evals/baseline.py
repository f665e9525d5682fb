"""What a plain embedding search gives with no understanding at all, to compare finding with.

Each whole record is embedded as one text; the five nearest to the last message are the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from corpus.catalogue import Catalogue
from corpus.settings import Settings
from evals.case import Case
from evals.figure import Figure
from evals.judge import FIRST
from evals.metrics.finding import ranking_figures
from index.progress import Progress

__all__ = ["Embed", "baseline_figures", "embed_with", "nearest_records", "record_text"]

#: ``embed(texts)``: an n x dimensions array, each row of length one
Embed = Callable[[Sequence[str]], np.ndarray]


def embed_with(settings: Settings, *, progress: Progress | None = None) -> Embed:
    """The project's own embedding model.

    :raises ModelError: the model is missing, altered or cannot be exported.
    """
    from index.encoder import OnnxEncoder

    encoder = OnnxEncoder.open(settings, progress=progress)
    return lambda texts: encoder.encode(texts, progress=progress)


def record_text(catalogue: Catalogue, record_id: str) -> str:
    """A whole record as one text: every field that is stated, in the catalogue's order."""
    return ". ".join(evidence.text.replace("\n", "; ") for evidence in catalogue.stated(catalogue.record(record_id)))


def nearest_records(
    catalogue: Catalogue, questions: Sequence[str], embed: Embed, *, k: int = FIRST
) -> list[tuple[str, ...]]:
    """The ids of the ``k`` records nearest to each question, best first."""
    ids = list(catalogue.records)
    records = embed([record_text(catalogue, name) for name in ids])
    scores = embed(list(questions)) @ records.T
    return [tuple(ids[row] for row in np.argsort(-row_scores, kind="stable")[:k]) for row_scores in scores]


def baseline_figures(cases: Sequence[Case], catalogue: Catalogue, embed: Embed) -> list[Figure]:
    """``baseline.find.*`` and ``baseline.followup.*`` over the cases that name the records they are about."""
    figures: list[Figure] = []
    for kind in ("find", "followup"):
        asked = [case for case in cases if case.kind == kind and case.expected_records]
        if not asked:
            continue
        shown = nearest_records(catalogue, [case.turns[-1] for case in asked], embed)
        wanted = {case.id: case.expected_records for case in asked}
        figures += ranking_figures(f"baseline.{kind}", wanted, dict(zip(wanted, shown, strict=True)))
    return figures
