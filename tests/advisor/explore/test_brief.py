"""A record as facts: each with its words, source and date; silence named; stewardship as recorded."""

from __future__ import annotations

import pytest

from advisor.explore.brief import ASKED, BRIEF_FIELDS, brief_of
from advisor.explore.reading import knowledge_records, reading
from corpus.catalogue import Catalogue
from corpus.fields import FIELDS, field_label, field_text
from corpus.load import load_catalogue


@pytest.fixture(scope="module")
def bc() -> Catalogue:
    return load_catalogue(("bc",))


def test_every_stated_field_is_a_fact_with_source_and_date(bc: Catalogue) -> None:
    for record in bc:
        brief = brief_of(bc, record)
        stated = {name for name in FIELDS if field_text(record, name)} - {"title", "institution"}
        assert {fact.field for fact in brief.facts} == stated
        for fact in brief.facts:
            evidence = bc.evidence(fact.id)
            assert (fact.text, fact.as_of, fact.url) == (evidence.text, evidence.as_of, evidence.url)
            assert fact.source
        assert set(brief.not_stated) == {field_label(name) for name in ASKED} - {fact.label for fact in brief.facts}


def test_a_brief_is_of_the_fields_asked_for(bc: Catalogue) -> None:
    record = bc.record("ubc-forest-health-management")
    brief = brief_of(bc, record, fields=("delivery", "fee"))
    assert ([fact.field for fact in brief.facts], brief.not_stated) == (["delivery"], ("fee",))
    assert set(BRIEF_FIELDS) <= set(FIELDS)


def test_stewardship_is_told_as_recorded(bc: Catalogue) -> None:
    assert brief_of(bc, next(iter(bc))).stewardship.owner is None
    demo = load_catalogue(("demo",))
    owned = next(record for record in demo if record.stewardship.owner)
    told = brief_of(demo, owned).stewardship
    assert (told.owner, told.visibility, told.review_date) == (owned.stewardship.owner, "public", owned.stewardship.review_date)


def test_the_reading_is_the_guidances_own(bc: Catalogue) -> None:
    parts = {part.key: [section.id for section in part.sections] for part in reading(bc)}
    assert "indigenous-partnership#developing-jointly" in parts["together"]
    assert parts["knowledge"][0] == "plar#vcc-indigenous-knowledge"
    assert all(name.startswith("questions-to-ask#community-") for name in parts["questions"])
    assert {name.partition("#")[0] for name in parts["funding"]} == {item.document for item in bc.sections.values() if item.document.startswith("funding-")}
    assert parts["funding"][0].startswith("funding-indigenous-learners#")
    told = [name for names in parts.values() for name in names]
    assert len(told) == len(set(told))
    assert set(told) <= set(bc.sections)


def test_records_that_recognize_knowledge_say_so_themselves(bc: Catalogue) -> None:
    found = knowledge_records(bc)
    assert found
    assert all(record.plar == evidence.text for record, evidence in found)


def test_without_guidance_there_is_nothing_to_read() -> None:
    assert reading(Catalogue(records=(), institutions=(), sections=())) == ()
