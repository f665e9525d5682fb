"""Text as the rules see it: folded both ways, cleaned of what is no text, cut into words and sentences."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.understand.text import MAX_CHARS, clean, fold, sentences, stem, tokens


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("Kwak̓wala", "Kwak'wala"),
        ("Nuu-chah-nulth", "nuu-chah-nulth"),
        ("En’owkin", "En'owkin"),
        ("Tsilhqot’in", "Tsilhqotʼin"),
        ("K’ómoks", "K'omoks"),
        ("tiwšɛmawtxʷ", "tiwsemawtxw"),
        ("Métis", "Me\u0301tis"),
        ("MÉTIS", "metis"),
        ("ʔaq̓am", "'aqam"),
        ("Łutsël", "Lutsel"),
        ("Xéni Gwet'in", "Xeni Gwet‘in"),
    ],
)
def test_marks_are_the_same_with_and_without(marked: str, plain: str) -> None:
    def letters(text: str) -> str:
        return fold(text).replace("'", "")

    assert letters(marked) == letters(plain)


@given(st.text(max_size=40))
def test_folding_is_settled_after_one_pass_and_blind_to_composition(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_cleaning_drops_what_is_no_text() -> None:
    assert clean("is\x00 it\x07 online\u200b?") == "is it online ?"
    assert clean("<b>how</b> long <script>alert(1)</script>is it") == "how long is it"
    assert clean("“it’s” – fine\u00a0here") == "\"it's\" - fine here"
    assert clean("5 < 6 and 7 > 3") == "5 < 6 and 7 > 3"
    assert clean("one\n\n\n\n\ntwo") == "one\n\ntwo"


@given(st.text(max_size=200))
def test_cleaning_never_raises_nor_grows_nor_keeps_controls(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) <= MAX_CHARS
    assert not [char for char in cleaned if unicodedata.category(char)[0] == "C" and char not in "\n\t"]


def test_only_the_beginning_of_a_very_long_message_is_read() -> None:
    assert len(clean("word " * 20_000)) <= MAX_CHARS


def test_words_lose_possessives_and_apostrophes() -> None:
    assert tokens("UVic's AHVS 488I, K'ómoks; CompTIA A+ exam") == ["uvic", "ahvs", "488i", "komoks", "comptia", "a+", "exam"]


@pytest.mark.parametrize(("one", "other"), [("soils", "soil"), ("governance", "governance"), ("carving", "carve"), ("trades", "trade")])
def test_stems_of_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("hi. how much is it? and when", 3),
        ("is it in Fort St. John or elsewhere in B.C. somewhere", 1),
        ("1) how long\n2) how much", 2),
        ("how long?how much", 2),
        ("", 0),
    ],
)
def test_sentences_are_what_people_type(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_phone_spelling_is_written_out_and_names_are_left() -> None:
    assert clean("can u send ur list pls") == "can you send your list please"
    assert clean("U of T, u of c, e-mail u.smith@x.ca, B/u") == "U of T, u of c, e-mail u.smith@x.ca, B/u"


def test_a_numbered_list_without_stops_is_set_in_lines() -> None:
    assert sentences(clean("CILR at uvic. 1 how long is it 2 is it online 3 who runs it")) == ["CILR at uvic.", "1) how long is it", "2) is it online", "3) who runs it"]
    assert clean("are there 3 courses or 2 is it 30 hours") == "are there 3 courses or 2 is it 30 hours"
