"""Ranking over the shipped catalogue: offerings for a wish, sections for a question, fields of a record."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from advisor.find.finder import Finder, Ranked
from advisor.find.reader import ELSEWHERE, answer_elsewhere
from advisor.find.sections import rank_sections
from advisor.find.sufficiency import best_share, confidence


@pytest.fixture(scope="module")
def finder(bc: Advisor) -> Finder:
    return Finder(bc.catalogue, bc.understander.names, bc.search)


@pytest.mark.parametrize(
    ("wish", "topic", "record"),
    [
        ("insects and disease in forests", "insects disease forests", "ubc-forest-health-management"),
        ("looking after solar panels on roofs", "solar panels", None),
        ("scaling logs on the coast", "scaling logs", None),
    ],
)
def test_the_best_offering_is_about_the_wish(finder: Finder, bc: Advisor, wish: str, topic: str, record: str | None) -> None:
    ranked = finder.rank(wish, topic)
    assert len(ranked) == len([item for item in bc.catalogue if item.role == "offering"])
    assert [item.order for item in ranked] == sorted((item.order for item in ranked), reverse=True)
    assert all(-0.1 <= item.about <= 1.0001 for item in ranked)
    if record:
        assert ranked[0].record == record
    words = set(topic.split())
    text = " ".join(item.text.lower() for item in bc.catalogue.stated(bc.catalogue.record(ranked[0].record)))
    assert any(word.rstrip("s") in text for word in words)


def test_only_what_is_allowed_is_ranked(finder: Finder) -> None:
    names = ["ubc-forest-health-management", "ubc-forest-carbon-management"]
    assert {item.record for item in finder.rank("welding", "welding", within=names)} == set(names)
    assert finder.rank("welding", "welding", within=[]) == []


def test_a_larger_credential_is_no_offering(finder: Finder, bc: Advisor) -> None:
    larger = {item.id for item in bc.catalogue if item.role == "larger"}
    assert larger
    assert not larger & {item.record for item in finder.rank("a degree in forestry", "forestry")}


def test_confidence_tells_what_is_offered_from_what_is_not(finder: Finder, bc: Advisor) -> None:
    def sure(topic: str) -> float:
        return confidence(finder.rank(topic, topic), known=bc.understander.names.known_share(topic.split()))

    assert sure("forest carbon accounting") > 0.5 > sure("astronaut spacewalk")
    assert confidence([], known=1.0) == 0.0


def test_a_share_is_of_the_best() -> None:
    assert best_share(Ranked("a", 1.0, 0.3, 0.3, 0.3), 0.6) == 0.5
    assert best_share(Ranked("a", 1.0, 0.3, 0.3, 0.3), 0.0) == 0.0


@pytest.mark.parametrize(("question", "document"), [("what is prior learning recognition", "plar"), ("what is a micro-credential", "micro-credentials")])
def test_the_section_that_explains_is_found(bc: Advisor, question: str, document: str) -> None:
    hits = rank_sections(bc.catalogue, bc.search, question)
    assert document in hits[0].section.document
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_sections_of_the_document_spoken_of_are_a_little_likelier(bc: Advisor) -> None:
    plain = {hit.section.id: hit.score for hit in rank_sections(bc.catalogue, bc.search, "who decides", k=200)}
    near = next(iter(plain))
    document = near.partition("#")[0]
    spoken = {hit.section.id: hit.score for hit in rank_sections(bc.catalogue, bc.search, "who decides", k=200, near=[near])}
    assert len(plain.keys() & spoken.keys()) > 20
    for name in plain.keys() & spoken.keys():
        assert (spoken[name] > plain[name]) is (name.partition("#")[0] == document)


def test_another_field_may_say_what_is_not_stated(bc: Advisor) -> None:
    found = 0
    for record in bc.catalogue:
        for field, (_, places) in ELSEWHERE.items():
            if bc.catalogue.field_evidence(record, field) is None and (other := answer_elsewhere(bc.catalogue, record, field)):
                assert other.field in places
                found += 1
    assert found > 100
    assert answer_elsewhere(bc.catalogue, next(iter(bc.catalogue)), "title") is None
