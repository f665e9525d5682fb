"""``advisor show``: the catalogue's own words under an id, independent of any question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.fields import FIELDS
from corpus.load import SHIPPED, load_catalogue

RECORD = "ubc-forest-health-management"


def test_a_record_gives_its_fields(advisor) -> None:
    code, _, err = outcome = advisor("show", RECORD, "--json")
    (entry,) = outcome.objects
    assert (code, err) == (0, "")
    line = next(line for line in (SHIPPED["bc"] / "credentials.jsonl").open() if json.loads(line)["id"] == RECORD)
    stored = json.loads(line)
    assert {key: entry[key] for key in ("id", "title", "institution", "delivery", "timing")} == {
        key: stored[key] for key in ("id", "title", "institution", "delivery", "timing")
    }
    assert entry["fee"] is None  # not stated
    assert entry["invented"] is False
    assert entry["duration"] == {"hours": "60", "text": stored["duration"]["text"]}
    assert set(entry["fields"]) <= set(FIELDS)
    assert entry["fields"]["delivery"] == "online"
    assert "fee" not in entry["fields"]


def test_a_field_and_a_section_give_their_text(advisor) -> None:
    catalogue = load_catalogue(("bc",))
    section = next(iter(catalogue.sections))
    ids = [f"{RECORD}#delivery", f"{RECORD}#start_dates", section]
    code, _, err = outcome = advisor("show", *ids, "--json")
    assert (code, err) == (0, "")
    assert [set(entry) for entry in outcome.objects] == [{"id", "text", "title", "url", "as_of"}] * 3
    assert [entry["id"] for entry in outcome.objects] == ids
    assert [entry["text"] for entry in outcome.objects] == [catalogue.evidence(wanted).text for wanted in ids]


def test_a_document_gives_its_sections(advisor) -> None:
    (entry,) = advisor("show", "plar", "--json").objects
    assert entry["id"] == "plar"
    assert entry["fields"]["what-it-looks-at"] == advisor("show", "plar#what-it-looks-at", "--json").objects[0]["text"]


def test_ids_come_from_standard_input_too(advisor) -> None:
    stdin = f"{RECORD}#delivery\r\n\n  plar#what-it-looks-at \n".encode()
    outcome = advisor("show", "-", RECORD, "--json", stdin=stdin)
    assert [entry["id"] for entry in outcome.objects] == [f"{RECORD}#delivery", "plar#what-it-looks-at", RECORD]


@pytest.mark.parametrize("wanted", ["no-such", f"{RECORD}#fee", f"{RECORD}#price", "a#b#c", "\x1b[31m", "x" * 20_000])
def test_an_unknown_id_is_one_line_and_the_others_are_shown(advisor, wanted: str) -> None:
    code, _, err = outcome = advisor("show", wanted, RECORD, "--json")
    assert code == 1
    assert [entry["id"] for entry in outcome.objects] == [RECORD]
    assert err.startswith("advisor: ")
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_a_withdrawn_record_is_not_shown(advisor, tmp_path: Path) -> None:
    record = {"id": "tarn-soil", "title": "Soil", "institution": "Tarn", "stewardship": {"withdrawn": True}}
    (tmp_path / "credentials.jsonl").write_text(json.dumps(record))
    code, out, _ = advisor("show", "tarn-soil", "tarn-soil#title", "--json", "--catalogue", str(tmp_path))
    assert (code, out) == (1, "")


def test_the_list_names_everything_once(advisor) -> None:
    catalogue = load_catalogue(("bc",))
    entries = advisor("show", "--list", "--json").objects
    assert [entry["id"] for entry in entries] == [*catalogue.records, *catalogue.sections]
    assert len(advisor("show", "--list").out.splitlines()) == len(entries)


def test_people_read_every_stated_field_and_its_source(advisor) -> None:
    out = advisor("show", RECORD).out
    (entry,) = advisor("show", RECORD, "--json").objects
    for text in entry["fields"].values():
        assert " ".join(text.split()) in " ".join(out.split())
    assert entry["source"]["title"] in out
    assert "\x1b" not in out  # no colour where there is no terminal


def test_an_invented_record_says_so(advisor, tmp_path: Path) -> None:
    record = {"id": "tarn-soil", "title": "Soil", "institution": "Tarn", "invented": True}
    (tmp_path / "credentials.jsonl").write_text(json.dumps(record))
    assert "(invented)" in advisor("show", "tarn-soil", "--catalogue", str(tmp_path)).out
    (entry,) = advisor("show", "tarn-soil", "--json", "--catalogue", str(tmp_path)).objects
    assert entry["invented"] is True


def test_a_faulty_catalogue_lists_all_its_faults(advisor, tmp_path: Path) -> None:
    (tmp_path / "credentials.jsonl").write_text('{"id": "a", "title": "T"}\n{\n')
    code, out, err = advisor("show", "a", "--catalogue", str(tmp_path))
    assert (code, out) == (1, "")
    assert "credentials.jsonl:1: a#institution" in err
    assert "credentials.jsonl:2: is no JSON" in err


def test_an_unknown_catalogue_is_named(advisor) -> None:
    code, _, err = advisor("show", "a", "--catalogue", "bcc")
    assert code == 2
    assert "'bcc'" in err
    assert "bc, demo" in err
