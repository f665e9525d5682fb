"""The gathered form: nothing vanishes, nothing is guessed, and the table in docs/ tells the truth."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from corpus.credential import Credential
from corpus.fields import FIELDS, field_text
from corpus.numbers import numbers_in
from corpus.readers import gathered
from corpus.readers.gathered import read_gathered

DOCUMENT = Path(__file__).parents[3] / "docs" / "catalogue-mapping.md"
BARE = {"id": "tarn-soil", "title": "Soil Care", "institution": "Tarn College"}
#: a telltale value for every key of an offering
FULL: dict[str, Any] = {
    **BARE,
    "institution_type": "invented college",
    "credential_type": "micro-certificate with badge",
    "subject_area": "Agriculture / soil",
    "summary": "Looks after soil.",
    "competencies": ["dig a pit", "read a profile"],
    "duration_hours": 60,
    "duration_text": "160 minutes a day",
    "delivery_mode": "multiple",
    "timing": "both",
    "location": "Tarn Lake",
    "credit_bearing": False,
    "credits": 4.5,
    "tuition_cad": 799.41,
    "tuition_text": "with books, plus a $35 application fee",
    "eligibility": ["own boots", "19 years of age"],
    "eligibility_stated": True,
    "assessment": "a soil log",
    "stacks_into": [
        {"title": "Diploma in Land", "institution": "Tarn College", "how": "credits count toward it"},
        {"title": "Soil Master", "how": "stacks with two others"},
        {"title": "Work on farms", "institution": None, "how": None},
    ],
    "prerequisite_of": ["Soil Care 2"],
    "plar": "a challenge exam",
    "industry_partners": ["Acme Farms"],
    "indigenous_focus": "made with an invented community",
    "supports": ["bursary desk"],
    "next_steps": ["ring the desk"],
    "contact": "desk@tarn.example",
    "start_dates": ["May 2031"],
    "funding": "a grant of the farm board",
    "source_url": "https://tarn.example/soil",
    "source_title": "Soil page",
    "source_date": "fall 2030",
    "confidence": "low",
    "field_sources": {
        "tuition_cad": {"url": "https://tarn.example/fees", "date": "2029", "carried_from": None, "note": "from a scan"},
        "stacks_into": {"url": "https://tarn.example/paths", "date": None, "carried_from": "offerings.jsonl"},
    },
    "notes": ["Meets on Zoom. The link was replaced by hand."],
    "made_of": "three parts",
    "context": [{"text": "Tarn College has a farm", "url": "https://tarn.example/farm", "date": "2028"}],
    "previous_source_url": "https://tarn.example/old",
    "institution_region": "Interior",
    "region": "North",
    "status": "past",
    "new_in_v2": True,
}
LARGER: dict[str, Any] = {
    "id": "tarn-land",
    "title": "Land Diploma",
    "institution": "Tarn College",
    "credential_type": "diploma",
    "credits": 60,
    "duration": "two years",
    "facts": "Follows on from soil care.",
    "source_url": "https://tarn.example/land",
}


def read(folder: Path, *offerings: dict[str, Any], larger: list[dict[str, Any]] | None = None) -> list[Credential]:
    write(folder, *offerings, larger=larger)
    records, faults = read_gathered(folder)
    assert faults == []
    return records


def write(folder: Path, *offerings: Any, larger: list[dict[str, Any]] | None = None) -> None:
    lines = [item if isinstance(item, str) else json.dumps(item) for item in offerings]
    (folder / "offerings.jsonl").write_text("\n".join(lines))
    if larger is not None:
        (folder / "larger_credentials.jsonl").write_text("\n".join(json.dumps(item) for item in larger))


def table(section: str) -> dict[str, list[str]]:
    """key -> fields, from the document's table of one file."""
    text = DOCUMENT.read_text(encoding="utf-8").partition(f"## `{section}`")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([a-z_0-9]+)` \| ([^|]+) \|", text, flags=re.MULTILINE)
    return {key: re.findall(r"`([a-z_.]+)`", fields) for key, fields in rows}


def leaves(value: Any) -> list[Any]:
    """Every value that is neither null nor a container."""
    if isinstance(value, dict):
        return [leaf for item in value.values() for leaf in leaves(item)]
    if isinstance(value, list):
        return [leaf for item in value for leaf in leaves(item)]
    return [] if value is None else [value]


def holds(place: Any, leaf: Any) -> bool:
    """Whether a part of a record says what was given."""
    found = json.dumps(place, ensure_ascii=False) if not isinstance(place, str) else place
    if isinstance(leaf, bool):
        return json.dumps(leaf) in found
    if isinstance(leaf, (int, float)):
        return Decimal(str(leaf)) in numbers_in(found)
    return all(sentence.strip(". ") in found for sentence in leaf.split(". "))


def at(record: Credential, path: str) -> Any:
    value: Any = record.model_dump(mode="json")
    for name in path.split("."):
        value = value[name]
    return value


@pytest.mark.parametrize(
    ("section", "model"), [("offerings.jsonl", gathered._Offering), ("larger_credentials.jsonl", gathered._Larger)]
)
def test_the_document_has_a_row_for_every_key_and_no_other(section: str, model: Any) -> None:
    assert set(table(section)) == set(model.model_fields)


def test_the_fixture_has_a_value_for_every_key() -> None:
    assert set(FULL) == set(gathered._Offering.model_fields)
    assert set(LARGER) == set(gathered._Larger.model_fields)


@pytest.mark.parametrize("key", FULL)
def test_each_key_arrives_where_the_document_says(tmp_path: Path, key: str) -> None:
    (record,) = read(tmp_path, {**BARE, key: FULL[key]})
    places = [at(record, path) for path in table("offerings.jsonl")[key]]
    assert [leaf for leaf in leaves(FULL[key]) if not holds(places, leaf)] == []


@pytest.mark.parametrize("key", LARGER)
def test_each_key_of_a_larger_credential_arrives_too(tmp_path: Path, key: str) -> None:
    (record,) = read(tmp_path, larger=[{**BARE, key: LARGER[key]}])
    assert record.role == "larger"
    assert any(holds(at(record, path), LARGER[key]) for path in table("larger_credentials.jsonl")[key])


def test_every_stated_fact_can_be_cited(tmp_path: Path) -> None:
    """Each fact for learners is in the text of a field; the rest is provenance or a source."""
    (record,) = read(tmp_path, FULL)
    texts = "\n".join(filter(None, (field_text(record, field) for field in FIELDS)))
    texts = texts.replace("multiple formats", "multiple").replace("both synchronous and asynchronous", "both")
    behind = {"id", "institution_type", "institution_region", "eligibility_stated", "confidence", "field_sources", "source_url",
              "source_title", "source_date", "previous_source_url", "new_in_v2", "context", "credit_bearing"}  # fmt: skip
    said = [leaf for key, value in FULL.items() if key not in behind for leaf in leaves(value)]
    said.remove("Meets on Zoom. The link was replaced by hand.")
    said += ["Meets on Zoom.", "Tarn College has a farm", "non-credit", "160", "35"]
    assert [leaf for leaf in said if not holds(texts, leaf)] == []
    assert "replaced by hand" not in texts
    assert record.provenance.editor_notes == ("The link was replaced by hand.",)


def test_what_is_not_given_is_not_stated(tmp_path: Path) -> None:
    (record,) = read(tmp_path, BARE)
    assert [field for field in FIELDS if field_text(record, field)] == ["title", "institution"]
    assert (record.credit, record.fee, record.duration, record.status) == (None, None, None, "unknown")


def test_each_field_keeps_its_own_source(tmp_path: Path) -> None:
    (record,) = read(tmp_path, FULL)
    assert (record.source_of("fee").url, record.source_of("fee").date) == ("https://tarn.example/fees", "2029")
    assert record.source_of("fee").title == "Soil page"
    for field in ("laddering", "stacking", "links"):
        assert record.source_of(field).url == "https://tarn.example/paths"
    assert record.source_of("context").date == "2028"
    assert record.source_of("summary") == record.source


def test_every_fault_is_reported_at_its_line(tmp_path: Path) -> None:
    write(
        tmp_path,
        BARE,
        "{",
        {**BARE, "id": "a", "delivery_mode": "post", "mood": 1, "tuition_cad": "many"},
        {"id": "b", "title": "T"},
        {**BARE, "id": "c", "confidence": "sure"},
        {**BARE, "id": "d", "field_sources": {"prise": {"url": "https://tarn.example/"}}},
        {**BARE, "id": "e", "stacks_into": [{"how": "somehow"}]},
        larger=[{"id": "f"}],
    )
    records, faults = read_gathered(tmp_path)
    assert [record.id for record in records] == ["tarn-soil"]
    assert {(Path(fault.file).name, fault.line, fault.record, fault.field) for fault in faults} == {
        ("offerings.jsonl", 2, None, None),
        ("offerings.jsonl", 3, "a", "delivery_mode"),
        ("offerings.jsonl", 3, "a", "mood"),
        ("offerings.jsonl", 3, "a", "tuition_cad"),
        ("offerings.jsonl", 4, "b", "institution"),
        ("offerings.jsonl", 5, "c", "confidence"),
        ("offerings.jsonl", 6, "d", "field_sources"),
        ("offerings.jsonl", 7, "e", "stacks_into.0.title"),
        ("larger_credentials.jsonl", 1, "f", "title"),
        ("larger_credentials.jsonl", 1, "f", "institution"),
    }


def test_a_way_on_points_at_a_record_only_where_it_plainly_is_one(tmp_path: Path) -> None:
    links = [
        {"title": "Diploma in Land", "institution": "Tarn College", "how": "credits transfer into it"},
        {"title": "Land Diploma", "institution": "Other College", "how": "credits transfer into it"},
        {"title": "Land Degree", "institution": "Tarn College", "how": "credits transfer into it"},
        {"title": "Soil Care", "institution": "Tarn College", "how": "credits transfer into it"},  # itself
    ]
    soil, _ = read(tmp_path, {**BARE, "stacks_into": links}, larger=[LARGER])
    assert [link.target for link in soil.laddering] == ["tarn-land", None, None, None]
    assert [link.title for link in soil.laddering] == [link["title"] for link in links]


@pytest.mark.parametrize(
    ("amount", "text", "covers", "said"),
    [
        (850, "$850", "tuition", "$850"),
        (850, None, "tuition", "$850"),
        (0, "free to the 2022 cohort", "tuition", "free to the 2022 cohort"),
        (None, "$500 per course", "per-course", "$500 per course"),
        (None, "$120 per credit", "per-credit", "$120 per credit"),
        (3500, "$3,500 total", "total", "$3,500 total"),
        (850, "fee of 2022", "tuition", "$850; fee of 2022"),
        (1850, "$850 of it by grant", "tuition", "$1,850; $850 of it by grant"),
        (None, "application fee $35", "other", "application fee $35"),
    ],
)
def test_fees(tmp_path: Path, amount: float | None, text: str | None, covers: str, said: str) -> None:
    (record,) = read(tmp_path, {**BARE, "tuition_cad": amount, "tuition_text": text})
    assert record.fee is not None
    assert (record.fee.amount, record.fee.covers) == (amount, covers)
    assert field_text(record, "fee") == said


def test_units_are_not_called_credits(tmp_path: Path) -> None:
    one, other = read(
        tmp_path, {**BARE, "credits": 6, "duration_text": "four courses (6 units)"}, {**BARE, "id": "b", "credits": 6}
    )
    assert (field_text(one, "credit"), field_text(other, "credit")) == ("6 units", "6 credits")
