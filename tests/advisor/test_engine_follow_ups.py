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


def test_the_one_at_an_institution_that_no_list_showed_is_looked_for_there(bc: Advisor, after: Talk) -> None:
    first = "I'm a Métis filmmaker, mostly docs. Never understood contracts, funding, rights - the money side. Anything for that?"
    assert after(bc, first, "is that one at capilano online or do i fly down").focus[0].startswith("capu-filmmakers")
    elsewhere = after(bc, "bookkeeping or accounting stuff online?", "the vcc one. how much is it")
    assert "vcc" in [item.said for item in elsewhere.filters]


def test_a_clipped_word_goes_back_to_what_was_shown(bc: Advisor, after: Talk) -> None:
    talk = after(bc, "first nation tax admin training?", "ok whats the difference btw credit n noncredit", "back to the tax one, how many of the courses would i be in kamloops for")
    assert talk.focus[0] == "tru-first-nation-taxation-administration-certificate"


def test_a_region_in_the_name_of_an_institution_points_at_the_one_spoken_of(bc: Advisor, after: Talk) -> None:
    turns = ("Is there an online certificate in primary care nursing?", "How many courses does that have?", "Going by what I told you, do I match what the Okanagan one asks for?")
    talk = after(bc, *turns)
    assert talk.intent == "eligibility"
    assert talk.focus[0] == "ubco-post-baccalaureate-certificate-in-primary-care-nursing"
    assert [item.field for item in talk.filters] == ["delivery"]


def test_what_is_scratched_is_not_compared(bc: Advisor, after: Talk) -> None:
    talk = after(bc, "drones n mapping, vancouver island?", "scratch the drones, i crash everything. just the gps one w field maps at nic")
    assert talk.focus[0] == "nic-eos-arrow-gps-and-field-maps"
    assert talk.singled


@pytest.mark.parametrize(
    ("first", "then", "topic"),
    [
        ("hubby wants to fight wildfires, we're in campbell river, has to be free", "ok doesnt have to be free anymore he got a settlement. and hed move to kamloops for it", "wildfires"),
        ("early childhood courses in person in surrey", "My work hours changed so scrap the campus bit, it has to be online", "childhood"),
    ],
)
def test_why_wishes_change_is_no_topic(bc: Advisor, after: Talk, first: str, then: str, topic: str) -> None:
    assert topic in after(bc, first, then).topic


def test_where_one_worked_is_no_wish(bc: Advisor, after: Talk) -> None:
    assert after(bc, "I have a bachelor's in biology and three years as an environmental technician in Kamloops.").filters == ()


def test_what_comes_after_it_is_asked_of_the_one_spoken_of(bc: Advisor, after: Talk) -> None:
    talk = after(bc, "certificate in indigenous language proficiency at sfu, how many units", "after that is there a next step at the same uni or is that it")
    assert talk.focus[0] == "sfu-certificate-in-indigenous-language-proficiency"
    assert talk.intent == "pathway"


def test_how_long_one_would_be_there_is_no_sign_of_distress(bc: Advisor) -> None:
    assert _last(bc, "forest carbon course?", "how long would i be there for").reason != "unsafe"
    assert _last(bc, "forest carbon course?", "how long would i be there before i die").reason == "unsafe"


def test_some_other_college_is_not_the_other_one_of_the_list(bc: Advisor, after: Talk) -> None:
    talk = after(bc, "home grower weed classes in creston", "cool does some other college also do classes like that up on the north coast")
    assert talk.focus[0].startswith("cmtn-")


def test_a_search_by_the_work_one_does_is_moved_with_its_subject(bc: Advisor) -> None:
    answer = _last(bc, "hi im a care aide in terrace, anything online thats not too expensive and would it count for nursing later??", "how much", "ok what if i could drive to PG")
    assert ("place", "prince-george") in {(item.field, item.value) for item in answer.filters}
    assert "cmtn-exploring-health-care" in answer.credentials
