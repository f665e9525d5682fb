"""A desk with a clock of its own and one person who may sign in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from tests_web_desk import NAME, PASSWORD, Desk

from advisor.engine import Advisor
from corpus.settings import Settings
from ui.web.desk.router import build_router
from ui.web.desk.store.database import Database
from ui.web.desk.store.people import People


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


@pytest.fixture
def make(advisor: Advisor, bc_settings: Settings, tmp_path: Path) -> Callable[..., object]:
    settings = bc_settings.model_copy(update={"home": tmp_path / "home"})
    People(Database(settings.home)).add(NAME, PASSWORD)
    app = FastAPI()
    app.include_router(build_router(advisor, settings))

    def make(base: str = "http://127.0.0.1", **options: object) -> Desk:
        desk = Desk(app, base_url=base, **options)  # type: ignore[arg-type]
        desk.home = settings.home
        return desk

    return make


@pytest.fixture
def desk(make) -> Desk:
    desk = make()
    assert desk.sign_in().status_code == 200
    return desk
