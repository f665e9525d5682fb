"""The advisor over the shipped catalogues, opened once; and small catalogues made for a test."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import hypothesis
import pytest

from advisor.contract import Answer
from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from corpus.catalogue import Catalogue
from corpus.load import load_catalogue
from corpus.settings import Settings
from evals.ask import ask_through
from evals.standing_rules import broken_rules

# the same examples in every run, so that a run fails for what changed and for nothing else
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.load_profile("same")

#: asks the messages of one conversation in order and gives the last answer
Asking = Callable[..., Answer]


@pytest.fixture(scope="session")
def bc_catalogue() -> Catalogue:
    return load_catalogue(("bc",))


@pytest.fixture(scope="session")
def demo_catalogue() -> Catalogue:
    return load_catalogue(("demo",))


@pytest.fixture(scope="session")
def bc(bc_settings: Settings) -> Advisor:
    """The advisor over the bc catalogue."""
    return Advisor.open(bc_settings)


@pytest.fixture(scope="session")
def demo(demo_settings: Settings) -> Advisor:
    """The advisor over the demo catalogue."""
    return Advisor.open(demo_settings)


@pytest.fixture(scope="session")
def broken() -> Callable[[Advisor, Answer, Sequence[str]], list[str]]:
    """The standing rules that an answer breaks, in words."""

    def rules_broken(advisor: Advisor, answer: Answer, turns: Sequence[str]) -> list[str]:
        return [str(failure) for failure in broken_rules(answer, turns=turns, catalogue=advisor.catalogue)]

    return rules_broken


@pytest.fixture(scope="session")
def ask(bc: Advisor, broken: Callable[..., list[str]]) -> Asking:
    """Ask the bc advisor the messages of one conversation; the last answer must keep the standing rules."""

    def asking(*turns: str) -> Answer:
        answer = ask_through(bc)(turns)
        assert broken(bc, answer, turns) == []
        return answer

    return asking


@pytest.fixture(scope="session")
def after() -> Callable[..., Conversation]:
    """The conversation as it stands after these messages to an advisor."""

    def talked(advisor: Advisor, *turns: str) -> Conversation:
        conversation = Conversation()
        for message in turns:
            _, conversation = advisor.answer(message, conversation)
        return conversation

    return talked
