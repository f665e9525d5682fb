"""A message is cut into its questions, and nothing that asks for something is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.draft.split import MOST_QUESTIONS, split_questions
from advisor.draft.wording import directly


@pytest.mark.parametrize(
    ("body", "questions"),
    [
        ("Is it online? How much is it?", ["Is it online?", "How much is it?"]),
        ("I live in Yale, is it online, is it graded, and would it count to a degree?", ["is it online", "is it graded", "would it count to a degree?"]),
        ("I was wondering if it is online and whether I could do it in the evenings.", ["I was wondering if it is online", "whether I could do it in the evenings."]),
        ("Do I need English 12 or can I take a test?", ["Do I need English 12 or can I take a test?"]),
        ("I want to know the following about the soil course:\n- cost\n- how long it takes", ["cost", "how long it takes"]),
        ("1) is it online 2) what does it cost", ["is it online", "what does it cost"]),
        ("Is Soil Care at Tarn online, and how much is it?", ["Is Soil Care at Tarn online", "how much is it?"]),
        ("My son wants to know what PLAR is.", ["My son wants to know what PLAR is."]),
        ("Tell me about soil care.", ["Tell me about soil care."]),
        ("I'd like to become a welder. I live in Yale.", ["I'd like to become a welder."]),
        ("soil care at Tarn", ["soil care at Tarn"]),
        ("The course, which is at Tarn, looks good. When does it start?", ["When does it start?"]),
        ("", []),
    ],
)
def test_questions_in_their_order(body: str, questions: list[str]) -> None:
    assert [item.question for item in split_questions(body)] == questions


def test_what_is_told_goes_with_the_question_after_it() -> None:
    first, second = split_questions("I have grade 11. Can I get in? I work nights. Is it online?")
    assert (first.told, second.told) == ("I have grade 11.", "I work nights.")
    assert first.text_with("can I get in?") == "I have grade 11. can I get in?"


def test_what_is_told_last_goes_with_the_last_question() -> None:
    (only,) = split_questions("Is it online? I live in Yale.")
    assert only.told == "I live in Yale."


def test_a_long_story_is_read_with_its_end_only() -> None:
    story = " ".join(f"I worked in place number {number} for a while." for number in range(30))
    (only,) = split_questions(f"{story} Is it online?")
    assert "number 29" in only.text_with("is it online?")
    assert "number 3 " not in only.text_with("is it online?")


def test_very_many_questions_are_all_kept() -> None:
    found = split_questions("\n".join(f"Is part {number} online?" for number in range(40)))
    assert len(found) == MOST_QUESTIONS
    assert "part 39" in found[-1].question


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_split(text: str) -> None:
    found = split_questions(text)
    assert all(item.question.strip() for item in found)


@pytest.mark.parametrize(
    ("question", "direct"),
    [
        ("Also, could you tell me how much it is", "how much it is?"),
        ("I'd like to know whether the fee is refundable", "is the fee refundable?"),
        ("if I can start in May.", "can I start in May?"),
        ("is it online?", "is it online?"),
        ("so", "so?"),
    ],
)
def test_indirect_questions_are_asked_directly(question: str, direct: str) -> None:
    assert directly(question) == direct
