"""Another language is noticed, and English with names of other languages in it stays English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.understand.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bonjour, est-ce que le cours est en ligne?", "fr"),
        ("je cherche une formation pour travailler dans la foresterie", "fr"),
        ("Hola, cuánto cuesta el curso y dónde es", "es"),
        ("magkano po ang kurso sa online", "tl"),
        ("ਕੀ ਇਹ ਕੋਰਸ ਔਨਲਾਈਨ ਹੈ", "pa"),
        ("这个课程多少钱", "zh"),
        ("이 과정은 온라인인가요", "ko"),
        ("сколько стоит этот курс", "ru"),
        ("كم تكلفة الدورة", "ar"),
        ("wie viel kostet der kurs und wo ist es", "de"),
    ],
)
def test_other_languages_are_noticed(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "is the Kwak'wala one online",
        "Nuu-chah-nulth language certificate",
        "crème brûlée and pastry courses",
        "en'owkin centre programs",
        "tiwšɛmawtxʷ campus courses",
        "forestry micro credential",
        "des moines",
        "es la",
        "hul'q'umi'num' classes",
        "any course in French for beginners?",
        "PR cert",
        "",
        "???",
    ],
)
def test_english_stays_english(text: str) -> None:
    assert language_of(text) == "en"


@given(st.text(max_size=80))
def test_any_text_has_a_language(text: str) -> None:
    assert language_of(text).isalpha()
