"""Patterns that are looked for only where the letters that they cannot do without stand in the text.

A message is read by hundreds of patterns, and nearly all of them have nothing to say of it. Each is a list of turns of
phrase, and every one of them holds letters that must stand in any text it matches ("prerequisite" in ``\\bprerequisite
(?:for|of)\\b``). They are worked out of the pattern itself, so that what is found is exactly what the pattern finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from corpus.once import once

__all__ = ["Cue"]

#: letters of which one stands in every match; None where nothing is known
_Needs = tuple[str, ...] | None
_Parsed = Sequence[tuple[Any, Any]]

_DIGITS = tuple("0123456789")
#: a set of letters is spelled out up to this size
_FEW = 10
#: so many letters in a row of those that are needed are looked up first
_GRAM = 3
#: the letters from the most common on, with the blank before them
_COMMON = " etaoinsrhldcumfpgwybvkxjqz"


class Cue:
    """A regular expression, with the methods of a compiled one, made ready when it is first asked.

    >>> bool(Cue(r"\\bcosts?\\b|\\bhow much\\b").search("how much is it"))
    True
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = int(flags)
        self._folds = bool(flags & re.IGNORECASE)
        self._counts = r"\d" in pattern

    def search(self, text: str) -> re.Match[str] | None:
        """The first match anywhere in a text, as :meth:`re.Pattern.search` finds it."""
        plain = self._plain(text)
        if plain is None:
            return self._whole.search(text)
        turns, always, of_gram, grams = self._ready
        found = grams & _grams(plain)
        if not found and not always:
            return None
        tried = sorted({*always, *(place for gram in found for place in of_gram[gram])}) if found else always
        first: re.Match[str] | None = None
        for place in tried:
            turn = turns[place]
            if turn.stands_in(plain) and (match := turn.search(text)) and (first is None or match.start() < first.start()):
                first = match  # of two that begin together the earlier turn is the one
                if not match.start():
                    break
        return first

    def match(self, text: str) -> re.Match[str] | None:
        """A match at the beginning of a text."""
        return self._whole.match(text) if self._may(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A match of all of a text."""
        return self._whole.fullmatch(text) if self._may(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text, in order."""
        return self._whole.finditer(text) if self._may(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """What all matches hold: the groups, or the whole where there is none."""
        return self._whole.findall(text) if self._may(text) else []

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with its matches replaced."""
        return self._whole.sub(new, text, count) if self._may(text) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """The text parted at its matches."""
        return self._whole.split(text, maxsplit) if self._may(text) else [text]

    def _may(self, text: str) -> bool:
        """Whether a text holds letters that every match has one of."""
        turns, always, of_gram, grams = self._ready
        plain = self._plain(text)
        if plain is None:
            return True
        for place in always:
            if turns[place].stands_in(plain):
                return True
        found = grams & _grams(plain)
        return bool(found) and any(turns[place].stands_in(plain) for gram in found for place in of_gram[gram])

    def _plain(self, text: str) -> str | None:
        """The text as its letters are looked for; None where other letters count as the same, as a Kelvin sign does for "k"."""
        if len(text) > len(_PLACES):
            return None
        if not self._folds:
            return text if not self._counts or text.isascii() else None
        return text.lower() if text.isascii() else None

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    @cached_property
    def _ready(self) -> tuple[tuple[_Turn, ...], tuple[int, ...], dict[str, list[int]], frozenset[str]]:
        """The turns of phrase, the places of those with too few letters to look up, and those of the others by rare letters of theirs."""
        parsed = _parser.parse(self.pattern, self._flags)
        # a part by itself would number its groups otherwise
        parts = [self.pattern] if parsed.state.groups > 1 else _parts(self.pattern)
        turns = tuple(_Turn(part, self._flags) for part in parts)
        of_gram: dict[str, list[int]] = {}
        for place, turn in enumerate(turns):
            for letters in turn.needs or ():
                if len(letters) >= _GRAM:
                    of_gram.setdefault(_rarest(letters), []).append(place)
        always = (place for place, turn in enumerate(turns) if turn.needs is None or any(len(letters) < _GRAM for letters in turn.needs))
        return turns, tuple(always), of_gram, frozenset(of_gram)


class _Turn:
    """One turn of phrase of a pattern, made ready when a text first holds its letters."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags
        self.needs = _needs_of(_parser.parse(pattern, flags))
        if self.needs is not None and flags & re.IGNORECASE:
            self.needs = tuple(letters.lower() for letters in self.needs)

    def stands_in(self, text: str) -> bool:
        """Whether a text holds letters that every match has one of."""
        if self.needs is None:
            return True
        for letters in self.needs:  # noqa: SIM110 - this is what reading a message does most, and a generator is slower
            if letters in text:
                return True
        return False

    @cached_property
    def search(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(self._pattern, self._flags).search


#: the places of three letters in a row
_PLACES = [slice(at, at + _GRAM) for at in range(8000)]


@once
def _grams(text: str) -> frozenset[str]:
    """All stretches of three letters, as far as they are counted; a longer text is read as it is."""
    return frozenset(map(text.__getitem__, _PLACES[: len(text)]))


def _rarest(letters: str) -> str:
    """The three letters in a row that the fewest texts hold."""
    grams = [letters[at : at + _GRAM] for at in range(max(1, len(letters) - _GRAM + 1))]
    return max(grams, key=lambda gram: sum(_COMMON.find(letter) % 100 for letter in gram))


def _parts(pattern: str) -> list[str]:
    """The alternatives of a pattern, each with what stands around them all: ``\\b(?:a|b)c`` is ``\\b(?:a)c`` or ``\\b(?:b)c``.

    What stands before them has no width, so that each is tried in the order that the pattern tries it in.
    """
    parts = _split(pattern)
    if len(parts) > 1:
        return [deeper for part in parts for deeper in _parts(part)]
    before = r"\b" if pattern.startswith(r"\b(?:") else ""
    if not pattern.startswith(f"{before}(?:"):
        return [pattern]
    opened = len(before) + 3
    closed = _end_of_group(pattern, opened)
    after = pattern[closed + 1 :]
    inside = _split(pattern[opened:closed])
    if len(inside) == 1 or after[:1] in {"*", "+", "?", "{"}:
        return [pattern]
    return [deeper for part in inside for deeper in _parts(f"{before}(?:{part}){after}")]


def _split(pattern: str) -> list[str]:
    """A pattern parted at the bars that stand in no group."""
    cuts = [at for at, depth, char in _signs(pattern) if char == "|" and not depth]
    return [pattern[start + 1 : end] for start, end in zip([-1, *cuts], [*cuts, len(pattern)], strict=True)]


def _end_of_group(pattern: str, opened: int) -> int:
    """Where the group ends whose inside begins at ``opened``."""
    return next(opened + at for at, depth, char in _signs(pattern[opened:]) if char == ")" and depth < 0)


def _signs(pattern: str) -> Iterator[tuple[int, int, str]]:
    """The brackets and bars of a pattern that mean something, each with how many groups are open after it."""
    depth = at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":  # a bracket that comes first inside is one of the set
            at += 2 if pattern[at + 1 : at + 2] == "^" else 1
            at += pattern[at : at + 1] == "]"
            while pattern[at] != "]":
                at += 2 if pattern[at] == "\\" else 1
        elif char in "()|":
            depth += (char == "(") - (char == ")")
            yield at, depth, char
        at += 1


def _needs_of(parsed: _Parsed) -> _Needs:
    """Letters of which one stands in every match, the rarest choice of them; None where there is none."""
    choices: list[tuple[str, ...]] = []
    run = ""
    for operation, value in [*parsed, (None, None)]:
        if operation is _constants.LITERAL:
            run += chr(value)
            continue
        if operation in {_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT}:
            continue  # no width: what stands before it and after it stand side by side
        if run:
            choices.append((run,))
            run = ""
        needs = _needs_of_one(operation, value)
        if needs is not None:
            choices.append(needs)
    fit = [needs for needs in choices if all(len(letters) > 1 or (not letters.isalpha() and letters != " ") for letters in needs)]
    return min(fit, key=_commonness, default=None)


def _needs_of_one(operation: Any, value: Any) -> _Needs:
    if operation is _constants.SUBPATTERN:
        _, added, removed, inside = value
        return None if added or removed else _needs_of(inside)
    if operation in {_constants.MAX_REPEAT, _constants.MIN_REPEAT}:
        least, _, inside = value
        return _needs_of(inside) if least else None
    if operation is _constants.BRANCH:
        needs = [_needs_of(branch) for branch in value[1]]
        return None if any(item is None for item in needs) else tuple(dict.fromkeys(letters for item in needs for letters in item or ()))
    if operation is _constants.IN:
        return _letters_of(value)
    return None


def _letters_of(members: _Parsed) -> _Needs:
    """The letters of a small set of signs or digits."""
    letters: list[str] = []
    for operation, value in members:
        if operation is _constants.LITERAL:
            letters.append(chr(value))
        elif operation is _constants.CATEGORY and value is _constants.CATEGORY_DIGIT:
            letters += _DIGITS
        elif operation is _constants.RANGE and value[1] - value[0] < _FEW:
            letters += map(chr, range(value[0], value[1] + 1))
        else:
            return None
    return tuple(letters)


def _commonness(needs: tuple[str, ...]) -> float:
    """About how likely it is that a text holds one of these letters: short ones stand nearly everywhere."""
    return sum(0.35 ** len(letters) for letters in needs)
