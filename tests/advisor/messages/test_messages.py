"""Frames: no fact in any of them; the help lines stand in guidance; every key that code asks for is there."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

import advisor.messages
from advisor.messages import LANGUAGES, say
from corpus.catalogue import Catalogue
from corpus.numbers import NUMBER_WORDS

FOLDER = Path(advisor.messages.__file__).parent
SOURCES = sorted(FOLDER.parent.rglob("*.py"))
FRAMES = {language: json.loads((FOLDER / f"{language}.json").read_text(encoding="utf-8")) for language in LANGUAGES}
PLACE = re.compile(r"\{(\w+)\}")
#: "this one", "one of", "comes first" and the like are no numbers
NUMBERS = re.compile(r"\d|\b(?:" + "|".join(sorted(set(NUMBER_WORDS) - {"one"}, key=len, reverse=True)) + r")\b", re.IGNORECASE)
HELP = "help-lines"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_frame_holds_a_number(language: str) -> None:
    held = {key for key, text in FRAMES[language].items() if NUMBERS.search(text)}
    assert held <= {key for key in held if key.startswith("distress_")}


def test_every_help_line_stands_in_guidance(bc_catalogue: Catalogue) -> None:
    lines = "\n".join(section.text for section in bc_catalogue.sections.values() if section.document == HELP)
    told = re.findall(r"\*\*([\d-]+)\*\*", " ".join(text for key, text in FRAMES["en"].items() if key.startswith("distress_")))
    assert len(told) == 5
    assert [line for line in told if line not in lines] == []


def test_every_number_in_words_for_distress_is_a_help_line() -> None:
    for key, text in FRAMES["en"].items():
        if key.startswith("distress_"):
            assert not NUMBERS.search(re.sub(r"\*\*[\d-]+\*\*", "", text)), key


def keys_asked_for() -> set[str]:
    """Every key that any module asks for by a plain string."""
    asked = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
                compared = {id(part) for item in ast.walk(node.args[0]) if isinstance(item, ast.Compare) for part in ast.walk(item)}
                asked |= {item.value for item in ast.walk(node.args[0]) if isinstance(item, ast.Constant) and id(item) not in compared}
    return {key for key in asked if isinstance(key, str)}


def test_every_key_that_is_asked_for_is_there() -> None:
    asked = {key for key in keys_asked_for() if re.fullmatch(r"[a-z]+(?:_[a-z0-9]+)*", key)}
    assert len(asked) > 50
    assert sorted(asked - FRAMES["en"].keys()) == []


def test_every_language_fills_the_same_places() -> None:
    for key, text in ((key, text) for frames in FRAMES.values() for key, text in frames.items()):
        assert set(PLACE.findall(text)) == set(PLACE.findall(FRAMES["en"][key])), key


def test_frames_promise_nothing() -> None:
    promises = re.compile(r"\byou (?:are|will be) (?:eligible|admitted|accepted)\b|\bwill (?:transfer|count|be accepted)\b|\bI (?:promise|guarantee)\b|\bguaranteed\b", re.IGNORECASE)
    assert [key for key, text in FRAMES["en"].items() if promises.search(text)] == []


def test_values_are_filled_in_and_an_unknown_language_falls_back() -> None:
    assert say("who_can_tell", who="Tarn") == "Tarn can tell you."
    assert say("thanks", "xx") == say("thanks")
    with pytest.raises(KeyError):
        say("no_such_frame")
    with pytest.raises(KeyError):
        say("who_can_tell")
