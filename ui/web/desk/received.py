"""Forms as they arrive: counted while they do, held in memory, never written to a temporary file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from corpus.errors import UsageError
from ui.web.received import clean_message

__all__ = ["MOST_FORM", "Form", "TooLargeError", "read_form"]

#: bytes of a form without a file
MOST_FORM = 1_000_000
_MOST_FIELDS = 2_000


class TooLargeError(UsageError):
    """More arrived than is welcome."""


@dataclass(frozen=True)
class Form:
    """Fields with all their values, and the file where there is one."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    file: tuple[str, bytes] | None = None

    def one(self, name: str, default: str = "") -> str:
        """The last value of a field, with the line ends and characters that text has here."""
        values = self.fields.get(name)
        return clean_message(values[-1]).replace("\r\n", "\n") if values else default

    def all(self, name: str) -> list[str]:
        """Every value of a field."""
        return [clean_message(value).replace("\r\n", "\n") for value in self.fields.get(name, [])]


async def read_form(request: Request, *, most: int = MOST_FORM) -> Form:
    """Read a form of at most so many bytes.

    :raises TooLargeError: there are more.
    :raises UsageError: it is none.
    """

    async def counted() -> AsyncIterator[bytes]:
        arrived = 0
        async for chunk in request.stream():
            arrived += len(chunk)
            if arrived > most:
                raise TooLargeError("That is too large.", hint=f"Send up to {most // 1_000_000} MB.")
            yield chunk

    try:
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            return await _multipart(request, counted(), most)
        body = b"".join([chunk async for chunk in counted()])
        return Form(parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except (MultiPartException, ValueError, ClientDisconnect) as error:
        raise UsageError("The form did not arrive whole.", hint="Send it again.") from error


async def _multipart(request: Request, stream: AsyncIterator[bytes], most: int) -> Form:
    parser = MultiPartParser(request.headers, stream, max_files=1, max_fields=_MOST_FIELDS, max_part_size=most)  # type: ignore[arg-type]  # any iterator of bytes
    parser.spool_max_size = most + 1  # what people wrote must not touch the disk before it is masked
    fields: dict[str, list[str]] = {}
    file = None
    form = await parser.parse()
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            file = (value.filename or "", await value.read())
        else:
            fields.setdefault(name, []).append(value)
    await form.close()
    return Form(fields, file)
