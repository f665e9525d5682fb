"""What an answer names beside what it is about."""

from __future__ import annotations

from advisor.converse.named import records_named_in
from corpus.catalogue import Catalogue
from corpus.credential import Credential

RECORDS = [
    Credential(id="one", title="Kelp Farming I", institution="Tarn College"),
    Credential(id="two", title="Kelp Farming II", institution="Tarn College"),
    Credential(id="here", title="Boat Repair", institution="Tarn College"),
    Credential(id="there", title="Boat Repair", institution="Brack Institute"),
]
CATALOGUE = Catalogue(records=RECORDS, institutions=[], sections=[])


def test_records_are_named_in_the_order_of_the_text_and_not_by_a_part_of_a_title() -> None:
    assert records_named_in("Boat repair, then Kelp Farming II builds on it.", CATALOGUE, about=("one",)) == ("here", "two")


def test_of_one_title_the_one_at_the_same_institution_is_meant() -> None:
    assert records_named_in("It leads to Boat Repair.", CATALOGUE, about=("two",)) == ("here",)


def test_what_it_is_about_is_not_named_beside_it() -> None:
    assert records_named_in("Kelp Farming I takes a week.", CATALOGUE, about=("one",)) == ()
