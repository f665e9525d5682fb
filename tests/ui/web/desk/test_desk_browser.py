"""The desk in a real browser: seen by axe-core, worked with the keyboard alone, and telling at once when an edit goes wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from ui.web.desk.store.database import Database
from ui.web.desk.store.people import People

pytestmark = pytest.mark.browser
NAME, PASSWORD = "amara", "a long enough phrase"
MESSAGE = "Hi, I work at a mill. Is Forest Health Management at UBC online, how long is it, and how much is it? Thanks, Rin"


@pytest.fixture(scope="session")
def person(server) -> str:
    database = Database(server.home)
    People(database).add(NAME, PASSWORD)
    database.close()
    return NAME


def sign_in(visit) -> Page:
    page = visit.open("/desk")
    page.get_by_label("Name").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#message")
    return page


def draft(visit) -> Page:
    page = sign_in(visit)
    page.get_by_label("What the learner wrote").fill(MESSAGE)
    page.get_by_role("button", name="Draft a reply").click()
    page.wait_for_selector("#draft")
    return page


def broken(visit) -> Page:
    page = draft(visit)
    area = page.get_by_label("Reply to question 2")
    area.fill(area.input_value().replace("60 hours", "70 hours"))
    page.wait_for_selector(".dsk-broken")
    return page


def refused(visit) -> Page:
    page = sign_in(visit)
    page.get_by_label("A .csv or mbox file").set_input_files({"name": "x.csv", "mimeType": "text/csv", "buffer": b'message\n"open'})
    page.get_by_role("button", name="Upload").click()
    page.wait_for_selector("[role=alert]")
    visit.errors.clear()  # the browser itself reports the 422
    return page


def counts(visit) -> Page:
    page = draft(visit)
    page.get_by_role("link", name="What could not be answered").click()
    page.wait_for_selector("table")
    return page


def queue(visit) -> Page:
    page = sign_in(visit)
    rows = b"message\n" + b"is it graded?\n" * 12 + b"i want to end my life\n"
    page.get_by_label("A .csv or mbox file").set_input_files({"name": "x.csv", "mimeType": "text/csv", "buffer": rows})
    page.get_by_role("button", name="Upload").click()
    page.wait_for_selector("#dsk-queues progress")
    return page


def queue_drafted(visit) -> Page:
    page = queue(visit)
    ready = page.locator("#dsk-ready")
    expect(ready).to_have_text("Every message has its draft.", timeout=60_000)
    assert ready.get_attribute("role") == "status"
    expect(page.locator("progress")).to_have_count(0)
    return page


def urgent(visit) -> Page:
    page = sign_in(visit)
    page.get_by_label("What the learner wrote").fill("i want to end my life")
    page.get_by_role("button", name="Draft a reply").click()
    page.wait_for_selector("#draft")
    return page


def missing(visit) -> Page:
    sign_in(visit)
    page = visit.open("/desk/drafts/0000000000000000")
    visit.errors.clear()  # the browser itself reports the 404
    return page


STATES: dict[str, Callable] = {
    "sign in": lambda visit: visit.open("/desk"), "home": sign_in, "draft": draft, "broken": broken, "refused": refused, "counts": counts,
    "queue": queue, "queue drafted": queue_drafted, "urgent": urgent, "missing": missing,
}
SIZES = {"phone": (360, 740), "middle": (768, 1000), "wide": (1280, 800)}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(visitor, person: str, state: str) -> None:
    visit = visitor()
    page = STATES[state](visit)
    found = Axe().run(page).response["violations"]
    assert [f"{item['id']}: {[node['target'] for node in item['nodes']][:3]}" for item in found] == []
    assert visit.errors == []


@pytest.mark.parametrize("size", SIZES)
def test_the_draft_fits_every_screen(visitor, person: str, size: str) -> None:
    width, height = SIZES[size]
    visit = visitor(viewport={"width": width, "height": height})
    page = broken(visit)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page).response["violations"]
    assert [item["id"] for item in found] == []


def test_an_edit_that_goes_wrong_is_marked_at_once_and_told_once(visit, person: str) -> None:
    page = broken(visit)
    summary = page.locator(".dsk-sheet").nth(1).locator(".dsk-summary")
    expect(summary).to_have_text("1 line no longer matches its evidence.")
    assert summary.get_attribute("role") == "status"
    area = page.get_by_label("Reply to question 2")
    area.fill(area.input_value().replace("70 hours", "60 hours"))
    expect(summary).to_have_text("Every line fits its evidence.")
    expect(page.locator(".dsk-broken")).to_have_count(0)


def test_everything_can_be_done_with_the_keyboard_alone(visit, person: str) -> None:
    page = visit.open("/desk")
    tab_to(page, "name")
    page.keyboard.type(NAME)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#message")
    tab_to(page, "message")
    page.keyboard.type(MESSAGE)
    tab_to(page, "tone")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#draft")
    tab_to(page, "confirmed", by="name")
    page.keyboard.press("Space")
    expect(page.locator("#progress")).to_contain_text("1 of ")
    tab_to(page, "form")
    with page.expect_download() as download:
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "reply.txt"


def test_it_works_without_script(visitor, person: str) -> None:
    visit = visitor(java_script_enabled=False)
    page = draft(visit)
    area = page.get_by_label("Reply to question 2")
    area.fill(area.input_value().replace("60 hours", "70 hours"))
    page.get_by_role("button", name="Save").last.click()
    expect(page.locator(".dsk-broken")).to_have_count(1)


def test_the_signature_stays_in_this_browser(visit, server, person: str) -> None:
    page = draft(visit)
    page.get_by_label("Your signature").fill("Amara Q. Placeholder")
    page.get_by_role("button", name="Save").last.click()
    expect(page.get_by_label("Your signature")).to_have_value("Amara Q. Placeholder")
    kept = "".join(path.read_bytes().decode("latin-1") for path in server.home.glob("desk*"))
    assert "Placeholder" not in kept


def tab_to(page: Page, wanted: str, *, by: str = "id", most: int = 80) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.getAttribute('{by}')") == wanted:
            return
    pytest.fail(f"Tab never came to {wanted}")
