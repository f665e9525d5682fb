"""A real server with the real catalogue, and a real browser that notices whatever should not happen."""


from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

# helpers beside these tests; the tests are no package
sys.path.insert(0, str(Path(__file__).parent))

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright

from advisor.engine import Advisor
from corpus.settings import Settings
from ui.web.app import build_app

START = [sys.executable, "-c", "from ui.terminal.main import main; main()", "serve", "--json", "--port"]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


class Server(NamedTuple):
    """A server in a process of its own, and every folder that it could write to."""

    url: str
    home: Path
    temporary: Path
    log: Path


@pytest.fixture(scope="session")
def advisor(bc_settings: Settings) -> Advisor:
    return Advisor.open(bc_settings)


@pytest.fixture(scope="session")
def client(advisor: Advisor, bc_settings: Settings) -> Iterator[TestClient]:
    """The application in this process, for what needs no browser."""
    settings = bc_settings.model_copy(update={"rate_limit": 100_000})
    with TestClient(build_app(advisor, settings), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="session")
def server(bc_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """``advisor serve`` with a home, a temporary folder and a log of its own."""
    with serving(bc_settings, tmp_path_factory.mktemp("serve")) as server:
        yield server


@contextlib.contextmanager
def serving(bc_settings: Settings, place: Path, *, port: int = 0, **settings: str) -> Iterator[Server]:
    """A server in a process of its own; ``settings`` are environment variables. The same place may be served again."""
    if not (place / "home").exists():
        for name in ("home", "tmp", "work"):
            (place / name).mkdir()
        shutil.copytree(bc_settings.index_dir, place / "home" / "index")
        (place / "home" / "models").symlink_to(bc_settings.model_dir)
    env = {**os.environ, "ADVISOR_HOME": str(place / "home"), "TMPDIR": str(place / "tmp"), "ADVISOR_RATE_LIMIT": "100000", **settings}
    env["PYTHONPATH"] = str(Path(__file__).parents[3])
    with (place / "log").open("w") as log:
        process = subprocess.Popen([*START, str(port)], stdout=subprocess.PIPE, stderr=log, text=True, env=env, cwd=place / "work")
        assert process.stdout
        line = process.stdout.readline()
        assert line, (place / "log").read_text()
        yield Server(json.loads(line)["url"], place / "home", place / "tmp", place / "log")
        process.terminate()
        assert process.wait(20) is not None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is not installed: apt-get install chromium")
        pytest.skip("needs Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """One person's browser: opens pages of the server, and remembers what went wrong on them."""

    def __init__(self, browser: Browser, server: Server, **options: Any) -> None:
        self.server = server
        self.context = browser.new_context(viewport=options.pop("viewport", {"width": 1280, "height": 800}), **options)
        self.context.set_default_timeout(15_000)
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.page = self.tab()

    def tab(self) -> Page:
        page = self.context.new_page()
        host = urlsplit(self.server.url).netloc
        page.on("request", lambda request: None if urlsplit(request.url).netloc in {host, ""} else self.outside.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        return page

    def open(self, path: str = "/", page: Page | None = None) -> Page:
        """Open a page; the chat counts as open once it is in Gradio's frame."""
        page = page or self.page
        page.goto(self.server.url + path)
        if urlsplit(path).path == "/":
            page.wait_for_selector("#advisor-mount #advisor")
        return page

    def ask(self, question: str, page: Page | None = None) -> Page:
        """Ask in the chat and wait for the whole answer."""
        page = page or self.page
        before = page.locator(".adv-turn").count()
        page.fill("#adv-question", question)
        page.keyboard.press("Enter")
        page.wait_for_function("count => document.querySelectorAll('.adv-answer:not([aria-busy])').length > count", arg=before)
        return page


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    visit = Visit(browser, server)
    yield visit
    visit.context.close()
    assert visit.outside == []
    assert visit.errors == []


@pytest.fixture
def visitor(browser: Browser, server: Server) -> Iterator[Callable[..., Visit]]:
    """Makes visits with options of their own: a phone, less motion, another tab of somebody else's."""
    made: list[Visit] = []

    def make(**options: Any) -> Visit:
        made.append(Visit(browser, server, **options))
        return made[-1]

    yield make
    for visit in made:
        visit.context.close()
        assert visit.outside == []
