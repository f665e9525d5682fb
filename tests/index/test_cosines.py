from __future__ import annotations

import numpy as np
import pytest

from index.cosines import cosines


@pytest.mark.parametrize("count", [0, 1, 1024, 1025, 3000])
def test_stretches_add_up_to_the_whole(count: int) -> None:
    vectors = np.random.default_rng(1).normal(size=(count, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vector = np.full(384, 384**-0.5, dtype=np.float32)
    found = cosines(vectors, vector)
    assert (found.dtype, found.shape) == (np.float32, (count,))
    np.testing.assert_allclose(found, vectors.astype(np.float64) @ vector, atol=1e-6)
