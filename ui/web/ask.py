"""``POST /api/ask``: a message and its conversation in, the answer out, whole or as it is being made.

The default reply is one object, ``{"answer", "conversation", "sound"}``. With ``Accept: application/x-ndjson`` it is one
event a line: those of ``advisor.events``, then ``side`` (what a page shows beside the answer), then ``done``. A line
``{"type": "fault"}`` ends a reply that could not be completed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import AsyncIterator
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from advisor.converse.conversation import Conversation
from advisor.events import Done
from corpus.errors import UnknownIdError
from ui.web.answering import Answering
from ui.web.limits import RateLimit
from ui.web.logs import LOG
from ui.web.received import clean_message, read_received
from ui.web.tally import Tally
from ui.web.view import Shown, evidence_shown, side_of

__all__ = ["Question", "ask_router", "slow_down"]

NDJSON = "application/x-ndjson"


class Question(BaseModel):
    """What a page or a program sends."""

    model_config = ConfigDict(extra="forbid")

    message: str = Field(description="what the person typed")
    conversation: dict[str, Any] | None = Field(default=None, description="as the last reply gave it; none starts anew")
    without: tuple[str, ...] = Field(default=(), max_length=20, description="fields whose standing wishes are taken back first")


def ask_router(answering: Answering, limit: RateLimit, tally: Tally) -> APIRouter:
    """The routes that answer."""
    router = APIRouter(prefix="/api", tags=["advisor"])

    @router.post("/ask")
    async def ask(question: Question, request: Request) -> Response:
        """Answer one message."""
        if refused := slow_down(request, limit):
            return refused
        message = clean_message(question.message)
        conversation, sound = read_received(question.conversation, answering.catalogue)
        conversation = conversation.without(*question.without)
        if NDJSON in request.headers.get("accept", ""):
            events = _events(answering, message, conversation, sound=sound, tally=tally)
            if "gzip" in request.headers.get("accept-encoding", ""):
                return StreamingResponse(_packed(events), media_type=NDJSON, headers={"Content-Encoding": "gzip"})
            return StreamingResponse(events, media_type=NDJSON)
        answer, after = await answering.answer(message, conversation)
        await tally.note(answer, answering.catalogue)
        return JSONResponse({"answer": answer.model_dump(mode="json"), "conversation": after.model_dump(mode="json"), "sound": sound})

    @router.get("/evidence")
    async def evidence(id: str) -> Response:  # noqa: A002 - the name that people write in the address
        """The text of one field of one record, or of one section of guidance."""
        try:
            shown: Shown = evidence_shown(answering.catalogue.evidence(id))
        except UnknownIdError as error:
            return JSONResponse({"error": str(error)}, status_code=404)
        return JSONResponse(shown.model_dump(mode="json"))

    return router


def slow_down(request: Request, limit: RateLimit) -> Response | None:
    """A refusal for an address that asks too much, else None."""
    seconds = limit.wait(request.client.host if request.client else "")
    if not seconds:
        return None
    text = f"Too many questions in a short time. Please wait {seconds} seconds, then try again."
    return JSONResponse({"error": text}, status_code=429, headers={"Retry-After": str(seconds)})


async def _events(answering: Answering, message: str, conversation: Conversation, *, sound: bool, tally: Tally) -> AsyncIterator[str]:
    """The events of one answer, one a line."""
    try:
        async for event in answering.stream(message, conversation):
            if isinstance(event, Done):
                yield _line({"type": "side", "sound": sound, **side_of(event.answer, answering.catalogue).model_dump(mode="json")})
            yield event.model_dump_json() + "\n"
            if isinstance(event, Done):
                await tally.note(event.answer, answering.catalogue)
    except Exception:  # noqa: BLE001 - the page must learn that nothing more will come
        LOG.exception("an answer failed")
        yield _line({"type": "fault"})


async def _packed(lines: AsyncIterator[str]) -> AsyncIterator[bytes]:
    """The lines compressed, each flushed so that it arrives at once: a quarter of the bytes on a thin line."""
    packer = zlib.compressobj(wbits=31)
    async for line in lines:
        yield packer.compress(line.encode()) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
