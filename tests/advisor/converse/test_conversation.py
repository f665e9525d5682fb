"""The conversation: plain data that survives a restart, and replies to a question back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from advisor.converse.choice import choose
from advisor.converse.conversation import Conversation, read_conversation
from advisor.understand.names import NameIndex
from advisor.understand.understanding import Filter, LearnerFacts
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.errors import UsageError
from corpus.institution import Institution


def test_a_conversation_comes_back_from_its_json() -> None:
    talk = Conversation(
        filters=(Filter(field="fee", op="lte", value=500, said="under $500"), Filter(field="place", op="near", value="nanaimo", said="nanaimo")),
        facts=LearnerFacts(education="grade-11", experience_years=Decimal(6), said=("grade 11",)),
        focus=("soil",),
        shown=("soil", "rope"),
        topic="soils",
        intent="find",
        history=("something on soils",),
    )
    assert read_conversation(talk.model_dump_json()) == talk


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 1, "surprise": true}', '{"filters": [{"field": "fee"}]}'])
def test_a_damaged_one_says_so(text: str) -> None:
    with pytest.raises(UsageError) as told:
        read_conversation(text)
    assert told.value.hint


def test_another_version_is_told() -> None:
    with pytest.raises(UsageError, match="version 99"):
        read_conversation('{"version": 99}')


def test_wishes_can_be_removed_by_name() -> None:
    talk = Conversation(filters=(Filter(field="fee", op="lte", value=1, said="x"), Filter(field="delivery", op="eq", value="online", said="y")))
    assert [item.field for item in talk.without("fee", "nothing").filters] == ["delivery"]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(
        records=[
            Credential(id="soil", title="Soil Care Basics", institution="Tarn College", location="Merritt"),
            Credential(id="rope", title="Soil Rope Rescue", institution="Brack Institute", location="Duncan"),
        ],
        institutions=[Institution(name="Tarn College", aliases=("Tarn",)), Institution(name="Brack Institute", aliases=("BI",))],
        sections=[],
    )


@pytest.mark.parametrize(
    ("reply", "chosen"),
    [
        ("the first one", "soil"),
        ("2", "rope"),
        ("(1)", "soil"),
        ("7", None),
        ("number 2", "rope"),
        ("the one at BI", "rope"),
        ("Tarn", "soil"),
        ("rope rescue", "rope"),
        ("Soil Care Basics", "soil"),
        ("the merritt one", "soil"),
        ("duncan", "rope"),
        ("something else entirely", None),
        ("no, I want to know about a completely different thing that has nothing to do with either of them", None),
    ],
)
def test_a_reply_picks_a_candidate(catalogue: Catalogue, reply: str, chosen: str | None) -> None:
    assert choose(reply, ("soil", "rope"), catalogue, NameIndex(catalogue)) == chosen


def test_yes_picks_the_only_candidate_and_none_of_two(catalogue: Catalogue) -> None:
    names = NameIndex(catalogue)
    assert choose("yes please", ("soil",), catalogue, names) == "soil"
    assert choose("yes please", ("soil", "rope"), catalogue, names) is None
