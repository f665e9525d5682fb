"""Numbers in digits and words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numbers import NUMBER_WORDS, numbers_in, parse_number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("about 60 hours over eight weeks, $2,876.42", ["60", "8", "2876.42"]),
        ("a 60-hour course at 70%", ["60", "70"]),
        ("twenty-five or twenty five seats", ["25", "25"]),
        ("$3k or 3.5k, not 3km", ["3000", "3500", "3"]),
        ("9:00 to 17:30, call 250-472-4747", ["9", "00", "17", "30", "250", "472", "4747"]),
        ("COMP 251 at C+", ["251"]),
        ("1,234,567", ["1234567"]),
        ("someone alone often attends", []),
        ("", []),
    ],
)
def test_numbers_in(text: str, numbers: list[str]) -> None:
    assert numbers_in(text) == [Decimal(number) for number in numbers]


def test_numbers_read_as_they_are_written() -> None:
    assert [str(number) for number in numbers_in("60 of 100")] == ["60", "100"]


def test_words_and_ordinals_are_told_apart() -> None:
    assert numbers_in("the first two", words=False) == []
    assert numbers_in("the first two") == [2]
    assert numbers_in("the first two", ordinals=True) == [1, 2]


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_money_with_separators_comes_back(amount: Decimal) -> None:
    assert numbers_in(f"It costs ${amount:,f} in all.") == [amount]
    assert parse_number(f"${amount:,f}") == amount


@given(st.sampled_from(sorted(NUMBER_WORDS)))
def test_words_equal_digits(word: str) -> None:
    assert numbers_in(f"for {word} weeks") == numbers_in(f"for {NUMBER_WORDS[word]} weeks") == [parse_number(word.upper())]


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert all(number >= 0 for number in numbers_in(text, ordinals=True))


@pytest.mark.parametrize("text", ["", "many", "1.2.3", "-1", "ten-twenty"])
def test_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no number"):
        parse_number(text)
