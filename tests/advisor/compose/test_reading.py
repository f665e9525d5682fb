"""What else a record says of a question, and a question asked of the offering spoken of."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor


@pytest.mark.parametrize(
    ("first", "then", "record", "words"),
    [
        ("ubc forest health management", "Do I have to take the courses in sequence, or may I mix the order?", "ubc-forest-health-management", "in order"),
        ("viu sustainable soils management", "What kind of homework should I expect?", "viu-sustainable-soils-management", "exercises"),
        ("kpu cannabis cultivation technician", "do we get 2 work at a legit grow op", "kpu-cannabis-cultivation-technician", "licensed growers"),
        ("executive coaching at royal roads", "and is there any part on campus", "rru-graduate-certificate-in-executive-coaching", "residency"),
    ],
)
def test_a_detail_is_read_from_the_record_spoken_of(bc: Advisor, first: str, then: str, record: str, words: str) -> None:
    _, conversation = bc.answer(first)
    answer, _ = bc.answer(then, conversation)
    assert answer.status in {"answered", "partial"}
    assert words in answer.text
    assert record in {citation.record for citation in answer.citations}


@pytest.mark.parametrize("then", ["any others?", "how about carpentry", "looking for something in welding", "who won the hockey game"])
def test_what_is_no_question_of_it_is_not_asked_of_it(bc: Advisor, then: str) -> None:
    _, conversation = bc.answer("cannabis retail specialist at college of the rockies")
    answer, _ = bc.answer(then, conversation)
    assert "cotr-cannabis-retail-specialist" not in {citation.record for citation in answer.citations}


def test_each_clause_of_a_message_is_looked_into(bc: Advisor) -> None:
    answer, _ = bc.answer("viu sustainable soils: what town is it in, and what kind of homework should I expect")
    assert "Duncan" in answer.text
    assert "exercises" in answer.text


def test_what_is_not_stated_is_not_answered_with_the_nearest(bc: Advisor) -> None:
    answer, _ = bc.answer("What is the tuition for UVic's Visitor and Community Engagement program?")
    assert (answer.status, answer.citations) == ("abstained", ())
