from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.folding import STOP_WORDS, fold, terms


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Łutsël K’é", "Lutsel K'e"),
        ("W̱SÁNEĆ", "wsanec"),
        ("Tsilhqot’in", "tsilhqotin"),
        ("Sḵwx̱wú7mesh", "skwxwumesh"),
        ("ʔEsdilagh", "Esdilagh"),
        ("ʔaq̓am", "aqam"),
        ("Yunesitʔin", "yunesitin"),
        ("K'ómoks", "Komoks"),
        ("St̓át̓imc", "statimc"),
        ("Secwépemc", "SECWEPEMC"),
        ("café", "cafe\u0301"),
        ("micro-credential", "microcredential"),
        ("$2,095", "2095"),
        ("the university’s", "the university"),
        ("AHVS 488I", "ahvs488i"),
        ("XTMB-1002", "xtmb 1002"),
    ],
)
def test_names_are_found_with_and_without_their_marks(written: str, typed: str) -> None:
    assert terms(typed)
    assert terms(typed)[0] in terms(written)


def test_a_code_stays_whole_and_in_parts() -> None:
    assert terms("ELSE 452")[:1] == ["else452"]
    assert "452" in terms("ELSE 452")


def test_a_number_after_a_stop_word_is_no_code() -> None:
    assert terms("in 2021") == ["2021"]


def test_inflections_share_a_stem() -> None:
    assert terms("welders welding welded") == ["welder", "weld", "weld"]


def test_stop_words_go_but_a_field_of_work_in_capitals_stays() -> None:
    assert terms("is it for me") == []
    assert terms("IT jobs") == ["it", "job"]
    assert terms("IS IT FOR ME") == []


def test_parts_of_a_joined_word_are_terms_too() -> None:
    assert terms("Yunesit’in") == ["yunesitin", "yunesit"]


def test_other_scripts_are_kept() -> None:
    assert terms("日本語 ਪੰਜਾਬੀ") != []


@given(st.text())
def test_folding_any_text_never_fails_and_settles(text: str) -> None:
    once = fold(fold(text))
    assert fold(once) == once
    assert not set(terms(text)) & {""}


@given(st.lists(st.sampled_from(sorted(STOP_WORDS)), min_size=1))
def test_stop_words_alone_give_nothing(words: list[str]) -> None:
    assert terms(" ".join(words)) == []
