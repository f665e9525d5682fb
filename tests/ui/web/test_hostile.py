"""Whatever a person types, a record says or an address carries can only ever be text."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from tests_web_replies import EVIL, HOSTILE

pytestmark = pytest.mark.browser


def nothing_ran(page) -> bool:
    page.wait_for_timeout(300)
    return page.evaluate("window.hacked === undefined")


def only_the_policy_spoke(visit) -> None:
    """Reading the hostile drawing makes the browser report the handlers that it blocks, before we take them out."""
    assert all("inline event handler violates" in error for error in visit.errors)
    visit.errors.clear()


def test_what_is_typed_is_text(visit) -> None:
    page = visit.ask(EVIL, visit.open())
    expect(page.locator(".adv-turn h2")).to_contain_text("<script>window.hacked=2</script>")
    assert page.locator("#adv-turns :is(img, script, strong)").count() == 0
    assert nothing_ran(page)


def test_what_a_shared_address_carries_is_text(visit) -> None:
    page = visit.open(f"/?q={quote(EVIL)}&wishes={quote('[' + chr(34) + EVIL + chr(34) + ']')}")
    expect(page.locator(".adv-actions")).to_be_visible()
    assert page.locator("#adv-turns :is(img, script)").count() == 0
    assert nothing_ran(page)


def test_what_a_record_says_is_text(visit) -> None:
    page = visit.open()
    page.route("**/api/ask", lambda route: route.fulfill(status=200, content_type="application/x-ndjson", body=HOSTILE))
    visit.ask("anything", page)
    page.locator("a.adv-cite").first.click()
    turn = page.locator(".adv-turn")
    assert turn.locator("img, script, strong, foreignObject, image").count() == 0
    assert turn.locator("[href^='javascript:']").count() == 0
    handlers = page.evaluate(
        "[...document.querySelectorAll('.adv-turn *')].filter(e => e.getAttributeNames().some(n => /^on/i.test(n))).length"
    )
    assert handlers == 0
    assert nothing_ran(page)
    only_the_policy_spoke(visit)


def test_a_kept_conversation_that_was_tampered_with_is_text(visit) -> None:
    page = visit.open()
    page.route("**/api/ask", lambda route: route.fulfill(status=200, content_type="application/x-ndjson", body=HOSTILE))
    visit.ask(EVIL, page)
    page.reload()
    page.wait_for_selector("#advisor-mount .adv-turn")
    assert page.locator("#adv-turns :is(img, script, strong)").count() == 0
    assert nothing_ran(page)
    only_the_policy_spoke(visit)


def test_an_unreadable_store_does_not_stop_the_page(visit) -> None:
    page = visit.open()
    page.evaluate("localStorage.setItem('advisor.conversations.1', '[{\"id\":1,\"turns\":[{\"question\":3}]},7]')")
    page.evaluate("sessionStorage.setItem('advisor.mine', JSON.stringify({id: 1, address: ''}))")
    page.reload()
    page.wait_for_selector("#advisor-mount #advisor")
    visit.ask("what is plar", page)
    expect(page.locator(".adv-actions").last).to_be_visible()


def test_the_policy_forbids_inline_scripts(visit) -> None:
    page = visit.open()
    page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.hacked = 9'; document.body.append(s); }")
    assert nothing_ran(page)
    assert any("Content Security Policy" in error for error in visit.errors)
    visit.errors.clear()


@pytest.mark.parametrize("path", ["/plain?q=", "/plain?wishes=x&q="])
def test_the_plain_page_is_text_too(visit, path: str) -> None:
    page = visit.open(path + quote(EVIL))
    assert page.locator("img, script").count() == 0
    assert page.locator("main strong").all_inner_texts() == ["Not in this catalogue"]  # ours, and nothing of what was typed
    assert nothing_ran(page)
