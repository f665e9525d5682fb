"""The small readers of follow-ups: what is picked, turned down, gone on about, and asked to count toward what."""

from __future__ import annotations

import pytest

from advisor.understand.goes_on import asks_on, changes_subject, thing_brought_up
from advisor.understand.picking import Picker, picking_words
from advisor.understand.rejected import without_rejected
from advisor.understand.ways_asked import counts_toward
from corpus.catalogue import Catalogue
from corpus.credential import Credential, Credit

SHOWN = ("soil", "rope", "kelp")


@pytest.fixture(scope="module")
def picker() -> Picker:
    records = [
        Credential(id="soil", title="Soil Care Basics", institution="Tarn College", location="Hope", summary="Farm soil, and drying it."),
        Credential(id="rope", title="Rope Rescue for Crews", institution="Brack Institute", delivery="online", credit=Credit(bearing=False)),
        Credential(id="kelp", title="Kelp Farming", institution="Tarn College", location="Tofino", summary="Growing seaweed at sea."),
    ]
    return Picker(Catalogue(records=records, institutions=[], sections=[]))


@pytest.mark.parametrize(
    ("message", "picked"),
    [
        ("how much is the one in tofino", ("kelp",)),
        ("which of them is about drying", ("soil",)),
        ("which one is at brack", ("rope",)),
        ("the course that is online", ("rope",)),
        ("is the one at tarn college free", ("soil", "kelp")),
        ("which of them is longest", ()),
        ("which one costs less", ()),
        ("how long is it", ()),
    ],
)
def test_what_a_message_says_of_one_picks_it(message: str, picked: tuple[str, ...], picker: Picker) -> None:
    words = picking_words(message)
    assert (picker.pick(words, SHOWN) if words else ()) == picked


def test_a_typed_field_is_picked_by_its_everyday_word(picker: Picker) -> None:
    assert picker.pick("non-credit", SHOWN) == ("rope",)


@pytest.mark.parametrize(
    ("message", "gone"),
    [
        ("no not sfu, the one at capilano", "sfu"),
        ("not the bcit intro, the design one at selkirk", "bcit intro"),
        ("the data one, not the digital world one", "digital world"),
        ("actually no not retail, growing", "retail"),
    ],
)
def test_what_is_turned_down_beside_another_is_blanked(message: str, gone: str) -> None:
    assert gone in message
    assert gone not in without_rejected(message)


@pytest.mark.parametrize("message", ["wildfire courses, not tru", "is it not online", "i am not sure how long it is", "do i not need a degree"])
def test_a_refusal_with_nothing_beside_it_stays(message: str) -> None:
    assert without_rejected(message) == message


@pytest.mark.parametrize("message", ["do i need to be a pro already", "haha ok fair. what average do i need for it tho", "is there a summer break between terms", "and who hires after"])
def test_a_question_with_a_verb_goes_on(message: str) -> None:
    assert asks_on(message)


@pytest.mark.parametrize("message", ["what about beekeeping", "is there a course in welding", "what else do they have", "any training in kelowna", "looking for something in film"])
def test_a_search_does_not_go_on(message: str) -> None:
    assert not asks_on(message)


@pytest.mark.parametrize(
    ("message", "thing"),
    [("underwater welding?", "underwater welding"), ("what about beekeeping", "beekeeping"), ("and the cost?", ""), ("how about that one", ""), ("is it online", ""), ("my sister too?", "")],
)
def test_a_bare_thing_is_told_from_a_question(message: str, thing: str) -> None:
    assert thing_brought_up(message) == thing


def test_a_change_of_subject_is_said() -> None:
    assert changes_subject("different question: who pays for it")
    assert not changes_subject("is there a different one")


@pytest.mark.parametrize(
    ("message", "who", "goal"),
    [
        ("would it count for nursing later?", "it", "nursing"),
        ("do both count toward the agriculture diploma", "both", "agriculture diploma"),
        ("could any of these go toward a bachelor of social work one day", "any of these", "bachelor of social work"),
        ("does the first one ladder into a forestry degree", "the first one", "forestry degree"),
    ],
)
def test_what_is_asked_to_count_toward_what(message: str, who: str, goal: str) -> None:
    found = counts_toward(message)
    assert found is not None
    assert (found.who, found.goal) == (who, goal)


@pytest.mark.parametrize("message", ["does it lead to anything bigger", "does it count toward a degree", "does it go anywhere", "how much is it"])
def test_a_way_on_to_nothing_named_names_no_goal(message: str) -> None:
    assert counts_toward(message) is None
