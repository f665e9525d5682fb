"""Pages compressed for thin lines."""

from __future__ import annotations

import gzip

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import Scope

__all__ = ["packed_page"]


def packed_page(page: str, scope: Scope, *, status: int = 200) -> HTMLResponse:
    """A page, compressed where the browser takes it so.

    Only for pages that hold no secret: the length of a compressed page can tell what of it an outsider guessed right.
    """
    headers = {"Vary": "Accept-Encoding"}
    if "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
        return HTMLResponse(page, status_code=status, headers=headers)
    headers["Content-Encoding"] = "gzip"
    return HTMLResponse(gzip.compress(page.encode(), 6), status_code=status, headers=headers)
