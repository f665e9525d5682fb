"""Whom to ask: as stated, split into its ways; without a stated contact the institution and its page, nothing invented."""

from __future__ import annotations

import re

import pytest

from advisor.compose.contacts import contact_for, contact_for_institution, contact_for_section, contact_words
from advisor.contract import Contact
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.institution import Institution
from corpus.source import Source

PAGE = Source(title="Program page", url="https://example.org/soil", date="2024-07")


def record(contact: str | None, source: Source = PAGE) -> Credential:
    return Credential(id="soil", title="Soil Care", institution="Tarn College", contact=contact, source=source)


@pytest.mark.parametrize(
    ("text", "name", "phone", "email", "as_of"),
    [
        ("UVic general line: 250-472-4747", "UVic general line", "250-472-4747", None, "2024-07"),
        ("learn@tarn.example", "Tarn College", None, "learn@tarn.example", "2024-07"),
        ("Gil Watt, co-ordinator, gwatt@tarn.example, 250-319-2367 (December 2023)", "Gil Watt, co-ordinator", "250-319-2367", "gwatt@tarn.example", "December 2023"),
        ("Student Services toll-free: 1-866-463-6652 (2015-17 calendar)", "Student Services toll-free", "1-866-463-6652", None, "2015-17 calendar"),
        ("Director of Education (www.tarn.example)", "Director of Education (www.tarn.example)", None, None, "2024-07"),
    ],
)
def test_a_stated_contact_is_split_into_its_ways(text: str, name: str, phone: str | None, email: str | None, as_of: str) -> None:
    contact = contact_for(record(text))
    assert (contact.name, contact.phone, contact.email, contact.as_of) == (name, phone, email, as_of)


def test_without_one_it_is_the_institution_and_the_record_s_page() -> None:
    assert contact_for(record(None)) == Contact(name="Tarn College", url=PAGE.url, source="Program page", as_of="2024-07")


def test_a_barred_address_is_never_given() -> None:
    assert contact_for(record("a@tarn.example", Source(title="Copy", url="https://pdfslide.us/x"))).url is None


def test_nothing_of_any_contact_is_invented(bc_catalogue: Catalogue, demo_catalogue: Catalogue) -> None:
    for catalogue in (bc_catalogue, demo_catalogue):
        for item in catalogue:
            contact = contact_for(item)
            stated = item.contact or item.institution
            for way in (contact.phone, contact.email):
                assert way is None or way in stated
            assert set(re.findall(r"\w+", contact.name)) <= set(re.findall(r"\w+", f"{stated} {item.institution}")), item.id


def test_an_institution_s_general_line_stands_for_it() -> None:
    general = record("Tarn general line: 250-555-0100")
    catalogue = Catalogue(records=[general], institutions=[Institution(name="Tarn College", url="https://tarn.example"), Institution(name="Brack", url="https://brack.example")], sections=[])
    assert contact_for_institution(catalogue, "Tarn College").phone == "250-555-0100"
    assert contact_for_institution(catalogue, "Brack") == Contact(name="Brack", url="https://brack.example")
    assert contact_for_institution(catalogue, "Elsewhere") == Contact(name="Elsewhere")


def test_guidance_names_who_can_confirm_it(bc_catalogue: Catalogue) -> None:
    for section in bc_catalogue.sections.values():
        contact = contact_for_section(section)
        assert (contact is None) == (not section.ask)
        assert contact is None or contact.name == section.ask


def test_words_for_a_contact() -> None:
    assert contact_words(Contact(name="Tarn")) == "Tarn"
    assert contact_words(Contact(name="Tarn", phone="250-555-0100", email="a@b.example")) == "Tarn (250-555-0100, a@b.example)"
