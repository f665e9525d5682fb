"""The application from outside: what it answers, what it refuses, what it tells browsers and logs."""

from __future__ import annotations

import io
import json
import logging
import re

import pytest
from fastapi.testclient import TestClient

from advisor.contract import Answer
from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from corpus.settings import Settings
from ui.web.app import build_app
from ui.web.limits import MOST_BYTES
from ui.web.logs import LOG, JsonLines

NDJSON = {"Accept": "application/x-ndjson"}
ASK = {"message": "forestry courses, 100% online"}


def test_ask_returns_the_contract_and_the_conversation(client: TestClient) -> None:
    reply = client.post("/api/ask", json=ASK).json()
    answer = Answer.model_validate(reply["answer"])
    conversation = Conversation.model_validate(reply["conversation"])
    assert answer.credentials
    assert [item.field for item in conversation.filters] == ["delivery"]
    after = client.post("/api/ask", json={"message": "how long is the first one", "conversation": reply["conversation"]}).json()
    assert after["answer"]["credentials"][0] == answer.credentials[0]


def test_the_stream_is_the_same_answer_claim_by_claim(client: TestClient) -> None:
    whole = client.post("/api/ask", json=ASK).json()["answer"]
    lines = client.post("/api/ask", json=ASK, headers=NDJSON).text.splitlines()
    events = [json.loads(line) for line in lines]
    kinds = [event["type"] for event in events]
    assert kinds[0] == "understood"
    assert kinds[-2:] == ["side", "done"]
    done, side = events[-1]["answer"], events[-2]
    assert {**done, "took_ms": 0} == {**whole, "took_ms": 0}
    assert [event["claim"] for event in events if event["type"] == "claim"][: len(done["claims"])]
    for citation in done["citations"]:
        assert citation["quote"] in side["evidence"][citation["id"]]["text"]


def test_the_first_line_comes_before_the_last_is_made(client: TestClient) -> None:
    with client.stream("POST", "/api/ask", json=ASK, headers={**NDJSON, "Accept-Encoding": "gzip"}) as response:
        assert response.headers["Content-Encoding"] == "gzip"
        assert sum(1 for _ in response.iter_raw()) > 3


def test_wishes_can_be_taken_back_before_asking(client: TestClient) -> None:
    conversation = client.post("/api/ask", json=ASK).json()["conversation"]
    reply = client.post("/api/ask", json={"message": "anything else", "conversation": conversation, "without": ["delivery"]}).json()
    assert reply["conversation"]["filters"] == []


def test_a_record_that_was_withdrawn_since_is_forgotten(client: TestClient) -> None:
    conversation = {"version": 1, "focus": ["gone-record"], "shown": ["gone-record"], "candidates": ["gone-record"], "pending": "how long is it"}
    response = client.post("/api/ask", json={"message": "how long is it", "conversation": conversation})
    assert response.status_code == 200
    assert "gone-record" not in response.text


def test_evidence_by_its_id(client: TestClient, advisor: Advisor) -> None:
    found = client.get("/api/evidence", params={"id": "ubc-forest-health-management#delivery"}).json()
    assert found["text"] == advisor.catalogue.evidence("ubc-forest-health-management#delivery").text
    assert client.get("/api/evidence", params={"id": "<b>nothing</b>#x"}).status_code == 404


@pytest.mark.parametrize("body", ['{"message": 3}', "{}", "[]", '{"message": "x", "more": 1}', "nonsense", '{"message": "x", "conversation": "y"}'])
def test_another_form_is_refused_without_repeating_it(client: TestClient, body: str) -> None:
    response = client.post("/api/ask", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 422
    assert "error" in response.json()
    assert "nonsense" not in response.text


def test_a_body_too_large_is_refused_kindly_whether_announced_or_not(client: TestClient) -> None:
    large = json.dumps({"message": "x" * 5_000_000})
    announced = client.post("/api/ask", content=large, headers={"Content-Type": "application/json"})
    assert announced.status_code == 413
    assert "20,000 characters" in announced.json()["error"]
    pieces = (b"x" * 100_000 for _ in range(50))
    assert client.post("/api/ask", content=pieces, headers={"Content-Type": "application/json"}).status_code == 413
    assert client.post("/plain", data={"q": "x" * (MOST_BYTES + 1)}).status_code == 413


@pytest.mark.parametrize("message", ["", "   ", "\x00\x07", "<b>", "𝔻𝕖𝕘𝕣𝕖𝕖", "ᑐᑊᘁ", "😀" * 300, "a" * 20_000, "W̱SÁNEĆ programs"])
def test_any_message_is_answered(client: TestClient, message: str) -> None:
    assert client.post("/api/ask", json={"message": message}).status_code == 200


def test_half_a_character_does_no_harm(client: TestClient) -> None:
    response = client.post("/api/ask", content=b'{"message": "plar \\ud800"}', headers={"Content-Type": "application/json"})
    assert response.status_code in {200, 422}


def test_asking_too_much_is_refused_with_a_time_to_wait(advisor: Advisor, bc_settings: Settings) -> None:
    with TestClient(build_app(advisor, bc_settings.model_copy(update={"rate_limit": 1}))) as client:
        assert client.post("/api/ask", json=ASK).status_code == 200
        refused = client.post("/api/ask", json=ASK)
        assert client.get("/health").status_code == 200
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 60


def test_health(client: TestClient, advisor: Advisor) -> None:
    health = client.get("/health").json()
    assert health["status"] == "ok"
    assert health["records"] == len(advisor.catalogue)


@pytest.mark.parametrize("path", ["/", "/plain", "/plain?q=plar", "/health", "/nothing-here", "/api/evidence?id=x"])
def test_every_response_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    scripts = re.search(r"script-src ([^;]*)", policy)[1]
    assert "unsafe" not in scripts
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


def test_the_page_names_no_other_site_and_trusts_only_its_own_scripts(client: TestClient) -> None:
    response = client.get("/")
    nonce = re.search(r"'nonce-([^']+)'", response.headers["Content-Security-Policy"])[1]
    assert nonce != re.search(r"'nonce-([^']+)'", client.get("/").headers["Content-Security-Policy"])[1]
    inline = re.findall(r"<script\b([^>]*)>", response.text)
    assert inline
    assert all(f'nonce="{nonce}"' in attributes or "application/json" in attributes for attributes in inline)
    addresses = re.findall(r'(?:src|href|content)="(https?://[^"]+)"', response.text)
    assert addresses == []


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/gradio_api/upload"), ("GET", "/gradio_api/info"), ("GET", "/gradio_api/file=/etc/passwd"), ("POST", "/gradio_api/queue/join"),
        ("GET", "/config"), ("GET", "/monitoring"), ("POST", "/gradio_api/run/predict"), ("GET", "/gradio_api/proxy=https://example.org/"),
        ("POST", "/gradio_api/run-history/connect"), ("POST", "/login"), ("GET", "/docs"), ("GET", "/assets/../../../../etc/passwd"),
    ],
)  # fmt: skip
def test_what_gradio_would_offer_besides_is_closed(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).status_code in {404, 405}


def test_our_files_are_kept_by_browsers_until_they_change(client: TestClient) -> None:
    base = re.search(r"/web/[0-9a-f]+", client.get("/").text)[0]
    script = client.get(f"{base}/main.js")
    assert script.status_code == 200
    assert "immutable" in script.headers["Cache-Control"]
    assert client.get("/web/older/main.js").headers["Cache-Control"] == "no-cache"
    for path in ("/nothing.js", "/..%2fserve.py", "/fonts/SOURCE.md"):
        assert client.get(base + path).status_code == 404


def test_gradios_files_are_kept_too_and_pages_are_not(client: TestClient) -> None:
    page = client.get("/").text
    script = re.search(r'src="\./(assets/[^"]+\.js)"', page)[1]
    assert "immutable" in client.get(f"/{script}").headers["Cache-Control"]
    assert client.get("/assets/nothing.js").headers["Cache-Control"] == "no-store"
    assert client.get("/plain", headers={"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in client.get("/plain", headers={"Accept-Encoding": "identity"}).headers


def test_the_interface_in_french(advisor: Advisor, bc_settings: Settings) -> None:
    with TestClient(build_app(advisor, bc_settings.model_copy(update={"language": "fr"}))) as client:
        page, plain = client.get("/").text, client.get("/plain?q=what+is+plar").text
    assert '<html\n\tlang="fr"' in page
    assert '<html lang="fr">' in plain
    for text in (page, plain):
        assert "Votre question" in text or "Poser une autre question" in text
        assert "Type your question" not in text
    assert '<div lang="en">' in plain


def test_the_operators_name_contact_and_colour_are_shown_and_escaped(advisor: Advisor, bc_settings: Settings) -> None:
    own = {"title": "Tarn <b>Advisor</b>", "institution": "Tarn College", "contact": "help@tarn.example", "accent": "#ffdd00"}
    with TestClient(build_app(advisor, bc_settings.model_copy(update=own))) as client:
        page, plain = client.get("/").text, client.get("/plain").text
    for text in (page, plain):
        assert "<b>Advisor</b>" not in text
        assert "Tarn &lt;b&gt;Advisor" in text
        assert "help@tarn.example" in text
        assert "#ffdd00" not in text
    assert "Run by Tarn College" in page


def test_the_logs_hold_nothing_that_was_typed(client: TestClient, advisor: Advisor) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    level = LOG.level
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    try:
        client.post("/api/ask", json={"message": "zanzibarquince training"})
        client.get("/plain", params={"q": "zanzibarquince training"})
        client.get("/zanzibarquince")
        client.post("/api/ask", content='{"message": zanzibarquince', headers={"Content-Type": "application/json"})
    finally:
        LOG.removeHandler(handler)
        LOG.setLevel(level)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["route"] for line in lines][:2] == ["/api/ask", "/plain"]
    assert {"time", "level", "event", "method", "route", "status", "ms"} == set(lines[0])
    assert "zanzibarquince" not in stream.getvalue()
    assert "testclient" not in stream.getvalue()


def test_a_fault_is_logged_without_its_words_and_told_to_the_page(advisor: Advisor, bc_settings: Settings) -> None:
    class Failing:
        settings = bc_settings
        catalogue = advisor.catalogue
        search = advisor.search

        def stream(self, message, _conversation):
            raise RuntimeError(message)
            yield

        def answer(self, message, _conversation):
            raise RuntimeError(message)

    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    LOG.addHandler(handler)
    try:
        with TestClient(build_app(Failing(), bc_settings), raise_server_exceptions=False) as client:
            lines = client.post("/api/ask", json={"message": "zanzibarquince"}, headers=NDJSON).text.splitlines()
            whole = client.post("/api/ask", json={"message": "zanzibarquince"})
    finally:
        LOG.removeHandler(handler)
    assert json.loads(lines[-1]) == {"type": "fault"}
    assert whole.status_code == 500
    assert "Traceback" not in whole.text
    logged = stream.getvalue()
    assert "RuntimeError" in logged
    assert "zanzibarquince" not in logged
