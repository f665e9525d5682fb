"""Other processes: how long a command takes from cold, and how much memory a server holds."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.errors import ServeError
from corpus.settings import Settings

__all__ = ["Memory", "command_line", "run_cold", "served", "server_memory"]

_PATIENCE = 120.0


class Memory(NamedTuple):
    """Megabytes held in memory by a process and its children: now, and at most so far."""

    now: float
    peak: float


def command_line() -> list[str]:
    """How to start the installed command with this Python: the script beside it, else the module."""
    script = Path(sys.executable).parent / ("advisor.exe" if os.name == "nt" else "advisor")
    return [str(script)] if script.exists() else [sys.executable, "-c", "from ui.terminal.main import main; main()"]


def run_cold(arguments: Sequence[str], settings: Settings) -> float:
    """Run the command in a new process; the seconds from its start to its last character.

    :raises ServeError: when it fails, with the last line that it said.
    """
    started = time.perf_counter()
    done = subprocess.run([*command_line(), *arguments], capture_output=True, text=True, env=_environment(settings), check=False)  # noqa: S603 - our own command
    seconds = time.perf_counter() - started
    if done.returncode:
        raise ServeError(f"`advisor {arguments[0]}` failed: {_last_line(done.stderr)}", hint="Run it by itself to see more.")
    return seconds


@contextlib.contextmanager
def served(settings: Settings, *, environment: Mapping[str, str] | None = None) -> Iterator[tuple[str, int]]:
    """A server of its own on a free port: its address and process id. It is stopped at the end.

    :param environment: further variables for it.

    :raises ServeError: it does not start.
    """
    # what it complains of goes to a file: a pipe that nobody reads fills up and stops the server
    with tempfile.TemporaryFile("w+") as complaints, subprocess.Popen(  # noqa: S603 - our own command
        [*command_line(), "serve", "--json", "--port", "0"],
        stdout=subprocess.PIPE, stderr=complaints, text=True, env={**_environment(settings), **(environment or {})},
    ) as process:  # fmt: skip
        try:
            address = _address(process)
            if address is None:
                process.wait(10)
                complaints.seek(0)
                raise ServeError(f"The server did not start: {_last_line(complaints.read())}", hint="Run `advisor doctor`.")
            yield address, process.pid
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()


def server_memory(settings: Settings, *, talk: Callable[[str], None] | None = None) -> Memory | None:
    """Memory of a server that has shown its page, and answered what ``talk(address)`` asks of it.

    None where the system does not tell (it is read from /proc).
    """
    with served(settings) as (address, process):
        fetch(address)
        if talk is not None:
            talk(address)
        return memory_of(process)


def fetch(address: str) -> int:
    """Get a page of this machine, with patience while the server starts; the number of bytes.

    :raises ServeError: it does not come.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=30) as page:  # noqa: S310 - an address of our own server
                return len(page.read())
        except (urllib.error.URLError, ConnectionError, TimeoutError) as error:
            if time.monotonic() > until:
                raise ServeError(f"{address} does not answer: {error}.", hint="Run `advisor doctor`.") from error
            time.sleep(0.2)


def memory_of(process: int) -> Memory | None:
    """Memory of a process and its children, by what Linux tells; None elsewhere, or when it is gone."""
    total = Memory(0.0, 0.0)
    try:
        for pid in _family(process):
            lines = dict(
                line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
            )
            now, peak = (int(lines[key].split()[0]) / 1024 for key in ("VmRSS", "VmHWM"))
            total = Memory(total.now + now, total.peak + peak)
    except (OSError, KeyError, ValueError):
        return None
    return total


def _family(process: int) -> list[int]:
    found = [process]
    for pid in found:
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            found += [int(child) for child in children.read_text(encoding="utf-8").split()]
    return found


def _address(process: subprocess.Popen[str]) -> str | None:
    """The address that the server prints when it is ready; None when it ends or says something else first."""
    line = process.stdout.readline() if process.stdout else ""
    try:
        return str(json.loads(line)["url"])
    except (ValueError, KeyError, TypeError):
        process.terminate()
        return None


def _environment(settings: Settings) -> dict[str, str]:
    own = {"ADVISOR_HOME": str(settings.home), "ADVISOR_CATALOGUE": settings.catalogue}
    return {**os.environ, **own, "HF_HUB_OFFLINE": "1", "GRADIO_ANALYTICS_ENABLED": "False"}


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it said nothing."
