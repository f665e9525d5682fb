"""``advisor serve`` from the outside: its address, its end, and a port that somebody else has."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request

from corpus.settings import Settings

START = [sys.executable, "-c", "from ui.terminal.main import main; main()", "serve"]


def test_a_port_in_use_is_one_line_at_once(advisor) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, out, err = advisor("serve", "--port", str(taken.getsockname()[1]))
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "is in use" in err
    assert "--port" in err


def test_it_tells_its_address_answers_there_and_stops_quietly(bc_settings: Settings) -> None:
    env = {**os.environ, "ADVISOR_HOME": str(bc_settings.home)}
    with subprocess.Popen([*START, "--json", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env) as server:
        try:
            assert server.stdout
            assert server.stderr
            url = json.loads(server.stdout.readline())["url"]
            assert url.startswith("http://127.0.0.1:")
            with urllib.request.urlopen(url, timeout=30) as page:  # noqa: S310 - our own server
                assert page.status == 200
            server.send_signal(signal.SIGINT)
            assert server.wait(30) in {0, 130}
            assert server.stdout.read() == ""
            assert "Traceback" not in server.stderr.read()
        finally:
            server.kill()
