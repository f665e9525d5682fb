"""The real advisor over the shipped catalogue, opened once."""

from __future__ import annotations

import pytest

from advisor.engine import Advisor
from corpus.settings import Settings


@pytest.fixture(scope="session")
def advisor(bc_settings: Settings) -> Advisor:
    return Advisor.open(bc_settings)
