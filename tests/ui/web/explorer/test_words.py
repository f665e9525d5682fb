"""The explorer's words: complete, used, and the same in every language."""

from __future__ import annotations

import json
import re
from pathlib import Path

from advisor.explore.reading import reading
from advisor.explore.stated import INVOLVEMENTS
from advisor.explore.values import COLUMNS, NOT_STATED
from corpus.load import load_catalogue
from ui.web.explorer.words import explorer_words

ROOM = Path(__file__).parents[4] / "ui" / "web" / "explorer"
SOURCES = "\n".join(path.read_text(encoding="utf-8") for pattern in ("*.py", "templates/*.html", "static/*.js") for path in ROOM.glob(pattern))
#: keys that are put together from a column, a choice, a kind or a topic
MADE = ("facet_", "value_", "kind_", "topic_", "nav_", "visibility_")


def test_french_has_every_word_with_the_same_gaps() -> None:
    english, french = (json.loads((ROOM / "words" / f"{name}.json").read_text()) for name in ("en", "fr"))
    assert set(english) == set(french)
    for key, text in english.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", french[key])), key


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    english = set(explorer_words("en"))
    asked = set(re.findall(r"\bsay\.([a-z_]+)", SOURCES)) | set(re.findall(r'\b(?:say\(|words\[)"([a-z_]+)"', SOURCES))
    assert asked <= english
    assert {key for key in english if f'"{key}"' not in SOURCES and key not in asked and not key.startswith(MADE)} <= {"near_region_note", "near_coming_note"}


def test_every_column_kind_and_topic_has_its_name() -> None:
    words = explorer_words("en")
    wanted = [f"facet_{name}" for name in COLUMNS]
    wanted += [f"value_involvement_{kind}" for kind in INVOLVEMENTS] + [f"kind_{kind}" for kind in INVOLVEMENTS]
    for name in ("bc", "demo"):
        catalogue = load_catalogue((name,))
        wanted += [f"topic_{topic.key}" for topic in reading(catalogue)]
        for column in ("supports", "hours", "cost", "status", "in_community"):
            wanted += [f"value_{column}_{value}" for record in catalogue for value in COLUMNS[column](record)]
    assert [key for key in wanted if key not in words] == []
    assert f"value_{NOT_STATED}" in words


def test_no_word_is_called_like_something_that_every_dictionary_has() -> None:
    """A template would say that instead."""
    assert {key for key in explorer_words("en") if hasattr(dict, key)} == set()


def test_another_language_is_english() -> None:
    assert explorer_words("xx") == explorer_words("en")
