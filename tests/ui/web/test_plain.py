"""The plain page: the same answers without script, and small."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from advisor.engine import Advisor
from corpus.settings import Settings
from ui.web.app import build_app

MOST_BYTES = 30_000
QUESTIONS = [
    "forestry courses, 100% online",
    "compare Forest Health Management and Forest Carbon Management at UBC",
    "tell me everything about Forest Health Management at UBC",
    "does coastal forest worker at NIC lead anywhere",
    "what is plar",
    "how much is electric vehicle maintenance training",
    "how much is the crisis communication micro-certificate at UVic",
]


def hidden(page: str) -> str:
    """The conversation that the page's form carries."""
    return html.unescape(re.search(r'name="conversation" value="([^"]*)"', page)[1])


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_small_whole_and_without_script(client: TestClient, advisor: Advisor, question: str) -> None:
    response = client.get("/plain", params={"q": question})
    page = response.text
    assert response.status_code == 200
    assert len(response.content) < MOST_BYTES
    assert "<script" not in page
    assert not re.search(r"\bon\w+=", page)
    answer, _ = advisor.answer(question)
    said = html.unescape(re.sub(r"<[^>]+>", "", page))
    assert [claim.text for claim in answer.claims if claim.text not in said] == []
    for citation in answer.citations:
        assert f'id="s{citation.n}"' in page


def test_the_first_page_is_small_and_leads_on(client: TestClient) -> None:
    page = client.get("/plain").text
    assert len(page.encode()) < 8_000
    assert page.count('<a href="/plain?q=') == 6


def test_it_loads_nothing_else(client: TestClient) -> None:
    page = client.get("/plain", params={"q": QUESTIONS[0]}).text
    assert not re.search(r"<(?:link|img|script|iframe|source|video|audio)\b|url\(|@import", page)


def test_a_follow_up_goes_on_from_the_conversation_in_the_form(client: TestClient) -> None:
    first = client.get("/plain", params={"q": QUESTIONS[0]}).text
    second = client.post("/plain", data={"q": "how long is the first one", "conversation": hidden(first)})
    assert second.status_code == 200
    assert "60 hours" in second.text
    assert json.loads(hidden(second.text))["history"][-1] == "how long is the first one"


def test_the_longest_conversation_stays_small(client: TestClient) -> None:
    page = client.get("/plain", params={"q": QUESTIONS[0]}).text
    for _ in range(10):
        page = client.post("/plain", data={"q": "and is there anything shorter, " + "please " * 40, "conversation": hidden(page)}).text
    assert len(page.encode()) < MOST_BYTES


def test_wishes_of_a_shared_address_are_kept(client: TestClient) -> None:
    wish = {"field": "delivery", "op": "eq", "value": "online", "said": "online"}
    page = client.get("/plain", params={"q": "forestry courses", "wishes": json.dumps([wish])}).text
    assert json.loads(hidden(page))["filters"] == [wish]


@pytest.mark.parametrize("damage", ["{", "[]", '{"version": 99}', '{"filters": 3}', "x" * 70_000])
def test_a_damaged_conversation_is_set_aside(client: TestClient, damage: str) -> None:
    response = client.post("/plain", data={"q": "what is plar", "conversation": damage})
    assert response.status_code == 200
    assert "answered on its own" in response.text
    assert "prior learning" in response.text


def test_nothing_asked_is_told(client: TestClient) -> None:
    assert "Please write a question first." in client.post("/plain", data={"q": "  "}).text


def test_asking_too_much_is_told_and_the_question_kept(advisor: Advisor, bc_settings: Settings) -> None:
    with TestClient(build_app(advisor, bc_settings.model_copy(update={"rate_limit": 2}))) as client:
        for _ in range(2):
            assert client.get("/plain", params={"q": "what is plar"}).status_code == 200
        refused = client.get("/plain", params={"q": "what is <plar>"})
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0
    assert "wait a minute" in refused.text
    assert "what is &lt;plar&gt;</textarea>" in refused.text


def test_it_says_of_invented_records_that_they_are(advisor: Advisor, bc_settings: Settings) -> None:
    from corpus.catalogue import Catalogue

    record = next(iter(advisor.catalogue)).model_copy(update={"id": "demo-x", "title": "Tarn Soil Care", "invented": True})
    catalogue = Catalogue(records=[record], institutions=[], sections=[])

    class Stub:
        settings = bc_settings

        def __init__(self) -> None:
            self.catalogue = catalogue
            self.search = advisor.search

        def answer(self, message, conversation):
            from advisor.compose.builder import AnswerBuilder
            from advisor.contract import Card

            builder = AnswerBuilder()
            evidence = catalogue.field_evidence(record, "title")
            heading = builder.claim(evidence.title, [evidence])
            builder.cards([Card(id="demo-x", title=record.title, institution="X", invented=True, heading=heading, pieces=())])
            return builder.build(question=message, standalone=message, status="answered"), conversation

    with TestClient(build_app(Stub(), bc_settings)) as client:
        page = client.get("/plain", params={"q": "soil"}).text
    assert page.count("nvented") >= 2


def test_the_templates_say_nothing_themselves() -> None:
    """Words of the interface stand in the word files, so that other languages can follow."""
    folder = Path(__file__).parents[3] / "ui" / "web" / "templates"
    for template in folder.glob("*.html"):
        text = re.sub(r"<style>.*?</style>|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", template.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert re.findall(r"[A-Za-z]{3,}", html.unescape(text)) == [], template.name


def test_without_the_catalogue_that_they_name_other_examples_are_given(advisor: Advisor, bc_settings: Settings) -> None:
    with TestClient(build_app(advisor, bc_settings.model_copy(update={"catalogue": "demo"}))) as client:
        page = client.get("/plain").text
    assert page.count('<a href="/plain?q=') == 6
    assert "NVIT" not in page
