"""Who may come in: signed cookies, a token in every form, and the way to the sign-in page for everybody else."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from corpus.errors import AdvisorError
from ui.web.desk.received import MOST_FORM, Form, TooLargeError, read_form
from ui.web.desk.secret import Signer
from ui.web.desk.store.people import SESSION_SECONDS, People

__all__ = ["HOME", "Guard", "Visitor", "back_to"]

HOME = "/desk"
_SESSION, _VISIT = "advisor_desk", "advisor_desk_visit"
_LOOPBACK = {"127.0.0.1", "localhost", "::1", "[::1]"}
Endpoint = Callable[[Request], Awaitable[Response]]


class Visitor:
    """A signed-in person and the token that their forms carry."""

    def __init__(self, name: str, csrf: str) -> None:
        self.name = name
        self.csrf = csrf


class Guard:
    """Stands before every address of the desk.

    :param problem: makes the page that tells what was amiss: the visitor where there is one, the error, the status.
    """

    def __init__(self, people: People, signer: Signer, problem: Callable[[Visitor | None, AdvisorError, int], Response]) -> None:
        self._people = people
        self._signer = signer
        self._problem = problem

    # the two kinds of addresses ------------------------------------------------------------------------------

    def reading(self, work: Callable[[Request, Visitor], Response]) -> Endpoint:
        """An address that only shows something to people who are signed in."""

        async def endpoint(request: Request) -> Response:
            visitor = await run_in_threadpool(self.visitor, request)
            return await run_in_threadpool(self._tried, work, request, visitor) if visitor else _to_sign_in(request)

        return endpoint

    def writing(self, work: Callable[[Request, Visitor, Form], Response], *, most: int = MOST_FORM) -> Endpoint:
        """An address that changes something: signed in, and with the form's token."""

        async def endpoint(request: Request) -> Response:
            visitor = await run_in_threadpool(self.visitor, request)
            if visitor is None:
                return _to_sign_in(request)
            try:
                form = await read_form(request, most=most)
            except TooLargeError as error:
                return self._problem(visitor, error, 413)
            except AdvisorError as error:
                return self._problem(visitor, error, 400)
            sent = request.headers.get("x-csrf-token") or form.one("csrf")
            if not same_site(request) or not hmac.compare_digest(sent.encode(), visitor.csrf.encode()):
                return self._problem(visitor, _STALE, 403)
            return await run_in_threadpool(self._tried, lambda asked, person: work(asked, person, form), request, visitor)

        return endpoint

    def _tried(self, work: Callable[[Request, Visitor], Response], request: Request, visitor: Visitor) -> Response:
        try:
            return work(request, visitor)
        except AdvisorError as error:
            return self._problem(visitor, error, 422)

    # cookies -------------------------------------------------------------------------------------------------

    def visitor(self, request: Request) -> Visitor | None:
        """Who is signed in in this browser."""
        token = self._signer.opened(request.cookies.get(_SESSION, ""))
        name = self._people.signed_in(token) if token else None
        return Visitor(name, self._signer.token("form", token)) if token and name else None

    def let_in(self, request: Request, response: Response, token: str) -> None:
        """Give a browser the cookie of a new session."""
        self._cookie(request, response, _SESSION, self._signer.sealed(token), SESSION_SECONDS)
        response.delete_cookie(_VISIT, path=HOME)

    def let_out(self, request: Request, response: Response) -> None:
        """End this browser's session."""
        if token := self._signer.opened(request.cookies.get(_SESSION, "")):
            self._people.sign_out(token)
        response.delete_cookie(_SESSION, path=HOME)

    def visit(self, request: Request) -> tuple[str, str]:
        """A word for a browser that is not signed in, and the token of its sign-in form."""
        word = self._signer.opened(request.cookies.get(_VISIT, "")) or secrets.token_urlsafe(16)
        return word, self._signer.token("sign-in", word)

    def remember_visit(self, request: Request, response: Response, word: str) -> None:
        """Give a browser the cookie that its sign-in form is checked against."""
        self._cookie(request, response, _VISIT, self._signer.sealed(word), 3600)

    def _cookie(self, request: Request, response: Response, name: str, value: str, seconds: int) -> None:
        response.set_cookie(name, value, max_age=seconds, path=HOME, secure=not on_this_machine(request), httponly=True, samesite="strict")


_STALE = AdvisorError("This form is too old, or it was sent from another page.", hint="Go back, reload the page and send it again; what you typed may still be there.")


def on_this_machine(request: Request) -> bool:
    """Whether the page is read without encryption, which is only safe where it does not leave the machine."""
    return request.url.scheme == "http" and (request.url.hostname or "") in _LOOPBACK


def same_site(request: Request) -> bool:
    """Whether the browser says that a page of ours sent the form, or is too old to say."""
    return request.headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}


def _to_sign_in(request: Request) -> Response:
    if "x-csrf-token" in request.headers:
        return JSONResponse({"error": "You are no longer signed in."}, status_code=401)
    path = request.url.path if request.method == "GET" else HOME
    return RedirectResponse(f"{HOME}/sign-in?next={quote(path)}", status_code=303)


def back_to(path: str) -> str:
    """Where to go after signing in: an address of the desk, and no other.

    >>> back_to("/desk/drafts/1"), back_to("//evil.example"), back_to("/desk/../x")
    ('/desk/drafts/1', '/desk', '/desk')
    """
    fine = path.startswith((f"{HOME}/", HOME)) and all(part.replace("-", "").isalnum() for part in path.strip("/").split("/"))
    return path if fine else HOME
