import numpy as np
import pytest

from evals.baseline import baseline_figures, nearest_records, record_text
from evals.case import Case

WORDS = ("soil", "land", "rope", "rescue", "farm")


def embed(texts):
    """Each text as counts of a few words, of length one: enough to see what is put in and how it is ranked."""
    table = np.array([[text.lower().count(word) + 0.01 for word in WORDS] for text in texts])
    return table / np.linalg.norm(table, axis=1, keepdims=True)


def test_a_record_is_all_that_it_states(catalogue):
    text = record_text(catalogue, "tarn-soil-care")
    assert "Soil Care Basics" in text
    assert "$3,500 for the whole program" in text


def test_the_nearest_come_first(catalogue):
    [found] = nearest_records(catalogue, ["rope rescue"], embed, k=2)
    assert found[0] == "brack-rope-rescue"
    assert len(found) == 2


def test_figures_of_the_baseline(catalogue):
    cases = [
        Case(id="a", kind="find", turns=("rope rescue",), credentials_any=("brack-rope-rescue",)),
        Case(id="b", kind="find", turns=("soil",), credentials_any=("no-such-record",)),
        Case(id="c", kind="followup", turns=("rope rescue", "soil"), credentials_any=("tarn-soil-care",)),
        Case(id="d", kind="fact", turns=("soil",)),
    ]
    figures = {figure.name: figure for figure in baseline_figures(cases, catalogue, embed)}
    assert figures["baseline.find.hit@5"].value == 0.5
    assert figures["baseline.find.mrr"].value == pytest.approx(0.5)
    assert figures["baseline.followup.ndcg@5"].value == 1.0
    assert figures["baseline.followup.hit@5"].n == 1
