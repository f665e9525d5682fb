"""Answering for many people at once: so many answers are made side by side as there are cores, the rest wait in line.

Answers are mostly Python, so more threads than cores would only make everybody wait for everybody. A line also keeps the
pages, the files and ``/health`` quick while it is long.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator

from starlette.concurrency import iterate_in_threadpool, run_in_threadpool

from advisor.contract import Answer
from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from advisor.events import Event
from corpus.catalogue import Catalogue

__all__ = ["Answering"]


class Answering:
    """One advisor, asked from an event loop.

    :param side_by_side: how many answers are made at the same time; by default as many as there are cores, 2 at least.
    """

    def __init__(self, advisor: Advisor, *, side_by_side: int | None = None) -> None:
        self._advisor = advisor
        self._line = asyncio.Semaphore(side_by_side or max(2, os.cpu_count() or 2))

    @property
    def catalogue(self) -> Catalogue:
        """What is being answered from."""
        return self._advisor.catalogue

    async def answer(self, message: str, conversation: Conversation) -> tuple[Answer, Conversation]:
        """One whole answer, and the conversation after it."""
        async with self._line:
            return await run_in_threadpool(self._advisor.answer, message, conversation)

    async def stream(self, message: str, conversation: Conversation) -> AsyncIterator[Event]:
        """The events of one answer, each as soon as it is there."""
        async with self._line:
            async for event in iterate_in_threadpool(self._advisor.stream(message, conversation)):
                yield event
