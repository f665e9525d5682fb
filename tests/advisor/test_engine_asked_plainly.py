"""Ways of asking that name a thing indirectly: which of many, at which of two, what mark, what it rolls into."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor


def test_which_of_a_kind_at_an_institution_is_a_search_and_recommends_nothing_proposed(bc: Advisor) -> None:
    answer, _ = bc.answer("Which wildfire certificates at TRU carry university credit?")
    assert {"tru-wildfire-science-certificate", "tru-sociocultural-dynamics-of-wildfire-certificate"} <= set(answer.credentials)
    assert not {record for record in answer.credentials if bc.catalogue.record(record).status == "proposed"}


def test_what_time_the_classes_are_is_no_search(bc: Advisor) -> None:
    answer, _ = bc.answer("UBC Forest Health Management, what weeks of the year are classes")
    assert answer.credentials == ("ubc-forest-health-management",)


def test_the_same_offering_at_two_institutions_is_set_side_by_side(bc: Advisor) -> None:
    answer, _ = bc.answer("EV upgrade: bcit or kpu? how long each and which campus")
    assert set(answer.credentials) == {"bcit-electric-vehicle-ev-maintenance-training", "kpu-electric-vehicle-ev-maintenance-training"}


@pytest.mark.parametrize("question", ["what average does UBC expect for the graduate certificate in primary health care", "ubc grad cert primary health care, what marks do they want"])
def test_an_average_that_is_expected_is_a_requirement(bc: Advisor, question: str) -> None:
    answer, _ = bc.answer(question)
    assert "76%" in answer.text


def test_what_it_rolls_into_is_a_way_on(bc: Advisor) -> None:
    answer, _ = bc.answer("ufv field vegetable production essentials, what can i roll it into")
    assert "Agriculture diploma" in answer.text


def test_wanting_to_know_is_a_question(bc: Advisor) -> None:
    answer, _ = bc.answer("I should like to know the tuition for the Selkirk word processing associate certificate.")
    assert (answer.status, answer.reason) in {("abstained", "not_stated"), ("partial", "not_stated")}


def test_settling_on_a_way_points_at_no_offering(bc: Advisor) -> None:
    answer, _ = bc.answer("budtender type course? nothing out here so online it is")
    assert answer.status in {"answered", "partial"}
    assert answer.credentials


def test_work_and_one_wish_are_a_search_whose_way_on_is_then_told(bc: Advisor) -> None:
    answer, conversation = bc.answer("im a care aide in terrace, anything online and would it count for nursing later??")
    assert "cmtn-exploring-health-care" in answer.credentials
    assert "nursing" in answer.text
    assert conversation.topic == "care aide"


@pytest.mark.parametrize("message", ["gis courses, any that isn't at nic", "any gis courses that are not at nic?"])
def test_an_institution_that_it_is_not_to_be_at_is_turned_down(bc: Advisor, message: str) -> None:
    answer, _ = bc.answer(message)
    assert [(item.field, item.op, item.value) for item in answer.filters] == [("institution", "not", "North Island College")]
    assert not [name for name in answer.credentials if bc.catalogue.record(name).institution == "North Island College"]


def test_of_two_that_a_word_names_the_one_is_meant_that_the_whole_message_says(bc: Advisor) -> None:
    answer, _ = bc.answer("tru has some new wildfire certificates right? science, sociocultural and a communications/media one")
    assert "tru-wildfire-communications-and-media-certificate" in answer.credentials
    assert "tru-emergency-communications-certificate" not in answer.credentials


def test_how_a_reach_is_counted_is_said(bc: Advisor) -> None:
    answer, _ = bc.answer("forestry training within 2 hours drive of quesnel")
    assert [(item.field, item.said) for item in answer.filters] == [("place", "within 2 hours drive of quesnel")]
    assert "highway pace" in answer.text
    plain, _ = bc.answer("forestry training near quesnel")
    assert "highway pace" not in plain.text
