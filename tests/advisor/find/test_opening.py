"""Opening the index of the catalogues served, whatever state it is in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from advisor.find.opening import (
    catalogue_index_state,
    index_name,
    open_catalogue_index,
    update_catalogue_index,
)
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.load import load_catalogue
from corpus.settings import Settings, resolve_settings


def small(*titles: str) -> Catalogue:
    records = [Credential(id=f"r{number}", title=title, institution="Tarn") for number, title in enumerate(titles)]
    return Catalogue(records=records, institutions=[], sections=[])


def test_each_choice_of_catalogues_has_its_own_index(tmp_path: Path) -> None:
    one, two = str(tmp_path / "one"), str(tmp_path / "two")
    names = [index_name(Settings(catalogue=choice)) for choice in ("bc", "demo", "bc,demo", one, two, f"bc,{one}")]
    assert names[:3] == ["bc", "demo", "bc-demo"]
    assert len(set(names)) == len(names)


def test_a_missing_index_is_built_and_a_stale_one_brought_up_to_date(settings: Settings) -> None:
    told: list[str] = []
    catalogue = small("Soil Care", "Welding")
    assert catalogue_index_state(catalogue, settings) == "missing"
    assert set(open_catalogue_index(catalogue, settings).ids) >= {"r0", "r1", "r0#title"}
    assert catalogue_index_state(catalogue, settings) == "fresh"
    changed = small("Soil Care")
    assert catalogue_index_state(changed, settings) == "stale"
    search = open_catalogue_index(changed, settings, progress=lambda stage, *_: told.append(stage))
    assert "r1" not in search.ids
    assert told


@pytest.mark.parametrize("damage", ["cut", "altered", "pointer"])
def test_a_damaged_index_is_built_anew(settings: Settings, damage: str) -> None:
    catalogue = small("Soil Care", "Welding")
    update_catalogue_index(catalogue, settings)
    folder = settings.index_dir / index_name(settings)
    pointer = folder / "pointer.json"
    if damage == "pointer":
        pointer.write_bytes(pointer.read_bytes()[:20])
    else:
        file = folder / json.loads(pointer.read_text())["generation"] / "vectors.npy"
        data = file.read_bytes()
        file.write_bytes(data[:-8] if damage == "cut" else data[:-8] + b"\x00\x01\x02\x03\x04\x05\x06\x07")
    assert set(open_catalogue_index(catalogue, settings).ids) >= {"r0", "r0#title", "r1", "r1#title"}
    assert catalogue_index_state(catalogue, settings) == "fresh"


def test_the_shipped_catalogue_is_found_through_it(bc_settings: Settings) -> None:
    search = open_catalogue_index(load_catalogue(("bc",)), bc_settings)
    hits = search.search("insects and disease in forests", k=5, kinds={"record"})
    assert "ubc-forest-health-management" in [hit.id for hit in hits]


def test_the_index_is_the_same_from_any_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "cat").mkdir()
    monkeypatch.chdir(tmp_path)
    assert index_name(resolve_settings(catalogue="cat")) == index_name(resolve_settings(catalogue=str(tmp_path / "cat")))
