"""What the rooms promise: imports run one way, files stay small, the web stays in ui/. Read from the source itself."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
#: lowest first: a room may import itself and those before it
ROOMS = ("corpus", "index", "advisor", "evals", "ui")
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
CODE = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "scripts").rglob("*.py"))]
LONGEST = 400
#: what only a surface may know
WEB_LIBRARIES = {"gradio", "fastapi", "starlette", "uvicorn", "flask", "jinja2", "markupsafe"}
TAG = re.compile(r"</?(?:a|body|br|button|div|h[1-6]|head|html|img|li|ol|p|script|span|style|table|td|tr|ul)(?:\s[^<>]*)?/?>")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def imports(tree: ast.AST) -> Iterator[str]:
    """Top-level names of everything that a module imports, wherever in the module it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield (node.module or "").partition(".")[0]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def docstrings(tree: ast.Module) -> set[ast.AST]:
    """The nodes of all docstrings."""
    owners = [node for node in ast.walk(tree) if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))]
    bodies = [owner.body[0] for owner in owners if owner.body]
    return {body.value for body in bodies if isinstance(body, ast.Expr) and isinstance(body.value, ast.Constant)}


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_imports_run_one_way(path: Path) -> None:
    allowed = ROOMS[: ROOMS.index(room_of(path)) + 1]
    assert set(imports(parsed(path))) & set(ROOMS) <= set(allowed)


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_imports_the_tests(path: Path) -> None:
    assert "tests" not in set(imports(parsed(path)))


@pytest.mark.parametrize("path", [path for path in SOURCES if room_of(path) != "ui"], ids=name)
def test_the_web_stays_in_ui(path: Path) -> None:
    assert set(imports(parsed(path))) & WEB_LIBRARIES == set()


# the one page that evals writes is a report in a file, not a surface
@pytest.mark.parametrize("path", [path for path in SOURCES if room_of(path) in {"corpus", "index", "advisor"}], ids=name)
def test_no_html_below_the_surfaces(path: Path) -> None:
    tree = parsed(path)
    told = docstrings(tree)
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in told]
    assert [text for text in texts if isinstance(text, str) and TAG.search(text)] == []


@pytest.mark.parametrize("path", [path for path in SOURCES if "terminal" not in path.parts], ids=name)
def test_only_the_command_line_prints(path: Path) -> None:
    calls = [node for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
    assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(parsed(path))


def test_every_folder_of_code_is_a_package() -> None:
    folders = {path.parent for path in SOURCES}
    assert sorted(name(folder) for folder in folders if not (folder / "__init__.py").exists()) == []


def test_the_rooms_are_what_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["setuptools"]["packages"]["find"]["include"] == [f"{room}*" for room in ROOMS]
    assert set(project["tool"]["mypy"]["packages"]) == set(ROOMS)


def test_the_picture_names_every_package() -> None:
    picture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {path.parent for path in SOURCES}
    assert sorted(folder.name for folder in folders if f"{folder.name}/ " not in picture) == []


def test_the_check_can_fail() -> None:
    """The reader sees imports inside functions, and tags in plain strings but not in docstrings."""
    tree = ast.parse('"""<div>"""\ndef f():\n    from ui.web import x\n    return "<br/>"\n')
    assert list(imports(tree)) == ["ui"]
    told = docstrings(tree)
    found = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in told]
    assert found == ["<br/>"]
    assert TAG.search(found[0])
