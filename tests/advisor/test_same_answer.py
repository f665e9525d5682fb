"""An answer is the same in every process: nothing of it hangs on the order in which Python walks a set."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from advisor.engine import Advisor

QUESTIONS = (
    "indigenous led business training near kamloops, self paced and with credit",
    "any online evening course in business, with credit",
    "office training in person",
)
ASK = """
import sys
from advisor.engine import Advisor
from corpus.settings import resolve_settings

advisor = Advisor.open(resolve_settings())
for question in sys.argv[1:]:
    print(advisor.answer(question)[0].model_dump_json(exclude={"took_ms"}))
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_seed_gives_the_same_answers(bc: Advisor, seed: str) -> None:
    here = [bc.answer(question)[0] for question in QUESTIONS]
    assert all(len(answer.unconfirmed) > 1 for answer in here)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "ADVISOR_HOME": str(bc.settings.home)}
    run = subprocess.run([sys.executable, "-c", ASK, *QUESTIONS], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [answer.model_dump_json(exclude={"took_ms"}) for answer in here]
