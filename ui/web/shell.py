"""The page at ``/``: a Gradio page whose one component is our conversation.

The server writes the conversation's markup into the page before Gradio's own script arrives, so that it can be read and
used at once; ``static/main.js`` then moves it into Gradio's frame. Gradio's other addresses (uploads, files, queues, run
history) are closed: nothing here needs them, and some of them write what people send to disk.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import gradio as gr
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.web.packing import packed_page
from ui.web.security import nonce_of

__all__ = ["MOUNT", "Shell", "build_blocks"]

#: id of the element in Gradio's frame that takes the conversation in
MOUNT = "advisor-mount"
_OPEN = ("/assets/", "/static/")
_OPEN_EXACTLY = {"/", "/theme.css", "/favicon.ico", "/robots.txt"}
#: what Gradio's page says of Gradio to other sites
_FOREIGN = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*|<link rel="manifest"[^>]*>\s*')
_SCRIPT = re.compile(r"<script\b")
_BODY = re.compile(r"<body\b[^>]*>")


def build_blocks(title: str) -> gr.Blocks:
    """The Gradio page: one column, no state, no event and no function.

    Not ``gr.HTML``: that component turns its template into a script at run time, which our content-security policy forbids.
    """
    with gr.Blocks(title=title, analytics_enabled=False, fill_width=True) as blocks:
        gr.Column(elem_id=MOUNT)
    return blocks


class Shell:
    """Gradio's application with our first screen written into its page and its unused addresses closed.

    :param head: called for each page with its nonce; gives what goes to the end of the head.
    :param body: what goes to the start of the body.
    :param foot: what goes to its end.
    :param language: language of the interface, for the page's ``lang``.
    """

    def __init__(self, app: ASGIApp, *, head: Callable[[str], str], body: str, foot: str, language: str) -> None:
        self._app = app
        self._head = head
        self._body = body
        self._foot = foot
        self._language = language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for what the page needs, and for nothing else."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or not (path in _OPEN_EXACTLY or path.startswith(_OPEN)):
            if scope["type"] == "http":
                await Response("Not found.", status_code=404, media_type="text/plain")(scope, receive, send)
            return
        if path == "/" and scope["method"] == "GET":
            await self._page(scope, receive, send)
        else:
            await self._app(scope, receive, _kept(path, send))

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Gradio's page, collected and filled in."""
        status = 200
        body = b""

        async def collect(message: Message) -> None:
            nonlocal status, body
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                body += message.get("body", b"")

        # Gradio must not compress what is about to be changed
        plain = {**scope, "headers": [item for item in scope["headers"] if item[0] != b"accept-encoding"]}
        await self._app(plain, receive, collect)
        page = self._filled(body.decode(), nonce_of(scope)) if status == 200 else body.decode()
        await packed_page(page, scope, status=status)(scope, receive, send)

    def _filled(self, page: str, nonce: str) -> str:
        page = _FOREIGN.sub("", page)
        page = page.replace('lang="en"', f'lang="{self._language}"', 1)
        page = _SCRIPT.sub(f'<script nonce="{nonce}"', page)
        page = page.replace("</head>", self._head(nonce) + "</head>", 1)
        page = page.replace("</body>", self._foot + "</body>", 1)
        return _BODY.sub(lambda found: found[0] + self._body, page, count=1)


def _kept(path: str, send: Send) -> Send:
    """Let browsers keep Gradio's files: those whose names change with their content for good, the others for an hour."""
    kept = "public, max-age=31536000, immutable" if path.startswith("/assets/") else "public, max-age=3600"

    async def with_header(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            MutableHeaders(scope=message)["Cache-Control"] = kept
        await send(message)

    return with_header
