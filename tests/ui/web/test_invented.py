"""The demo catalogue is invented, and every place that shows any of it says so."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator

import docx
import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import expect

from advisor.draft.compose import draft_reply
from advisor.engine import Advisor
from advisor.messages import say
from corpus.settings import Settings
from ui.terminal.render_draft import draft_text
from ui.terminal.style import Style
from ui.web.app import build_app
from ui.web.desk.export.forms import FORMS
from ui.web.desk.export.letter import letter_of

CARE, WELLNESS = "demo-wenderly-dementia-friendly-support", "demo-sablewater-mental-wellness-responder"
COMPARE = "compare Dementia-Friendly Support and Mental Wellness Responder"
LEADS = "does Dementia-Friendly Support lead anywhere"
UNSTATED = "Does the Dementia-Friendly Support course have child care?"
MESSAGE = f"How much is Dementia-Friendly Support at Wenderly College? {UNSTATED}"


@pytest.fixture(scope="module")
def demo(demo_settings: Settings) -> Advisor:
    return Advisor.open(demo_settings)


@pytest.fixture(scope="module")
def site(demo: Advisor, demo_settings: Settings) -> Iterator[TestClient]:
    settings = demo_settings.model_copy(update={"rate_limit": 100_000})
    with TestClient(build_app(demo, settings), base_url="http://127.0.0.1") as client:
        yield client


def events(site: TestClient, question: str) -> dict[str, dict]:
    text = site.post("/api/ask", json={"message": question}, headers={"Accept": "application/x-ndjson"}).text
    return {event["type"]: event for event in map(json.loads, text.splitlines())}


def test_what_stands_beside_an_answer_knows_what_is_invented(site: TestClient) -> None:
    assert set(events(site, COMPARE)["side"]["invented"]) == {CARE, WELLNESS}
    leads = events(site, LEADS)["side"]
    assert CARE in leads["invented"]
    assert "invented example" in leads["pictures"][0]
    assert all(shown["invented"] for name, shown in leads["evidence"].items() if name.startswith("demo-"))
    asked = events(site, UNSTATED)
    assert [(gap["title"], gap["label"], gap["invented"]) for gap in asked["side"]["gaps"]] == [("Dementia-Friendly Support", "child care", True)]
    assert asked["done"]["answer"]["contact"]["invented"] is True


@pytest.mark.parametrize("question", [COMPARE, LEADS, UNSTATED, "what kind of fees for Dementia-Friendly Support", "who runs the shuttle bus for Foundations of Home Support"])
def test_every_answer_about_an_invented_offering_says_so(demo: Advisor, question: str) -> None:
    assert say("invented_here") in demo.answer(question)[0].text


def test_an_abstention_that_names_one_says_so(demo: Advisor) -> None:
    answer, _ = demo.answer("What is the child care fee of Foundations of Home Support?")
    assert answer.status in {"abstained", "partial"}
    assert say("invented_here") in answer.text


def test_an_answer_from_guidance_alone_does_not(demo: Advisor) -> None:
    assert say("invented_here") not in demo.answer("what is a micro-credential")[0].text


def test_the_plain_page(site: TestClient) -> None:
    page = site.get("/plain", params={"q": COMPARE}).text
    heads = re.findall(r'<th scope="col">(.*?)</th>', page)
    assert len(heads) == 2
    assert all("Invented example" in head for head in heads)
    assert "Invented example: not a real offering." in site.get("/plain", params={"q": LEADS}).text
    page = site.get("/plain", params={"q": UNSTATED}).text
    assert "child care (Invented example)" in page
    assert "(Invented: nobody is there)" in page


@pytest.mark.parametrize("path", ["/explore", "/explore?q=dementia", "/explore/near?place=Vernon", "/explore/near?place=Atlin", f"/explore/record/{CARE}", f"/explore/compare?id={CARE}&id={WELLNESS}"])
def test_every_page_of_the_explorer(site: TestClient, path: str) -> None:
    page = site.get(path).text
    main = page[page.index("<main") : page.index("</main>")]
    pieces = re.split(r"<(?=li\b|article\b|th\b|h1\b)", main)
    naming = [piece for piece in pieces if "/explore/record/demo-" in piece or piece.startswith(('th scope="col">', "h1>Dementia"))]
    assert naming
    assert [piece[:150] for piece in naming if "Invented example" not in piece] == []
    assert "Some records here are invented" in page


def test_what_is_taken_from_the_explorer(site: TestClient) -> None:
    (record,) = site.get("/explore/records.json", params={"id": CARE}).json()["records"]
    assert record["invented"] is True
    reply = site.post("/explore/brief.docx", data={"shortlist": json.dumps([{"id": CARE, "note": ""}])})
    assert "Invented example: not a real offering." in [item.text for item in docx.Document(io.BytesIO(reply.content)).paragraphs]


def test_a_draft_and_every_form_it_leaves_in(demo: Advisor) -> None:
    draft = draft_reply(demo, MESSAGE)
    assert draft.invented
    assert all(row.invented for item in draft.paragraphs for row in item.checklist if row.id.startswith("demo-"))
    assert any(gap.invented and gap.field == "child care" for item in draft.paragraphs for gap in item.unconfirmed)
    assert "(invented example)" in draft_text(draft, Style(width=200))
    edited = [item.paragraph.replace(say("invented_here"), "") for item in draft.paragraphs]
    for notes in (True, False):
        letter = letter_of(draft, greeting="Hi", paragraphs=edited, closing="Bye", notes=notes)
        assert letter.blocks.count(say("invented_here")) == 1
        for make, _, ending in FORMS.values():
            text = "\n".join(item.text for item in docx.Document(io.BytesIO(make(letter))).paragraphs) if ending == "docx" else make(letter).decode()
            assert "invented" in text.replace("=\r\n", "")
    kept = letter_of(draft, greeting="Hi", paragraphs=[item.paragraph for item in draft.paragraphs], closing="Bye")
    assert say("invented_here") not in kept.blocks, "said once is enough"
    assert all("Invented example" in note.words for note in kept.notes)


@pytest.mark.browser
def test_the_chat_shows_it(visit, site: TestClient) -> None:
    page = visit.open()

    def answered(question: str) -> None:
        body = site.post("/api/ask", json={"message": question}, headers={"Accept": "application/x-ndjson"}).text
        page.unroute_all()
        page.route("**/api/ask", lambda route: route.fulfill(status=200, content_type="application/x-ndjson", body=body))
        visit.ask(question, page)

    answered(COMPARE)
    heads = page.locator(".adv-turn thead th .adv-mark")
    expect(heads).to_have_count(2)
    answered(LEADS)
    expect(page.locator(".adv-pathway .adv-mark")).to_have_text("Invented example: not a real offering.")
    assert "invented example" in page.locator(".adv-picture svg").inner_html()
    answered(UNSTATED)
    last = page.locator(".adv-turn").last
    expect(last.locator(".adv-aside .adv-mark")).to_have_text(["Invented example", "Invented: nobody is there"])
    expect(last.locator(".adv-source-title .adv-mark").first).to_have_text("Invented example")


@pytest.mark.browser
def test_a_source_over_a_phone_says_it(visitor, site: TestClient) -> None:
    visit = visitor(viewport={"width": 360, "height": 740})
    page = visit.open()
    body = site.post("/api/ask", json={"message": COMPARE}, headers={"Accept": "application/x-ndjson"}).text
    page.route("**/api/ask", lambda route: route.fulfill(status=200, content_type="application/x-ndjson", body=body))
    visit.ask(COMPARE, page)
    page.locator("a.adv-cite").first.click()
    expect(page.locator("dialog.adv-sheet")).to_contain_text("Invented example: not a real offering.")
