"""Where an offering leads, as told: every way on cited, kinds apart, denials shown, nothing promised."""

from __future__ import annotations

import re

import pytest

from advisor.compose.builder import AnswerBuilder
from advisor.compose.pathway import compose_pathway
from advisor.compose.route import compose_route
from advisor.contract import Answer, PathwayPart
from corpus.catalogue import Catalogue
from corpus.fields import link_text
from corpus.load import load_catalogue


@pytest.fixture(scope="module")
def catalogues() -> dict[str, Catalogue]:
    return {name: load_catalogue((name,)) for name in ("bc", "demo")}


def answer(catalogue: Catalogue, record_id: str) -> Answer:
    builder = AnswerBuilder()
    compose_pathway(builder, catalogue, catalogue.record(record_id))
    assert builder.dropped == []
    return builder.build(question="", standalone="", status="answered")


def drawings(made: Answer) -> list[PathwayPart]:
    return [part for part in made.parts if isinstance(part, PathwayPart)]


def test_every_way_on_of_every_record_is_told_and_cited(catalogues: dict[str, Catalogue]) -> None:
    for catalogue in catalogues.values():
        for record in catalogue:
            made = answer(catalogue, record.id)
            stated = {link_text(link) for link in (*record.laddering, *record.stacking, *record.links)}
            assert stated <= {citation.quote for citation in made.citations}, record.id
            assert not re.search(r"\bwill (?:count|transfer|be accepted)\b|\bguarantee", made.text), made.text
            assert bool(drawings(made)) == bool(stated or record.prerequisite_of or drawings(made))
            for part in drawings(made):
                ids = {node["id"] for node in part.nodes}
                assert all(edge["source"] in ids and edge["target"] in ids for edge in part.edges)
                assert part.alt


def test_laddering_and_stacking_are_each_explained_once(catalogues: dict[str, Catalogue]) -> None:
    text = answer(catalogues["demo"], "demo-wenderly-dementia-friendly-support").text
    assert (text.count("That is laddering"), text.count("That is stacking")) == (1, 1)


def test_a_possibility_is_told_as_one(catalogues: dict[str, Catalogue]) -> None:
    text = answer(catalogues["bc"], "rru-graduate-certificate-in-project-management").text
    assert "may lead to" in text
    assert "worded as a possibility" in text


def test_a_denied_transfer_is_told(catalogues: dict[str, Catalogue]) -> None:
    made = answer(catalogues["bc"], "uvic-restoration-of-natural-systems-certificate")
    assert "not eligible for university transfer" in made.text
    assert made.text.startswith("The catalogue does not state")


def test_a_larger_credential_adds_its_own_facts(catalogues: dict[str, Catalogue]) -> None:
    made = answer(catalogues["bc"], "rru-graduate-certificate-in-executive-coaching")
    assert "36 credits" in made.text
    assert "rru-master-of-arts-in-executive-and-organizational-coaching#credit" in {item.id for item in made.citations}


def test_nothing_stated_adds_nothing(catalogues: dict[str, Catalogue]) -> None:
    made = answer(catalogues["bc"], "viu-ipca-planning-certificate")
    assert (made.claims, made.text) == ((), "")


def test_a_route_shows_its_sums_with_their_terms(catalogues: dict[str, Catalogue]) -> None:
    catalogue = catalogues["demo"]
    builder = AnswerBuilder()
    assert compose_route(builder, catalogue, goal="demo-stennard-prescribed-burn-support", ranking="cheapest")
    made = builder.build(question="", standalone="", status="answered")
    assert builder.dropped == []
    terms = [claim for claim in made.claims if claim.text.startswith("Fee stated")]
    together = next(claim for claim in made.claims if claim.text == "That makes together $1,530.")
    assert all(len(term.citations) == 1 for term in terms)  # each amount beside the one field that states it
    assert together.citations == tuple(number for term in terms for number in term.citations)
    assert len(together.citations) == 3
    assert made.findings[0].working["totals"]
    assert [node["level"] for node in drawings(made)[0].nodes] == [0, 1, 2]


def test_a_goal_that_is_held_or_unreachable_is_said_so(catalogues: dict[str, Catalogue]) -> None:
    builder = AnswerBuilder()
    goal = "demo-stennard-prescribed-burn-support"
    assert not compose_route(builder, catalogues["demo"], goal=goal, held=(goal,))
    assert not compose_route(builder, catalogues["demo"], goal=goal, wish=lambda record: record.id == goal)
    assert builder.claims == []
