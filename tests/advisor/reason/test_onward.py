"""The ways on of several records, those toward what is asked apart from the rest."""

from __future__ import annotations

from advisor.reason.graph import Pathways
from advisor.reason.onward import ways_on
from corpus.catalogue import Catalogue

FOREST, CARE, VEGETABLES = "nic-coastal-forest-worker-certificate", "camosun-foot-care-nursing", "ufv-field-vegetable-production-essentials"


def test_field_and_kind_narrow_together(bc_catalogue: Catalogue) -> None:
    ways = Pathways(bc_catalogue)

    def toward(*field: str) -> dict[str, list[str]]:
        return {item.record: [step.title for step in item.toward] for item in ways_on(ways, [FOREST, CARE, VEGETABLES], field=field)}

    assert toward() == {FOREST: ["Coastal Forest Technology Diploma"], CARE: [], VEGETABLES: ["Horticulture certificate", "Agriculture diploma"]}
    assert toward("diploma")[VEGETABLES] == ["Agriculture diploma"]
    assert toward("forestry", "diploma")[VEGETABLES] == []
    assert toward("degree") == {FOREST: [], CARE: [], VEGETABLES: []}


def test_every_way_is_either_toward_or_other(bc_catalogue: Catalogue) -> None:
    ways = Pathways(bc_catalogue)
    for item in ways_on(ways, [FOREST, CARE, VEGETABLES], field=["agriculture"]):
        assert {*item.toward, *item.other} <= set(ways.leads_to(item.record))
        assert not set(item.toward) & set(item.other)


def test_a_record_that_is_named_is_all_that_counts(bc_catalogue: Catalogue) -> None:
    ways = Pathways(bc_catalogue)
    science, target = "tru-wildfire-science-certificate", "tru-wildfire-studies-diploma"
    (found,) = ways_on(ways, [science], target=target)
    assert [step.target for step in found.toward] == [target]
    (other,) = ways_on(ways, [science], target="tru-adventure-studies-diploma")
    assert not other.toward
    assert [step.target for step in other.other] == [target]
