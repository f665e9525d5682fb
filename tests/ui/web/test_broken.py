"""When things go wrong: a broken line, a server that restarts, a paste of five megabytes."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from conftest import Visit, serving
from playwright.sync_api import expect
from tests_web_replies import CHOICES

pytestmark = pytest.mark.browser


def test_no_server_is_told_and_can_be_tried_again(visit) -> None:
    page = visit.open()
    page.route("**/api/ask", lambda route: route.abort())
    page.fill("#adv-question", "what is plar")
    page.keyboard.press("Enter")
    expect(page.locator(".adv-turn .adv-problem")).to_contain_text("connection broke")
    page.unroute("**/api/ask")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".adv-actions")).to_be_visible()
    expect(page.locator(".adv-turn")).to_have_count(1)
    visit.errors.clear()


def test_a_line_that_breaks_in_the_middle_of_an_answer(visit) -> None:
    page = visit.ask("forestry courses, 100% online", visit.open())
    half = CHOICES.splitlines()[0] + "\n" + CHOICES.splitlines()[1][:40]
    page.route("**/api/ask", lambda route: route.fulfill(status=200, content_type="application/x-ndjson", body=half))
    visit.ask("how long is the first one", page)
    expect(page.locator(".adv-turn .adv-problem")).to_contain_text("connection broke")
    page.unroute("**/api/ask")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".adv-turn").last.locator(".adv-actions")).to_be_visible()
    assert "hours" in page.locator(".adv-answer").last.inner_text()


def test_a_fault_at_the_server_is_told_as_ours(visit) -> None:
    page = visit.open()
    page.route("**/api/ask", lambda route: route.fulfill(status=200, content_type="application/x-ndjson", body='{"type": "fault"}\n'))
    visit.ask("what is plar", page)
    expect(page.locator(".adv-turn .adv-problem")).to_contain_text("not with your question")


def test_five_megabytes_are_refused_kindly_and_not_lost(visit) -> None:
    page = visit.open()
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/api/" in request.url else None)
    page.evaluate("document.getElementById('adv-question').value = 'forestry '.repeat(600000)")
    page.locator("#adv-ask").click()
    expect(page.locator("#adv-problem")).to_contain_text("too long")
    assert page.evaluate("document.getElementById('adv-question').value.length") == 9 * 600000
    assert asked == []


def test_twenty_thousand_characters_are_answered(visit) -> None:
    page = visit.ask("is there forestry training online? " + "I like trees. " * 1400, visit.open())
    expect(page.locator(".adv-actions")).to_be_visible()


def test_an_empty_question_is_told(visit) -> None:
    page = visit.open()
    page.locator("#adv-ask").click()
    expect(page.locator("#adv-problem")).to_have_text("Please write a question first.")
    expect(page.locator("#adv-question")).to_be_focused()


def test_a_conversation_of_another_version_is_set_aside(visit) -> None:
    page = visit.ask("forestry courses, 100% online", visit.open())
    page.evaluate(
        """() => {
            const all = JSON.parse(localStorage['advisor.conversations.1']);
            all[0].conversation.version = 99;
            localStorage['advisor.conversations.1'] = JSON.stringify(all);
        }"""
    )
    page.reload()
    page.wait_for_selector("#advisor-mount .adv-turn")
    visit.ask("what is plar", page)
    expect(page.locator(".adv-answer").last).to_contain_text("answered on its own")


def test_the_page_works_before_and_without_gradios_script(visit) -> None:
    page = visit.page
    page.route("**/assets/*.js", lambda route: route.abort())
    page.goto(visit.server.url)
    page.wait_for_selector("#adv-question")
    visit.ask("what is plar", page)
    expect(page.locator(".adv-actions")).to_be_visible()
    visit.errors.clear()


def test_without_script_the_form_leads_to_the_plain_page(visitor) -> None:
    visit = visitor(java_script_enabled=False)
    page = visit.page
    page.goto(visit.server.url)
    page.fill("#adv-question", "what is plar")
    page.locator("#adv-ask").click()
    page.wait_for_url("**/plain?q=*")
    expect(page.locator("main")).to_contain_text("prior learning")


def test_a_server_that_restarts_in_the_middle_of_a_chat_loses_nothing(browser, bc_settings, tmp_path) -> None:
    with serving(bc_settings, tmp_path) as server:
        visit = Visit(browser, server)
        page = visit.ask("forestry courses, 100% online", visit.open())
        port = urlsplit(server.url).port or 0
    visit.ask("how long is the first one", page)
    expect(page.locator(".adv-turn .adv-problem")).to_contain_text("connection broke")
    with serving(bc_settings, tmp_path, port=port):
        page.get_by_role("button", name="Try again").click()
        expect(page.locator(".adv-actions")).to_have_count(2)
        assert "hours" in page.locator(".adv-answer").last.inner_text(), "it still knows which one was the first"
        page.reload()
        page.wait_for_selector("#advisor-mount .adv-turn")
        expect(page.locator(".adv-turn")).to_have_count(2)
        visit.context.close()
