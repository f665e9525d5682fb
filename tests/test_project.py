"""The project's own files: what they promise is there."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from ui.terminal.main import cli

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_dependency_is_pinned_to_one_version() -> None:
    lines = [line for line in read("constraints.txt").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[a-z0-9.!]+", line)] == []
    pinned = {line.partition("==")[0] for line in lines}
    assert len(pinned) == len(lines)
    wanted = {*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]}
    assert {canonical(re.split(r"[\s<>=!\[;~]", name)[0]) for name in wanted} - pinned == set()


def test_the_readme_has_the_two_commands_and_they_exist() -> None:
    block = re.search(r"```\n(.*?)```", read("README.md"), flags=re.DOTALL)
    assert block
    commands = [line.split("#")[0].strip() for line in block[1].splitlines()]
    assert commands == ["make serve", "make test"]
    for target in ("install", "serve", "test"):
        subprocess.run(["make", "--dry-run", "--silent", target], cwd=ROOT, check=True, capture_output=True)


def test_the_readme_names_every_command() -> None:
    assert {name for name in cli.commands if f"`advisor {name}" not in read("README.md")} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("http") and not (document.parent / link).exists()] == []


@pytest.mark.parametrize("script", [".ci/run", "scripts/check"])
def test_scripts_can_be_run(script: str) -> None:
    assert (ROOT / script).stat().st_mode & 0o111
    subprocess.run(["bash", "-n", script], cwd=ROOT, check=True)


def test_ci_runs_what_people_run() -> None:
    assert read(".ci/run").strip().splitlines()[-1] == "make test"


def test_the_licence_is_the_one_named() -> None:
    assert PROJECT["license"] == "Apache-2.0"
    assert "Apache License" in read("LICENSE")
    for work in ("all-MiniLM-L6-v2", "GeoNames", "Creative Commons Attribution 4.0"):
        assert work in read("NOTICE")
