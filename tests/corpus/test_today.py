"""The learner's own day."""

from __future__ import annotations

import time
from datetime import date

import pytest

from corpus.today import today


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Niue"])
def test_the_day_is_the_one_where_the_learner_is(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        seconds = time.time()
        assert today() == date(*time.localtime(seconds)[:3])
    finally:
        monkeypatch.undo()
        time.tzset()
