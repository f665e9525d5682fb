"""The measure of distress: both kinds of messages are read, and weights come of them."""

from __future__ import annotations

import json
from pathlib import Path

from advisor.find.passages import catalogue_passages
from corpus.catalogue import Catalogue
from corpus.settings import Settings
from evals.case import Case
from evals.distress import default_messages, run_distress, write_weights
from index.build import build_index
from index.search import HybridSearch


def test_messages_are_told_apart_and_weights_written(catalogue: Catalogue, settings: Settings, tmp_path: Path) -> None:
    build_index("small", catalogue_passages(catalogue), settings=settings)
    search = HybridSearch.open("small", settings=settings)
    cases = [Case(id="a", kind="fact", turns=("how much does it cost",)), Case(id="b", kind="unsafe", turns=("i want it all to end",))]
    report = run_distress(cases, search, thresholds=(0.0, 50.0))
    value = {figure.name: figure.value for figure in report.figures}
    assert value["distress.heard@0"] > 0.7 > 0.3 > value["distress.false_alarm.hard@0"]
    assert value["distress.heard@50"] == 0.0
    write_weights(report, tmp_path / "w.json")
    assert len(json.loads((tmp_path / "w.json").read_text())["weights"]) == 384


def test_the_two_lists_share_no_message() -> None:
    distress, ordinary = default_messages()
    assert len(distress) >= 100
    assert len(ordinary) >= 150
    assert not set(distress) & set(ordinary)
