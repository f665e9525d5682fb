from __future__ import annotations

import numpy as np
import pytest

from index.hit import FusionWeights
from index.scores import ScoreTable
from index.search import HybridSearch, fuse

TEXTS = ("soil sampling in the field", "joining metal", "")


def test_a_table_holds_the_scores_that_a_search_gives(search: HybridSearch) -> None:
    table = search.scores(TEXTS)
    assert table.dense.shape == table.keyword.shape == (3, len(search))
    for place, text in enumerate(TEXTS[:2]):
        hits = search.search(text, k=len(search))
        fused = fuse(table.dense[place], table.keyword[place], FusionWeights())
        picked = search.pick(table, fused, k=len(search), text=place)
        assert [hit.id for hit in picked] == [hit.id for hit in hits]
        assert [hit.dense for hit in picked] == pytest.approx([hit.dense for hit in hits], abs=1e-6)
        assert [hit.keyword for hit in picked] == pytest.approx([hit.keyword for hit in hits], abs=1e-6)
    assert table.ceilings[0] > table.keyword[0].max() > 0
    assert (table.ceilings[2], table.keyword[2].max()) == (0.0, 0.0)


def test_filters_hold_for_a_table(search: HybridSearch) -> None:
    table = search.scores(TEXTS, kinds={"record"}, within={"soil", "bees"})
    hits = search.pick(table, table.dense[0], k=10)
    assert {hit.id for hit in hits} == {"soil", "bees"}
    nothing = search.scores(TEXTS, kinds=set())
    assert nothing.dense.shape == (3, 0)
    assert search.pick(nothing, nothing.dense[0], k=5) == []
    assert search.pick(table, table.dense[0], k=0) == []


def test_a_group_shares_its_best(search: HybridSearch) -> None:
    table = search.scores(TEXTS)
    shared = table.best_of_group(table.dense[0])
    ids = {hit.id: (hit.score, hit.dense) for hit in search.pick(table, shared, k=len(search))}
    best = max(dense for name, (_, dense) in ids.items() if name.split("#")[0] == "soil")
    assert [ids[name][0] for name in ("soil", "soil#summary", "soil#delivery")] == pytest.approx([best] * 3)
    alone = ids["badge#what"]
    assert alone[0] == pytest.approx(alone[1])


def test_passages_without_a_group_stay_by_themselves() -> None:
    table = ScoreTable(
        rows=np.arange(3),
        groups=np.array([0, 1, 0]),
        dense=np.zeros((1, 3)),
        keyword=np.zeros((1, 3)),
        ceilings=np.zeros(1),
    )
    assert table.best_of_group(np.array([0.1, 0.2, 0.3])).tolist() == [0.3, 0.2, 0.3]
    assert table.best_of_group(np.array([])).size == 0


def test_a_large_index_scores_what_is_near_any_text(search: HybridSearch) -> None:
    large = HybridSearch(
        search._snapshot,
        encoder=search._encoder,
        pointer=search._pointer,
        layout=search._layout,
        settings=search._settings,
        exact_limit=3,
    )
    table, whole = large.scores(TEXTS[:2]), search.scores(TEXTS[:2])
    best = large.pick(table, table.dense.sum(axis=0), k=3)
    assert [hit.id for hit in best] == [hit.id for hit in search.pick(whole, whole.dense.sum(axis=0), k=3)]
    large.close()
