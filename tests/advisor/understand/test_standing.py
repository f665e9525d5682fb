"""Standing wishes: kept until changed, changed by the same kind, taken back by name."""

from __future__ import annotations

import pytest

from advisor.understand.standing import (
    changes_only,
    merge_filters,
    removals_in,
    travels_in,
    widenings_in,
    without_removals,
)
from advisor.understand.understanding import Filter


def wish(field: str, value: object, op: str = "eq") -> Filter:
    return Filter(field=field, op=op, value=value, said=str(value))  # type: ignore[arg-type]


def pairs(filters: tuple[Filter, ...]) -> list[tuple[str, object]]:
    return [(item.field, item.value) for item in filters]


def test_old_wishes_stay_and_new_ones_are_added() -> None:
    assert pairs(merge_filters([wish("delivery", "online")], [wish("fee", 500)])) == [("delivery", "online"), ("fee", 500)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (wish("delivery", "online"), wish("delivery", "in-person")),
        (wish("region", "Kootenay"), wish("place", "nanaimo")),
        (wish("place", "nanaimo"), wish("region", "Kootenay")),
        (wish("hours", 40), wish("weeks", 8)),
        (wish("fee", 500), wish("fee", 300)),
    ],
)
def test_a_new_wish_about_the_same_thing_replaces_the_old(old: Filter, new: Filter) -> None:
    assert merge_filters([old], [new]) == (new,)


def test_what_is_taken_back_goes_and_the_rest_stays() -> None:
    standing = [wish("delivery", "online"), wish("fee", 500), wish("place", "nanaimo")]
    assert pairs(merge_filters(standing, [], removed=("fee",))) == [("delivery", "online"), ("place", "nanaimo")]


def test_taking_back_and_wishing_anew_in_one_message() -> None:
    assert pairs(merge_filters([wish("fee", 500)], [wish("delivery", "online")], removed=("fee",))) == [("delivery", "online")]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("forget my budget", {"fee"}),
        ("never mind the price", {"fee"}),
        ("ok drop the online part", {"delivery"}),
        ("forget about evenings", {"schedule"}),
        ("it doesn't have to be in person, remove the in-person", {"delivery"}),
        ("anywhere is fine", {"region", "place"}),
        ("i don't care where", {"region", "place"}),
        ("i can drive anywhere", {"region", "place"}),
        ("don't care how much it costs", {"fee"}),
        ("location doesn't matter", {"region", "place"}),
        ("money doesn't matter", {"fee"}),
        ("price does not matter any more", {"fee"}),
        ("ignore the credits", {"credit_bearing"}),
        ("any college is fine, forget the college", {"institution"}),
        ("it doesn't have to be indigenous", {"indigenous_focus"}),
        ("it doesn't have to be online btw", {"delivery"}),
        ("online isn't a must, just easier", {"delivery"}),
        ("no need for it to be online", {"delivery"}),
        ("the online part isn't that important", {"delivery"}),
        ("forget nanaimo, anywhere in bc is fine", {"region", "place"}),
        ("scrap the 500 dollar limit", {"fee"}),
        ("ok i can pay more", {"fee"}),
        ("money is no object", {"fee"}),
        ("longer is ok too", {"hours", "weeks"}),
        ("travel isn't a problem", {"region", "place"}),
        ("forget what i said about evenings", {"schedule"}),
        ("never mind what i told you about the hours", {"hours"}),
        ("i take back the evenings bit", {"schedule"}),
        ("changed my mind about online", {"delivery"}),
        ("no time limit really", {"hours", "weeks"}),
        ("no limit on how long", {"hours", "weeks"}),
        ("in a classroom is fine, no preference", {"delivery"}),
        ("doesn't have to be rupert", {"region", "place"}),
        ("kelowna's not a must", {"region", "place"}),
        ("length can be whatever", {"hours", "weeks"}),
        ("i'm flexible on dates", {"start"}),
        ("can start whenever", {"start"}),
        ("i don't insist on evenings", {"schedule"}),
        ("don't restrict it to online", {"delivery"}),
        ("remote or not, doesn't make a difference to me", {"delivery"}),
    ],
)
def test_taking_back_by_name(text: str, fields: set[str]) -> None:
    assert fields <= set(removals_in(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("forget my budget, in person is fine", "in person is fine"),
        ("forget online", ""),
        ("drop the evenings. something in nanaimo", "something in nanaimo"),
        ("remove the wall between us", "remove the wall between us"),
        ("forget nanaimo anywhere on the island is fine", "anywhere on the island is fine"),
        ("drop the price thing", ""),
        ("is it online", "is it online"),
    ],
)
def test_a_phrase_that_takes_back_wishes_for_nothing(text: str, left: str) -> None:
    blanked = without_removals(text)
    assert blanked.strip(" ,.") == left
    assert len(blanked) == len(text)


@pytest.mark.parametrize("text", ["something online", "i forgot my password", "what is the price", "without coding", "is there anything in nanaimo", "does location matter", "", "never mind", "is price important", "it has to be online", "anywhere near nelson", "why is it not online", "what if it isn't in terrace", "no time for school", "take it online", "does it lead anywhere", "skip the intro, is it online", "can be hard", "the fee shouldn't be more than 900 dollars"])
def test_nothing_is_taken_back_by_other_words(text: str) -> None:
    assert removals_in(text) == ()


@pytest.mark.parametrize(
    ("text", "field"),
    [("in person is fine too", "delivery"), ("i'd be ok with in person as well", "delivery"), ("daytime works too", "schedule"), ("kelowna works too", "place"), ("i'd take it online too", "delivery"), ("vernon would also be ok", "place"), ("could be in person too", "delivery"), ("it can be in nanaimo", "place")],
)
def test_another_choice_is_allowed(text: str, field: str) -> None:
    assert field in widenings_in(text)
    assert removals_in(text) == ()


def test_what_is_no_longer_wished_is_allowed_and_no_choice() -> None:
    assert merge_filters([wish("delivery", "online")], [wish("delivery", "in-person")], removed=("delivery",), widened=("delivery",)) == ()


def test_institutions_turned_down_add_up() -> None:
    both = merge_filters([wish("institution", "Tarn", "not")], [wish("institution", "Brack", "not")])
    assert [(item.op, item.value) for item in both] == [("not", ("Tarn", "Brack"))]


def test_another_choice_is_added_and_is_no_wish_alone() -> None:
    allowed = wish("delivery", "in-person")
    assert pairs(merge_filters([wish("delivery", "online")], [allowed], widened=("delivery",))) == [("delivery", ("online", "in-person"))]
    assert merge_filters([], [allowed], widened=("delivery",)) == ()


@pytest.mark.parametrize(("text", "travels"), [("what if i could drive to PG", True), ("willing to travel to kelowna", True), ("i live in kelowna", False), ("i moved to terrace", False)])
def test_who_could_get_to_a_place(text: str, travels: bool) -> None:
    assert travels_in(text) is travels


def test_a_message_that_only_changes_wishes() -> None:
    assert changes_only("longer would be fine", [wish("weeks", 8)])
    assert not changes_only("longer would be fine", [])
    assert not changes_only("longer is fine but i am so tired of all this", [wish("weeks", 8)])
