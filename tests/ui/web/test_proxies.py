"""Behind a proxy each person has their own limit, and only a proxy that was named is believed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from advisor.engine import Advisor
from corpus.settings import Settings, resolve_settings
from ui.web.app import build_app
from ui.web.proxies import last_untrusted

NEAR = resolve_settings({"ADVISOR_TRUSTED_PROXIES": "10.0.0.0/8, 2001:db8::1"}).proxy_networks


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("1.2.3.4, 203.0.113.9", "203.0.113.9"),  # the first was made up by whoever sent it
        ("203.0.113.9, 10.0.0.2, 10.9.9.9", "203.0.113.9"),
        ("203.0.113.9:51000, [2001:db8::1]:443", "203.0.113.9"),
        ("2001:db8::7", "2001:db8::7"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("10.0.0.2", ""),
        ("203.0.113.9, unknown", ""),
        ("", ""),
        ("<script>", ""),
    ],
)
def test_the_last_hop_that_is_no_proxy_of_ours_counts(forwarded: str, address: str) -> None:
    assert last_untrusted(forwarded, NEAR) == address


@pytest.fixture
def from_address(advisor: Advisor, bc_settings: Settings, tmp_path: Path) -> Callable[..., TestClient]:
    """Clients whose connection comes from an address; two questions a minute each."""

    def make(peer: str, proxies: str = "10.0.0.0/8") -> TestClient:
        settings = bc_settings.model_copy(update={"rate_limit": 2, "home": tmp_path, "trusted_proxies": proxies})
        return TestClient(build_app(advisor, settings), base_url="http://advisor.example", client=(peer, 5000))

    return make


def asked(client: TestClient, forwarded: str = "") -> int:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return client.post("/api/ask", json={"message": "hello"}, headers=headers).status_code


def test_people_behind_a_trusted_proxy_have_a_limit_each(from_address: Callable[..., TestClient]) -> None:
    client = from_address("10.0.0.5")
    assert [asked(client, "203.0.113.1") for _ in range(3)] == [200, 200, 429]
    assert asked(client, "203.0.113.2") == 200
    assert asked(client, "203.0.113.77, 203.0.113.1") == 429, "a made-up hop does not help"


@pytest.mark.parametrize(("peer", "proxies"), [("198.51.100.7", "10.0.0.0/8"), ("127.0.0.1", ""), ("10.0.0.5", "")])
def test_nobody_else_is_believed(from_address: Callable[..., TestClient], peer: str, proxies: str) -> None:
    client = from_address(peer, proxies)
    assert [asked(client, f"203.0.113.{number}") for number in range(3)] == [200, 200, 429]


def test_a_trusted_proxy_tells_that_the_line_is_encrypted(from_address: Callable[..., TestClient]) -> None:
    client = from_address("10.0.0.5")
    assert 'type="password"' not in client.get("/desk/sign-in").text
    page = client.get("/desk/sign-in", headers={"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.1"})
    assert 'type="password"' in page.text
    assert "Secure" in page.headers["set-cookie"]
    liar = from_address("198.51.100.7")
    assert 'type="password"' not in liar.get("/desk/sign-in", headers={"X-Forwarded-Proto": "https"}).text


def test_the_real_server_believes_nobody_by_default(bc_settings: Settings, tmp_path: Path) -> None:
    """uvicorn itself would believe every proxy on this machine."""
    (tmp_path / "index").symlink_to(bc_settings.index_dir)
    (tmp_path / "models").symlink_to(bc_settings.model_dir)
    env = {**os.environ, "ADVISOR_HOME": str(tmp_path), "ADVISOR_RATE_LIMIT": "2", "PYTHONPATH": str(Path(__file__).parents[3])}
    start = [sys.executable, "-c", "from ui.terminal.main import main; main()", "serve", "--json", "--port", "0"]
    process = subprocess.Popen(start, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env)
    try:
        assert process.stdout
        url = json.loads(process.stdout.readline())["url"]
        found = [httpx.post(f"{url}/api/ask", json={"message": "hello"}, headers={"X-Forwarded-For": f"203.0.113.{number}"}) for number in range(3)]
        assert [reply.status_code for reply in found] == [200, 200, 429]
    finally:
        process.terminate()
        process.wait(20)
