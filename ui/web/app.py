"""The web application: every page and address, with what stands before them all."""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import time
from typing import Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from advisor.engine import Advisor
from corpus.fields import FIELDS
from corpus.settings import Settings
from ui.web.answering import Answering
from ui.web.ask import ask_router
from ui.web.assets import Assets
from ui.web.cases import MOST_REMARK, cases_router
from ui.web.health import health_router
from ui.web.limits import BodyLimit, RateLimit
from ui.web.logs import LOG
from ui.web.plain import plain_router
from ui.web.proxies import TrustedProxies
from ui.web.received import MOST_CHARACTERS
from ui.web.security import SecurityHeaders
from ui.web.shell import MOUNT, Shell, build_blocks
from ui.web.tally import Tally
from ui.web.templating import Pages
from ui.web.words import LANGUAGES, page_words

__all__ = ["build_app"]

#: rooms with pages of their own, mounted where they are installed: module and address
_ROOMS = {"explorer": ("ui.web.explorer.router", "/explore"), "desk": ("ui.web.desk.router", "/desk")}
#: the desk takes whole mailboxes; it looks at sizes itself
_OWN_SIZES = ("/desk",)


def build_app(advisor: Advisor, settings: Settings) -> FastAPI:
    """The whole web application for one advisor."""
    assets = Assets()
    rooms = _rooms(advisor, settings)
    pages = Pages(settings, base=assets.base, links={name: _ROOMS[name][1] for name in rooms}, invented=any(record.invented for record in advisor.catalogue))
    answering = Answering(advisor)
    limit = RateLimit(settings.rate_limit)
    tally = Tally(settings)

    app = FastAPI(title=settings.title, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.add_exception_handler(RequestValidationError, _unreadable)
    for router in (
        assets.router(),
        health_router(advisor, settings),
        ask_router(answering, limit, tally),
        cases_router(settings, limit),
        plain_router(answering, settings, limit, pages, tally),
        *rooms.values(),
    ):
        app.include_router(router)
    _mount_chat(app, settings, pages, assets, explorer=_ROOMS["explorer"][1] if "explorer" in rooms else "")
    app.add_middleware(BodyLimit, exempt=_OWN_SIZES if "desk" in rooms else ())
    app.add_middleware(SecurityHeaders)
    app.add_middleware(_RequestLog)
    app.add_middleware(TrustedProxies, trusted=settings.proxy_networks)
    return app


def _mount_chat(app: FastAPI, settings: Settings, pages: Pages, assets: Assets, *, explorer: str) -> None:
    """Mount Gradio last: what no route above takes goes to it."""
    blocks = build_blocks(settings.title)
    gr.mount_gradio_app(
        app, blocks, path="/", ssr_mode=False, footer_links=[], run_history=False, show_error=False, enable_monitoring=False,
        pwa=False, max_file_size=1, favicon_path=None, theme=_theme(),
    )  # fmt: skip
    words = page_words(settings.language)
    given = {
        "words": dict(words),
        "fields": {name: label for name, (label, _) in FIELDS.items()},
        "mount": MOUNT,
        "title": settings.title,
        "most": MOST_CHARACTERS,
        "mostRemark": MOST_REMARK,
        "explorer": explorer,
        "language": settings.language if settings.language in LANGUAGES else "en",
    }
    # "<" is written as its code, so that no word can close the element
    data = json.dumps(given, ensure_ascii=False).replace("<", "\\u003c")
    body = pages.render("chat.html")
    for route in app.routes:
        if isinstance(route, Mount) and route.path == "":
            route.app = Shell(
                route.app,
                head=lambda nonce: pages.render("head.html", nonce=nonce, scripts=assets.scripts, given=data),
                body=body,
                foot=pages.render("footer.html"),
                language=settings.language if settings.language in LANGUAGES else "en",
            )


def _theme() -> gr.themes.Base:
    """Gradio's barest theme, with fonts of this machine only."""
    return gr.themes.Base(font=["BC Sans", "system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])


def _rooms(advisor: Advisor, settings: Settings) -> dict[str, APIRouter]:
    """Routers of the other rooms, where they are installed."""
    found: dict[str, APIRouter] = {}
    for name, (module, _) in _ROOMS.items():
        try:
            spec = importlib.util.find_spec(module)
        except ModuleNotFoundError:
            spec = None
        if spec is None:
            continue
        try:
            found[name] = importlib.import_module(module).build_router(advisor, settings)
        except Exception:  # noqa: BLE001 - a room that cannot be opened must not close the others
            LOG.exception("a room could not be opened", extra={"kind": name})
    return found


async def _unreadable(_: Request, error: Exception) -> Response:
    """A request of another form. What was sent is not repeated."""
    details = error.errors() if isinstance(error, RequestValidationError) else []
    where = [{"where": ".".join(str(part) for part in item["loc"]), "problem": item["msg"]} for item in details]
    return JSONResponse({"error": "The request has another form than expected.", "details": where}, status_code=422)


class _RequestLog:
    """One line for each request to a route of ours, named by the route and never by the address."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception:  # noqa: BLE001 - the last net: people never meet a bare fault
            LOG.exception("a request failed", extra=_named(scope))
            if not status:
                await Response("Something went wrong here. Please try again.", status_code=500, media_type="text/plain")(scope, receive, send)
            return
        elapsed = round((time.perf_counter() - started) * 1000, 1)
        LOG.info("request", extra={**_named(scope), "status": status, "ms": elapsed})


def _named(scope: Scope) -> dict[str, Any]:
    route = scope.get("route")
    return {"method": scope["method"], "route": getattr(route, "path", "") or "(page)"}
