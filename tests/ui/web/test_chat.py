"""The learners' chat in a real browser: from a question to its evidence, and everything around it."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
FIND = "forestry courses, 100% online"


def test_the_first_screen_explains_and_offers_six_questions(visit) -> None:
    page = visit.open()
    assert page.locator("#adv-intro p:visible").count() == 2
    assert page.locator("#adv-examples a").count() == 6
    expect(page.locator("#adv-notice")).to_contain_text("not a person")


def test_an_example_is_asked_by_pressing_it(visit) -> None:
    page = visit.open()
    example = page.locator("#adv-examples a").nth(1)
    words = example.inner_text()
    example.click()
    expect(page.locator(".adv-turn h2")).to_contain_text(words)
    expect(page.locator(".adv-actions")).to_be_visible()
    expect(page.locator(".adv-lead")).to_be_hidden()


def test_from_a_question_to_the_quoted_field(visit, advisor) -> None:
    page = visit.ask(FIND, visit.open())
    cite = page.locator("a.adv-cite").nth(2)
    number = cite.inner_text()
    cite.click()
    entry = page.locator(f"#t1-s{number}")
    expect(entry.locator(".adv-evidence")).to_be_visible()
    marked = entry.locator("mark").inner_text()
    whole = entry.locator("blockquote").inner_text()
    assert marked
    assert marked in whole
    assert any(whole == found.text for record in advisor.catalogue for found in advisor.catalogue.stated(record))
    expect(entry.locator(".adv-origin").first).to_contain_text("Our record, from")
    link = entry.locator("a", has_text="Open the source page")
    assert link.get_attribute("href").startswith("http")
    assert "noreferrer" in link.get_attribute("rel")


def test_the_evidence_stands_beside_the_answer_and_below_it_on_a_phone(visit, visitor) -> None:
    wide = visit.ask(FIND, visit.open())
    answer, sources = wide.locator(".adv-answer").bounding_box(), wide.locator(".adv-sources").bounding_box()
    assert sources["x"] >= answer["x"] + answer["width"]
    phone = visitor(viewport={"width": 360, "height": 740})
    narrow = phone.ask(FIND, phone.open())
    answer, sources = narrow.locator(".adv-answer").bounding_box(), narrow.locator(".adv-sources").bounding_box()
    assert sources["y"] >= answer["y"] + answer["height"]


@pytest.mark.parametrize("size", [(360, 740), (768, 1000), (320, 256)])
def test_where_there_is_no_room_beside_it_a_source_opens_where_the_reader_is(visitor, size: tuple[int, int]) -> None:
    width, height = size
    visit = visitor(viewport={"width": width, "height": height})
    page = visit.ask(FIND, visit.open())
    cite = page.locator("a.adv-cite").nth(8)
    cite.evaluate("node => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
    number, before, at = cite.inner_text(), page.evaluate("scrollY"), cite.bounding_box()
    page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)  # `click` would scroll the page itself
    sheet = page.locator("dialog.adv-sheet[open]")
    expect(sheet).to_contain_text(f"Source {number}")
    box = sheet.bounding_box()
    assert box["y"] >= 0
    assert round(box["y"] + box["height"]) <= height
    assert sheet.locator("mark").inner_text() in sheet.locator("blockquote").inner_text()
    expect(sheet.locator(".adv-origin").first).to_contain_text("Our record, from")
    expect(sheet.get_by_role("button", name="Back to the answer")).to_be_focused()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    expect(cite).to_be_focused()
    assert page.evaluate("scrollY") == before
    assert visit.errors == []


def test_a_source_over_a_phone_is_closed_by_its_button_or_a_touch_beside_it(visitor) -> None:
    visit = visitor(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = visit.ask(FIND, visit.open())
    cite = page.locator("a.adv-cite").first
    cite.tap()
    page.get_by_role("button", name="Back to the answer").last.tap()
    expect(page.locator("dialog")).to_have_count(0)
    cite.tap()
    expect(page.locator("dialog[open]")).to_have_count(1)
    page.touchscreen.tap(180, 20)
    expect(page.locator("dialog")).to_have_count(0)
    expect(cite).to_be_focused()


def test_beside_the_answer_a_source_opens_without_moving_the_page(visit) -> None:
    page = visit.ask(FIND, visit.open())
    page.wait_for_timeout(600)  # the answer is being scrolled to
    cite = page.locator("a.adv-cite").last
    cite.evaluate("node => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
    number, before = cite.inner_text(), page.evaluate("scrollY")
    cite.click()
    expect(page.locator(f"#t1-s{number} .adv-evidence")).to_be_in_viewport()
    assert page.evaluate("scrollY") == before
    assert page.locator("dialog").count() == 0


def test_the_links_of_the_header_stand_in_one_line_on_a_phone(visitor) -> None:
    for width in (320, 360):
        visit = visitor(viewport={"width": width, "height": 740})
        page = visit.open()
        lines = page.evaluate("[...new Set([...document.querySelectorAll('#adv-header nav a')].map(a => Math.round(a.getBoundingClientRect().top)))]")
        assert len(lines) == 1, width
        assert page.locator("#adv-header nav a").count() == 3


def test_the_right_of_a_wide_first_screen_leads_to_the_other_rooms(visit) -> None:
    page = visit.open()
    ways, box = page.locator("#adv-ways").bounding_box(), page.locator("#adv-composer").bounding_box()
    assert ways["x"] > box["x"] + box["width"]
    assert ways["y"] < box["y"]
    hrefs = page.locator("#adv-ways a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert hrefs == ["/explore", "/plain", "/desk"]
    visit.ask(FIND, page)
    expect(page.locator("#adv-ways")).to_be_hidden()


def test_back_to_the_answer_returns_to_the_citation(visit) -> None:
    page = visit.ask(FIND, visit.open())
    page.locator("a.adv-cite").nth(1).click()
    page.get_by_role("button", name="Back to the answer").click()
    expect(page.locator("a.adv-cite").nth(1)).to_be_focused()
    expect(page.locator(".adv-evidence:visible")).to_have_count(0)


def test_each_card_shows_facts_and_what_is_not_stated(visit) -> None:
    page = visit.ask(FIND, visit.open())
    card = page.locator(".adv-card").first
    assert card.locator("h3").inner_text()
    labels = card.locator("dt").all_inner_texts()
    assert "delivery" in labels
    assert card.locator(".adv-unstated").count() == labels.count("fee") == 1


def test_what_is_not_stated_and_who_to_ask_stand_after_the_answer(visit) -> None:
    page = visit.ask("how much is the crisis communication micro-certificate at UVic", visit.open())
    titles = page.locator(".adv-aside h3").all_inner_texts()
    assert titles == ["What I could not confirm", "Who to ask"]
    expect(page.locator(".adv-aside").nth(1).locator("a[href^='tel:']")).to_be_visible()
    expect(page.locator(".adv-sources")).to_have_count(0)


def test_a_wish_is_taken_back_with_one_press(visit) -> None:
    page = visit.ask(FIND, visit.open())
    chip = page.locator("#adv-wishes button")
    expect(chip).to_have_count(1)
    expect(chip).to_contain_text("100% online")
    chip.click()
    expect(page.locator(".adv-turn")).to_have_count(2)
    expect(page.locator("#adv-wishes")).to_be_hidden()
    expect(page.locator(".adv-turn h2").last).not_to_contain_text("online")


def test_a_choice_is_a_button(visit) -> None:
    page = visit.ask("how much is electric vehicle maintenance training", visit.open())
    choice = page.locator(".adv-choices button").nth(1)
    words = choice.inner_text()
    choice.click()
    expect(page.locator(".adv-turn h2").last).to_contain_text(words)
    expect(page.locator(".adv-turn").last.locator(".adv-actions")).to_be_visible()


def test_a_comparison_is_a_table_with_a_source_in_each_stated_cell(visit) -> None:
    page = visit.ask("compare Forest Health Management and Forest Carbon Management at UBC", visit.open())
    table = page.locator("table")
    assert table.locator("thead th").count() == 2
    stated = table.locator("tbody td:not(.adv-unstated)")
    assert stated.count() == table.locator("tbody td a.adv-cite").count() > 4


def test_a_pathway_is_drawn_and_described(visit) -> None:
    page = visit.ask("does coastal forest worker at NIC lead anywhere", visit.open())
    picture = page.locator(".adv-picture svg")
    expect(picture).to_be_visible()
    assert "Coastal Forest" in picture.get_attribute("aria-label")


def test_copy_takes_the_sources_along(visit) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.ask(FIND, visit.open())
    page.get_by_role("button", name="Copy with sources").click()
    expect(page.locator(".adv-note")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "[1]" in copied
    assert "Our record, from" in copied
    assert "https://" in copied


def test_the_conversation_is_saved_as_markdown(visit) -> None:
    page = visit.ask(FIND, visit.open())
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Markdown").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert text.startswith("# Micro-credential Advisor\n")
    assert f"## {FIND}" in text
    assert "**Sources**" in text


def test_on_paper_every_source_is_written_out(visit) -> None:
    page = visit.ask(FIND, visit.open())
    page.emulate_media(media="print")
    assert page.locator(".adv-evidence:visible").count() == page.locator(".adv-source").count() > 3
    expect(page.locator("#adv-composer")).to_be_hidden()
    expect(page.locator(".adv-actions")).to_be_hidden()


def test_a_reload_finds_the_conversation_and_goes_on_with_it(visit) -> None:
    page = visit.ask(FIND, visit.open())
    titles = page.locator(".adv-card h3").all_inner_texts()
    page.reload()
    page.wait_for_selector("#advisor-mount .adv-turn")
    assert page.locator(".adv-card h3").all_inner_texts() == titles
    expect(page.locator("#adv-wishes button")).to_have_count(1)
    visit.ask("how long is the first one", page)
    assert "hours" in page.locator(".adv-answer").last.inner_text()


def test_where_nothing_is_found_there_is_a_way_on(visit) -> None:
    page = visit.ask("underwater basket weaving in Kitimat", visit.open())
    way = page.locator(".adv-way a")
    expect(way).to_have_attribute("href", "/explore")
    visit.ask("forestry courses, 100% online", page)
    expect(page.locator(".adv-turn").last.locator(".adv-way")).to_have_count(0)
    plain = visit.open("/plain?q=underwater+basket+weaving+in+Kitimat")
    assert plain.locator("main a[href='/explore']").count() == 1
    assert visit.open("/plain?q=i+want+to+end+my+life").locator("main a[href='/explore']").count() == 0


def test_the_back_button_returns_to_the_conversation(visit) -> None:
    page = visit.ask(FIND, visit.open())
    page.get_by_role("link", name="Plain page").click()
    page.wait_for_url("**/plain")
    page.go_back()
    page.wait_for_selector(".adv-card")
    expect(page.locator(".adv-turn h2")).to_contain_text(FIND)


def test_two_tabs_do_not_mix(visit) -> None:
    one = visit.ask(FIND, visit.open())
    other = visit.open(page=visit.tab())
    expect(other.locator(".adv-turn")).to_have_count(0)
    visit.ask("what is plar", other)
    one.reload()
    one.wait_for_selector("#advisor-mount .adv-turn")
    expect(one.locator(".adv-turn h2")).to_contain_text(FIND)
    visit.ask("how long is the first one", one)
    assert "hours" in one.locator(".adv-answer").last.inner_text()


def test_another_person_sees_nothing_of_it(visit, visitor) -> None:
    visit.ask(FIND, visit.open())
    other = visitor()
    page = other.open()
    expect(page.locator("#adv-history")).to_be_hidden()
    other.ask("how long is the first one", page)
    assert page.locator(".adv-tag, .adv-choices").count() >= 1
    expect(page.locator("#adv-wishes")).to_be_hidden()


def test_starting_over_keeps_the_old_conversation_until_it_is_deleted(visit) -> None:
    page = visit.ask(FIND, visit.open())
    page.get_by_role("button", name="Start over").click()
    expect(page.locator(".adv-lead")).to_be_visible()
    expect(page.locator("#adv-question")).to_be_focused()
    page.locator("#adv-history-list button").click()
    expect(page.locator(".adv-card").first).to_be_visible()
    page.get_by_role("button", name="Start over").click()
    page.get_by_role("button", name="Delete all of them").click()
    expect(page.locator("#adv-history")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []


def test_a_shared_address_is_answered_anew_with_its_wishes(visit) -> None:
    wishes = json.dumps([{"field": "delivery", "op": "eq", "value": "online", "said": "online"}])
    page = visit.open(f"/?q={quote('forestry courses')}&wishes={quote(wishes)}")
    expect(page.locator(".adv-actions")).to_be_visible()
    expect(page.locator(".adv-turn h2")).to_contain_text("forestry courses")
    expect(page.locator("#adv-wishes button")).to_contain_text("online")
    page.reload()
    page.wait_for_selector("#advisor-mount .adv-actions")
    expect(page.locator(".adv-turn")).to_have_count(1)


def test_the_link_to_a_question_carries_the_wishes_before_it(visit) -> None:
    visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.ask(FIND, visit.open())
    visit.ask("how long is the first one", page)
    page.get_by_role("button", name="Copy a link to this question").last.click()
    expect(page.locator(".adv-note").last).to_contain_text("Link copied")
    address = page.evaluate("navigator.clipboard.readText()")
    assert "/?q=how+long" in address
    assert "delivery" in address


def test_help_lines_can_be_called_and_are_not_kept(visit) -> None:
    page = visit.ask("i want to end my life", visit.open())
    assert page.locator(".adv-answer a[href='tel:988']").count() == 1
    expect(page.locator(".adv-actions")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0
