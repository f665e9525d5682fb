"""What stands beside an answer."""

from __future__ import annotations

import datetime as dt

import pytest

from advisor.contract import Answer
from advisor.engine import Advisor
from ui.web.view import _age, side_of


@pytest.mark.parametrize(
    ("as_of", "age"),
    [(None, "undated"), ("2021", "old"), ("2024-01", "old"), ("2024-09", None), ("2025", None), ("fall 2025 schedule", None), ("2018-2021", "old"), ("soon", None)],
)
def test_age(as_of: str | None, age: str | None) -> None:
    assert _age(as_of, dt.date(2026, 2, 1)) == age


def test_gaps_are_named_and_what_is_gone_is_left_out(advisor: Advisor) -> None:
    answer, _ = advisor.answer("forestry courses, 100% online")
    gone = answer.citations[0].model_copy(update={"id": "gone#title", "n": 99})
    answer = Answer.model_validate({**answer.model_dump(), "citations": [*answer.model_dump()["citations"], gone.model_dump()], "unconfirmed": [*answer.unconfirmed, "gone#fee", "the moon"]})
    side = side_of(answer, advisor.catalogue)
    assert set(side.evidence) == {citation.id for citation in answer.citations if citation.n != 99}
    assert any(gap.label == "fee" and gap.title in {advisor.catalogue.record(item).title for item in answer.credentials} for gap in side.gaps)
    assert side.gaps[-1].label == "the moon"
