"""A place that is named beside the standing one, and not instead of it: "i could drive to Kelowna too"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.understand.understanding import Filter

__all__ = ["widened"]

_BESIDE = re.compile(
    r"\b(?:also|too|as well|even|either|or)\b|\b(?:could|can|may|might|would|'d|will|able to|willing to|happy to|ok(?:ay)? to|open to|don'?t mind|fine) (?:\w+ ){0,2}?(?:driv|travel|commut|go|get|com|tak|mak|rid|bus|fly)\w*\b"
)
_INSTEAD = re.compile(r"\binstead\b|\bmov(?:e|ed|ing)\b|\brelocat\w+|\bactually\b|\bno\b|\bnot\b|\bforget\b|\bscratch\b|\bmeant?\b|\bonly\b|\brather\b|\bnow\b|\blive\b")


def widened(found: Sequence[Filter], standing: Sequence[Filter], plain: str) -> tuple[Filter, ...]:
    """The wishes of a follow-up, where a place that it adds stands beside the place wished for before.

    >>> old, new = (Filter(field="place", op="near", value=name, said=name) for name in ("nanaimo", "victoria"))
    >>> [item.value for item in widened([new], [old], "what if i could drive to victoria")]
    [('nanaimo', 'victoria')]
    >>> [item.value for item in widened([new], [old], "actually we moved to victoria")]
    ['victoria']
    """
    before = next((wish for wish in standing if wish.field == "place" and wish.op == "near"), None)
    if before is None or not _BESIDE.search(plain) or _INSTEAD.search(plain):
        return tuple(found)
    return tuple(_both(before, wish) if wish.field == "place" and wish.op == "near" else wish for wish in found)


def _both(before: Filter, wish: Filter) -> Filter:
    values = tuple(dict.fromkeys((*_values(before), *_values(wish))))
    if len(values) == len(_values(before)):
        return before
    return wish.model_copy(update={"value": values, "said": f"{before.said} / {wish.said}"})


def _values(wish: Filter) -> tuple[str, ...]:
    return tuple(map(str, wish.value)) if isinstance(wish.value, tuple) else (str(wish.value),)
