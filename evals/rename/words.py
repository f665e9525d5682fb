"""Invented words: one for each real word, always the same, and like no word that is in use."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection

__all__ = ["JOINERS", "KEPT", "Inventor"]

_STARTS = ("b", "br", "d", "dr", "f", "fl", "g", "gr", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w", "z")
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "oo")
_ENDS = ("b", "d", "ff", "g", "ck", "l", "ll", "m", "n", "nd", "nt", "p", "r", "rd", "rn", "s", "sk", "st", "t", "x")

#: words that only join others
JOINERS = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"})
#: words that say what sort of thing is named, or join others; they stay
KEPT = JOINERS | frozenset(
    {
        "university", "college", "institute", "institution", "school", "centre", "center", "council", "polytechnic",
        "campus", "technology", "farm", "community", "learning",
        "certificate", "certificates", "certification", "certified", "micro", "credential", "microcredential",
        "micro-credential", "diploma", "degree", "bachelor", "master", "graduate", "associate", "professional",
        "program", "programme", "course", "courses", "training", "series", "level", "levels", "workshop", "workshops",
        "badge", "specialization", "introduction", "introductory", "advanced", "studies", "skills", "fundamentals",
        "essentials", "basics", "foundations", "core", "comprehensive", "part", "one", "two", "three", "i", "ii", "iii",
        "formerly", "credit", "non-credit", "proficiency", "letter", "other", "full", "time", "part-time", "year", "online",
        "bc", "non",
    }
)  # fmt: skip


class Inventor:
    """Gives each word an invented one. The same word gets the same one in every run.

    :param taken: words in use, which are never given.
    """

    def __init__(self, taken: Collection[str] = ()) -> None:
        self._taken = {word.casefold() for word in taken}
        self._given: dict[str, str] = {}

    def word(self, real: str) -> str:
        """The invented word for ``real``, in capitals and as short where that is a code; words that stay are given back."""
        plain = real.casefold()
        if plain in KEPT or len(plain) < 2 or not any(letter.isalpha() for letter in plain):
            return real
        if plain not in self._given:
            self._given[plain] = self._fresh(plain, len(plain) if real.isupper() else None)
        invented = self._given[plain]
        if real.isupper():
            return invented.upper()
        return invented.capitalize() if real[:1].isupper() else invented

    def phrase(self, real: str) -> str:
        """A phrase with every word of it renamed and all else in its place.

        >>> Inventor().phrase("Certificate in 2 (II)")
        'Certificate in 2 (II)'
        """
        return re.sub(r"[^\W_]+(?:['’][^\W_]+)*", lambda match: self.word(match[0]), real)

    def _fresh(self, plain: str, length: int | None) -> str:
        for attempt in range(1000):
            digest = hashlib.sha256(f"{plain} {attempt}".encode()).digest()
            word = ""
            for place in range(2 if len(plain) < 8 else 3):
                start, vowel, end = digest[place * 3 : place * 3 + 3]
                word += _STARTS[start % len(_STARTS)] + _VOWELS[vowel % len(_VOWELS)]
                if place or start % 2:
                    word += _ENDS[end % len(_ENDS)]
            word = word[:length]
            if word not in self._taken:
                self._taken.add(word)
                return word
        raise RuntimeError(f"no invented word is left for {plain!r}")
