"""What people take with them: facts as JSON, and a cited brief in Word. Nothing of a shortlist is kept."""

from __future__ import annotations

import io
import json

import docx
import pytest
from fastapi.testclient import TestClient

from advisor.explore.brief import BRIEF_FIELDS, brief_of
from corpus.fields import field_text
from corpus.load import load_catalogue
from ui.web.explorer.document import brief_document
from ui.web.explorer.shortlist import MOST, facts_of, read_shortlist
from ui.web.explorer.words import explorer_words

FOREST = "ubc-forest-health-management"
TEA = "tea-creek-indigenous-trades-food-sovereignty-training"


def paragraphs(body: bytes) -> list[str]:
    return [item.text for item in docx.Document(io.BytesIO(body)).paragraphs]


def post(client: TestClient, listed: object):
    return client.post("/explore/brief.docx", data={"shortlist": listed if isinstance(listed, str) else json.dumps(listed)})


def test_the_brief_states_cites_and_keeps_notes_apart(client: TestClient, advisor) -> None:
    answer = post(client, [{"id": FOREST, "note": "Ask about the fee.\nAnd the <date>."}, {"id": TEA, "note": ""}])
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="shortlist-')
    told = paragraphs(answer.content)
    text = "\n".join(told)
    for name in (FOREST, TEA):
        record = advisor.catalogue.record(name)
        assert f"{record.title}, {record.institution}" in told
        for field in BRIEF_FIELDS:
            if stated := field_text(record, field):
                assert stated.replace("\n", "; ") in text, field
    assert "Not stated: fee, credit, prior learning (PLAR), partners, Indigenous focus, supports" in told
    assert "Note: Ask about the fee.\nAnd the <date>." in text
    facts = [line for line in told if ": " in line and line.endswith("]")]
    sources = [line for line in told if line.startswith("[")]
    numbers = {int(line.rsplit("[", 1)[1][:-1]) for line in facts}
    assert numbers == set(range(1, len(sources) + 1))
    assert any("2024 fall" in line or "fall 2024" in line for line in sources)
    assert "Stewardship: Belongs to: not recorded. May be seen by: everyone. Next review: not recorded." in told


def test_notes_in_any_script_and_with_what_word_cannot_hold(client: TestClient) -> None:
    answer = post(client, [{"id": FOREST, "note": "W̱SÁNEĆ xʷməθkʷəy̓əm \x00\x0b\ud83d\ude00\ufffe"}])
    assert any("W̱SÁNEĆ xʷməθkʷəy̓əm 😀" in line for line in paragraphs(answer.content))


def test_what_is_no_longer_there_is_counted_and_not_named(client: TestClient) -> None:
    told = "\n".join(paragraphs(post(client, [{"id": FOREST}, {"id": "gone-one"}]).content))
    assert "1 of the records asked for are no longer in the catalogue." in told
    assert "gone-one" not in told


@pytest.mark.parametrize(
    "listed",
    ["", "nonsense", "[]", "{}", [{"id": ""}], [{"note": "x"}], [{"id": "a", "more": 1}], [{"id": "a", "note": "x" * 2001}], [{"id": str(n)} for n in range(MOST + 1)]],
)  # fmt: skip
def test_a_list_that_is_none_is_refused(client: TestClient, listed: object) -> None:
    assert post(client, listed).status_code == 422


def test_each_record_counts_once() -> None:
    listed = read_shortlist(json.dumps([{"id": "a", "note": "one"}, {"id": "a", "note": "two"}]))
    assert [(item.id, item.note) for item in listed or ()] == [("a", "two")]


def test_facts_are_those_of_the_catalogue_in_the_order_asked_for(client: TestClient, advisor) -> None:
    told = client.get("/explore/records.json", params={"id": [TEA, "gone", FOREST]}).json()["records"]
    assert [record["id"] for record in told] == [TEA, FOREST]
    for record in told:
        for fact in record["facts"]:
            assert fact["text"] == advisor.catalogue.evidence(fact["id"]).text


def test_too_many_at_once_are_refused(client: TestClient) -> None:
    assert client.get("/explore/records.json", params={"id": ["a"] * 31}).status_code == 422


def test_nothing_of_a_shortlist_is_written(client: TestClient, bc_settings) -> None:
    note = "a note that nobody must keep 4711"
    assert post(client, [{"id": FOREST, "note": note}]).status_code == 200
    files = [path for path in bc_settings.home.rglob("*") if path.is_file()]
    assert [path for path in files if note.encode() in path.read_bytes()] == []


def test_an_invented_record_says_so_and_an_owner_is_named() -> None:
    demo = load_catalogue(("demo",))
    record = next(item for item in demo if item.stewardship.owner and item.role == "offering")
    body = brief_document(facts_of(demo, [record.id]), {}, explorer_words("en"), site="Site", date="2026-01-01", missing=0)
    told = paragraphs(body)
    assert "Invented example: not a real offering." in told
    assert any(f"Belongs to: {record.stewardship.owner}." in line for line in told)
    assert brief_of(demo, record).stewardship.owner == record.stewardship.owner
