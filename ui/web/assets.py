"""Our own scripts, styles and fonts: read once, compressed once, and kept by browsers until they change."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request, Response

__all__ = ["Assets"]

_FOLDER = Path(__file__).parent / "static"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
_COMPRESSED = {".css", ".js", ".svg", ".txt"}


@dataclass(frozen=True)
class _Asset:
    kind: str
    body: bytes
    packed: bytes | None


class Assets:
    """Everything under ``static/``, served below an address that changes whenever any of it does."""

    def __init__(self, folder: Path = _FOLDER) -> None:
        self._files: dict[str, _Asset] = {}
        digest = hashlib.sha256()
        for path in sorted(folder.rglob("*")):
            if path.suffix not in _TYPES or not path.is_file():
                continue
            body = path.read_bytes()
            name = path.relative_to(folder).as_posix()
            digest.update(name.encode() + b"\0" + body)
            packed = gzip.compress(body, 9, mtime=0) if path.suffix in _COMPRESSED else None
            self._files[name] = _Asset(_TYPES[path.suffix], body, packed)
        self.version = digest.hexdigest()[:12]

    @property
    def base(self) -> str:
        """The folder's address, without a slash at its end."""
        return f"/web/{self.version}"

    @property
    def scripts(self) -> tuple[str, ...]:
        """Names of all scripts."""
        return tuple(name for name in self._files if name.endswith(".js"))

    def text(self, name: str) -> str:
        """One file as text."""
        return self._files[name].body.decode()

    def router(self) -> APIRouter:
        """The route that serves them."""
        router = APIRouter()

        @router.api_route("/web/{version}/{name:path}", methods=["GET", "HEAD"], include_in_schema=False)
        async def asset(version: str, name: str, request: Request) -> Response:
            found = self._files.get(name)
            if found is None:
                return Response(status_code=404)
            # another version's address gives today's file, but must not be kept under that name
            kept = "public, max-age=31536000, immutable" if version == self.version else "no-cache"
            headers = {"Cache-Control": kept, "Vary": "Accept-Encoding"}
            if found.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
                return Response(found.packed, media_type=found.kind, headers={**headers, "Content-Encoding": "gzip"})
            return Response(found.body, media_type=found.kind, headers=headers)

        return router
