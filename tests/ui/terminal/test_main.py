"""Errors become one line and an exit code, whatever happened."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from corpus.errors import AdvisorError, CatalogueError, Fault, IndexBusyError, SettingsError
from ui.terminal.main import cli

START = "from ui.terminal.main import main; main()"


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Give the group a command ``fail`` that raises."""

    def arrange(error: BaseException) -> None:
        @click.command()
        def fail() -> None:
            raise error

        monkeypatch.setitem(cli.commands, "fail", fail)

    return arrange


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (AdvisorError("It broke.", hint="Mend it."), 1),
        (SettingsError("It broke.", hint="Mend it."), 2),
        (IndexBusyError("It\nbroke.", hint="Mend\tit."), 1),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(advisor, failing, error: AdvisorError, code: int) -> None:
    failing(error)
    assert advisor("fail") == (code, "", "advisor: It broke. Mend it.\n")


def test_a_catalogues_faults_are_listed_one_a_line(advisor, failing) -> None:
    failing(CatalogueError(tuple(Fault(file="a.jsonl", line=n, problem="is odd") for n in (1, 2))))
    code, out, err = advisor("fail")
    assert (code, out) == (1, "")
    assert err.splitlines()[1:3] == ["  a.jsonl:1: is odd", "  a.jsonl:2: is odd"]


@pytest.mark.parametrize("error", [KeyError("x"), OSError(28, "No space left on device"), RuntimeError("a\nb")])
def test_what_nobody_foresaw_is_one_line_too(advisor, failing, error: Exception) -> None:
    failing(error)
    code, out, err = advisor("fail")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert type(error).__name__ in err
    assert "ADVISOR_DEBUG=1" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("error", [KeyError("x"), AdvisorError("It broke.")])
def test_the_traceback_is_there_for_who_asks(advisor, failing, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setenv("ADVISOR_DEBUG", "1")
    failing(error)
    code, _, err = advisor("fail")
    assert code == 1
    assert "Traceback" in err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_is_quiet(advisor, failing, error: BaseException) -> None:
    failing(error)
    assert advisor("fail") == (130, "", "")


@pytest.mark.parametrize(
    "arguments",
    [("no-such",), ("show", "--no-such"), ("ask",), ("serve", "--port", "high"), ("eval", "no-such-file"), ("show",)],
)
def test_wrong_usage_leaves_with_two_and_one_line(advisor, arguments: tuple[str, ...]) -> None:
    code, out, err = advisor(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--help` to see how it is used" in err


def test_a_bad_setting_leaves_with_two(advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_PORT", "high")
    code, out, err = advisor("show", "plar")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "environment variable ADVISOR_PORT" in err


@pytest.mark.parametrize("option", ["--help", "-h", "--version"])
def test_help_and_version_are_answers(advisor, option: str) -> None:
    code, out, err = advisor(option)
    assert (code, err) == (0, "")
    assert "advisor" in out


def test_every_command_explains_itself_and_speaks_json(advisor) -> None:
    for name, command in cli.commands.items():
        code, out, _ = advisor(name, "--help")
        assert code == 0, name
        commands = command.commands.values() if isinstance(command, click.Group) else (command,)
        for item in commands:
            assert item.help, item.name
            assert "--json" in {option for parameter in item.params for option in parameter.opts}, item.name
        assert "Usage: advisor" in out


@pytest.mark.parametrize("arguments", [["--help"], ["show", "plar#what-it-looks-at", "--json"], ["paths"]])
def test_light_commands_load_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from ui.terminal.main import run; code = run(sys.argv[1:]);"
        "heavy = {'numpy', 'onnxruntime', 'chromadb', 'torch', 'gradio', 'langchain_core', 'networkx'} & set(sys.modules);"
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_output_is_utf_8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, "show", "--list", "--json"],
        capture_output=True, check=True, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )  # fmt: skip
    lines = done.stdout.decode("utf-8").split("\n")
    assert any(not line.isascii() for line in lines)
    assert all(json.loads(line)["title"] for line in lines if line)


def test_a_reader_who_leaves_early_is_no_fault() -> None:
    shell = f'"{sys.executable}" -c "{START}" show --list --json | head -n 1; echo ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1:] == ["0"]
    assert done.stderr == ""


def test_the_command_is_installed() -> None:
    assert (Path(sys.executable).parent / "advisor").exists()


def test_without_a_command_the_help_is_shown_as_wrong_usage(advisor) -> None:
    code, out, err = advisor()
    assert (code, out) == (2, "")
    assert "ask" in err
    assert err.count("\n") > 5
