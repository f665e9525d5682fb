"""On paper and as PDF: the question, the whole answer, every source in full, and nothing to press."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
HIDDEN = ("#adv-header nav", "#adv-composer", "#adv-footer", ".adv-actions", "#adv-tools", ".adv-skip", "#adv-ways", ".adv-back")


@pytest.mark.parametrize("width", [703, 1400])
def test_the_chat_on_paper(visitor, width: int) -> None:
    visit = visitor(viewport={"width": width, "height": 700})
    page = visit.ask("forestry courses, 100% online", visit.open())
    visit.ask("compare Forest Health Management and Forest Carbon Management at UBC", page)
    paper = page.locator("#adv-paper")
    expect(paper).to_be_hidden()
    page.emulate_media(media="print")
    expect(paper).to_contain_text("The catalogue may have changed since.")
    for selector in HIDDEN:
        assert page.locator(selector).evaluate_all("found => found.every(node => !node.checkVisibility())"), selector
    for turn in page.locator(".adv-turn").all():
        expect(turn.locator("h2")).to_be_visible()
        cited = set(turn.locator("a.adv-cite").all_inner_texts())
        sources = turn.locator(".adv-source")
        assert cited == set(sources.locator(".adv-number").all_inner_texts())
        for source in sources.all():
            expect(source.locator("mark")).to_be_visible()
            expect(source.locator(".adv-origin").first).to_contain_text("Our record, from")
        # nothing of the list is cut off, and no address is hidden behind a word
        listed = turn.locator(".adv-sources")
        assert listed.evaluate("node => node.scrollHeight <= node.clientHeight + 1 && getComputedStyle(node).overflowY === 'visible'")
        links = listed.locator("a[href^=http]")
        assert links.count()
        assert all(links.evaluate_all("found => found.map(link => getComputedStyle(link, '::after').content.includes(link.getAttribute('href')))"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert len(page.pdf()) > 20_000
    assert visit.errors == []


def test_the_buttons_say_that_they_make_a_pdf(visit) -> None:
    page = visit.ask("what is plar", visit.open())
    expect(page.get_by_role("button", name="Print or save as PDF")).to_be_visible()
    page.evaluate("localStorage.setItem('advisor.shortlist.1', JSON.stringify([{ id: 'ubc-forest-health-management', note: '' }]))")
    page = visit.open("/explore/shortlist")
    expect(page.get_by_role("button", name="Print or save as PDF")).to_be_visible()


def test_a_question_in_the_middle_of_an_answer_prints_no_sheet(visitor) -> None:
    visit = visitor(viewport={"width": 360, "height": 740})
    page = visit.ask("forestry courses, 100% online", visit.open())
    page.locator("a.adv-cite").first.click()
    page.emulate_media(media="print")
    assert page.locator("dialog").evaluate("node => getComputedStyle(node).display") == "none"
