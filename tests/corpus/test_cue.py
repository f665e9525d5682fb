"""Patterns that are looked for only where their letters stand find exactly what they find elsewhere."""

from __future__ import annotations

import re

import pytest

from advisor.understand.intents import COMPARE
from advisor.understand.lexicon import FIELD_CUES
from corpus.cue import Cue
from corpus.once import reading

_TEXTS = (
    "",
    "how much is it, and is it online?",
    "can i get in with grade 11 or do i need a ticket",
    "recognised or recognized by whom; part-time, in-person",
    "what would it count toward at UVic, and what comes after it",
    "SELF-PACED and \u017felf-paced, 24 hours, \u0663 weeks, $500",
    "the two of them: which one is better, shorter or cheaper?",
)
_PATTERNS = (
    r"\bcosts?\b|\bhow much\b",
    r"\b(?:get|got) (?:me |him )?in(?:to)?\b|\bin[- ]person\b",
    r"\b(?:is|are) (?:it|they)\b|it(?= online)|on",
    r"recogni[sz]ed|\brecognised or\b",
    r"(?:which|what) (?:would|one) (?:it|is)|\bor\b",
    r"(?<!or )\brecogni[sz]ed\b",
    r"[|(]|[^\]a-z ]{2,}|\$\d+|\d weeks",
    r"(?P<number>\d+) hours|(?P<sum>\$\d+)",
    r"^\W*(?:how|can)\b|\?\W*$",
    r"x*|toward",
    r"(?:a|b)?part|(?:in|at)+-person",
)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("pattern", [*_PATTERNS, COMPARE.pattern, *(cue.pattern for cue in FIELD_CUES.values())])
def test_it_finds_what_the_pattern_finds(pattern: str, flags: int) -> None:
    """At the same place, of the same length and with the same groups, inside the reading of a message and outside."""
    cue, plain = Cue(pattern, flags), re.compile(pattern, flags)
    for text in _TEXTS:
        expected = _told(plain.search(text))
        assert _told(cue.search(text)) == expected
        with reading():
            assert _told(cue.search(text)) == expected
            assert _told(cue.match(text)) == _told(plain.match(text))
            assert _told(cue.fullmatch(text)) == _told(plain.fullmatch(text))
            assert [_told(item) for item in cue.finditer(text)] == [_told(item) for item in plain.finditer(text)]
            assert cue.findall(text) == plain.findall(text)
            assert cue.sub("-", text) == plain.sub("-", text)
            assert cue.split(text) == plain.split(text)


def test_a_text_too_long_to_look_up_is_read_as_it_is() -> None:
    """What is said at the end of a very long text is found."""
    text = "nothing of it here. " * 500 + "how much"
    match = Cue(r"\bhow much\b").search(text)
    assert match is not None
    assert match.end() == len(text)


def _told(match: re.Match[str] | None) -> object:
    return match and (match.span(), match.groups(), match.groupdict())
