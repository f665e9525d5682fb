"""What a learner says next: another place, another institution, from home, the price of it all, and searches in stories."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.contract import Answer
from advisor.converse.conversation import Conversation
from advisor.engine import Advisor

Talk = Callable[..., Conversation]


def _last(bc: Advisor, *turns: str) -> Answer:
    conversation = None
    for message in turns:
        answer, conversation = bc.answer(message, conversation)
    return answer


def test_where_one_moves_replaces_where_it_was_looked_for(bc: Advisor, after: Talk) -> None:
    conversation = after(bc, "looking for passive house training around burnaby", "scratch that, we just moved to Victoria")
    assert [(item.field, item.value) for item in conversation.filters] == [("place", "victoria")]


def test_doing_it_from_home_asks_how_it_is_held(bc: Advisor) -> None:
    answer = _last(bc, "exploring health care at coast mountain college", "could she do it from Masset then")
    assert answer.status in {"answered", "partial"}
    assert "online" in answer.text


def test_an_institution_picks_from_what_was_shown(bc: Advisor, after: Talk) -> None:
    conversation = after(bc, "Is there training on co-management of lands, like on Haida Gwaii", "I mean the UBC micro-certificate not the old 2023 course. who is it for")
    assert conversation.focus[0] == "ubc-co-management-of-natural-resources"


def test_an_institution_named_after_guidance_is_searched(bc: Advisor) -> None:
    answer = _last(bc, "what is a digital badge", "does kwantlen have one about academic honesty")
    assert "kpu-academic-integrity-digital-badge" in answer.credentials


def test_where_credits_can_be_taken_is_a_way_on(bc: Advisor) -> None:
    answer = _last(bc, "Can credits from VIU's Arts One Indigenous Perspectives Certificate be taken to other programs or institutions?")
    assert "transfer" in answer.text.lower()


def test_a_place_beside_a_title_names_no_second_record(bc: Advisor, after: Talk) -> None:
    assert after(bc, "Tsilhqot'in language certificate, Williams Lake").focus == ("unbc-tsilhqot-in-language-certificate-level-1",)


@pytest.mark.parametrize(
    ("message", "record"),
    [
        ("first year carpentry apprentice out in Dease Lake. level 1 without moving to Terrace for two months, possible?", "cmtn-carpentry-apprenticeship-level-1-blended-pilot-with-contact-north-bc"),
        ("We live in Prince George. My wife did not use computer before. Which course teaches digital skills from beginning, near to us?", "cnc-core-skills-for-a-digital-world"),
        ("electrical foundations student here in kamloops. any add on for solar wind battery systems at my own school", "tru-renewable-energy-fundamentals-ref-for-electricians"),
        ("Film training on Vancouver Island that is open to anyone, not only Indigenous filmmakers?", "nic-skills-for-film-and-television"),
        ("I draft for a timber frame shop in Nelson. Who teaches getting a 3D model ready for the CNC machine?", "selkirk-design-for-mass-timber"),
    ],
)  # fmt: skip
def test_a_story_is_searched_for_what_it_asks(bc: Advisor, message: str, record: str) -> None:
    assert record in _last(bc, message).credentials


@pytest.mark.parametrize(("message", "most"), [("carpentry course, cant go over 3000 dollars", 3000), ("carpentry course, not more than $500", 500)])
def test_what_cannot_be_gone_over_is_the_most(bc: Advisor, after: Talk, message: str, most: int) -> None:
    assert [(item.op, int(item.value)) for item in after(bc, message).filters if item.field == "fee"] == [("lte", most)]


def test_a_classroom_that_others_ask_for_is_no_wish(bc: Advisor, after: Talk) -> None:
    conversation = after(bc, "i want carpentry but everyone says you have to sit in a classroom for weeks. any other way")
    assert ("delivery", "eq") not in [(item.field, item.op) for item in conversation.filters]


def test_after_nothing_found_the_same_is_looked_for_elsewhere(bc: Advisor, after: Talk) -> None:
    assert after(bc, "blacksmithing course in terrace", "what about in kelowna").topic == "blacksmithing"
    answer = _last(bc, "wildfire training in kamloops", "blacksmithing course in terrace", "what about in kelowna")
    assert answer.credentials == ()
