"""What records say in passing: so many people, a share, who paid how much, which tickets, what week three holds."""

from __future__ import annotations

import pytest

from advisor.find.sought import Spoken, sought_in, spoken_of, without_sought
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.folding import fold


def spoken(question: str, **facts: object) -> list[Spoken]:
    record = Credential.model_validate({"id": "r0", "title": "Soil Work", "institution": "Tarn College", **facts})
    return spoken_of(Catalogue(records=[record], institutions=[], sections=[]), record, fold(question))


@pytest.mark.parametrize(
    ("question", "facts", "name", "field"),
    [
        ("how many seats are there", {"summary": "Prepares up to 15 participants. It is free."}, "class size", "summary"),
        ("how many guys in a class", {"notes": ["Groups hold up to eight people."]}, "class size", "notes"),
        ("how many learners enrolled", {"contact": "Student Services 2 people 555 0100", "indigenous_focus": "with two Nations; twelve learners enrolled"}, "class size", "indigenous_focus"),
        ("how many ppl took it already", {"notes": ["An earlier version was taken by over 200 students."]}, "class size", "notes"),
        ("how many grads so far", {"summary": "Virtual series; 18 graduates."}, "how many graduated", "summary"),
        ("who owns it", {"indigenous_focus": "run by a centre owned by the Nation"}, "who owns it", "indigenous_focus"),
        ("how many first nations was it built with", {"indigenous_focus": "developed with 11 First Nations communities"}, "how many communities", "indigenous_focus"),
        ("did they pay people to go", {"supports": ["housing", "training wage"]}, "pay while learning", "supports"),
        ("they PAID you to go?", {"supports": ["housing", "training wage"]}, "pay while learning", "supports"),
        ("what share of the class is kept for First Nations students", {"indigenous_focus": "First Nations students are at least two-thirds of the class"}, "such a share", "indigenous_focus"),
        ("how much did the province put into it", {"fee": {"text": "$300"}, "funding": "developed with a $9,000 grant"}, "the money put into it", "funding"),
        ("how much money was behind it", {"fee": {"text": "$300"}, "funding": "$7,000 through a fund"}, "the money put into it", "funding"),
        ("what time does it finish each day", {"duration": {"text": "five days, 8:00am to 3:00pm"}}, "the class times", "duration"),
        ("which tickets do i come out with", {"competencies": ["soil", "WHMIS and first aid certificates"]}, "tickets that come with it", "competencies"),
        ("who came up with it", {"summary": "A course. It was designed with the Water Council."}, "who designed it", "summary"),
        ("how many references do they want", {"next_steps": ["send two references and a letter"]}, "how many references", "next_steps"),
        ("how much funding did they get for it", {"funding": "$7,000 through a fund"}, "the money put into it", "funding"),
        ("what's covered in week three", {"parts": "Week 2: sand. Week 3: clay. Week 4: loam."}, "what week three holds", "parts"),
        ("what is in the 2nd module, i mean the second module", {"parts": "Module 1: sand\nModule 2: clay"}, "what second module holds", "parts"),
    ],
)
def test_the_piece_that_says_it_is_found(question: str, facts: dict[str, object], name: str, field: str) -> None:
    assert [(item.sought.name, item.evidence.field) for item in spoken(question, **facts)] == [(name, field)]


def test_of_a_longer_text_only_the_sentence_that_says_it_speaks() -> None:
    (found,) = spoken("how many people per cohort", summary="It is about soil. It takes up to 15 participants.")
    assert found.piece == "It takes up to 15 participants."
    (whole,) = spoken("how many people per cohort", notes=["up to 15 participants"])
    assert whole.piece is None


def test_where_sources_differ_both_numbers_are_said() -> None:
    found = spoken("how many nations took part", summary="18 Nations took part in the pilot.", notes=["The program page says 20 First Nations."])
    assert {item.evidence.field for item in found} == {"summary", "notes"}


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("what share of students are local", {"assessment": "at least 50% on each assignment"}),
        ("how much did the province put into it", {"fee": {"text": "$300"}}),
        ("how many people per class", {"summary": "Six-course certificate for people in the berry industry."}),
        ("did they pay you to go", {"requirements": [{"text": "supporting a community, paid or unpaid", "kind": "experience"}]}),
        ("what is in week 5", {"parts": "Week 2: sand. Week 3: clay."}),
    ],
)
def test_what_only_looks_alike_does_not_answer(question: str, facts: dict[str, object]) -> None:
    assert spoken(question, **facts) == []


@pytest.mark.parametrize(
    "question",
    ["how many weeks is it", "how much money do i need", "what time of year does it start", "how many courses are there", "who can take it", "do i need a certificate to get in", "is it paid for by the grant", "what part of it is online", "how many days were people actually in class", "what got paid for", "what percent attendance do i need", "how many of my courses count", "how many more years to a degree", "no ticket, ten years of furnaces", "my budget is $3000 max"],
)
def test_questions_that_a_field_answers_seek_no_such_thing(question: str) -> None:
    assert sought_in(question) == []


def test_the_words_that_ask_for_it_name_no_field() -> None:
    assert "enrol" not in without_sought("how many learners enrolled, and is it online")
    assert "online" in without_sought("how many learners enrolled, and is it online")
