"""What follow-ups point back at: by place in the list, by likeness, by "it", "both" and "the other one"."""

from __future__ import annotations

import pytest

from advisor.converse.conversation import Conversation
from advisor.understand.names import NameIndex
from advisor.understand.refer import reference_in
from corpus.catalogue import Catalogue
from corpus.credential import Credential

SHOWN = ("soil", "rope", "kelp")


@pytest.fixture(scope="module")
def names() -> NameIndex:
    records = [
        Credential(id="soil", title="Soil Care Basics", institution="Tarn College", summary="Farm soil."),
        Credential(id="rope", title="Rope Rescue for Crews", institution="Brack Institute", summary="Rescue from height."),
        Credential(id="kelp", title="Kelp Farming", institution="Tarn College", summary="Growing seaweed at sea."),
    ]
    return NameIndex(Catalogue(records=records, institutions=[], sections=[]))


@pytest.fixture(scope="module")
def talk() -> Conversation:
    return Conversation(shown=SHOWN, focus=("rope", "soil"))


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("the first one", ("soil",)),
        ("how long is the second", ("rope",)),
        ("tell me about number 3", ("kelp",)),
        ("the 2nd one please", ("rope",)),
        ("#1", ("soil",)),
        ("option b", ("rope",)),
        ("the last one", ("kelp",)),
        ("what about the other one", ("soil",)),
        ("is the kelp one online", ("kelp",)),
        ("the soil course", ("soil",)),
        ("how much is it", ("rope",)),
        ("is that one graded", ("rope",)),
        ("does the program start soon", ("rope",)),
        ("compare them", SHOWN),
        ("are all three online", SHOWN),
        ("compare the first two", SHOWN[:2]),
        ("are the last 2 online", SHOWN[1:]),
        ("which is the cheapest", SHOWN),
        ("the shorter one", SHOWN),
    ],
)
def test_what_is_pointed_at(text: str, records: tuple[str, ...], talk: Conversation, names: NameIndex) -> None:
    assert reference_in(text, talk, names)[0] == records


@pytest.mark.parametrize("text", ["both", "how do i apply to both", "compare those two", "are the two of them online"])
def test_two_are_the_last_two_spoken_of(text: str, talk: Conversation, names: NameIndex) -> None:
    assert set(reference_in(text, talk, names)[0]) == {"rope", "soil"}


def test_two_of_two_shown_are_those(names: NameIndex) -> None:
    assert reference_in("both", Conversation(shown=("kelp", "soil"), focus=("rope",)), names)[0] == ("kelp", "soil")


@pytest.mark.parametrize("text", ["first nations governance", "is there first aid training", "second language teaching", "third party cleaning", "first of all, hello"])
def test_names_that_hold_an_ordinal_point_at_nothing_in_the_list(text: str, talk: Conversation, names: NameIndex) -> None:
    assert reference_in(text, talk, names)[1] != "ordinal"


def test_an_ordinal_past_the_end_picks_nothing(talk: Conversation, names: NameIndex) -> None:
    assert reference_in("the fifth", talk, names) == ((), None)


@pytest.mark.parametrize("text", ["it", "the second one", "both", "the other one", "the cheaper one"])
def test_without_a_talk_nothing_is_pointed_at(text: str, names: NameIndex) -> None:
    assert reference_in(text, Conversation(), names) == ((), None)


def test_one_record_spoken_of_is_it(names: NameIndex) -> None:
    assert reference_in("and the price of it", Conversation(focus=("kelp",)), names) == (("kelp",), "singular")
