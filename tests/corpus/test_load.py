"""Loading: several catalogues at once, all faults at once, and what must not be shown is gone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import CatalogueError, SettingsError
from corpus.load import load_catalogue
from corpus.readers.gathered import read_gathered
from corpus.readers.native import write_records

SOIL: dict[str, Any] = {"id": "tarn-soil", "title": "Soil Care", "institution": "Tarn College"}
LAND: dict[str, Any] = {"id": "tarn-land", "title": "Land Diploma", "institution": "Tarn College"}
GUIDE = "---\nid: {id}\ntitle: Help\ntrust: ours\n---\n## One {{#one}}\n\nText.\n"


def catalogue(folder: Path, *records: dict[str, Any] | str, name: str = "credentials.jsonl") -> str:
    folder.mkdir(exist_ok=True)
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    (folder / name).write_text("\n".join(lines))
    return str(folder)


def link(target: str | None, kind: str = "laddering") -> dict[str, Any]:
    return {kind: [{"title": "Land Diploma", "target": target}]}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    folder = tmp_path / "guide"
    folder.mkdir()
    (folder / "help.md").write_text(GUIDE.format(id="help"))
    return folder


def faults_of(*names: str, **options: Any) -> set[tuple[str, int | None, str | None, str | None]]:
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(names, **options)
    return {(Path(item.file).name, item.line, item.record, item.field) for item in caught.value.faults}


def test_faults_of_all_files_come_at_once(tmp_path: Path, guide: Path) -> None:
    (guide / "odd.md").write_text("no front matter")
    one = catalogue(tmp_path / "one", SOIL, "{", {**SOIL, **link("tarn-gone", "stacking")})
    two = catalogue(tmp_path / "two", "", {**LAND, **link("tarn-lost")}, {"id": "x"}, SOIL, {**LAND, "id": "help"})
    (tmp_path / "two" / "institutions.jsonl").write_text('{"name": "Tarn College", "mood": "good"}')
    assert faults_of(one, two, guidance=guide) == {
        ("odd.md", 1, None, None),
        ("credentials.jsonl", 2, None, None),  # malformed
        ("credentials.jsonl", 3, "tarn-soil", "id"),  # a second time
        ("credentials.jsonl", 4, "tarn-soil", "id"),  # a third time, in the other catalogue
        ("credentials.jsonl", 1, "tarn-soil", "stacking"),  # to no record
        ("credentials.jsonl", 2, "tarn-land", "laddering"),
        ("credentials.jsonl", 3, "x", "title"),
        ("credentials.jsonl", 3, "x", "institution"),
        ("credentials.jsonl", 5, "help", "id"),  # also a document
        ("institutions.jsonl", 1, "Tarn College", "mood"),
    }


def test_a_duplicate_names_where_the_id_stands_first(tmp_path: Path) -> None:
    one = catalogue(tmp_path / "one", LAND, SOIL)
    two = catalogue(tmp_path / "two", SOIL)
    with pytest.raises(CatalogueError) as caught:
        load_catalogue((one, two))
    (fault,) = caught.value.faults
    assert fault.file == str(tmp_path / "two" / "credentials.jsonl")
    assert f"{tmp_path / 'one' / 'credentials.jsonl'}:2" in fault.problem


def test_a_link_may_point_into_another_catalogue(tmp_path: Path) -> None:
    one = catalogue(tmp_path / "one", {**SOIL, **link("tarn-land")})
    two = catalogue(tmp_path / "two", LAND)
    loaded = load_catalogue((one, two), guidance=None)
    assert loaded.led_to_by == {"tarn-land": ("tarn-soil",)}
    assert faults_of(one) == {("credentials.jsonl", 1, "tarn-soil", "laddering")}


def test_a_link_without_a_target_stays_text(tmp_path: Path) -> None:
    loaded = load_catalogue((catalogue(tmp_path / "one", {**SOIL, **link(None)}),), guidance=None)
    assert loaded.evidence("tarn-soil#laddering").text == "Land Diploma"


@pytest.mark.parametrize("kind", ["laddering", "stacking", "links"])
@pytest.mark.parametrize("how", ["argument", "record", "community"])
def test_what_is_withdrawn_is_gone_also_as_a_target(tmp_path: Path, kind: str, how: str) -> None:
    stewardship = {"record": {"withdrawn": True}, "community": {"visibility": "community"}}.get(how, {})
    place = catalogue(tmp_path / "one", {**SOIL, **link("tarn-land", kind)}, {**LAND, "stewardship": stewardship})
    loaded = load_catalogue((place,), withdrawn={"tarn-land"} if how == "argument" else (), guidance=None)
    assert list(loaded.records) == ["tarn-soil"]
    assert getattr(loaded.record("tarn-soil"), kind) == ()
    assert "Land Diploma" not in "\n".join(found.text for found in loaded.stated(loaded.record("tarn-soil")))
    assert loaded.led_to_by == {}


@pytest.mark.parametrize("name", ["credentials.jsonl", "offerings.jsonl", "single.jsonl"])
def test_a_path_may_be_a_folder_of_either_form_or_one_file(tmp_path: Path, name: str) -> None:
    given = {**SOIL, "source_title": "Page", "source_url": "https://tarn.example/"} if name != "credentials.jsonl" else SOIL
    folder = catalogue(tmp_path / "one", given, name=name)
    place = f"{folder}/{name}" if name == "single.jsonl" else folder
    assert list(load_catalogue((place,), guidance=None).records) == ["tarn-soil"]


def test_a_single_file_in_our_own_form(tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "one", {**SOIL, "subject": "Soil"}, name="own.jsonl")
    assert load_catalogue((f"{folder}/own.jsonl",), guidance=None).record("tarn-soil").subject == "Soil"


def test_a_folder_without_a_catalogue_is_a_fault(tmp_path: Path) -> None:
    assert faults_of(str(tmp_path), guidance=None) == {(tmp_path.name, None, None, None)}


def test_an_unknown_name_says_what_is_accepted() -> None:
    with pytest.raises(SettingsError, match=r"There is no catalogue 'bcc'.*bc, demo"):
        load_catalogue(("bcc",))


def test_institutions_are_listed_or_worked_out(tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "one", SOIL, {**LAND, "id": "other", "institution": "Fell Institute of Trades"})
    (tmp_path / "one" / "institutions.jsonl").write_text('{"name": "Tarn College", "aliases": ["TC"]}')
    loaded = load_catalogue((folder,), guidance=None)
    assert loaded.institutions["Tarn College"].aliases == ("TC",)
    assert "FIT" in loaded.institutions["Fell Institute of Trades"].aliases


def test_the_shipped_catalogue_is_sound() -> None:
    loaded = load_catalogue(("bc",))
    assert len(loaded) == 293
    assert sum(record.role == "larger" for record in loaded) == 35
    assert sum(record.is_microcredential for record in loaded) == 75
    assert len(loaded.sections) >= 60
    assert not any(record.invented for record in loaded)


def test_reading_the_shipped_records_again_changes_nothing(tmp_path: Path) -> None:
    records = list(load_catalogue(("bc",)))
    write_records(tmp_path / "credentials.jsonl", records)
    again = load_catalogue((str(tmp_path),), guidance=None)
    assert list(again) == records


def test_gathered_and_native_forms_give_the_same_records(tmp_path: Path) -> None:
    catalogue(tmp_path / "given", {**SOIL, "tuition_cad": 10.5, "notes": ["Bring boots."]}, name="offerings.jsonl")
    records, _ = read_gathered(tmp_path / "given")
    (tmp_path / "own").mkdir()
    write_records(tmp_path / "own" / "credentials.jsonl", records)
    assert list(load_catalogue((str(tmp_path / "own"),), guidance=None)) == records
