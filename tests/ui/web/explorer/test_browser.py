"""The explorer in a real browser: axe-core on every page, the keyboard alone, no script, narrow screens, the shortlist."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

FOREST = "ubc-forest-health-management"
TEA = "tea-creek-indigenous-trades-food-sovereignty-training"
PAGES = {
    "browse": "/explore",
    "narrowed": "/explore?q=forestry&region=North+Coast&involvement=jointly&region=Atlantis",
    "nothing": "/explore?q=quantum+physics",
    "record": f"/explore/record/{TEA}",
    "gone": "/explore/record/never-was",
    "near": "/explore/near?place=Burns+Lake",
    "unknown place": "/explore/near?place=Prince+Rupret",
    "together": "/explore/together",
    "compare": f"/explore/compare?id={FOREST}&id={TEA}",
    "shortlist, empty": "/explore/shortlist",
}
KEY = "advisor.shortlist.1"


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{item['id']}: {[node['target'] for node in item['nodes']][:3]}" for item in found]


def open_page(visit, name: str) -> Page:
    page = visit.open(PAGES[name])
    if name == "gone":
        visit.errors.clear()  # the browser itself reports the 404
    if name.startswith("shortlist"):
        expect(page.locator("#exp-shortlist")).to_have_attribute("aria-busy", "false")
    return page


def list_these(visit, *entries: dict[str, str]) -> Page:
    page = visit.open("/explore")
    page.evaluate("([key, list]) => localStorage.setItem(key, JSON.stringify(list))", [KEY, list(entries)])
    page = visit.open("/explore/shortlist")
    expect(page.locator("#exp-shortlist")).to_have_attribute("aria-busy", "false")
    return page


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(visit, name: str) -> None:
    assert violations(open_page(visit, name)) == []


@pytest.mark.parametrize("size", [(360, 740), (768, 1000)])
@pytest.mark.parametrize("name", ["browse", "record", "near"])
def test_axe_finds_nothing_on_smaller_screens(visitor, name: str, size: tuple[int, int]) -> None:
    visit = visitor(viewport={"width": size[0], "height": size[1]})
    assert violations(open_page(visit, name)) == []


def test_axe_finds_nothing_with_every_choice_open_and_on_a_full_shortlist(visit) -> None:
    page = open_page(visit, "browse")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert violations(page) == []
    page = list_these(visit, {"id": FOREST, "note": "mine"}, {"id": "gone", "note": ""}, {"id": TEA, "note": ""})
    assert violations(page) == []


@pytest.mark.parametrize("width", [360, 640, 320])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off_on_narrow_screens_or_large_text(visitor, name: str, width: int) -> None:
    visit = visitor(viewport={"width": width, "height": 600})
    page = open_page(visit, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_can_be_done_by_keyboard(visit) -> None:
    page = open_page(visit, "browse")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the results")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/explore#results")
    page.focus("#exp-q")
    page.keyboard.type("forestry")
    page.keyboard.press("Enter")
    page.wait_for_url("**/explore?q=forestry**")
    tile = page.locator(".exp-map a").first
    tile.focus()
    assert tile.evaluate("node => getComputedStyle(node.querySelector('.exp-tile')).strokeWidth") == "4px"
    page.keyboard.press("Enter")
    page.wait_for_url("**region=North+Coast**")
    summary = page.locator("details.exp-facet summary", has_text="Delivery").last
    summary.focus()
    page.keyboard.press("Enter")
    box = page.locator("details[open] input[name=delivery]").first
    box.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**delivery=**")
    add = page.locator("button[data-add]").first
    add.focus()
    page.keyboard.press("Enter")
    expect(add).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#exp-announce")).to_contain_text("Added to the shortlist:")
    expect(page.locator("[data-count]")).to_have_text(" (1)")


def test_it_all_works_without_script(visitor) -> None:
    visit = visitor(java_script_enabled=False)
    page = visit.open("/explore")
    page.fill("#exp-q", "cannabis")
    page.locator("details.exp-facet summary", has_text="Region").click()
    page.get_by_role("checkbox", name="Kootenay").check()
    page.get_by_role("button", name="Show", exact=True).first.click()
    expect(page.locator("#exp-results-title")).to_contain_text("of 258 offerings")
    assert parse_qs(urlsplit(page.url).query)["region"] == ["Kootenay"]
    page.get_by_role("link", name="Take away: Region: Kootenay").click()
    assert "region" not in parse_qs(urlsplit(page.url).query)
    page.locator(".exp-card h3 a").first.click()
    expect(page.get_by_role("heading", name="What the record states")).to_be_visible()
    assert page.locator("button[data-add]:visible").count() == 0
    page.get_by_role("link", name="Shortlist").click()
    expect(page.locator("noscript p")).to_be_visible()


def test_a_shortlist_is_made_noted_and_kept_in_the_browser_alone(visit) -> None:
    page = visit.open(f"/explore/record/{FOREST}")
    page.get_by_role("button", name="Add to the shortlist").click()
    visit.open(f"/explore/record/{TEA}").get_by_role("button", name="Add to the shortlist").click()
    page = visit.open("/explore/shortlist")
    page.get_by_label("Your note on Forest Health Management").fill("Ask about the <b>fee</b> heronpost-17.")
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    assert kept == [{"id": FOREST, "note": "Ask about the <b>fee</b> heronpost-17."}, {"id": TEA, "note": ""}]
    page.reload()
    expect(page.get_by_label("Your note on Forest Health Management")).to_have_value("Ask about the <b>fee</b> heronpost-17.")
    assert page.locator("#exp-shortlist b").count() == 0
    page.get_by_role("button", name=re.compile("Take off the shortlist.*Forest Health")).click()
    expect(page.get_by_role("heading", name="Forest Health Management")).to_have_count(0)
    page.get_by_role("button", name="Take all off").click()
    expect(page.get_by_text("Nothing is on it yet.")).to_be_visible()
    assert page.evaluate("key => localStorage.getItem(key)", KEY) is None
    home = visit.server.home
    written = [path for path in [*home.rglob("*"), visit.server.log] if path.is_file() and b"heronpost-17" in path.read_bytes()]
    assert written == []


def test_the_brief_as_markdown(visit) -> None:
    page = list_these(visit, {"id": FOREST, "note": "*Mine* [x](y)"}, {"id": TEA, "note": ""})
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Markdown").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert text.startswith("# Shortlist of offerings\n")
    assert "## Forest Health Management, University of British Columbia" in text
    assert "- **delivery:** online [1]" in text
    assert "> **Note:** \\*Mine\\* \\[x\\](y)" in text
    assert "- **Not stated:** fee, credit" in text
    numbers = {int(part.split("]")[0]) for line in text.splitlines() if line.startswith("- **") for part in line.split("[")[1:] if part[:1].isdigit()}
    sources = text[text.index("## Sources") :]
    assert numbers == {int(line.split(".")[0]) for line in sources.splitlines() if line[:1].isdigit()}


def test_the_brief_as_word(visit) -> None:
    page = list_these(visit, {"id": FOREST, "note": "Mine."})
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Word").click()
    told = [item.text for item in docx.Document(io.BytesIO(Path(waiting.value.path()).read_bytes())).paragraphs]
    assert "Forest Health Management, University of British Columbia" in told
    assert "Note: Mine." in told


def test_the_brief_on_paper(visit) -> None:
    page = list_these(visit, {"id": FOREST, "note": "Mine."})
    page.emulate_media(media="print")
    for text in ("Shortlist of offerings", "Note: Mine.", "Sources"):
        expect(page.get_by_text(text, exact=False).last).to_be_visible()
    for hidden in ("textarea", ".exp-tools", "#adv-footer", ".exp-nav"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert len(page.pdf()) > 5000


def test_two_to_five_are_compared(visit) -> None:
    page = list_these(visit, {"id": FOREST, "note": ""}, {"id": TEA, "note": ""})
    expect(page.get_by_text("Choose two to five to compare.")).to_be_visible()
    for box in page.get_by_label("Compare:").all():
        box.check()
    chat = page.get_by_role("link", name="Compare in the chat").get_attribute("href") or ""
    assert parse_qs(urlsplit(chat).query)["q"][0].startswith("Compare Forest Health Management at University of British Columbia and ")
    page.get_by_role("link", name="Compare side by side").click()
    expect(page.locator("thead th")).to_have_count(2)


def test_what_was_withdrawn_since_leaves_no_title_behind(visit) -> None:
    page = list_these(visit, {"id": "withdrawn-since", "note": "x"}, {"id": FOREST, "note": ""})
    expect(page.get_by_text("A record that was here is no longer in the catalogue.")).to_be_visible()
    page.get_by_role("button", name="Take it off").click()
    expect(page.get_by_text("A record that was here")).to_have_count(0)
    expect(page.locator("[data-count]")).to_have_text(" (1)")


@pytest.mark.parametrize("kept", ["{", "null", "3", '[{"id": 4}]', json.dumps([{"id": "x" * 300}])])
def test_a_broken_shortlist_is_an_empty_one(visit, kept: str) -> None:
    page = visit.open("/explore")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    page = visit.open("/explore/shortlist")
    expect(page.locator("#exp-shortlist")).to_contain_text("Nothing is on it yet.")


def test_a_half_broken_shortlist_keeps_its_other_half(visit) -> None:
    page = visit.open("/explore")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, json.dumps([None, {"id": FOREST, "note": {"a": 1}}])])
    page = visit.open("/explore/shortlist")
    expect(page.get_by_role("heading", name="Forest Health Management")).to_be_visible()


def test_the_list_has_an_end(visit) -> None:
    full = [{"id": f"r{number}", "note": ""} for number in range(30)]
    page = visit.open("/explore")
    page.evaluate("([key, list]) => localStorage.setItem(key, JSON.stringify(list))", [KEY, full])
    page = visit.open(f"/explore/record/{FOREST}")
    page.get_by_role("button", name="Add to the shortlist").click()
    expect(page.locator("#exp-announce")).to_contain_text("The shortlist is full")


def test_two_tabs_share_it(visit) -> None:
    first = visit.open(f"/explore/record/{FOREST}")
    second = visit.open(f"/explore/record/{TEA}", visit.tab())
    first.get_by_role("button", name="Add to the shortlist").click()
    expect(second.locator("[data-count]")).to_have_text(" (1)")


def test_a_server_that_is_away_is_said(visit) -> None:
    page = visit.open("/explore")
    page.evaluate("([key, list]) => localStorage.setItem(key, JSON.stringify(list))", [KEY, [{"id": FOREST, "note": ""}]])
    page.route("**/records.json**", lambda route: route.abort())
    page.goto(visit.server.url + "/explore/shortlist")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    visit.errors.clear()


def test_names_are_drawn_by_the_shipped_typeface(visit) -> None:
    page = visit.open("/explore/record/viu-arts-one-indigenous-perspectives-certificate")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('16px \"BC Sans\"', 'tiwšɛmawtxʷ')")
    assert "BC Sans" in page.evaluate("getComputedStyle(document.querySelector('.exp-text')).fontFamily")
