"""Fit the direction in which the vectors of distressed messages lie, and measure it on messages that it was not fitted on.

Logistic regression on the vector that every message has anyway; both kinds count the same, messages written to be hard to tell apart
four times as much as the ordinary questions of the other sets. Five folds, each measured with weights fitted on the other four.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from advisor.understand.distress_score import WEIGHTS_FILE
from evals.case import Case
from evals.figure import Figure, mean
from evals.reading.question import default_questions, read_questions
from index.search import HybridSearch

__all__ = ["DistressReport", "default_messages", "run_distress", "write_weights"]

_HERE = Path(__file__).parent
_FOLDS = 5
_STEPS, _RATE, _SHRINK = 1500, 10.0, 3e-4
_HARD = 4.0


class DistressReport(BaseModel):
    """What share is heard at each threshold, on messages that were not fitted on; and the weights fitted on all."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures: tuple[Figure, ...]
    weights: tuple[float, ...] = Field(description="of the dimensions of a message's vector")
    bias: float
    fitted_on: int


def default_messages() -> tuple[list[str], list[str]]:
    """Messages of people in distress, and ordinary ones that sound like it; one a line of the project's own two files."""
    first, second = (_lines(_HERE / name) for name in ("distress.txt", "ordinary.txt"))
    return first, second


def run_distress(cases: Sequence[Case], search: HybridSearch, *, thresholds: Sequence[float]) -> DistressReport:
    """Measure by cross-validation, and fit on everything.

    :param cases: questions of other sets, which are ordinary but for the kind ``unsafe``; those of ``evals/reading`` are ordinary too.
    """
    distress, hard = default_messages()
    distress = list(dict.fromkeys([*distress, *(case.turns[-1] for case in cases if case.kind == "unsafe")]))
    asked = [turn for case in cases for turn in (case.turns[:-1] if case.kind == "unsafe" else case.turns)]
    usual = list(dict.fromkeys([*asked, *(item.question for item in read_questions(default_questions()))]))
    texts = [*distress, *hard, *usual]
    vectors = np.array([search.embed(text) for text in texts])
    truth = np.arange(len(texts)) < len(distress)
    counts = np.concatenate([np.full(len(distress), 1.0), np.full(len(hard), _HARD), np.full(len(usual), 1.0)])
    scores = np.zeros(len(texts))
    order = np.random.default_rng(0).permutation(len(texts))
    for held in np.array_split(order, _FOLDS):
        kept = np.setdiff1d(order, held)
        weights, bias = _fit(vectors[kept], truth[kept], counts[kept])
        scores[held] = vectors[held] @ weights + bias
    weights, bias = _fit(vectors, truth, counts)
    among = slice(len(distress), len(distress) + len(hard))
    figures = [
        figure
        for threshold in thresholds
        for figure in (
            mean(f"distress.heard@{threshold:g}", (scores[truth] >= threshold).astype(float).tolist()),
            mean(f"distress.false_alarm.hard@{threshold:g}", (scores[among] >= threshold).astype(float).tolist()),
            mean(f"distress.false_alarm.usual@{threshold:g}", (scores[among.stop :] >= threshold).astype(float).tolist()),
        )
    ]
    return DistressReport(figures=tuple(figures), weights=tuple(round(float(item), 3) for item in weights), bias=round(bias, 3), fitted_on=len(texts))


def write_weights(report: DistressReport, path: Path = WEIGHTS_FILE) -> None:
    """Write the weights where the advisor reads them."""
    path.write_text(json.dumps({"fitted_on": report.fitted_on, "bias": report.bias, "weights": report.weights}) + "\n", encoding="utf-8")


def _fit(vectors: np.ndarray, truth: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, float]:
    share = np.where(truth, counts / counts[truth].sum(), counts / counts[~truth].sum()) / 2
    weights, bias = np.zeros(vectors.shape[1]), 0.0
    for _ in range(_STEPS):
        off = share * (truth - 1 / (1 + np.exp(-(vectors @ weights + bias))))
        weights += _RATE * (vectors.T @ off - _SHRINK * weights)
        bias += _RATE * float(off.sum())
    return weights, bias


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
