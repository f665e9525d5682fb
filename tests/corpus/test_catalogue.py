"""Evidence: its ids, texts, sources and dates."""

import pytest

from corpus.catalogue import Catalogue
from corpus.credential import ContextFact, Credential, Credit, Link
from corpus.errors import UnknownIdError
from corpus.evidence import split_id
from corpus.fields import FIELDS
from corpus.load import load_catalogue
from corpus.section import Section
from corpus.source import Source

PAGE = Source(title="Soil page", url="https://tarn.example/soil", date="2024-07")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    soil = Credential(
        id="tarn-soil",
        title="Soil Care",
        institution="Tarn College",
        delivery="online",
        credit=Credit(bearing=False),
        laddering=(Link(title="Land Diploma", how="counts for 9 credits", target="tarn-land"),),
        links=(Link(title="Land Diploma", target="tarn-land"),),
        context=(ContextFact(text="Tarn College has a farm", source=Source(url="https://tarn.example/farm", date="2028")),),
        source=PAGE,
        field_sources={"delivery": Source(url="https://pdfslide.us/soil", date="2019")},
        invented=True,
    )
    land = Credential(id="tarn-land", title="Land Diploma", institution="Tarn College")
    section = Section(
        document="plar", slug="what", title="What it is", document_title="PLAR", publisher="A desk", trust="official",
        source=Source(url="https://desk.example/", date="2023"), sentences=("It is this.", "And that."),
    )  # fmt: skip
    return Catalogue(records=[soil, land], institutions=[], sections=[section])


def test_a_field_carries_its_own_source_and_date(catalogue: Catalogue) -> None:
    delivery, credit = catalogue.evidence("tarn-soil#delivery"), catalogue.evidence("tarn-soil#credit")
    assert (delivery.text, delivery.as_of, delivery.url) == ("online", "2019", None)  # a barred host is no link
    assert delivery.source_title == "Soil page"
    assert (credit.text, credit.as_of, credit.url) == ("non-credit", "2024-07", "https://tarn.example/soil")
    assert (credit.title, credit.label, credit.invented) == ("Soil Care, Tarn College", "credit", True)


def test_a_fact_about_the_institution_has_the_date_of_its_own_page(catalogue: Catalogue) -> None:
    context = catalogue.evidence("tarn-soil#context")
    assert (context.as_of, context.url) == ("2028", "https://tarn.example/farm")


def test_a_section_is_evidence_too(catalogue: Catalogue) -> None:
    found = catalogue.evidence("plar#what")
    assert (found.record, found.field, found.text) == ("plar", "what", "It is this. And that.")
    assert (found.title, found.label, found.as_of, found.url) == ("What it is", "PLAR", "2023", "https://desk.example/")


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("tarn-soil#fee", "does not state its fee"),
        ("tarn-soil#price", "Fields are: title"),
        ("tarn-sail#fee", "Did you mean tarn-soil"),
        ("quite-another#fee", "advisor show --list"),
        ("plar#why", "Its sections are: what"),
        ("tarn-soil", "record#field or document#section"),
        ("tarn-soil#", "record#field or document#section"),
        ("#fee", "record#field or document#section"),
        ("a#b#c", "record#field or document#section"),
        ("a/b#c", "record#field or document#section"),
        ("", "record#field or document#section"),
    ],
)
def test_an_unknown_id_says_what_to_do(catalogue: Catalogue, wanted: str, said: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        catalogue.evidence(wanted)
    assert said in str(caught.value)


def test_an_unknown_record_names_near_ones(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownIdError, match="tarn-land"):
        catalogue.record("tarn-lnd")


def test_incoming_ways_are_listed_once(catalogue: Catalogue) -> None:
    assert catalogue.led_to_by == {"tarn-land": ("tarn-soil",)}


def test_every_evidence_of_the_shipped_catalogue_can_be_looked_up_by_its_id() -> None:
    shipped = load_catalogue(("bc",))
    for record in shipped:
        for found in shipped.stated(record):
            assert shipped.evidence(found.id) == found
            assert split_id(found.id) == (record.id, found.field)
    for section_id, section in shipped.sections.items():
        assert shipped.evidence(section_id).text == section.text


def test_each_field_has_a_name_of_its_own() -> None:
    assert set(FIELDS) <= set(Credential.model_fields)
    labels = [label for label, _ in FIELDS.values()]
    assert len(labels) == len(set(labels))
