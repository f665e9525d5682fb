"""Questions about an offering that is not named are asked back about; those about any offering, and other matters, are not."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.understand.unnamed import subject_left


@pytest.mark.parametrize(
    "message",
    [
        "how much is it",
        "the one at the college",
        "is the course good",
        "do they have childcare",
        "prereqs?",
        "what's the pass mark",
        "when do classes begin",
        "can my brother join, he's in Terrace",
        "whats the difference between the two",
        "my boss will pay but needs the total and the dates by friday",
        "Will the hours work if I'm 14 on 14 off",
        "do u need grade 12 or nah",
        "can i do it with a newborn",
        "is there an exam",
        "ok and who's the teacher",
        "the link is dead, what did it say about the fee",
        "i need the phone number for the program",
    ],
)
def test_an_unnamed_offering_is_asked_back_about(bc: Advisor, message: str) -> None:
    answer, _ = bc.answer(message)
    assert (answer.status, answer.reason) == ("clarify", "underspecified")
    assert len(answer.choices) > 1
    assert not answer.citations


def test_the_choices_are_the_offerings_of_the_institution_that_is_named(bc: Advisor) -> None:
    answer, _ = bc.answer("is the program at Selkirk any good")
    assert answer.status == "clarify"
    assert len(answer.choices) > 1
    assert all("Selkirk College" in choice for choice in answer.choices)


@pytest.mark.parametrize(
    "message",
    [
        "how long are micro-credentials usually",
        "do I need a degree to take a micro-credential",
        "what does PLAR cost",
        "does a badge count as credit",
        "is there a deadline for the future skills grant",
        "where can I study Nuu-chah-nulth as an adult? my granny spoke it",
        "how much is the forest carbon course at UBC",
        "any add on for solar wind battery systems",
    ],
)
def test_a_subject_a_name_or_a_question_about_any_is_not_asked_back_about(bc: Advisor, message: str) -> None:
    answer, _ = bc.answer(message)
    assert answer.status != "clarify"


@pytest.mark.parametrize(
    "message",
    [
        "what's a good recipe for bannock",
        "which knee brace should i buy",
        "is the bus late today",
        "landlord wants to raise the rent 12 percent, is he allowed",
        "can I take advil with tylenol for my back",
        "how do I sponsor my parents to come to Canada",
        "what's a good nursing degree in Ontario",
        "who won the game last night",
    ],
)
def test_what_has_nothing_to_do_with_learning_is_said_to_be_outside(bc: Advisor, message: str) -> None:
    answer, _ = bc.answer(message)
    assert (answer.status, answer.reason) == ("abstained", "out_of_scope")
    assert not answer.citations


@pytest.mark.parametrize("message", ["how much does pottery cost", "do you have a course on beekeeping", "esthetics or nail tech papers in Surrey", "forklift ticket in Abbotsford"])
def test_something_to_learn_that_is_not_there_is_not_outside(bc: Advisor, message: str) -> None:
    answer, _ = bc.answer(message)
    assert (answer.status, answer.reason) == ("abstained", "not_in_catalogue")


def test_another_matter_leaves_the_record_that_was_spoken_of(bc: Advisor) -> None:
    _, talk = bc.answer("Residential Air to Air Heat Pump Specialist at BCIT")
    answer, _ = bc.answer("thanks. ours at home is blowing cold, what's wrong with it", talk)
    assert answer.reason == "out_of_scope"


def test_a_phone_number_is_asked_of_the_record_that_was_spoken_of(bc: Advisor) -> None:
    _, talk = bc.answer("First Nation taxation certificate in kamloops")
    answer, _ = bc.answer("And is there a phone number?", talk)
    assert answer.credentials == ("tru-first-nation-taxation-administration-certificate",)


def test_words_of_a_question_are_no_subject() -> None:
    assert subject_left("prereqs total monday") == []
    assert subject_left("pottery") == ["pottery"]
