"""Every state that the pages can be in, and how a person comes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect
from tests_web_replies import CHOICES, INVENTED

__all__ = ["STATES", "reach"]


def _asked(question: str) -> Callable[[Any], None]:
    return lambda visit: visit.ask(question, visit.open())


def _evidence(visit: Any) -> None:
    _asked("forestry courses, 100% online")(visit)
    visit.page.locator("a.adv-cite").first.click()


def _dialog(visit: Any) -> None:
    _asked("what is plar")(visit)
    visit.page.get_by_role("button", name="This did not help").click()
    visit.page.get_by_role("button", name="Send this question").click()
    expect(visit.page.locator("dialog[open]")).to_be_visible()


def _history(visit: Any) -> None:
    _asked("what is plar")(visit)
    visit.page.get_by_role("button", name="Start over").click()


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
    "plain": _plain("/plain"),
    "plain answer": _plain("/plain?q=forestry+courses+100%25+online"),
    "plain table": _plain("/plain?q=compare+Forest+Health+Management+and+Forest+Carbon+Management+at+UBC"),
    "plain choices": _plain("/plain?q=how+much+is+electric+vehicle+maintenance+training"),
}
STATES = tuple(_WAYS)


def reach(state: str, visit: Any) -> None:
    """Bring a visit into a state."""
    _WAYS[state](visit)
