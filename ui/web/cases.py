"""``POST /api/cases``: a question that a learner chose to send to the advisors, kept as one file under the home folder.

This is the only thing that the learners' pages ever write. The file has the form that ``advisor eval`` reads as feedback.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from advisor.contract import Answer
from corpus.errors import StorageError
from corpus.settings import Settings
from index.files import write_atomically
from ui.web.ask import slow_down
from ui.web.limits import RateLimit
from ui.web.logs import LOG
from ui.web.received import MOST_CHARACTERS, clean_message

__all__ = ["Sent", "cases_router", "save_case"]

MOST_REMARK = 2_000


class Sent(BaseModel):
    """What the learner saw before pressing "send", and nothing else."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(min_length=1, max_length=MOST_CHARACTERS)
    remark: str = Field(default="", max_length=MOST_REMARK)
    answer: Answer | None = None


def cases_router(settings: Settings, limit: RateLimit) -> APIRouter:
    """The route that takes questions for the advisors."""
    router = APIRouter(prefix="/api", tags=["advisor"])

    @router.post("/cases", status_code=201)
    def send(sent: Sent, request: Request) -> Response:
        """Keep one question for the advisors."""
        if refused := slow_down(request, limit):
            return refused
        try:
            save_case(sent, settings)
        except StorageError as error:
            LOG.error("a sent question could not be kept", extra={"kind": type(error).__name__})
            return JSONResponse({"error": "It could not be kept. Please tell the people who run this site."}, status_code=507)
        return JSONResponse({"kept": True}, status_code=201)

    return router


def save_case(sent: Sent, settings: Settings) -> Path:
    """Write one sent question; its name holds the day and no more.

    :raises StorageError: the home folder cannot be written.
    """
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    path = settings.home / "cases" / f"{day}-{secrets.token_hex(6)}.json"
    question = clean_message(sent.question)
    feedback = {
        "turns": [question],
        "answer": _as_seen(sent.answer, question).model_dump(mode="json") if sent.answer else None,
        "note": clean_message(sent.remark),
        "catalogue": settings.catalogue,
    }
    write_atomically(path, json.dumps(feedback, ensure_ascii=False, indent=1).encode())
    return path


def _as_seen(answer: Answer, question: str) -> Answer:
    """The answer without what the learner did not see and may have taken out of the question."""
    claims = tuple(claim.model_copy(update={"said": None}) for claim in answer.claims)
    return answer.model_copy(update={"question": question, "standalone": "", "filters": (), "findings": (), "claims": claims})
