"""A desk with a clock of its own and one person who may sign in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.web.desk.store.database import Database
from ui.web.desk.store.people import People

NAME, PASSWORD = "amara", "a long enough phrase"


class Clock:
    """Time that only passes when told to."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(tmp_path: Path, clock: Clock) -> Iterator[Database]:
    database = Database(tmp_path / "desk-home", clock=clock)
    yield database
    database.close()


@pytest.fixture
def people(database: Database) -> People:
    people = People(database)
    people.add(NAME, PASSWORD)
    return people
