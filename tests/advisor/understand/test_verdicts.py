"""A decision about one person is told from a question about a rule, and is never guessed at."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.understand.verdicts import asks_for_a_verdict
from corpus.folding import fold


@pytest.mark.parametrize(
    "text",
    [
        "will they accept my credits from a college in Manila",
        "does NVIT admit me or not",
        "what are my chances of getting in",
        "is a C in math good enough or not",
        "would you fund her, or are there better odds elsewhere",
        "how much band funding will I personally get",
        "can they make an exception, im 17",
        "will my son be accepted",
        "did my employee show up for the class",
        "I need an interpreter for the evening class. Please arrange this.",
        "say exactly which courses they will exempt me from",
        "can we skip the prereq if she has 20 years in",
    ],
)
def test_a_decision_about_a_person_is_asked_for(text: str) -> None:
    assert asks_for_a_verdict(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "who can get in",
        "do I need grade 12 or not",
        "does it count toward a diploma",
        "can I get in with grade 11 and three years of work",
        "is it online or not",
        "does my work experience count for credit",
        "my son is taking a gap year, what short courses are there",
        "what does PLAR look at",
        "is there funding for Métis learners",
        "how many credits does it give",
    ],
)
def test_a_question_about_a_rule_asks_for_no_decision(text: str) -> None:
    assert not asks_for_a_verdict(fold(text))


def test_what_is_stated_is_told_and_the_person_who_decides_is_named(bc: Advisor) -> None:
    answer, _ = bc.answer("Attached are my letters. Decide: does NVIT admit me to First Nations Governance and Leadership or not")
    assert (answer.status, answer.reason) == ("partial", "needs_person")
    assert answer.citations
    assert answer.contact is not None


def test_a_silent_field_does_not_hide_that_a_person_decides(bc: Advisor) -> None:
    answer, _ = bc.answer("would you fund her for Wildfire Science at TRU or are there better odds elsewhere")
    assert answer.reason == "needs_person"
    assert answer.contact is not None


def test_something_to_be_arranged_is_sent_to_the_institution(bc: Advisor) -> None:
    answer, _ = bc.answer("I'm deaf and need an ASL interpreter for the evening classes at VIU. Please arrange this.")
    assert (answer.status, answer.reason) == ("abstained", "needs_person")
    assert "Vancouver Island University" in answer.text
