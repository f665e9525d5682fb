"""What every test stands on: a home of its own, no outside network, and the real embedding model."""
# ruff: noqa: E402 - the environment is set before anything reads it

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

# Before anything of ours is imported: a test must never write to a person's own data folder.
HOME = Path(tempfile.mkdtemp(prefix="advisor-tests-"))
for name in [name for name in os.environ if name.startswith("ADVISOR_")]:
    del os.environ[name]
os.environ.update(ADVISOR_HOME=str(HOME), HF_HUB_OFFLINE="1", GRADIO_ANALYTICS_ENABLED="False")

import filelock
import pytest
import pytest_socket

import index.export
import index.model
from advisor.find.opening import update_catalogue_index
from corpus.load import load_catalogue
from corpus.settings import Settings, resolve_settings
from index.model import ModelFiles, ensure_model


def pytest_runtest_setup() -> None:
    """Allow this machine, and nothing beyond it."""
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


def pytest_sessionfinish() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def model(request: pytest.FixtureRequest) -> ModelFiles:
    """The exported embedding model in the session's home, kept between sessions while its code is the same."""
    settings = resolve_settings()
    sources = [Path(str(module.__file__)).read_bytes() for module in (index.model, index.export)]
    key = hashlib.sha256(b"".join(sources)).hexdigest()[:12]
    kept = request.config.cache.mkdir(f"model-{key}")  # type: ignore[union-attr]
    with filelock.FileLock(kept.with_suffix(".lock")):  # tests run in several processes
        if not (kept / "done").exists():
            shutil.copytree(ensure_model(settings).folder.parent, kept, dirs_exist_ok=True)
            (kept / "done").touch()
        shutil.copytree(kept, settings.model_dir, dirs_exist_ok=True)
    return ensure_model(settings)


@pytest.fixture
def settings(model: ModelFiles, tmp_path: Path) -> Settings:
    """Settings with an empty home for this test alone and the exported model in it."""
    return _with_model(tmp_path / "home", model)


@pytest.fixture(scope="session")
def shared_settings(model: ModelFiles) -> Settings:
    """Settings of the session's home, for what is built once and only read."""
    return resolve_settings()


@pytest.fixture(scope="session")
def bc_settings(request: pytest.FixtureRequest, shared_settings: Settings) -> Settings:
    """Settings of the session's home with the index of the bc catalogue in it, kept between sessions."""
    return _with_index(request, shared_settings, "bc")


@pytest.fixture(scope="session")
def demo_settings(request: pytest.FixtureRequest, shared_settings: Settings) -> Settings:
    """The same for the invented demo catalogue."""
    return _with_index(request, shared_settings.model_copy(update={"catalogue": "demo"}), "demo")


def _with_index(request: pytest.FixtureRequest, settings: Settings, name: str) -> Settings:
    """What is kept is brought up to date, so that a session after a change embeds what changed and no more."""
    kept = request.config.cache.mkdir("index") / name  # type: ignore[union-attr]
    with filelock.FileLock(kept.with_suffix(".lock")):
        if kept.exists():
            shutil.copytree(kept, settings.index_dir / name)
        report = update_catalogue_index(load_catalogue((name,)), settings)
        if report.added or report.changed or report.removed or not kept.exists():
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(settings.index_dir / name, kept)
    return settings


def _with_model(home: Path, model: ModelFiles) -> Settings:
    home.mkdir()
    (home / "models").symlink_to(model.folder.parent)
    return resolve_settings(home=home)
