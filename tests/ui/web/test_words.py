"""The words of the interface: complete, and the same in every language."""

from __future__ import annotations

import json
import re
from pathlib import Path

from ui.web.words import LANGUAGES, page_words

WEB = Path(__file__).parents[3] / "ui" / "web"


def test_french_has_every_word_but_the_examples() -> None:
    """Answers are in English, so the examples of questions stay English."""
    english, french = (json.loads((WEB / "words" / f"{language}.json").read_text()) for language in ("en", "fr"))
    assert {key for key in english if key not in french} == {f"{kind}_{number}" for kind in ("example", "general") for number in range(1, 7)}
    assert set(french) <= set(english)
    for key, text in french.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", english[key])), key


def test_every_word_that_the_pages_ask_for_is_there() -> None:
    sources = [*WEB.glob("static/*.js"), *WEB.glob("templates/*.html"), *WEB.glob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    asked = set(re.findall(r'\bsay\("(\w+)"', text)) | set(re.findall(r"\bwords\.([a-z]\w+)\b", text)) | set(re.findall(r'_words\["(\w+)"\]', text))
    assert asked - {"js"} <= set(page_words("en"))


def test_an_unknown_language_falls_back_to_english() -> None:
    assert page_words("xx") == page_words("en")
    assert {"en", "fr"} <= set(LANGUAGES)
