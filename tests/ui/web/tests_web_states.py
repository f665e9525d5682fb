"""Every state that the pages can be in, and how a person comes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect
from tests_web_replies import CHOICES, INVENTED

__all__ = ["PHONE_STATES", "STATES", "reach"]


def _asked(question: str) -> Callable[[Any], None]:
    return lambda visit: visit.ask(question, visit.open())


def _evidence(visit: Any) -> None:
    _asked("forestry courses, 100% online")(visit)
    visit.page.locator("a.adv-cite").first.click()
    expect(visit.page.locator(".adv-evidence:visible")).to_have_count(1)


def _sheet(visit: Any) -> None:
    _asked("forestry courses, 100% online")(visit)
    visit.page.locator("a.adv-cite").first.click()
    expect(visit.page.locator("dialog.adv-sheet[open]")).to_be_visible()


def _reason(visit: Any) -> None:
    _asked("what is plar")(visit)
    # by its place, whatever the language of the interface
    visit.page.locator(".adv-thumbs > button").last.click()
    expect(visit.page.locator(".adv-reason")).to_be_visible()


def _dialog(visit: Any) -> None:
    _reason(visit)
    visit.page.locator(".adv-reason button").last.click()
    expect(visit.page.locator("dialog[open]")).to_be_visible()


def _history(visit: Any) -> None:
    _asked("what is plar")(visit)
    visit.page.locator("#adv-new").click()
    expect(visit.page.locator("#adv-history-list li")).to_have_count(1)


def _answered_by_hand(body: str) -> Callable[[Any], None]:
    def go(visit: Any) -> None:
        page = visit.open()
        page.route("**/api/ask", lambda route: route.fulfill(status=200, content_type="application/x-ndjson", body=body))
        visit.ask("anything", page)

    return go


def _refused(visit: Any) -> None:
    page = visit.open()
    page.route("**/api/ask", lambda route: route.fulfill(status=429, body="{}"))
    visit.ask("anything", page)
    visit.errors.clear()  # the browser itself reports the 429


def _offline(visit: Any) -> None:
    page = visit.open()
    page.route("**/api/ask", lambda route: route.abort())
    visit.ask("anything", page)
    expect(page.locator(".adv-turn .adv-problem button")).to_be_visible()
    visit.errors.clear()


def _broken_off(visit: Any) -> None:
    _asked("forestry courses, 100% online")(visit)
    half = CHOICES.splitlines()[0] + "\n{"
    visit.page.route("**/api/ask", lambda route: route.fulfill(status=200, content_type="application/x-ndjson", body=half))
    visit.ask("and the next one", visit.page)
    expect(visit.page.locator(".adv-turn .adv-problem button")).to_be_visible()


def _looking(visit: Any) -> None:
    page = visit.open()
    page.route("**/api/ask", lambda _: None)  # never answered
    page.fill("#adv-question", "anything")
    page.keyboard.press("Enter")
    expect(page.locator(".adv-progress")).to_be_visible()


def _complaint(length: int) -> Callable[[Any], None]:
    def go(visit: Any) -> None:
        page = visit.open()
        page.evaluate("length => { document.getElementById('adv-question').value = 'x'.repeat(length); }", length)
        page.locator("#adv-ask").click()
        expect(page.locator("#adv-problem")).not_to_be_empty()

    return go


def _long(visit: Any) -> None:
    """Many turns, wishes and sources, and a question longer than its heading shows."""
    for question in ("forestry courses, 100% online, in the evening, under $3000", "compare the first two", "what is plar " + "and how do I begin " * 30):
        visit.ask(question, visit.page if visit.page.url.startswith("http") else visit.open())
    assert visit.page.locator("a.adv-cite").count() > 20


def _plain(path: str) -> Callable[[Any], None]:
    return lambda visit: visit.open(path)


_WAYS: dict[str, Callable[[Any], None]] = {
    "first": lambda visit: visit.open(),
    "find": _asked("forestry courses, 100% online"),
    "evidence": _evidence,
    "table": _asked("compare Forest Health Management and Forest Carbon Management at UBC"),
    "pathway": _asked("does coastal forest worker at NIC lead anywhere"),
    "not stated": _asked("how much is the crisis communication micro-certificate at UVic"),
    "not in catalogue": _asked("underwater basket weaving in Kitimat"),
    "question back": _asked("how much is electric vehicle maintenance training"),
    "distress": _asked("i want to end my life"),
    "send dialog": _dialog,
    "history": _history,
    "choices by hand": _answered_by_hand(CHOICES),
    "invented": _answered_by_hand(INVENTED),
    "refused": _refused,
    "offline": _offline,
    "broken off": _broken_off,
    "looking": _looking,
    "nothing typed": _complaint(0),
    "too much typed": _complaint(5_000_000),
    "reason": _reason,
    "long": _long,
    "plain": _plain("/plain"),
    "plain answer": _plain("/plain?q=forestry+courses+100%25+online"),
    "plain nothing": _plain("/plain?q=falconry+training+in+Kitimat"),
    "plain distress": _plain("/plain?q=i+want+to+end+my+life"),
    "plain table": _plain("/plain?q=compare+Forest+Health+Management+and+Forest+Carbon+Management+at+UBC"),
    "plain choices": _plain("/plain?q=how+much+is+electric+vehicle+maintenance+training"),
}
STATES = tuple(_WAYS)
#: what only a narrow page has
_PHONE_WAYS = {"sheet": _sheet}
PHONE_STATES = ("first", "find", "table", "pathway", "long", "offline", *_PHONE_WAYS)


def reach(state: str, visit: Any) -> None:
    """Bring a visit into a state."""
    {**_WAYS, **_PHONE_WAYS}[state](visit)
