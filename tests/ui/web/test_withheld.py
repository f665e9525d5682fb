"""A record that is withdrawn or kept for a community is nowhere: not on any surface, not in any export, not in the index.

Every field of the hidden records holds one word that no test ever types, so wherever it shows up, something leaked.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from advisor.find.opening import index_name, open_catalogue_index
from advisor.understand.understanding import Filter
from corpus.catalogue import Catalogue
from corpus.load import read_catalogue
from corpus.settings import Settings, resolve_settings
from corpus.stewardship import record_decision
from index.forget import forget_groups
from index.search import HybridSearch
from ui.terminal.main import run
from ui.web.app import build_app

WORD = "ardeaquill"


def hidden(name: str, **stewardship: object) -> dict[str, Any]:
    """A record about herons whose every field holds the word."""
    place = {"location": f"Terrace {WORD}", "region": "North Coast", "delivery": "in-person", "subject": f"Herons {WORD}"}
    return {
        "id": name, "title": f"Heron Counting {WORD} {name}", "institution": f"Wader Society {WORD} {name}", "type": f"micro-credential {WORD}",
        "summary": f"Counting herons at dusk {WORD}.", "competencies": [f"count herons {WORD}"], "partners": [f"Heron Nation {WORD}"],
        "indigenous_focus": f"Indigenous-led {WORD}", "fee": {"amount": "45", "text": f"$45 {WORD}"}, "contact": f"herons@{WORD}.example",
        "duration": {"hours": "12", "text": f"12 hours {WORD}"}, "plar": f"Elders' knowledge counts {WORD}", "supports": [f"meals {WORD}"],
        "requirements": [{"kind": "other", "text": f"like herons {WORD}"}], "notes": [f"quiet boots {WORD}"], "start_dates": [f"May {WORD}"],
        "source": {"title": f"Heron page {WORD}", "url": f"https://{WORD}.example/", "date": "2026"}, "stewardship": stewardship, **place,
    }  # fmt: skip


HIDDEN = [hidden("by-operator"), hidden("by-itself", withdrawn=True), hidden("for-community", visibility="community", owner=f"Heron Nation {WORD}")]
OPEN = [
    {
        "id": "tarn-ducks", "title": "Duck Counting", "institution": "Tarn College", "type": "micro-credential", "summary": "Counting ducks at dawn.",
        "subject": "Ducks", "location": "Terrace", "region": "North Coast", "delivery": "in-person", "source": {"title": "Duck page", "date": "2026"},
        "laddering": [{"title": f"Heron Counting {WORD} {record['id']}", "institution": record["institution"], "target": record["id"]} for record in HIDDEN],
        "links": [{"title": record["title"], "institution": record["institution"], "how": f"next {WORD}"} for record in HIDDEN],
    },
    {"id": "tarn-geese", "title": "Goose Counting", "institution": "Tarn College", "type": "certificate", "summary": "Counting geese.", "subject": "Geese"},
]  # fmt: skip
QUESTIONS = [
    "what bird counting is there near Terrace?", "heron counting", "tell me about Heron Counting at the Wader Society", "how much does the heron course cost",
    "compare heron counting and duck counting", "what does duck counting lead to", "who can tell me about heron counting", "is there anything Indigenous-led near Terrace",
    "can Elders' knowledge count as prior learning for counting birds", "what is offered near Terrace, what is missing, led by whom", "what courses does the Wader Society have",
]  # fmt: skip

#: an answer that was approved while its record could be seen
APPROVED = f"""---
question: heron counting
reviewer: Ada
reviewed: 2026-01-01
---
Counting herons at dusk {WORD} [by-operator#summary].
"""


def catalogue_of(folder: Path, records: list[dict[str, Any]]) -> str:
    folder.mkdir()
    (folder / "credentials.jsonl").write_text("\n".join(map(json.dumps, records)))
    return str(folder)


@pytest.fixture(scope="module")
def own(bc_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A catalogue of its own in a home of its own, the first record withdrawn by the operator."""
    place = tmp_path_factory.mktemp("withheld")
    (place / "home").mkdir()
    (place / "home" / "models").symlink_to(bc_settings.model_dir)
    own = resolve_settings({}, home=place / "home", catalogue=catalogue_of(place / "cat", [*HIDDEN, *OPEN]), rate_limit=100_000)
    (own.home / "approved").mkdir()
    (own.home / "approved" / "herons.md").write_text(APPROVED)
    record_decision(own, record="by-operator", action="withdraw", by="Ada", why="asked by its owner")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ADVISOR_HOME", str(own.home))
        patch.setenv("ADVISOR_CATALOGUE", own.catalogue)
        yield own


@pytest.fixture(scope="module")
def advisor(own: Settings) -> Advisor:
    return Advisor.open(own)


@pytest.fixture(scope="module")
def web(own: Settings, advisor: Advisor) -> Iterator[TestClient]:
    with TestClient(build_app(advisor, own), base_url="http://127.0.0.1") as client:
        yield client


def test_the_test_can_fail(settings: Settings, own: Settings) -> None:
    """Without withholding, these questions find the herons."""
    records, institutions, _ = read_catalogue(Path(own.catalogue))
    everything = Catalogue(records=records, institutions=institutions, sections=())
    elsewhere = settings.model_copy(update={"catalogue": own.catalogue})
    loose = Advisor(everything, open_catalogue_index(everything, elsewhere), settings=elsewhere)
    told = "".join(loose.answer(question)[0].model_dump_json() for question in QUESTIONS)
    assert told.count(WORD) > 20


def test_ask(advisor: Advisor) -> None:
    for question in QUESTIONS:
        answer, after = advisor.answer(question)
        assert WORD not in answer.model_dump_json() + after.model_dump_json(), question


def test_chat_also_when_an_older_conversation_was_about_it(advisor: Advisor) -> None:
    conversation = Conversation(
        focus=("by-operator", "for-community"), shown=("by-itself",), topic="herons", candidates=("by-operator",), pending="how much is it",
        filters=(Filter(field="institution", op="eq", value=HIDDEN[0]["institution"], said="wader"),),
    )  # fmt: skip
    for message in ("the first one", "how much is it", "and what does it lead to", "compare them"):
        events = "".join(event.model_dump_json() for event in advisor.stream(message, conversation))
        assert WORD not in events, message


@pytest.mark.parametrize("arguments", [["show", "by-operator"], ["show", "by-itself#summary", "for-community"], ["show", "--list"], ["show", "tarn-ducks", "--json"], ["ask", "heron counting"], ["doctor", "--port", "0"], ["index"], ["pathway", "by-itself"], ["pathway", "tarn-ducks"], ["compare", "by-operator", "tarn-ducks"], ["draft", "-"]])
def test_the_command_line(own: Settings, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"How much is heron counting, and what is near Terrace?")))
    run(arguments)
    told = capsys.readouterr()
    assert told.out + told.err
    assert WORD not in told.out + told.err


def test_rest(web: TestClient) -> None:
    for question in QUESTIONS:
        for accept in ("application/json", "application/x-ndjson"):
            answer = web.post("/api/ask", json={"message": question}, headers={"accept": accept})
            assert answer.status_code == 200
            assert WORD not in answer.text, question
    for record in ("by-operator", "by-itself", "for-community"):
        for field in ("title", "summary", "contact"):
            answer = web.get("/api/evidence", params={"id": f"{record}#{field}"})
            assert (answer.status_code, WORD in answer.text) == (404, False)
    assert WORD not in web.get("/health").text


def test_the_plain_page(web: TestClient) -> None:
    for question in QUESTIONS:
        assert WORD not in web.get("/plain", params={"q": question}).text, question


@pytest.mark.parametrize(
    "path",
    [
        "/explore", "/explore?q=heron", "/explore?q=counting+birds", "/explore?community=terrace", "/explore?involvement=led", "/explore?cost=up-to-500",
        "/explore/near?place=Terrace", "/explore/near?place=Terrace&topic=herons", "/explore/together", "/explore/record/tarn-ducks",
        "/explore/compare?id=by-operator&id=tarn-ducks", "/explore/compare?id=by-itself&id=for-community",
        "/explore/compare?id=tarn-ducks&id=tarn-geese&id=by-operator", "/explore/records.json?id=by-operator&id=by-itself&id=for-community&id=tarn-ducks",
    ],
)  # fmt: skip
def test_the_explorer(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code == 200
    assert WORD not in answer.text


def test_the_explorer_counts_only_what_it_shows(web: TestClient) -> None:
    assert "All 2 offerings" in web.get("/explore").text
    assert "North Coast: 1 offering" in web.get("/explore").text


@pytest.mark.parametrize("record", ["by-operator", "by-itself", "for-community"])
def test_a_shared_address_of_it_says_what_any_wrong_address_says(web: TestClient, record: str) -> None:
    gone, never = web.get(f"/explore/record/{record}"), web.get("/explore/record/never-was")
    assert (gone.status_code, gone.text) == (404, never.text)


def test_exports(web: TestClient) -> None:
    listed = [{"id": record, "note": "mine"} for record in ("by-operator", "by-itself", "for-community", "tarn-ducks")]
    body = web.post("/explore/brief.docx", data={"shortlist": json.dumps(listed)}).content
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        assert [name for name in parts.namelist() if WORD.encode() in parts.read(name)] == []
        assert b"Duck Counting" in parts.read("word/document.xml")


def holding(folder: Path) -> list[str]:
    """Files under a folder that hold the word, also inside numpy's archives."""
    found = []
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        data = path.read_bytes()
        if path.suffix == ".npz":
            with np.load(path, allow_pickle=False) as arrays:
                data += b"".join(np.ascontiguousarray(arrays[name]).tobytes() for name in arrays)
        if WORD[:9].encode() in data or WORD[:9].encode("utf-32-le") in data:
            found.append(str(path.relative_to(folder)))
    return found


@pytest.mark.usefixtures("advisor")
def test_the_index_and_what_lies_beside_it(own: Settings) -> None:
    search = HybridSearch.open(index_name(own), settings=own)
    assert not [name for name in search.ids if name.partition("#")[0] in {"by-operator", "by-itself", "for-community"}]
    assert holding(own.home / "index") == []


# while it is being served -----------------------------------------------------------------------------------


@pytest.fixture
def serving(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[TestClient, Settings, Callable[[str], None]]]:
    """A server that starts while all can be seen, and the operator's hand. No guidance, so that it is built quickly."""
    monkeypatch.setattr("corpus.load.load_catalogue.__kwdefaults__", {"withdrawn": (), "guidance": None})
    seen = [HIDDEN[0], {**OPEN[0], "laddering": [], "links": []}, OPEN[1]]
    own = settings.model_copy(update={"catalogue": catalogue_of(tmp_path / "cat", seen), "rate_limit": 100_000})
    with TestClient(build_app(Advisor.open(own), own), base_url="http://127.0.0.1") as client:
        yield client, own, lambda action: record_decision(own, record="by-operator", action=action, by="Ada", why="asked")  # type: ignore[arg-type,func-returns-value]


def test_withdrawing_needs_no_restart(serving) -> None:
    client, own, decide = serving
    pages = ["/explore", "/explore?q=heron", "/explore/record/by-operator", "/explore/near?place=Terrace", "/plain?q=heron+counting", "/api/evidence?id=by-operator%23summary"]
    assert all(WORD in client.get(path).text for path in pages)
    decide("withdraw")
    assert [path for path in pages if WORD in client.get(path).text] == []
    assert WORD not in client.post("/api/ask", json={"message": "heron counting"}).text
    forget_groups(["by-operator"], own)
    assert holding(own.home / "index") == []
    decide("restore")
    assert all(WORD in client.get(path).text for path in pages)


def test_a_log_that_breaks_while_serving_shows_nothing(serving) -> None:
    client, own, _ = serving
    (own.home / "withdrawn.jsonl").write_text("{")
    for path in ("/explore", "/explore/record/by-operator", "/plain?q=heron+counting"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert WORD not in answer.text
