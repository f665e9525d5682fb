"""The desk's first page: paste, upload, find, delete; and the counts."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from advisor.draft.contract import TONES
from corpus.errors import UsageError
from ui.web.desk.guard import HOME, Visitor
from ui.web.desk.pages import DeskPages
from ui.web.desk.received import Form
from ui.web.desk.sent import sent_questions
from ui.web.desk.store.drafts import MOST_LISTED
from ui.web.desk.work import MOST_MESSAGE, Desk

__all__ = ["ListRoutes"]


class ListRoutes:
    """Addresses that show or change many drafts."""

    def __init__(self, desk: Desk, pages: DeskPages) -> None:
        self._desk = desk
        self._pages = pages

    def home(self, request: Request, visitor: Visitor) -> Response:
        """The first page."""
        told = request.query_params.get("told", "")
        count = request.query_params.get("n", "")
        words = self._pages.words.get(f"told_{told}", "") if told.isalpha() else ""
        skip = request.query_params.get("skip", "")
        self._desk.ahead.wake()  # what was left when the server stopped
        return self._page(
            visitor, query=request.query_params.get("q", "")[:200], told=words.format(n=count if count.isdigit() else ""), skip=int(skip) if skip.isdigit() and len(skip) < 6 else 0
        )

    def progress(self, request: Request, visitor: Visitor) -> Response:  # noqa: ARG002 - what every page is given
        """How far the queues are, for the script of the first page."""
        return JSONResponse({"queues": [asdict(queue) for queue in self._desk.drafts.queues(visitor.name)]})

    def paste(self, request: Request, visitor: Visitor, form: Form) -> Response:  # noqa: ARG002 - what every form is given
        """Draft a reply to a pasted message."""
        message = form.one("message")
        try:
            name = self._desk.paste(visitor.name, message, next((tone for tone in TONES if tone == form.one("tone")), "plain"))
        except UsageError as error:
            return self._page(visitor, problem=str(error), message=message[: 10 * MOST_MESSAGE], status=422)
        return RedirectResponse(f"{HOME}/drafts/{name}", status_code=303)

    def upload(self, request: Request, visitor: Visitor, form: Form) -> Response:  # noqa: ARG002
        """Make a queue of a file."""
        try:
            if form.file is None or not form.file[0]:
                raise UsageError("No file was chosen.", hint="Choose a .csv or mbox file.")
            count = self._desk.upload(visitor.name, form.file[1], form.file[0], next((tone for tone in TONES if tone == form.one("tone")), "plain"))
        except UsageError as error:
            return self._page(visitor, problem=str(error), status=422)
        return RedirectResponse(f"{HOME}?told=uploaded&n={count}#queues", status_code=303)

    def delete(self, request: Request, visitor: Visitor, form: Form) -> Response:  # noqa: ARG002
        """Delete the drafts that were ticked."""
        count = self._desk.drafts.delete(visitor.name, form.all("draft"))
        return RedirectResponse(f"{HOME}?told=deleted&n={count}#drafts", status_code=303)

    def counts(self, request: Request, visitor: Visitor) -> Response:  # noqa: ARG002
        """What could not be answered, how often, and what learners sent."""
        return self._pages.html("counts.html", visitor=visitor, counts=self._desk.counts(), sent=sent_questions(self._desk.settings.home))

    def _page(self, visitor: Visitor, *, query: str = "", problem: str = "", message: str = "", told: str = "", skip: int = 0, status: int = 200) -> Response:
        drafts = self._desk.drafts
        count = drafts.count(visitor.name, query)
        return self._pages.html(
            "home.html",
            status=status,
            visitor=visitor,
            problem=problem,
            told=told,
            message=message,
            query=query,
            tones=TONES,
            days=self._desk.settings.draft_days,
            drafts=drafts.search(visitor.name, query, skip=skip),
            queues=drafts.queues(visitor.name),
            count=count,
            skip=skip,
            before=max(0, skip - MOST_LISTED) if skip else None,
            after=skip + MOST_LISTED if skip + MOST_LISTED < count else None,
        )
