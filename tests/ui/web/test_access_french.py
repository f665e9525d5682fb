"""The same in French: every state seen by axe-core, and no word of the interface left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Server, Visit, serving
from playwright.sync_api import Browser, Page, expect
from tests_web_states import PHONE_STATES, STATES, reach

from corpus.settings import Settings
from ui.web.explorer.words import explorer_words
from ui.web.words import page_words

pytestmark = pytest.mark.browser
EXPLORER = {
    "browse": "/explore",
    "narrowed": "/explore?q=forestry&region=North+Coast&involvement=jointly",
    "nothing": "/explore?q=quantum+physics",
    "record": "/explore/record/ubc-forest-health-management",
    "near": "/explore/near?place=Burns+Lake",
    "together": "/explore/together",
    "compare": "/explore/compare?id=ubc-forest-health-management&id=ubc-forest-carbon-management",
    "shortlist": "/explore/shortlist",
}


@pytest.fixture(scope="module")
def french(bc_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(bc_settings, tmp_path_factory.mktemp("serve-fr"), ADVISOR_LANGUAGE="fr") as server:
        yield server


@pytest.fixture
def visit(browser: Browser, french: Server, request: pytest.FixtureRequest) -> Iterator[Visit]:
    visit = Visit(browser, french, **getattr(request, "param", {}))
    yield visit
    visit.context.close()
    assert visit.outside == []
    assert visit.errors == []


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{item['id']}: {[node['target'] for node in item['nodes']][:3]}" for item in found]


def shown(page: Page) -> str:
    """What the page shows or says, but for what is marked as English: answers, records, names."""
    return page.evaluate(
        """() => {
            const told = [];
            for (const element of document.querySelectorAll('body *')) {
                if (element.closest('[lang=en]') || element.closest('script, style, noscript')) continue;
                for (const node of element.childNodes) if (node.nodeType === 3) told.push(node.textContent);
                for (const name of ['aria-label', 'placeholder', 'title']) if (element.hasAttribute(name)) told.push(element.getAttribute(name));
            }
            return told.join(' \\n ');
        }"""
    )


def english_left(page: Page, english: dict[str, str], own: dict[str, str]) -> list[str]:
    """Whole sentences of the English interface that the page shows."""
    text = shown(page)
    return [key for key, words in english.items() if len(words) > 11 and "{" not in words and own[key] != words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_and_the_words_are_french(visit: Visit, state: str) -> None:
    reach(state, visit)
    assert violations(visit.page) == []
    assert visit.page.get_attribute("html", "lang") == "fr"
    assert english_left(visit.page, dict(page_words("en")), dict(page_words("fr"))) == []


@pytest.mark.parametrize("visit", [{"viewport": {"width": 360, "height": 740}}], indirect=True)
@pytest.mark.parametrize("state", PHONE_STATES)
def test_axe_finds_nothing_on_a_phone(visit: Visit, state: str) -> None:
    reach(state, visit)
    assert violations(visit.page) == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("visit", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
def test_the_links_of_the_header_stand_in_one_line(visit: Visit) -> None:
    page = visit.open()
    assert len(page.evaluate("[...new Set([...document.querySelectorAll('#adv-header nav a')].map(a => Math.round(a.getBoundingClientRect().top)))]")) == 1


@pytest.mark.parametrize("name", EXPLORER)
def test_the_explorer_in_french(visit: Visit, name: str) -> None:
    page = visit.open(EXPLORER[name])
    if name == "shortlist":
        expect(page.locator("#exp-shortlist")).to_have_attribute("aria-busy", "false")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert violations(page) == []
    assert english_left(page, dict(explorer_words("en")), dict(explorer_words("fr"))) == []


def test_an_english_word_would_be_found(visit: Visit) -> None:
    page = visit.open()
    page.evaluate("words => document.getElementById('adv-tools').append(words)", page_words("en")["print"])
    assert english_left(page, dict(page_words("en")), dict(page_words("fr"))) == ["print"]
