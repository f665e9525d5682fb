"""Goals and admission through the whole advisor, over the shipped catalogue."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor


def test_a_goal_that_is_only_words_in_a_field_is_told_from_the_field(bc: Advisor) -> None:
    answer, _ = bc.answer("I want the coastal forest technology diploma at NIC. what could i start with?")
    assert answer.status == "answered"
    assert [citation.field for citation in answer.citations][:1] == ["laddering"]
    assert "Coastal Forest Worker Certificate" in answer.text


def test_a_goal_that_is_held_already_is_said_to_be(bc: Advisor) -> None:
    answer, _ = bc.answer("I already have the Wildfire Studies Diploma. Does the wildfire science certificate add anything toward it?")
    assert "already hold the Wildfire Studies Diploma" in answer.text
    assert "first year of the diploma" in answer.text


def test_what_is_not_stated_to_lead_to_a_goal_is_said_not_to_be_and_what_is_follows(bc: Advisor) -> None:
    answer, _ = bc.answer("does the Graduate Certificate in Executive Coaching count toward the MA in tourism management?")
    assert answer.status == "partial"
    assert "does not state that Graduate Certificate in Executive Coaching counts toward" in answer.text
    assert "Graduate Certificate in Management and Leadership" in answer.text


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("I only have TOEFL 90. will selkirk's bookkeeping program accept it?", "another test", "which fits"),
        ("i got my high school back in India. is it ok for environmental resource technician at NVIT?", "ask whether that counts", "Grade 12 or equivalent; you told me “got my high school back in India”, which fits"),
        ("My daughter is in grade 10, can she do the food production job readiness thing at CNC?", "falls short of that as stated", "appear to meet"),
        ("45 with only grade 8. UFV Indigenous Studies certificate, can i apply?", "“45”, which fits", "does not appear"),
    ],
)
def test_what_is_told_stands_beside_the_rule_it_bears_on(bc: Advisor, question: str, said: str, not_said: str) -> None:
    answer, _ = bc.answer(question)
    assert said in answer.text
    assert not_said not in answer.text


def test_what_the_learner_told_of_marks_is_no_claim_about_the_offering(bc: Advisor) -> None:
    answer, _ = bc.answer("My IELTS is 7.0 with all bands 6.5, does selkirk bookkeeping take me? english 11 equivalent was 80% and math 10 90%")
    assert answer.reason != "false_premise"
    assert "you appear to meet what the catalogue states" in answer.text


def test_one_question_of_admission_is_answered_with_nothing_beside_it(bc: Advisor) -> None:
    answer, _ = bc.answer("I'm a red seal auto tech, 11 yrs. can I take the EV course at okanagan college")
    assert (answer.status, answer.reason) == ("answered", None)


def test_lengths_on_the_calendar_are_told_in_their_own_unit(bc: Advisor) -> None:
    answer, _ = bc.answer("nic aquaculture technician cert or farrier science at kpu, which takes less time")
    assert "shortest first: Aquaculture Technician Certificate, four months; Certificate in Farrier Science, 30 weeks" in answer.text


def test_which_is_easier_to_get_into_is_not_judged_and_what_each_asks_is_told(bc: Advisor) -> None:
    answer, _ = bc.answer("is public sector management or local government management at uvic easier to get into?")
    assert "not mine to judge" in answer.text
    assert {citation.record for citation in answer.citations} >= {
        "uvic-public-sector-management-professional-specialization-certificate", "uvic-local-government-management-professional-specialization-certificate",
    }  # fmt: skip


def test_what_is_not_stated_is_said_once_beside_a_ranking(bc: Advisor) -> None:
    answer, _ = bc.answer("drone to map GIS or fundamentals of gis mapping and drone operations at NIC, which is cheaper")
    assert answer.text.count("Drone to Map GIS") == 2  # beside the ranking, and over its column


@pytest.mark.parametrize("question", ["what do i need to have ready to apply for the health terminology micro-certificate", "what should i gather before i apply to health terminology at uvic"])
def test_what_to_have_ready_is_a_question_of_next_steps(bc: Advisor, question: str) -> None:
    answer, _ = bc.answer(question)
    assert "transcripts and CV/resume" in answer.text


def test_an_overview_says_for_whom_it_is(bc: Advisor) -> None:
    answer, _ = bc.answer("tell me about the FiiT foundations")
    assert "It is for Indigenous learners in BC and beyond." in answer.text


def test_whether_somebody_counts_for_an_offering_is_a_question_of_admission(bc: Advisor) -> None:
    answer, _ = bc.answer("do I count for the Indigenous human services access program at Camosun?")
    assert "Indigenous ancestry" in answer.text


def test_sending_anything_in_asks_for_no_other_offering(bc: Advisor) -> None:
    answer, _ = bc.answer("where's the link to register for ELSE 452 and do i need to send anything in")
    assert answer.credentials[:1] == ("iel-eco-learning-and-sustainability-experience-else-452",)
