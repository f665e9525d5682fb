"""Signing in and out."""

from __future__ import annotations

import hmac
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from corpus.errors import AdvisorError
from ui.web.desk.guard import HOME, Guard, Visitor, back_to, on_this_machine, same_site
from ui.web.desk.pages import DeskPages
from ui.web.desk.received import Form, read_form
from ui.web.desk.store.people import People

__all__ = ["SignInRoutes"]


class SignInRoutes:
    """The sign-in page and its form."""

    def __init__(self, people: People, guard: Guard, pages: DeskPages) -> None:
        self._people = people
        self._guard = guard
        self._pages = pages

    async def show(self, request: Request) -> Response:
        """The page with its form."""
        return await run_in_threadpool(self._page, request, back_to(request.query_params.get("next", HOME)))

    async def sign_in(self, request: Request) -> Response:
        """The form, sent."""
        try:
            form = await read_form(request, most=20_000)
        except AdvisorError as error:
            return await run_in_threadpool(self._page, request, HOME, problem=str(error), status=400)
        return await run_in_threadpool(self._try, request, form)

    def sign_out(self, request: Request, visitor: Visitor, form: Form) -> Response:  # noqa: ARG002 - what every form is given
        """End this browser's session."""
        response = RedirectResponse(f"{HOME}/sign-in", status_code=303)
        self._guard.let_out(request, response)
        return response

    def _try(self, request: Request, form: Form) -> Response:
        words = self._pages.words
        wanted = back_to(form.one("next", HOME))
        name, address = form.one("name").strip()[:200], request.client.host if request.client else ""
        _, token = self._guard.visit(request)
        if not same_site(request) or not hmac.compare_digest(form.one("csrf").encode(), token.encode()):
            return self._page(request, wanted, problem=words["sign_in_stale"], status=403)
        if seconds := self._people.wait(name, address):
            page = self._page(request, wanted, problem=words["sign_in_wait"].format(minutes=max(1, round(seconds / 60))), status=429)
            page.headers["Retry-After"] = str(seconds)
            return page
        session = self._people.sign_in(name, form.one("password"), address)
        if session is None:
            return self._page(request, wanted, problem=words["sign_in_wrong"], status=401)
        response = RedirectResponse(wanted, status_code=303)
        self._guard.let_in(request, response, session)
        return response

    def _page(self, request: Request, wanted: str, *, problem: str = "", status: int = 200) -> Response:
        word, token = self._guard.visit(request)
        # over a line that others can read, a password must not be typed; the cookie would not be kept either
        open_line = request.url.scheme == "http" and not on_this_machine(request)
        page = self._pages.html("sign_in.html", status=status, csrf=token, wanted=quote(wanted), problem=problem, open_line=open_line, nobody=not self._people.names())
        self._guard.remember_visit(request, page, word)
        return page
