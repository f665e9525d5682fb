"""Another one than the one spoken of: at another place or institution, of another kind, and what is none of these."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.converse.conversation import Conversation
from advisor.engine import Advisor

Talk = Callable[..., Conversation]
RURAL = "Rural economic development at College of New Caledonia, how long is it"
FOREST = "how long is forest health management at UBC"


@pytest.mark.parametrize(
    ("first", "then", "record"),
    [
        (RURAL, "we moved to Cranbrook, is it there too", "cotr-rural-community-economic-development-micro-credential"),
        (RURAL, "and in Fort St John?", "nlc-rural-community-economic-development-micro-credential"),
        (RURAL, "we're moving to Kelowna in june actually. do they have it there", "oc-rural-community-economic-development-micro-credential"),
        ("EV maintenance training at camosun", "do they run it in prince george", "cnc-electric-vehicle-ev-maintenance-training"),
        (FOREST, "and the carbon one?", "ubc-forest-carbon-management"),
        ("Indigenous language certificate at NVIT", "sorry i meant the diploma one", "nvit-indigenous-language-diploma"),
        ("OC aboriginal community support worker certificate", "oops wrong college, i was thinking of the Métis one. who was that with", "ufv-metis-community-support-worker-program"),
    ],
)  # fmt: skip
def test_the_one_meant_is_found_from_the_one_spoken_of(bc: Advisor, after: Talk, first: str, then: str, record: str) -> None:
    assert after(bc, first, then).focus[0] == record


@pytest.mark.parametrize("then", ["is it online", "how much", "can i do it from home in Terrace", "is it in person?", "i want to do the whole program, not just one course"])
def test_what_stays_with_the_one_spoken_of(bc: Advisor, after: Talk, then: str) -> None:
    assert after(bc, FOREST, then).focus[0] == "ubc-forest-health-management"


def test_where_an_institution_has_none_like_it_nothing_else_is_shown_as_fitting(bc: Advisor) -> None:
    _, conversation = bc.answer("community mental health work certificate at VIU")
    answer, _ = bc.answer("oops wrong one, i meant the one at camosun", conversation)
    assert answer.status == "partial"
    assert answer.credentials == ()
    assert {item.field for item in answer.filters} == {"institution"}


def test_a_place_far_from_all_that_an_institution_holds_is_not_said_to_have_it(bc: Advisor) -> None:
    _, conversation = bc.answer(RURAL)
    answer, _ = bc.answer("what about victoria", conversation)
    assert "#location" in " ".join(answer.unconfirmed)


def test_who_else_has_it_is_looked_for(bc: Advisor) -> None:
    _, conversation = bc.answer("EV maintenance training at camosun")
    answer, _ = bc.answer("does anyone else offer it", conversation)
    assert {"oc-electric-vehicle-ev-maintenance-training", "cnc-electric-vehicle-ev-maintenance-training"} <= set(answer.credentials)


def test_one_name_at_several_institutions_is_told_apart_by_the_place(bc: Advisor, after: Talk) -> None:
    conversation = after(bc, "Is the rural community economic development micro-credential offered in or around Kelowna?")
    assert conversation.focus == ("oc-rural-community-economic-development-micro-credential",)


def test_a_kind_that_the_one_spoken_of_is_not_is_asked_about(bc: Advisor) -> None:
    _, conversation = bc.answer("does coastal forest worker at nic lead anywhere")
    answer, _ = bc.answer("how long is that diploma", conversation)
    assert answer.status == "clarify"


@pytest.mark.parametrize("wish", ["for indigenous filmmakers", "online please", "only micro-credentials"])
def test_a_wish_alone_after_a_search_names_nothing(bc: Advisor, after: Talk, wish: str) -> None:
    conversation = after(bc, "film training anywhere in bc", wish)
    assert conversation.intent == "find"
    assert conversation.topic == "film"
