"""What learners could not be told is counted for the desk: record, field and reason, nothing of the words, and only where a desk is."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests_web_desk import NAME, PASSWORD

from advisor.engine import Advisor
from corpus.settings import Settings
from ui.web.app import build_app
from ui.web.desk.store.counts import Gap, gaps
from ui.web.desk.store.database import Database
from ui.web.desk.store.people import People

RECORD = "uvic-crisis-communication-for-public-relations-professionals"
UNSTATED = "zanzibarquince: what's the tuition for crisis communication for public relations professionals at uvic"
NDJSON = {"Accept": "application/x-ndjson"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def chat(advisor: Advisor, bc_settings: Settings, home: Path) -> TestClient:
    return TestClient(build_app(advisor, bc_settings.model_copy(update={"home": home, "rate_limit": 1000})), base_url="http://127.0.0.1")


def counted(home: Path) -> list[Gap]:
    database = Database(home)
    try:
        return gaps(database)
    finally:
        database.close()


def test_nothing_is_counted_where_nobody_may_sign_in(chat: TestClient, home: Path) -> None:
    chat.post("/api/ask", json={"message": UNSTATED})
    chat.get("/plain", params={"q": UNSTATED})
    assert counted(home) == []


def test_each_way_of_asking_counts_once(chat: TestClient, home: Path) -> None:
    People(Database(home)).add(NAME, PASSWORD)
    assert chat.post("/api/ask", json={"message": UNSTATED}).json()["answer"]["unconfirmed"] == [f"{RECORD}#fee"]
    assert counted(home) == [Gap(RECORD, "fee", "not_stated", 1)]
    events = [json.loads(line)["type"] for line in chat.post("/api/ask", json={"message": UNSTATED}, headers=NDJSON).text.splitlines()]
    assert events[-1] == "done"
    assert counted(home)[0].count == 2
    chat.get("/plain", params={"q": UNSTATED})
    assert counted(home)[0].count == 3


def test_no_word_of_a_question_is_kept(chat: TestClient, home: Path) -> None:
    People(Database(home)).add(NAME, PASSWORD)
    for message in (UNSTATED, "is there zanzibarquince training", "does Forest Health Management at UBC have a zanzibarquince for my dog"):
        chat.post("/api/ask", json={"message": message})
    assert counted(home)
    assert {gap.field for gap in counted(home)} <= {"fee", ""}
    with sqlite3.connect(home / "desk.sqlite") as raw:
        assert "zanzibarquince" not in "".join(raw.iterdump()).lower()
    assert not any(b"zanzibarquince" in path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_distress_and_plain_answers_are_nobodys_statistic(chat: TestClient, home: Path) -> None:
    People(Database(home)).add(NAME, PASSWORD)
    chat.post("/api/ask", json={"message": "i want to end my life"})
    chat.post("/api/ask", json={"message": "how long is Forest Health Management at UBC"})
    assert counted(home) == []


def test_the_desk_shows_them(chat: TestClient, home: Path) -> None:
    People(Database(home)).add(NAME, PASSWORD)
    chat.post("/api/ask", json={"message": UNSTATED})
    page = chat.get("/desk/sign-in")
    token = page.text.partition('name="csrf" value="')[2].partition('"')[0]
    chat.post("/desk/sign-in", data={"csrf": token, "name": NAME, "password": PASSWORD, "next": "/desk/counts"})
    page = chat.get("/desk/counts")
    assert "Crisis Communication" in page.text
    assert "learners’ questions" in page.text


def test_a_store_that_breaks_does_not_break_an_answer(chat: TestClient, home: Path) -> None:
    People(Database(home)).add(NAME, PASSWORD)
    for path in home.glob("desk.sqlite*"):
        path.unlink()
    (home / "desk.sqlite").write_bytes(b"no database at all" * 100)
    assert chat.post("/api/ask", json={"message": UNSTATED}).json()["answer"]["reason"] == "not_stated"
