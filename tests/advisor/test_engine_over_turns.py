"""A question asked over several turns: asked again of another, of a whole list, of what was turned down and what was meant."""

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


def _cited(answer: Answer) -> set[str]:
    return {f"{item.record}#{item.field}" for item in answer.citations}


@pytest.mark.parametrize(
    ("turns", "cited"),
    [
        (("how long is forest health management at ubc", "and forest carbon management?"), "ubc-forest-carbon-management#duration"),
        (("ev training for red seal guys, kpu and viu both do one i think", "how long is the kpu one", "and the other college?"), "viu-electric-vehicle-ev-maintenance-training#duration"),
        (("mass timber courses", "how long is the first one", "and the one at selkirk?"), "selkirk-design-for-mass-timber#duration"),
    ],
)
def test_pointing_at_another_asks_the_same_of_it(bc: Advisor, turns: tuple[str, ...], cited: str) -> None:
    assert cited in _cited(_last(bc, *turns))


@pytest.mark.parametrize(
    ("turns", "cited"),
    [
        (("wht does viu charge for animal care aide", "and the mental health worker one?"), "viu-community-mental-health-work-certificate#fee"),
        (("facilities maintenance at selkirk: how many courses in the set", "and just the carpentry one, hours?"), "selkirk-core-skills-for-facilities-maintenance-5-carpentry-basics#duration"),
        (("reclamation crew member NLC: what tickets first?", "is there a next course", "and that one, how many lecture hours"), "nlc-reclamation-site-assessor-land-040#duration"),
        (("wildfire science certificate at tru, how long", "skip science, just the communications one"), "tru-wildfire-communications-and-media-certificate#duration"),
    ],
)
def test_what_stands_beside_it_is_meant_before_what_is_elsewhere(bc: Advisor, turns: tuple[str, ...], cited: str) -> None:
    assert cited in _cited(_last(bc, *turns))


@pytest.mark.parametrize(
    ("turns", "institution"),
    [
        (("something on climate, in victoria, short", "not the royal roads ones, ive done those"), "Royal Roads University"),
        (("courses about electric vehicles", "not the bcit one, i've done that"), "British Columbia Institute of Technology"),
        (("leadership certificates for managers", "nothing from royal roads please"), "Royal Roads University"),
    ],
)
def test_an_institution_turned_down_stays_out(bc: Advisor, turns: tuple[str, ...], institution: str) -> None:
    answer = _last(bc, *turns)
    assert ("institution", "not", institution) in [(item.field, item.op, item.value) for item in answer.filters]
    assert answer.credentials
    assert institution not in {bc.catalogue.record(name).institution for name in answer.credentials}


@pytest.mark.parametrize("follow_up", ["any baking", "any carpentry?", "workshops on weekends"])
def test_asking_for_any_is_a_search_and_not_about_the_one_spoken_of(bc: Advisor, follow_up: str) -> None:
    answer = _last(bc, "foot care nursing at camosun, who is it for", follow_up)
    assert "camosun-foot-care-nursing" not in answer.credentials
    assert answer.status == ("abstained" if "baking" in follow_up else answer.status)


def test_offerings_of_any_kind_within_a_limit_are_searched_for(bc: Advisor) -> None:
    answer = _last(bc, "foot care nursing at camosun, who is it for", "classes under $300")
    assert [(item.field, item.op, item.value) for item in answer.filters] == [("fee", "lte", 300)]
    assert len(answer.credentials) > 1


def test_the_only_offering_of_an_institution_is_asked_about(bc: Advisor) -> None:
    assert "tea-creek-indigenous-trades-food-sovereignty-training#fee" in _cited(_last(bc, "tea creek in kitwanga: is it free and do they drive you there"))
    assert "slcc-indigenous-youth-ambassador-program#duration" in _cited(_last(bc, "squamish lil'wat cultural centre: how many weeks and do i get paid"))


def test_wishes_of_one_that_is_described_are_kept(bc: Advisor) -> None:
    answer = _last(bc, "Is there a credit certificate in an Indigenous language, taught in person, which takes about a year?")
    assert {("delivery", "in-person"), ("credit_bearing", True)} <= {(item.field, item.value) for item in answer.filters}


@pytest.mark.parametrize(
    ("turns", "record"),
    [
        (("i-ace at uvic, was it free", "do i need any business schooling"), "uvic-i-ace"),
        (("aboriginal leadership certificate at nic", "all online or do they meet up", "which first nation asked for it to be made?"), "nic-aboriginal-leadership-certificate"),
        (("timber cruising i at nic", "different thing, my wife wants the medical terminology for office work one there. how long is it"), "nic-medical-terminology-for-office-administration"),
        (("passive house design at camosun", "the trades skills one at camosun - nights?"), "camosun-clean-energy-and-efficient-buildings-passive-house-trades-skills-specialization"),
        (("im a red seal mechanic in prince george wanting ev training", "actually im gonna be in nanaimo from september, forget PG", "how many days is that one"), "viu-electric-vehicle-ev-maintenance-training"),
        (("anything online about carbon accounting for forests", "How many hours of study is the UBC one in total?"), "ubc-forest-carbon-management"),
    ],
)
def test_a_question_stays_with_what_is_meant(bc: Advisor, turns: tuple[str, ...], record: str) -> None:
    assert _last(bc, *turns).credentials[:1] == (record,)


def test_two_listed_in_passing_are_both_meant(bc: Advisor) -> None:
    turns = ("uvic has one program about looking after collections and another about visitors, right", "how many courses are there in each, both i mean")
    assert set(_last(bc, *turns).credentials) == {"uvic-collections-management", "uvic-visitor-and-community-engagement"}


def test_a_question_of_its_own_is_not_asked_again(bc: Advisor) -> None:
    answer = _last(bc, "forest health management at ubc", "how long is it", "is it for credit or no")
    assert not any(item.endswith("#duration") for item in _cited(answer))


def test_what_is_turned_down_is_not_what_is_meant(bc: Advisor, after: Talk) -> None:
    assert after(bc, "community capacity building", "no not sfu, the one at capilano").focus[0] == "capu-community-capacity-building-citation"
    talk = after(bc, "mass timber courses", "not the bcit intro, the design one at selkirk", "what software do they use")
    assert talk.focus[0] == "selkirk-design-for-mass-timber"


def test_it_counts_toward_something_is_reasoned_over_the_whole_list(bc: Advisor) -> None:
    answer = _last(bc, "any health care courses in kamloops", "would it count for nursing later?")
    assert answer.status == "abstained"
    assert answer.reason == "not_stated"
    assert "“nursing”" in answer.text


def test_a_way_to_a_named_credential_is_asked_of_what_is_spoken_of(bc: Advisor) -> None:
    talk = ("tru has some new wildfire certificates right? science, sociocultural and a communications/media one", "the communications one")
    answer = _last(bc, *talk, "would it count toward the wildfire studies diploma later?")
    assert "does not state that Wildfire Communications and Media Certificate counts toward Wildfire Studies Diploma" in answer.text
    assert "tru-wildfire-science-certificate" not in answer.credentials
    both = _last(bc, "UFV has a berry production certificate and a field vegetable one, right?", "do both count for the agriculture diploma later")
    assert {"ufv-berry-production-essentials", "ufv-field-vegetable-production-essentials"} <= set(both.credentials)


def test_what_was_told_is_held_against_all_of_a_list(bc: Advisor) -> None:
    answer = _last(bc, "indigenous language courses online", "i have grade 11", "would i get in?")
    assert len(answer.credentials) + len(answer.alternatives) > 1


@pytest.mark.parametrize("message", ["underwater welding?", "what about beekeeping", "how about on the moon"])
def test_a_thing_that_nothing_shown_says_is_a_search_of_its_own(bc: Advisor, message: str) -> None:
    answer = _last(bc, "welding courses", message)
    assert "camosun-arc-welding" not in answer.credentials


@pytest.mark.parametrize(
    ("turns", "cited"),
    [
        (("uvic health terminology micro certificate", "haha ok fair. what average do i need for it tho"), "uvic-health-terminology-and-interoperability-standards#requirements"),
        (("Indigenous Early Childhood Education Certificate at NEC", "Is there a summer break between terms?"), "nec-indigenous-early-childhood-education-certificate#duration"),
    ],
)
def test_a_question_goes_on_about_what_is_spoken_of(bc: Advisor, turns: tuple[str, ...], cited: str) -> None:
    assert cited in _cited(_last(bc, *turns))


@pytest.mark.parametrize(
    ("turns", "section"),
    [
        (("whats this futures skills grant everyone talks about", "does it pay for daycare too"), "funding-future-skills-grant#what-it-covers"),
        (("i was in foster care, heard tuition is free?", "im 34 now tho. is that too old"), "funding-youth-in-care#tuition-waiver"),
        (("What does PLAR mean?", "What does TRU charge for it?"), "plar#tru-fees"),
    ],
)
def test_a_follow_up_on_guidance_stays_with_its_subject(bc: Advisor, turns: tuple[str, ...], section: str) -> None:
    assert section in {item.id for item in _last(bc, *turns).citations}


def test_what_came_to_nothing_leaves_the_talk_where_it_was(bc: Advisor) -> None:
    answer = _last(bc, "uvic health terminology micro certificate", "what is the weather like this weekend", "who is it for")
    assert {item.record for item in answer.citations} == {"uvic-health-terminology-and-interoperability-standards"}


def test_back_to_what_came_before(bc: Advisor, after: Talk) -> None:
    talk = ("forest carbon management at ubc", "forest health management at ubc", "animal care aide at viu")
    assert after(bc, *talk, "the one before that").focus[0] == "ubc-forest-health-management"
    assert after(bc, *talk, "go back to the very first one, how long is it").focus[0] == "ubc-forest-carbon-management"


@pytest.mark.parametrize("reply", ["no", "none of those", "neither", "nah not really", "no, not what i'm looking for"])
def test_declining_a_list_does_not_show_it_again(bc: Advisor, reply: str) -> None:
    answer = _last(bc, "forestry courses online", reply)
    assert (answer.status, answer.claims) == ("answered", ())


@pytest.mark.parametrize("reply", ["something else", "any others?", "ok what else do you have"])
def test_others_are_others(bc: Advisor, after: Talk, reply: str) -> None:
    before = set(after(bc, "forestry courses online").shown)
    answer = _last(bc, "forestry courses online", reply)
    assert answer.credentials
    assert not before & set(answer.credentials)


def test_where_there_are_no_others_it_is_said(bc: Advisor) -> None:
    answer = _last(bc, "cyber security training in BC", "anything else")
    assert answer.status == "abstained"
    assert "nothing more" in answer.text


def test_the_one_that_comes_first_is_then_spoken_of(bc: Advisor, after: Talk) -> None:
    assert after(bc, "forestry courses", "the longer one").focus[0] == "nic-coastal-forest-worker-certificate"
    answer = _last(bc, "wildfire courses, not tru", "which of those is closest to courtenay")
    assert "nearest to Courtenay first: Wildfire Training (four-week), Campbell River; Fire Ecology" in answer.text
    assert after(bc, "wildfire courses, not tru", "which of those is closest to victoria", "how long is it").focus[0] == "uvic-fire-ecology-for-environmental-restoration"


@pytest.mark.parametrize(
    ("message", "places"),
    [("what if i could drive to victoria", ("nanaimo", "victoria")), ("or kelowna even", ("nanaimo", "kelowna")), ("actually we moved to terrace", "terrace"), ("what about victoria instead", "victoria")],
)
def test_a_place_is_added_or_replaced(bc: Advisor, after: Talk, message: str, places: object) -> None:
    assert [item.value for item in after(bc, "care aide courses in nanaimo, online", message).filters if item.field == "place"] == [places]


def test_other_wishes_stand_when_the_place_moves(bc: Advisor, after: Talk) -> None:
    assert {item.field for item in after(bc, "water operator training online", "i can travel to kelowna").filters} == {"delivery", "place"}


def test_whether_they_would_take_somebody_is_no_distress(bc: Advisor) -> None:
    answer = _last(bc, "foot care nursing at camosun", "would they take me")
    assert answer.reason != "unsafe"
    assert _last(bc, "foot care nursing at camosun", "nobody would take me anyway, they would not even miss me").reason == "unsafe"


def test_which_of_these_asks_of_all_of_them(bc: Advisor, after: Talk) -> None:
    talk = after(bc, "We need lands management training for two staff in Lytton", "which of these come to the community")
    assert len(talk.shown) > 2
    assert not talk.singled


def test_one_that_was_not_shown_is_looked_for(bc: Advisor) -> None:
    answer = _last(bc, "outdoor courses", "the guardian one")
    assert "viu-stewardship-technician-training-program" in answer.credentials
