"""Queues over HTTP: a file is uploaded, drafted ahead and worked off; a broken one is told."""

from __future__ import annotations

import json
import re
import sqlite3
import time

import pytest
from httpx import Response
from tests_web_desk import NAME, PASSWORD, Desk

from ui.web.desk.store.database import Database
from ui.web.desk.store.drafts import Drafts
from ui.web.desk.store.people import People


def upload(desk: Desk, data: bytes, **fields: str) -> Response:
    return desk.post("/desk/batch", data={"csrf": desk.token(desk.get("/desk")), **fields}, files={"file": ("x.csv", data)})


def listed(page: Response) -> list[str]:
    return re.findall(r'<th scope="row"><a href="(/desk/drafts/\w{16})"', page.text)


def drafted(desk: Desk, *, seconds: float = 30) -> list[dict]:
    """The queues once every message has its draft."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        queues = desk.get("/desk/progress").json()["queues"]
        if all(queue["drafted"] == queue["total"] for queue in queues):
            return queues
        time.sleep(0.05)
    raise AssertionError("the queue was not drafted in time")


def test_a_queue_is_drafted_before_anybody_opens_it(desk: Desk) -> None:
    page = upload(desk, b"subject,message\nSoil,is it graded?\nHelp,i want to end my life\nForest Health Management at UBC,how much is it?\n", tone="warm")
    assert "Drafts made so far" in page.text
    (queue,) = drafted(desk)
    assert (queue["total"], queue["drafted"], queue["done"], queue["urgent"]) == (3, 3, 0, 1)
    with sqlite3.connect(desk.home / "desk.sqlite") as raw:
        kept = [json.loads(text) for (text,) in raw.execute("SELECT draft FROM drafts ORDER BY rowid")]
    assert [draft["tone"] for draft in kept] == ["warm"] * 3
    home = desk.get("/desk")
    assert "Waiting" not in home.text
    assert "Urgent: may be in distress" in home.text
    assert "<progress" not in home.text
    assert listed(home)[0] == f"/desk/drafts/{queue['next']}", "what is urgent comes first"
    assert "help lines" in desk.get(listed(home)[0]).text
    desk.get(listed(home)[2])
    with sqlite3.connect(desk.home / "desk.sqlite") as raw:
        assert raw.execute("SELECT field, count FROM gaps WHERE field = 'fee'").fetchall() == [("fee", 1)], "counted once, whoever drafted it"


def test_what_waited_when_the_server_stopped_is_drafted_when_the_desk_is_opened(desk: Desk) -> None:
    drafts = Drafts(Database(desk.home), days=2)
    (name,) = drafts.add(NAME, [("left", "is it graded?")], batch="2026-01-01 10:00:00")
    assert desk.get("/desk/progress").json()["queues"][0]["drafted"] == 0
    desk.get("/desk")
    drafted(desk)
    kept = drafts.get(NAME, name)
    assert kept
    assert kept.draft


def test_nobody_sees_how_far_another_is(make, desk: Desk) -> None:
    upload(desk, b"message\nis it graded?\n")
    People(Database(desk.home)).add("other", PASSWORD)
    other = make()
    other.sign_in(name="other")
    assert other.get("/desk/progress").json() == {"queues": []}
    stranger = make()
    assert stranger.get("/desk/progress", headers={"X-CSRF-Token": ""}).status_code == 401
    drafted(desk)


def test_many_messages_are_shown_page_by_page(desk: Desk) -> None:
    Drafts(Database(desk.home), days=2).add(NAME, [(f"title {number}", "m") for number in range(230)])
    first = desk.get("/desk")
    assert "1 to 100 of 230." in first.text
    last = desk.get("/desk?skip=200")
    assert "201 to 230 of 230." in last.text
    assert len(listed(last)) == 30
    assert desk.get("/desk?skip=-1").status_code == desk.get("/desk?skip=99999999").status_code == 200


def test_a_file_becomes_a_queue_that_is_worked_off(desk: Desk) -> None:
    page = upload(desk, b"subject,message\nSoil,is it graded?\nForest Health Management at UBC,is it online?\n")
    assert "Messages uploaded: 2." in page.text
    first, second = listed(page)
    opened = desk.get(first)
    after = desk.post(first, data={**desk.form(opened), "do": "done"})
    assert after.url.path == second
    last = desk.post(second, data={**desk.form(after), "do": "done"})
    assert "Nothing else waits" in last.text
    assert last.text.count("<td>Done</td>") == 2


@pytest.mark.parametrize(("data", "told"), [(b'message\n"open', "Line"), (b"", "empty"), (b"a,b\n1,2\n", "no column"), (b"\x00\x01", "no text file")])
def test_a_broken_file_is_told_and_nothing_is_kept(desk: Desk, data: bytes, told: str) -> None:
    page = upload(desk, data)
    assert page.status_code == 422
    assert told in page.text
    assert "No messages yet" in desk.get("/desk").text
