"""Questions that learners send to the advisors."""

from __future__ import annotations

import json
from pathlib import Path

from fastapi.testclient import TestClient

from advisor.engine import Advisor
from corpus.settings import Settings
from evals.add import read_feedback
from ui.web.app import build_app


def test_a_sent_question_is_feedback_that_evals_can_read(advisor: Advisor, bc_settings: Settings, tmp_path: Path) -> None:
    settings = bc_settings.model_copy(update={"home": tmp_path})
    answer, _ = advisor.answer("what is plar")
    with TestClient(build_app(advisor, settings)) as client:
        sent = client.post("/api/cases", json={"question": "what is plar", "remark": "too short", "answer": answer.model_dump(mode="json")})
    assert (sent.status_code, sent.json()) == (201, {"kept": True})
    (file,) = (tmp_path / "cases").iterdir()
    feedback = read_feedback(file)
    assert feedback.turns == ("what is plar",)
    assert feedback.note == "too short"
    assert feedback.answer.text == answer.text
    assert feedback.answer.citations == answer.citations


def test_what_the_learner_did_not_see_is_not_kept(advisor: Advisor, bc_settings: Settings, tmp_path: Path) -> None:
    answer, _ = advisor.answer("i sat on council 6 years. could i get into the first nations governance one at NVIT online")
    body = {"question": "could i get in", "answer": answer.model_dump(mode="json")}
    with TestClient(build_app(advisor, bc_settings.model_copy(update={"home": tmp_path}))) as client:
        assert client.post("/api/cases", json=body).status_code == 201
    (file,) = (tmp_path / "cases").iterdir()
    kept = json.loads(file.read_text(encoding="utf-8"))["answer"]
    assert (kept["question"], kept["standalone"], kept["filters"], kept["findings"]) == ("could i get in", "", [], [])
    assert all(claim["said"] is None for claim in kept["claims"])


def test_another_form_or_an_endless_remark_is_refused(advisor: Advisor, bc_settings: Settings, tmp_path: Path) -> None:
    with TestClient(build_app(advisor, bc_settings.model_copy(update={"home": tmp_path}))) as client:
        for body in ({"question": ""}, {"question": "x", "remark": "y" * 3_000}, {"question": "x", "email": "z"}, {"question": "x", "answer": {}}):
            assert client.post("/api/cases", json=body).status_code == 422
    assert not (tmp_path / "cases").exists()


def test_a_folder_that_cannot_be_written_is_told(advisor: Advisor, bc_settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "cases").write_text("a file stands where the folder should be")
    with TestClient(build_app(advisor, bc_settings.model_copy(update={"home": tmp_path}))) as client:
        sent = client.post("/api/cases", json={"question": "what is plar"})
    assert sent.status_code == 507
    assert "could not be kept" in json.dumps(sent.json())
    assert str(tmp_path) not in sent.text
