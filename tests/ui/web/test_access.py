"""For people who see, hear or move differently: axe-core on every page and state, the keyboard alone, one announcement."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from tests_web_states import PHONE_STATES, STATES, reach

pytestmark = pytest.mark.browser
SIZES = {"wide": (1280, 800), "middle": (768, 1000), "phone": (360, 740)}


def violations(page: Page, **rules: bool) -> list[str]:
    """What axe-core finds, with the elements it finds it on; ``rules`` switches some of them off."""
    options = {"rules": {name.replace("_", "-"): {"enabled": on} for name, on in rules.items()}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{item['id']}: {[node['target'] for node in item['nodes']][:3]}" for item in found]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(visit, state: str) -> None:
    reach(state, visit)
    assert violations(visit.page) == []


@pytest.mark.parametrize("size", ["middle", "phone"])
@pytest.mark.parametrize("state", PHONE_STATES)
def test_axe_finds_nothing_at_other_sizes(visitor, state: str, size: str) -> None:
    width, height = SIZES[size]
    visit = visitor(viewport={"width": width, "height": height})
    reach(state, visit)
    assert violations(visit.page) == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("options", [{"color_scheme": "dark"}, {"forced_colors": "active"}, {"forced_colors": "active", "color_scheme": "dark"}, {"contrast": "more"}])
@pytest.mark.parametrize("state", ["first", "evidence", "table"])
def test_axe_finds_nothing_whatever_colours_the_system_wants(visitor, state: str, options: dict[str, str]) -> None:
    visit = visitor(**options)
    reach(state, visit)
    # where the system chooses the colours, axe-core sets its dark ones against a white that nobody sees
    assert violations(visit.page, color_contrast="forced_colors" not in options) == []


def test_where_the_system_chooses_the_colours_what_matters_is_still_seen(visitor) -> None:
    visit = visitor(forced_colors="active", color_scheme="dark")
    reach("evidence", visit)
    page = visit.page
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate("getComputedStyle(document.querySelector('mark')).outlineStyle") == "solid", "the quoted words"
    assert page.evaluate("getComputedStyle(document.querySelector('.adv-question')).borderLeftStyle") == "solid", "the question"
    assert page.evaluate("getComputedStyle(document.querySelector('.adv-box')).borderTopStyle") == "solid", "the box to type in"
    page.focus("#adv-question")
    assert page.evaluate("getComputedStyle(document.querySelector('.adv-box')).outlineStyle") == "solid", "the focus, for a shadow is not drawn"


def test_axe_can_fail(visit) -> None:
    page = visit.open()
    page.evaluate("document.getElementById('advisor').append(document.createElement('button'))")
    assert any(found.startswith("button-name") for found in violations(page))


@pytest.mark.parametrize("state", ["first", "find", "table", "pathway", "plain answer"])
def test_nothing_is_cut_off_when_text_is_twice_as_large(visitor, state: str) -> None:
    """200 % zoom of a 1280 px window leaves 640 CSS pixels; 400 % leaves 320, the narrowest that WCAG asks for."""
    for width, height in ((640, 400), (320, 256)):
        visit = visitor(viewport={"width": width, "height": height})
        reach(state, visit)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_moves_for_people_who_asked_for_less_motion(visitor) -> None:
    visit = visitor(reduced_motion="reduce")
    page = visit.open()
    page.evaluate("document.getElementById('adv-turns').innerHTML = '<p class=\"adv-progress\"></p>'")
    assert page.evaluate("getComputedStyle(document.querySelector('.adv-progress'), '::after').animationName") == "none"
    calm = page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert calm


def test_something_moves_for_others(visit) -> None:
    page = visit.open()
    page.evaluate("document.getElementById('adv-turns').innerHTML = '<p class=\"adv-progress\"></p>'")
    assert page.evaluate("getComputedStyle(document.querySelector('.adv-progress'), '::after').animationName") == "adv-move"


def test_an_answer_is_announced_once_politely_when_it_is_complete(visit) -> None:
    page = visit.open()
    page.evaluate(
        """() => {
            window.told = [];
            const place = document.getElementById('adv-announce');
            new MutationObserver(() => {
                if (place.textContent) window.told.push([place.textContent, Boolean(document.querySelector('[aria-busy]'))]);
            }).observe(place, { childList: true, characterData: true, subtree: true });
        }"""
    )
    visit.ask("forestry courses, 100% online", page)
    page.wait_for_function("() => window.told.length > 0")
    page.wait_for_timeout(400)
    told = page.evaluate("window.told")
    assert len(told) == 1
    text, busy = told[0]
    assert text.startswith("Answer: ")
    assert "[1]" not in text
    assert not busy
    assert page.get_attribute("#adv-announce", "aria-live") == "polite"
    live = page.evaluate("document.querySelectorAll('#adv-turns [aria-live], #adv-turns [role=log], #adv-turns [role=alert]').length")
    assert live == 0


def test_every_task_with_the_keyboard_alone(visit) -> None:
    page = visit.open()
    page.keyboard.press("Tab")
    expect(page.locator(".adv-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab") if page.locator("#adv-question:focus").count() == 0 else None
    expect(page.locator("#adv-question")).to_be_focused()
    page.keyboard.type("forestry courses, 100% online")
    page.keyboard.press("Enter")
    expect(page.locator(".adv-actions")).to_be_visible()
    expect(page.locator("#adv-question")).to_be_focused()

    press_until(page, "Shift+Tab", "a.adv-cite")
    page.keyboard.press("Enter")
    focused = page.locator(".adv-source > button:focus")
    expect(focused).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator("a.adv-cite:focus")).to_have_count(1)

    press_until(page, "Tab", "#adv-wishes button")
    page.keyboard.press("Enter")
    expect(page.locator(".adv-turn")).to_have_count(2)
    expect(page.locator("#adv-question")).to_be_focused()

    press_until(page, "Shift+Tab", ".adv-thumbs button")
    page.keyboard.press("Space")
    expect(page.locator(".adv-reason:visible")).to_have_count(1)
    press_until(page, "Tab", ".adv-reason button:last-child")
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator(".adv-reason button:focus")).to_have_count(1)

    press_until(page, "Tab", "#adv-new")
    page.keyboard.press("Enter")
    expect(page.locator(".adv-lead")).to_be_visible()


def press_until(page: Page, key: str, selector: str) -> None:
    """Move by one key until something that matches is in focus."""
    for _ in range(80):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{key} does not reach {selector}")


def test_focus_can_be_seen(visit) -> None:
    page = visit.open()
    for _ in range(6):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement), box = getComputedStyle(document.activeElement.parentElement);
                return style.outlineStyle !== 'none' || box.boxShadow !== 'none';
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")


def test_questions_and_sections_are_headings(visit) -> None:
    page = visit.ask("how much is the crisis communication micro-certificate at UVic", visit.open())
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].filter(e => e.offsetParent).map(e => [e.tagName, e.textContent])")
    assert json.dumps(levels).count("H2") == 1
    assert ["H3", "Who to ask"] in levels
