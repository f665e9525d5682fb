"""From text to the words that the keyword index compares.

People write names with and without their marks, so both sides are folded the same way: case, accents,
combining marks, letters without a decomposition (Ł, ə), glottal stops and apostrophes. Course codes stay whole.
Nothing that is folded is ever shown.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache

import Stemmer

__all__ = ["STOP_WORDS", "fold", "terms"]

# Letters that Unicode does not take apart, as people without the right keyboard write them.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ɬ": "lh", "ƛ": "tl", "λ": "l", "ə": "e", "ɛ": "e", "θ": "th", "χ": "x", "ø": "o", "đ": "d", "ħ": "h",
        "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ŋ": "ng", "ɣ": "gh",
        # Glottal stops: written as letters, marks, a seven, or not at all.
        "ʔ": "'", "ˀ": "'", "ɂ": "'", "ʕ": "'", "ˤ": "'", "‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "ˈ": "'",
        "ʹ": "'", "′": "'", "`": "'", "´": "'", "＇": "'",
    }
)  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_POSSESSIVE = re.compile(r"'s?(?![\w'])")
_SEVEN = re.compile(r"(?<=[^\W\d_])7(?=[^\W\d_])")
_CODE = re.compile(r"(?<!\w)([A-Z]{2,5}) (\d{2,4}[A-Z]{0,2})(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['\-\u2010\u2011][^\W_]+)*")
_JOINTS = re.compile(r"['\-\u2010\u2011]")

_STOP = """
a about above after again all also although am an and another any anybody anyone anything are as at
be because been before being below between both but by can cannot could did do does doing done down
during each either else ever every few for from further get gets getting give go goes going got had
has have having he hello her here hers herself hey hi him himself his how however i if in into is it
its itself just kind let lets like lot lots make many may maybe me might mine more most much must my
myself need needs neither no nor not now of off often oh ok okay on once one only onto or other
others ought our ours ourselves out over own per perhaps please quite rather really same say says
see shall she should since so some somebody someone something somewhat sort still such sure take
takes tell than thank thanks that the their theirs them themselves then there these they thing
things this those though through thus to too toward towards under until up upon us use used using
very via want wants was way we well were what whatever when where whether which while who whom whose
why will with within without would yes yet you your yours yourself yourselves dont doesnt didnt isnt
arent wasnt werent cant couldnt wont wouldnt shouldnt im ive id ill youre youve theyre theyve weve
thats theres whats wheres whos hows
"""
STOP_WORDS = frozenset(_STOP.split())

_stemmer = Stemmer.Stemmer("english")
_stemmer_lock = threading.Lock()  # a stemmer keeps state between words


def fold(text: str) -> str:
    """Lower case, without accents, marks or ligatures, glottal stops as apostrophes.

    >>> fold("Łutsël K’é")
    "lutsel k'e"
    """
    flat = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return flat.translate(_LETTERS)


def terms(text: str) -> list[str]:
    """The stemmed terms of a text without stop words; a word with a joint gives its whole and its parts.

    >>> terms("Is the AHVS 488I micro-credential online?")
    ['ahvs488i', 'ahv', '488i', 'microcredenti', 'micro', 'credenti', 'onlin']
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    capitals = plain.upper() != plain  # in a text all in capitals they say nothing
    found = [
        f"{word}{number}".casefold()
        for word, number in _CODE.findall(plain)
        if word.isupper() or word.casefold() not in STOP_WORDS  # "ELSE 452", not "in 2021"
    ]
    folded = _THOUSANDS.sub("", plain).translate(_LETTERS)
    folded = _POSSESSIVE.sub("", folded)
    for match in _WORD.finditer(folded):
        found.extend(_word_terms(match[0], capitals=capitals))
    return found


def _word_terms(word: str, *, capitals: bool) -> list[str]:
    """Terms of one word as written."""
    lower = _SEVEN.sub("", word.casefold().translate(_LETTERS))
    parts = _JOINTS.split(lower)
    whole = "".join(parts)
    # "IT" in capitals is a field of work; "it" is not.
    shouted = capitals and len(word) > 1 and word.isupper()
    if whole in STOP_WORDS and not shouted:
        return []
    if len(parts) == 1:
        return [_stem(whole)]
    return [_stem(whole), *(_stem(part) for part in parts if len(part) > 1 and part not in STOP_WORDS)]


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    if not word.isascii() or any(letter.isdigit() for letter in word):
        return word
    with _stemmer_lock:
        stem: str = _stemmer.stemWord(word)
    return stem
