"""What a person types stays with them: nothing on the server's disk, nothing in its log, nothing to other machines."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
WORD = "zanzibarquince"


def holding(word: str, *places: Path) -> list[Path]:
    """Every file below these places that holds the word."""
    found = []
    for place in places:
        files = [place] if place.is_file() else [Path(folder) / name for folder, _, names in os.walk(place) for name in names]
        found += [file for file in files if file.is_file() and word.encode() in file.read_bytes()]
    return found


def everything(server) -> tuple[Path, ...]:
    return (server.home, server.temporary, server.log, server.log.parent / "work")


def test_after_a_chat_nothing_of_it_is_on_the_servers_disk(visit) -> None:
    page = visit.ask(f"is there {WORD} training online", visit.open())
    visit.ask(f"and {WORD} in Victoria", page)
    visit.open(f"/?q={WORD}+courses")
    visit.open(f"/plain?q={WORD}+courses")
    page.get_by_role("button", name="Ask").click()
    assert holding(WORD, *everything(visit.server)) == []
    assert visit.outside == []


def test_the_search_would_find_it(visit) -> None:
    place = visit.server.temporary / "note.txt"
    place.write_text(f"someone asked about {WORD}")
    assert holding(WORD, *everything(visit.server)) == [place]
    place.unlink()


def test_a_thumb_and_its_reason_stay_in_the_browser(visit) -> None:
    sent = []
    page = visit.ask("what is plar", visit.open())
    page.on("request", lambda request: sent.append(request.url))
    page.get_by_role("button", name="This did not help").click()
    page.locator(".adv-reason textarea").fill(f"I missed {WORD}")
    page.get_by_role("button", name="Keep in this browser").click()
    expect(page.locator(".adv-note")).to_contain_text("stays in your browser")
    assert WORD in page.evaluate("JSON.stringify({...localStorage})")
    assert sent == []
    page.reload()
    page.wait_for_selector("#advisor-mount .adv-turn")
    expect(page.get_by_role("button", name="This did not help")).to_have_attribute("aria-pressed", "true")


def test_only_what_was_seen_is_sent_and_only_when_send_is_pressed(visit) -> None:
    cases = visit.server.home / "cases"
    page = visit.ask(f"my name is Sam and I want {WORD}", visit.open())
    page.get_by_role("button", name="This did not help").click()
    page.get_by_role("button", name="Send this question").click()
    dialog = page.locator("dialog")
    expect(dialog).to_contain_text("This is all that is sent")
    assert not cases.exists()
    dialog.get_by_role("button", name="Cancel").click()
    assert not cases.exists()
    page.get_by_role("button", name="Send this question").click()
    page.locator("#adv-send-question").fill(f"I want {WORD}")
    page.locator("#adv-send-reason").fill("nothing came up")
    dialog.get_by_role("button", name="Send", exact=True).click()
    expect(page.locator(".adv-note")).to_have_text("Sent. Thank you.")
    (case,) = cases.iterdir()
    kept = json.loads(case.read_text(encoding="utf-8"))
    assert kept["turns"] == [f"I want {WORD}"]
    assert kept["note"] == "nothing came up"
    assert "Sam" not in json.dumps(kept["answer"]["question"] + kept["answer"]["standalone"])
    case.unlink()
    cases.rmdir()


def test_the_conversation_is_nowhere_but_in_local_and_session_storage(visit) -> None:
    page = visit.ask(f"is there {WORD} training online", visit.open())
    assert visit.context.cookies() == []
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert page.evaluate("caches.keys().then(found => found.length)") == 0
