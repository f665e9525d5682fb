"""Goals that are named, with or without a record of their own, and what is asked of them."""

from __future__ import annotations

import pytest

from advisor.understand.goals import GoalIndex
from advisor.understand.names import NameIndex
from advisor.understand.toward import Toward, TowardReader
from corpus.catalogue import Catalogue
from corpus.folding import fold

WILDFIRE, DIPLOMA = "tru-wildfire-science-certificate", "tru-wildfire-studies-diploma"
NEC = "nec-indigenous-land-stewardship-certificate"


@pytest.fixture(scope="module")
def goals(bc_catalogue: Catalogue) -> GoalIndex:
    return GoalIndex(bc_catalogue)


@pytest.fixture(scope="module")
def toward(bc_catalogue: Catalogue) -> TowardReader:
    return TowardReader(bc_catalogue, NameIndex(bc_catalogue))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("what gets me credit in the mba at royal roads", "Master of Business Administration"),
        ("which certificates go toward the MA in tourism management", "Master of Arts in Tourism Management"),
        ("I'd like to end up with that urban ecosystems degree", "Bachelor of Horticulture Science, Urban Ecosystems"),
        ("is there a path to the CPA", "Chartered Professional Accountant (CPA) program"),
        ("the coastal forest technology diploma", "Coastal Forest Technology Diploma"),
    ],
)
def test_a_goal_is_named_by_its_title_its_initials_or_what_it_is_in(goals: GoalIndex, text: str, title: str) -> None:
    goal = goals.read(text)
    assert goal is not None
    assert title in goal.titles
    assert goal.by_kind


@pytest.mark.parametrize(
    "text",
    [
        "a degree in forestry",
        "wildfire leadership",
        "the wildfire leadership certificate",  # a certificate, where the goal is a diploma
        "I live on the coast and want forest work and some technology",
        "any diploma will do",
    ],
)
def test_words_that_only_resemble_a_goal_name_none(goals: GoalIndex, text: str) -> None:
    assert goals.read(text) is None


def read(toward: TowardReader, text: str, within: list[str] | None = None, *, planned: bool = False) -> Toward | None:
    return toward.read(text, fold(text), within=within, planned=planned)


def test_an_offering_named_beside_a_goal_is_what_is_asked_about(toward: TowardReader) -> None:
    found = read(toward, "I already have the Wildfire Studies Diploma. Does the wildfire science certificate add anything toward it?")
    assert found is not None
    assert (found.records, found.held) == ((WILDFIRE,), True)
    assert "Wildfire Studies Diploma" in found.titles


def test_two_offerings_named_beside_a_goal_are_both_asked_about(toward: TowardReader) -> None:
    found = read(toward, "i did local government management and voluntary sector management, can i put both into the diploma in public sector management?")
    assert found is not None
    assert {name.split("-")[1] for name in found.records} == {"local", "voluntary"}


def test_a_goal_alone_is_asked_what_leads_there(toward: TowardReader) -> None:
    found = read(toward, "which short certificate would count for the urban ecosystems degree at KPU")
    assert found is not None
    assert (found.records, found.held, found.goal) == ((), False, None)


@pytest.mark.parametrize(
    "text",
    [
        "how much is the coastal forest technology diploma",
        "compare the wildfire science certificate and the wildfire studies diploma",
        "can I get into the wildfire studies diploma with grade 11",
        "is the wildfire science certificate online",
    ],
)
def test_other_questions_about_a_goal_are_left_to_others(toward: TowardReader, text: str) -> None:
    assert read(toward, text) is None


def test_a_goal_of_the_same_name_elsewhere_is_not_meant(toward: TowardReader, bc_catalogue: Catalogue) -> None:
    elsewhere = [record.id for record in bc_catalogue if record.institution == "Camosun College"]
    assert read(toward, "does anything at camosun count toward the coastal forest technology diploma", elsewhere) is None


def test_an_offering_named_in_full_is_not_taken_for_another_that_leads_there(toward: TowardReader) -> None:
    found = read(toward, "can the graduate certificate in leadership be used for an MA in Tourism Management?")
    assert found is not None
    assert found.records == ("rru-graduate-certificate-in-leadership",)
