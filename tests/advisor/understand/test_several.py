"""Questions of different kinds in one message stand apart; what is one question stays together."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.understand.several import PartReader, Stretch


def apart(advisor: Advisor, text: str) -> list[Stretch]:
    return PartReader(advisor.catalogue, advisor.understander.names).stretches(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("how much is the BCIT zero waste buildings course and is there anything like it in Kelowna", ["about", "search"]),
        ("tell me about the farrier science certificate at kpu. also anything on bookkeeping?", ["about", "search"]),
        ("what's a micro-credential anyway, and do you have one on bookkeeping", ["term", "search"]),
        ("whats plar? do you have anything for early childhood education", ["term", "search"]),
        ("how long is camosun cannabis industry training? what is asynchronous? is it online?", ["about", "term", "about"]),
        ("care aide in terrace, anything online thats not too expensive and would it count for nursing later??", ["search", "about"]),
        ("is there student aid if i study part time and also is there an office admin course at nic", ["about", "search"]),
        ("anything on land reclamation in fort st john? and whats the phone number for that college", ["search", "about"]),
        ("how long is the UBC forest health management, and who runs the i-ace at uvic?", ["about", "about"]),
        ("do you have anything on welding in nanaimo and something on first aid online", ["search", "search"]),
        ("what does the employer training grant pay at most? and how long is farrier science at kpu", ["term", "about"]),
        ("how much is camosun cannabis industry training, and who can claim the canada training credit", ["about", "term"]),
        ("who is it that runs psssp? also what does nic coastal log scaling cost", ["term", "about"]),
        ("how long is the nic aquaculture technician certificate, and does workbc pay for tools and travel", ["about", "term"]),
        ("who qualifies for part-time student aid in bc? and is the ubc forest health management online", ["term", "about"]),
        ("diff between laddering and stacking?? + does the ufv berry one ladder into anything", ["term", "about"]),
        ("is there a tuition waiver and is there an age limit? also looking at ufv indigenous studies certificate, which terms can i start", ["term", "about"]),
        ("how many weeks is kpu farrier science and does any other school teach horseshoeing", ["about", "search"]),
    ],
)
def test_questions_of_different_kinds_stand_apart(bc: Advisor, text: str, kinds: list[str]) -> None:
    assert [item.kind for item in apart(bc, text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "is it online or in person and how long is forest health management",
        "bread and pastry courses?",
        "bookkeeping and accounting certificates",
        "do you have bread and pastry courses and are they online",
        "looking for a bookkeeping course, is it online and how much does it cost",
        "farrier science at kpu: can i get in with grade 10, what does it cost and when does it start",
        "kpu cannabis plant production: how many weeks, do i need anything to get in, and is it for credit?",
        "how long is Forest Health Management and is there funding for it?",
        "courses on climate, are they in the evenings and do they cost much",
        "how long is forest health management and what courses are in it",
        "which is longer, forest health management or forest carbon management, and is either online",
        "how long is forest health management and is there anything i should bring",
        "what is PLAR and can I use it for the First Nations Fine Arts Certificate",
        "i got a B in English 12. want to learn welding, and i need something in the evenings",
        "who runs psssp? does it pay for books? i am in nanaimo",
        "what is the employer training grant? who applies for it",
        "who runs psssp? i'm metis. how much do i get",
        "I got PSSSP money from my band. how long is coastal log scaling at nic",
        "is the coastal log scaling at nic online and how long is it",
        "how long is coastal log scaling at nic and can i use the future skills grant",
        "how much is forest health management at ubc and is there a student loan",
        "can i use the strongerbc grant and how long is coastal log scaling at nic",
        "how long is forest health management and does psssp cover it",
        "forestry crew lead, nobody knows how to work the GPS units. is there a course",
    ],
)
def test_one_question_stays_together(bc: Advisor, text: str) -> None:
    assert len(apart(bc, text)) == 1


def test_what_is_told_stays_with_the_question_after_it(bc: Advisor) -> None:
    found = apart(bc, "i finished grade 10. can i get into farrier science at kpu and what other horse courses are there")
    assert [item.text for item in found] == ["i finished grade 10. can i get into farrier science at kpu", "what other horse courses are there"]


def test_a_search_leans_on_what_was_told_only_where_it_says_no_subject(bc: Advisor) -> None:
    leaning = apart(bc, "how many hours is the bcit ev maintenance training.. and is there one on the island somewhere")
    own = apart(bc, "first nations housing manager cert, how long is it, and have you anything similar but about lands management")
    assert (leaning[-1].leans, own[-1].leans) == (True, False)


def test_what_stands_beside_a_question_worked_out_over_the_whole_is_asked_by_itself(bc: Advisor) -> None:
    text = "Does UVic's nonprofit sector management certificate require a bachelor's degree, and how many of its courses transfer into the Public Sector Management diploma?"
    found = PartReader(bc.catalogue, bc.understander.names).stretches(text, planned=True)
    assert [item.text for item in found] == ["Does UVic's nonprofit sector management certificate require a bachelor's degree,", text]
    alone = "does the nonprofit sector management certificate transfer into the Public Sector Management diploma?"
    assert len(PartReader(bc.catalogue, bc.understander.names).stretches(alone, planned=True)) == 1


def test_a_part_that_describes_its_offering_is_answered_after_a_word_was_explained(bc: Advisor) -> None:
    answer, _ = bc.answer("What is a micro-credential, in plain words? And what are the parts of BCIT's zero waste buildings one?")
    assert "short, focused program" in answer.text
    assert "bcit-applied-circular-economy-zero-waste-buildings" in {item.record for item in answer.citations}


def test_what_guidance_names_is_answered_beside_an_offering(bc: Advisor) -> None:
    answer, _ = bc.answer("how much room a year do you get with the canada training credit, and how many months is the log scaling program at north island college")
    assert "$250" in answer.text
    assert "eight months" in answer.text
