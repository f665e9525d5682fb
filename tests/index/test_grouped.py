from __future__ import annotations

import numpy as np
import pytest

from index.grouped import GroupedRows
from index.snapshot import Snapshot

VECTORS = np.eye(5, 384, dtype=np.float32)


def snapshot(groups: list[str]) -> Snapshot:
    names = [str(row) for row in range(len(groups))]
    return Snapshot(ids=names, kinds=["field"] * 5, groups=groups, hashes=names, texts=names, vectors=VECTORS, keywords=b"")


@pytest.mark.parametrize("groups", [["soil", "soil", "bees", "bees", "bees"], ["soil", "bees", "soil", "bees", "bees"]])
def test_each_group_is_as_near_as_its_nearest_passage(groups: list[str]) -> None:
    vector = np.zeros(384, dtype=np.float32)
    vector[:5] = [0.1, 0.2, 0.3, 0.5, 0.4]
    found = GroupedRows.of(snapshot(groups), np.arange(5)).nearest(vector)
    assert found == {name: pytest.approx(max(vector[row] for row in range(5) if groups[row] == name)) for name in ("soil", "bees")}


def test_only_the_rows_asked_for_count() -> None:
    grouped = GroupedRows.of(snapshot(["soil", "bees", "soil", "bees", "wax"]), np.array([1, 2]))
    assert grouped.nearest(VECTORS[2]) == {"bees": 0.0, "soil": 1.0}


def test_no_rows_have_no_group() -> None:
    assert GroupedRows.of(snapshot(["soil"] * 5), np.zeros(0, dtype=np.int64)).nearest(VECTORS[0]) == {}
