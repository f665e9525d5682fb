"""Folding: text as it is compared, never as it is shown.

People write names with and without their marks, so both sides are folded the same way: case, accents, combining
marks, letters without a decomposition (Ł, ə), glottal stops and apostrophes.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold"]

_LETTERS = str.maketrans(
    {
        "ł": "l", "ɬ": "lh", "ƛ": "tl", "λ": "l", "ə": "e", "ɛ": "e", "θ": "th", "χ": "x", "ø": "o", "đ": "d", "ħ": "h",
        "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ŋ": "ng", "ɣ": "gh",
        # Glottal stops: written as letters, marks, or not at all.
        "ʔ": "'", "ˀ": "'", "ɂ": "'", "ʕ": "'", "ˤ": "'", "‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "ˈ": "'",
        "ʹ": "'", "′": "'", "`": "'", "´": "'", "＇": "'",
    }
)  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")


def fold(text: str) -> str:
    """Lower case, without accents, marks or ligatures, glottal stops as apostrophes.

    >>> fold("Łutsël K’é"), fold("tiwšɛmawtxʷ")
    ("lutsel k'e", 'tiwsemawtxw')
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    flat = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return flat.translate(_LETTERS)
