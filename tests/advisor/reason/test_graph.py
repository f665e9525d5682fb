"""The graph of ways on: kinds kept apart, titles resolved, what comes first."""

from __future__ import annotations

from advisor.reason.graph import Pathways
from corpus.credential import Credential, Link
from corpus.load import load_catalogue
from corpus.readers.requirements import read_requirements


def test_kinds_are_kept_apart_and_a_title_that_is_no_record_is_a_node() -> None:
    one = Credential(
        id="one",
        title="One",
        institution="Tarn",
        laddering=(Link(title="Diploma in Two", institution="Tarn", how="counts"),),
        stacking=(Link(title="Elsewhere Award", institution="Other", how="stacks"),),
    )
    two = Credential(id="two", title="Two Diploma", institution="Tarn")
    steps = Pathways([one, two]).leads_to("one")
    assert [(step.kind, step.target == "two") for step in steps] == [("laddering", True), ("stacking", False)]


def test_a_prerequisite_stated_by_both_records_is_one_way_on() -> None:
    first = Credential(id="first", title="Trail Work (LAND 030)", institution="Tarn", prerequisite_of=("LAND 040 (Trail Design)", "Trail Design (LAND 040)"))
    second = Credential(id="second", title="Trail Design (LAND 040)", institution="Tarn", requirements=read_requirements(["LAND 030"]))
    steps = Pathways([first, second]).leads_to("first")
    assert [(step.kind, step.target, step.must) for step in steps] == [("prerequisite", "second", True)]


def test_an_alternative_is_a_way_in_and_no_must() -> None:
    first = Credential(id="first", title="Certificate in Small Boats", institution="Tarn")
    second = Credential(id="second", title="Diploma", institution="Tarn", requirements=read_requirements(["Certificate in Small Boats; or", "Grade 12"]))
    second = second.model_copy(update={"requirements": tuple(item.model_copy(update={"credential": "Certificate in Small Boats"}) if place == 0 else item for place, item in enumerate(second.requirements))})
    steps = Pathways([first, second]).leads_here("second")
    assert [step.must for step in steps] == [False]


def test_every_link_of_the_shipped_catalogues_is_in_the_graph() -> None:
    for name in ("bc", "demo"):
        catalogue = load_catalogue((name,))
        ways = Pathways(catalogue)
        for record in catalogue:
            links = (*record.laddering, *record.stacking, *record.links)
            told = [step.title for step in ways.leads_to(record.id) if step.kind != "prerequisite"]
            assert told == [link.title for link in links if link.target != record.id]
