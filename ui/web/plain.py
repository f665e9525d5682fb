"""``/plain``: the same answers as HTML without script, under 30 kB a page, for thin lines, old phones and text browsers.

The conversation travels in a hidden field of the form. It can be changed by whoever holds it, and does them alone any good or
harm, so it is checked as everything else that arrives and not signed.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup, escape

from advisor.contract import Answer
from advisor.converse.conversation import Conversation
from corpus.settings import Settings
from ui.web.answering import Answering
from ui.web.ask import slow_down
from ui.web.limits import RateLimit
from ui.web.packing import packed_page
from ui.web.received import MOST_CHARACTERS, clean_message, read_received, wishes_conversation
from ui.web.tally import Tally
from ui.web.templating import Pages
from ui.web.view import Shown, Side, side_of
from ui.web.words import page_words

__all__ = ["answer_tag", "plain_router"]


def plain_router(answering: Answering, settings: Settings, limit: RateLimit, pages: Pages, tally: Tally) -> APIRouter:
    """The plain page's routes."""
    router = APIRouter(include_in_schema=False)
    page = _PlainPage(answering, settings, limit, pages, tally)

    @router.get("/plain")
    async def first(request: Request, q: str = "", wishes: str = "") -> Response:
        """The page, or the answer to one question with the wishes of a shared address."""
        if not q.strip():
            return page.empty(request)
        return await page.answered(request, q, *wishes_conversation(wishes))

    @router.post("/plain")
    async def follow(request: Request, q: Annotated[str, Form()] = "", conversation: Annotated[str, Form()] = "") -> Response:
        """The answer to the next question of a conversation."""
        before, sound = read_received(conversation, answering.catalogue)
        if not q.strip():
            return page.empty(request, problem="empty_question", conversation=before)
        return await page.answered(request, q, before, sound)

    return router


class _PlainPage:
    def __init__(self, answering: Answering, settings: Settings, limit: RateLimit, pages: Pages, tally: Tally) -> None:
        self._answering = answering
        self._tally = tally
        self._limit = limit
        self._pages = pages
        self._words = page_words(settings.language)

    def empty(self, request: Request, *, problem: str = "", conversation: Conversation | None = None, draft: str = "", status: int = 200) -> HTMLResponse:
        """The page with its form, and what was amiss."""
        return self._page(request, status, problem=self._words[problem] if problem else "", conversation=conversation, draft=draft)

    async def answered(self, request: Request, message: str, before: Conversation, sound: bool) -> HTMLResponse:
        """The page with one answer."""
        if refused := slow_down(request, self._limit):
            page = self.empty(request, problem="too_many", conversation=before, draft=message, status=429)
            page.headers["Retry-After"] = refused.headers["Retry-After"]
            return page
        answer, after = await self._answering.answer(clean_message(message), before)
        await self._tally.note(answer, self._answering.catalogue)
        notes = [] if sound else [self._words["broken_conversation"]]
        side = side_of(answer, self._answering.catalogue)
        return self._page(request, 200, answer=answer, conversation=after, side=side, notes=notes)

    def _page(self, request: Request, status: int, *, answer: Answer | None = None, conversation: Conversation | None = None, **values: Any) -> HTMLResponse:
        side: Side = values.pop("side", Side())
        urgent = answer is not None and answer.reason == "unsafe"
        heads = _heads(answer)
        shown = {citation.record: side.evidence.get(citation.id) for citation in answer.citations if citation.n in heads} if answer else {}
        given: dict[str, Any] = {
            "answer": answer,
            "side": side,
            "conversation": _kept(conversation),
            "tag": self._words.get(answer_tag(answer), "") if answer else "",
            "most": MOST_CHARACTERS,
            "problem": "",
            "draft": "",
            "notes": [],
            "heads": heads,
            "heads_source": {record: (item.source, item.as_of) if item else None for record, item in shown.items()},
            "strong": lambda text: _strong(text) if urgent else text,
            "marked": _marked,
            "origin": self._origin,
            "web": _is_web,
        }
        return packed_page(self._pages.render("plain.html", **{**given, **values}), request.scope, status=status)

    def _origin(self, shown: Shown) -> str:
        words = self._words
        source = shown.source or shown.title
        if shown.as_of is None:
            return words["record_from_undated"].format(source=source)
        told = words["record_from"].format(source=source, date=shown.as_of)
        return f"{told} {words['not_checked_since'].format(date=shown.as_of)}" if shown.age == "old" else told


def answer_tag(answer: Answer) -> str:
    """The key of the few words that stand over an answer which is not a plain one; empty for a plain one."""
    if answer.status == "partial":
        return "status_partial"
    return f"status_{answer.reason}" if answer.status == "abstained" and answer.reason else ""


def _kept(conversation: Conversation | None) -> str:
    """The conversation as the hidden field carries it: only what differs from a new one."""
    return conversation.model_dump_json(exclude_defaults=True) if conversation else ""


def _heads(answer: Answer | None) -> set[int]:
    """Numbers of the citations that begin a run of the same record, where its title is written out."""
    heads = set()
    last = None
    for citation in answer.citations if answer else ():
        if citation.record != last:
            heads.add(citation.n)
        last = citation.record
    return heads


def _marked(text: str, quote: str) -> Markup:
    """A field's text with the quoted words marked."""
    before, found, after = text.partition(quote)
    return Markup("{}<mark>{}</mark>{}").format(before, found, after) if found and quote else escape(text)


def _strong(text: str) -> Markup:
    """The help lines' own emphasis. Only fixed, reviewed text comes here, never anything that a person typed."""
    parts = text.split("**")
    return Markup("").join(Markup("<strong>{}</strong>").format(part) if number % 2 else escape(part) for number, part in enumerate(parts))


def _is_web(url: str | None) -> bool:
    return bool(url) and str(url).startswith(("https://", "http://"))
