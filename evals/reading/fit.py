"""Fit the weights of the reading of a record, and measure them on questions that they were not fitted on.

A softmax over the pieces of a record, trained by gradient ascent on the likelihood of the pieces that answer; five folds, each
measured with weights fitted on the other four.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from advisor.find.pieces import SIGNS, WEIGHTS_FILE, pieces_in, signs_of_pieces
from corpus.catalogue import Catalogue
from corpus.folding import fold
from evals.figure import Figure, mean
from evals.reading.question import ReadingQuestion
from index.search import HybridSearch

__all__ = ["ReadingReport", "run_reading", "write_weights"]

_FOLDS = 5
_STEPS, _RATE, _SHRINK = 400, 1.2, 2.0
#: an answer that joins words of one piece holds at least so many of them there
_MOSTLY = 0.8

_Row = tuple[np.ndarray, np.ndarray]


class ReadingReport(BaseModel):
    """How often the right piece comes first, or among the first two; the weights fitted on all questions; how scores lie."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures: tuple[Figure, ...]
    weights: dict[str, float]
    fitted_on: int
    answered_quantiles: tuple[float, ...] = Field(description="10, 25, 50 and 75 % quantiles of the best score where the record answers")
    silent_quantiles: tuple[float, ...] = Field(description="25, 50, 75 and 90 % quantiles where it does not")


def run_reading(questions: Sequence[ReadingQuestion], catalogue: Catalogue, search: HybridSearch) -> ReadingReport:
    """Measure by cross-validation, and fit on everything.

    :raises UnknownIdError: a question is about a record that the catalogue does not have.
    """
    rows, silent = [], []
    for question in questions:
        record = catalogue.record(question.record)
        pieces = pieces_in(catalogue, record)
        signs = signs_of_pieces(pieces, record, search, question.question)
        if question.answer is None:
            silent.append(signs)
        elif (right := _right([piece for _, piece, _ in pieces], question.answer)).any():
            rows.append((signs, right))
    order = np.random.default_rng(0).permutation(len(rows))
    first, second = [], []
    for fold_of in np.array_split(order, _FOLDS):
        held = set(fold_of.tolist())
        weights = _fit([row for at, row in enumerate(rows) if at not in held])
        for at in sorted(held):
            signs, right = rows[at]
            best = np.argsort(-(signs @ weights))
            first.append(float(right[best[0]]))
            second.append(float(right[best[:2]].any()))
    weights = _fit(rows)
    return ReadingReport(
        figures=(mean("reading.hit@1", first), mean("reading.hit@2", second)),
        weights={sign: round(float(weight), 3) for sign, weight in zip(SIGNS, weights, strict=True)},
        fitted_on=len(rows),
        answered_quantiles=_quantiles([signs for signs, _ in rows], weights, (0.1, 0.25, 0.5, 0.75)),
        silent_quantiles=_quantiles(silent, weights, (0.25, 0.5, 0.75, 0.9)),
    )


def write_weights(report: ReadingReport, path: Path = WEIGHTS_FILE) -> None:
    """Write the weights where the advisor reads them."""
    path.write_text(json.dumps({"fitted_on": report.fitted_on, "weights": report.weights}, indent=1) + "\n", encoding="utf-8")


def _right(pieces: Sequence[str], answer: str) -> np.ndarray:
    """Which pieces hold an answer: all of its words in a row, else most of them."""
    wanted = _plain(answer)
    whole = np.array([wanted in _plain(piece) for piece in pieces])
    if whole.any():
        return whole
    words = set(wanted.split())
    shares = np.array([len(words & set(_plain(piece).split())) / len(words) for piece in pieces])
    best: np.ndarray = (shares >= shares.max()) & (shares >= _MOSTLY)
    return best


def _fit(rows: Sequence[_Row]) -> np.ndarray:
    weights = np.zeros(len(SIGNS))
    for _ in range(_STEPS):
        gradient = -_SHRINK / 4 * weights
        for signs, right in rows:
            scores = signs @ weights
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            among = likely * right
            gradient += signs.T @ (among / among.sum() - likely)
        weights += _RATE * gradient / len(rows)
    return weights


def _quantiles(rows: Sequence[np.ndarray], weights: np.ndarray, at: Sequence[float]) -> tuple[float, ...]:
    if not rows:
        return ()
    return tuple(round(float(value), 2) for value in np.quantile([float((signs @ weights).max()) for signs in rows], at))


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()
