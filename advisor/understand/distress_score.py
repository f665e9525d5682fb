"""How much a message's vector is like those of people in distress: one direction, fitted on many (``advisor eval distress``)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np

__all__ = ["ALONE", "SURELY", "UNLIKE", "WEIGHTS_FILE", "WORRIED", "distress_score"]

#: the fitted direction
WEIGHTS_FILE = Path(__file__).with_name("distress_weights.json")
#: from here on a message is met as one of distress
SURELY = 2.0
#: a single sentence of a message needs more
ALONE = 3.5
#: from here on it is answered, and help is offered beside
WORRIED = 1.0
#: below this no nearness to a single known message counts
UNLIKE = 0.4


def distress_score(vector: np.ndarray) -> float:
    """How much a message is like known ones of distress; above 0 more like them than like ordinary ones.

    :param vector: of the message (384, length one).
    """
    weights, bias = _direction()
    return float(vector @ weights + bias)


@cache
def _direction() -> tuple[np.ndarray, float]:
    held = json.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))
    return np.array(held["weights"], dtype=np.float32), float(held["bias"])
