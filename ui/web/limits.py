"""What one address may ask of the server: so many questions a minute, and bodies of a sensible size."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.web.received import MOST_CHARACTERS

__all__ = ["MOST_BYTES", "BodyLimit", "RateLimit"]

#: bytes of one request: a question in any script, with its conversation, and room to spare
MOST_BYTES = 400_000


class RateLimit:
    """So many questions a minute from one address, in a bucket that fills evenly.

    >>> limit = RateLimit(2, clock=lambda: 0.0)
    >>> [limit.wait("127.0.0.1") for _ in range(3)]
    [0, 0, 30]
    """

    _MOST_ADDRESSES = 10_000

    def __init__(self, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._size = float(per_minute)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, address: str) -> int:
        """Count one question. Seconds to wait until the next is welcome; 0 when this one is."""
        now = self._clock()
        with self._lock:
            left, since = self._buckets.pop(address, (self._size, now))
            left = min(self._size, left + (now - since) * self._size / 60)
            allowed = left >= 1
            self._buckets[address] = (left - 1 if allowed else left, now)
            if len(self._buckets) > self._MOST_ADDRESSES:
                self._buckets.popitem(last=False)
        return 0 if allowed else max(1, round((1 - left) * 60 / self._size))


class BodyLimit:
    """Refuses a body that is too large, whether it says so beforehand or only turns out to be."""

    def __init__(self, app: ASGIApp, *, most: int = MOST_BYTES, exempt: tuple[str, ...] = ()) -> None:
        self._app = app
        self._most = most
        self._exempt = exempt

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting what arrives."""
        if scope["type"] != "http" or scope["path"].startswith(self._exempt or ("\0",)):
            await self._app(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "")
        if length.isdigit() and int(length) > self._most:
            await self._refusal(scope)(scope, receive, send)
            return
        # read here and handed on whole: a fault in the middle of reading would be taken for a broken request
        first = await _read(receive, self._most)
        if first is None:
            await self._refusal(scope)(scope, receive, send)
            return
        waiting: list[Message] = [first]

        async def replayed() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._app(scope, replayed, send)

    def _refusal(self, scope: Scope) -> Response:
        text = f"That is too long to read here. Send the part with your question, up to {MOST_CHARACTERS:,} characters."
        headers = {"Connection": "close"}
        if scope["path"].startswith("/api/"):
            return JSONResponse({"error": text, "most": MOST_CHARACTERS}, status_code=413, headers=headers)
        return PlainTextResponse(text, status_code=413, headers=headers)


async def _read(receive: Receive, most: int) -> Message | None:
    """The whole body as one message, or None when it is longer than ``most`` bytes."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return message
        body += message.get("body", b"")
        if len(body) > most:
            return None
        if not message.get("more_body"):
            return {"type": "http.request", "body": body, "more_body": False}
