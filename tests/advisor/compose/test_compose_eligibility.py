"""Eligibility as told: every entry cited, the learner's words beside it, and no promise."""

from __future__ import annotations

import re

import pytest

from advisor.compose.builder import AnswerBuilder
from advisor.compose.eligibility import asks_for_more, compose_eligibility, told_pieces
from advisor.compose.requirement_words import requirement_clause
from advisor.contract import Answer
from advisor.reason.eligibility import check_eligibility
from advisor.understand.facts import read_facts
from corpus.catalogue import Catalogue
from corpus.load import load_catalogue
from corpus.readers.requirements import read_requirement

PROMISE = re.compile(r"\byou (?:are|would be|will be) (?:eligible|admitted|accepted)|\byou qualify|\byou can get in|\byou will (?:get|be (?:in|admitted|accepted|eligible))\b", re.IGNORECASE)
LEARNERS = (
    "",
    "I'm 17, left school in gr 11, no degree, no red seal, 1 year of work experience, IELTS 5.0 overall, math 10 (D), average around 60",
    "I'm 40, bachelor's degree in nursing, 12 years as a manager, Red Seal plumber, RN, english 12 (A), average around 90",
)


@pytest.fixture(scope="module", params=["bc", "demo"])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return load_catalogue((request.param,))


def answer(catalogue: Catalogue, record_id: str, told: str) -> tuple[Answer, AnswerBuilder]:
    builder = AnswerBuilder(said=told)
    record, facts = catalogue.record(record_id), read_facts(told)
    compose_eligibility(builder, catalogue, record, check_eligibility(record, facts), facts=facts)
    return builder.build(question=told, standalone=told, status="answered"), builder


@pytest.mark.parametrize("told", LEARNERS)
def test_every_entry_of_every_record_is_stated_and_cited_and_nothing_is_promised(catalogue: Catalogue, told: str) -> None:
    for record in catalogue:
        if not record.requirements:
            continue
        made, builder = answer(catalogue, record.id, told)
        assert builder.dropped == []
        assert {item.text for item in record.requirements} <= {citation.quote for citation in made.citations}, record.id
        assert not PROMISE.search(made.text), made.text
        assert all(claim.said is None or claim.said in told for claim in made.claims)
        assert all(claim.finding in {None, made.findings[0].id} for claim in made.claims)
        frames = [piece.frame for part in made.parts for piece in part.pieces if piece.frame]  # type: ignore[union-attr]
        assert not any(re.search(r"\d", frame) for frame in frames)


@pytest.fixture(scope="module")
def bc() -> Catalogue:
    return load_catalogue(("bc",))


def test_what_is_told_stands_beside_what_is_stated(bc: Catalogue) -> None:
    text = answer(bc, "cnc-job-readiness-introduction-to-sustainable-food-production", "Im 32, can I still do that")[0].text
    assert "aged 15-30" in text
    assert "“Im 32”" in text


def test_a_met_rule_appears_to_be_met_and_the_institution_decides(bc: Catalogue) -> None:
    told = "i finished gr 12 w foundations 11 (C), english 12 (C+) and life sciences 11 (C)"
    text = answer(bc, "nvit-environmental-resource-technician-certificate", told)[0].text
    assert text.startswith("From what you told me, you appear to meet")
    assert "Nicola Valley Institute of Technology decides" in text


def test_both_rules_of_a_record_show(bc: Catalogue) -> None:
    told = "I have one year of college and four years at the regional district"
    text = answer(bc, "uvic-local-government-management-professional-specialization-certificate", told)[0].text
    assert "one year of post-secondary" in text
    assert "bachelor's degree plus about two years" in text
    assert "ask which rule holds" in text


def test_intended_learners_are_told_as_no_rule(bc: Catalogue) -> None:
    text = answer(bc, "viu-agroecology", "just have chickens")[0].text
    assert "no prerequisites" in text
    assert "not stated as an entry rule" in text


@pytest.mark.parametrize(
    ("entry", "clause"),
    [
        ("Red Seal automotive technician", "It asks for a Red Seal automotive technician"),
        ("Grade 12 or equivalent", "It asks for Grade 12 or equivalent"),
        ("UFV Diploma in CIS or equivalent", "It asks for a UFV Diploma in CIS or equivalent"),
        ("able to lift 20 kg", "It asks people to be able to lift 20 kg"),
        ("live in Canada; priority to people in BC", "It asks people to live in Canada; priority to people in BC"),
        ("not currently enrolled in high school", "It is for people not currently enrolled in high school"),
        ("open to members of the Tarn community", "It is open to members of the Tarn community"),
        ("no prerequisites", "There are no prerequisites"),
        ("no prior training is needed", "No prior training is needed"),
        ("for woodlot owners", "It is meant for woodlot owners"),
        ("or permission of the Dean", "Another way in is permission of the Dean"),
        ("conditional admission possible with experience", "Conditional admission is possible with experience"),
        ("19 or older by start", "It asks people to be 19 or older by start"),
        ("some courses have prerequisites", "Some courses have prerequisites"),
    ],
)
def test_entries_read_as_sentences_with_their_own_words(entry: str, clause: str) -> None:
    requirement = read_requirement(entry)
    if entry.startswith("for "):
        requirement = requirement.model_copy(update={"strength": "intended", "kind": "intended"})
    assert requirement_clause(requirement) == clause


def test_facts_that_contradict_are_asked_about(bc: Catalogue) -> None:
    told = "I have grade 10, and a master's degree"
    text = answer(bc, "uvic-visitor-and-community-engagement", told)[0].text
    assert "“grade 10” and “master's degree”" in text
    assert "Which is right?" in text


def test_a_list_tells_of_each_offering_only_what_the_learner_told_of(catalogue: Catalogue) -> None:
    told = "I only have grade 10"
    for record in catalogue:
        builder = AnswerBuilder(said=told)
        pieces = told_pieces(builder, catalogue, record, read_facts(told))
        assert bool(pieces) == any("“grade 10”" in claim.text for claim in builder.claims)
        if asks_for_more(record, read_facts(told)):
            assert "as stated" in " ".join(claim.text for claim in builder.claims)
        if not record.requirements:
            assert pieces == []
            assert not builder.findings


def test_a_list_is_silent_on_admission_where_nothing_was_told(catalogue: Catalogue) -> None:
    for record in catalogue:
        builder = AnswerBuilder(said="anything in health?")
        assert told_pieces(builder, catalogue, record, read_facts("anything in health?")) == []
        assert not asks_for_more(record, read_facts("anything in health?"))
