"""``advisor bench --web``: how soon words appear, how heavy pages are, and how many people one server serves at once."""

from __future__ import annotations

import json
import random
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from corpus.settings import Settings
from evals.bench.process import fetch, memory_of, served
from evals.bench.report import BenchRow
from evals.bench.spread import spread_of
from index.progress import Progress, quiet

__all__ = ["Asked", "ask_streamed", "talk", "web_rows"]

PEOPLE = 50
TURNS = 4
#: seconds that somebody reads and types before the next message, from and to
THINKING = (3.0, 8.0)
#: how many questions one person alone asks, for the time to first words
ALONE = 20
_UNLIMITED = {"ADVISOR_RATE_LIMIT": "1000000"}


class Asked(NamedTuple):
    """One answer over HTTP: milliseconds to its first words and to its end, and the conversation after it."""

    first: float
    whole: float
    conversation: object


def ask_streamed(address: str, message: str, conversation: object = None) -> Asked:
    """Ask a server and read its answer as it streams.

    :raises OSError: the server refuses, or the line breaks.
    """
    body = json.dumps({"message": message, "conversation": conversation}).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/x-ndjson"}
    started = time.perf_counter()
    first, after = None, None
    asking = urllib.request.Request(f"{address.rstrip('/')}/api/ask", data=body, headers=headers)  # noqa: S310 - our own server
    with urllib.request.urlopen(asking, timeout=120) as lines:  # noqa: S310
        for line in lines:
            event = json.loads(line)
            if first is None and event["type"] in {"claim", "part", "done"}:
                first = time.perf_counter()
            if event["type"] == "done":
                after = event["conversation"]
    ended = time.perf_counter()
    return Asked(((first or ended) - started) * 1000, (ended - started) * 1000, after)


def talk(address: str, questions: Sequence[str], *, seed: int, turns: int = TURNS, thinking: tuple[float, float] = THINKING) -> tuple[list[Asked], int]:
    """One person's conversation: the answers, and how many failed."""
    chance = random.Random(seed)
    answers: list[Asked] = []
    failed = 0
    time.sleep(chance.uniform(0, thinking[1]))
    for _ in range(turns):
        try:
            answers.append(ask_streamed(address, chance.choice(questions), answers[-1].conversation if answers else None))
        except (OSError, ValueError):
            failed += 1
        time.sleep(chance.uniform(*thinking))
    return answers, failed


def web_rows(
    settings: Settings,
    questions: Sequence[str],
    *,
    people: int = PEOPLE,
    turns: int = TURNS,
    thinking: tuple[float, float] = THINKING,
    progress: Progress = quiet,
) -> list[BenchRow]:
    """First words for one person alone, page weights, and ``people`` talking at once, all over loopback.

    The clients run on the same cores as the server, so the figures are on the slow side.

    :raises ServeError: the server does not start.
    """
    with served(settings, environment=_UNLIMITED) as (address, process):
        weights = [fetch(address) / 1000, fetch(f"{address.rstrip('/')}/plain") / 1000]
        ask_streamed(address, questions[0])
        alone = [ask_streamed(address, question) for question in questions[1 : ALONE + 1]]
        progress("people at once", 0, people)
        with ThreadPoolExecutor(people) as crowd:
            talks = [crowd.submit(talk, address, questions, seed=seed, turns=turns, thinking=thinking) for seed in range(people)]
            done = []
            for number, one in enumerate(talks, start=1):
                done.append(one.result())
                progress("people at once", number, people)
        memory = memory_of(process)
    answers = [answer for said, _ in done for answer in said]
    first = spread_of([answer.first for answer in alone])
    whole = spread_of([answer.whole for answer in answers]) if answers else None
    among = f"{people} people at once"
    return [
        BenchRow(name="web: first words, median", value=first.p50, unit="ms", n=first.n, limit=300),
        BenchRow(name="web: markup of the chat page", value=weights[0], unit="kB"),
        BenchRow(name="web: plain page", value=weights[1], unit="kB", limit=30),
        BenchRow(name=f"web: {among}, median", value=whole and whole.p50, unit="ms", n=len(answers)),
        BenchRow(name=f"web: {among}, 95th percentile", value=whole and whole.p95, unit="ms", n=len(answers), limit=1500),
        BenchRow(name=f"web: {among}, failed", value=sum(failed for _, failed in done), unit="", n=people * turns, limit=0),
        BenchRow(name="web: memory of the server", value=memory and memory.now, unit="MB", limit=700),
    ]
