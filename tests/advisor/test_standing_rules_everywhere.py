"""The standing rules hold for whatever is asked of whichever record, and no claim is dropped on the way."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from advisor.compose.builder import AnswerBuilder
from advisor.contract import Answer
from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from corpus.credential import Credential

#: {title}, {place}, {other}: another record's title; {field}: the subject
PHRASINGS = (
    "how long is {title} at {place}",
    "how much does {title} at {place} cost?",
    "is {title} at {place} online or in person",
    "when does {title} ({place}) start",
    "does {title} at {place} give credit, and is it recorded on a transcript",
    "where is {title} held, {place}",
    "can i get into {title} at {place} with grade 11",
    "i have a diploma and 5 years of experience, could I do {title} at {place}",
    "what does {title} from {place} count toward",
    "how do i apply to {title} at {place} and who do I call",
    "what will i learn in {title} at {place} and is there an exam",
    "tell me about {title} at {place}",
    "is {title} at {place} worth it",
    "what jobs could {title} at {place} lead to",
    "is there funding or support for {title} at {place}",
    "who made {title} at {place} and is it indigenous led",
    "since {title} at {place} is free and 12 weeks, how do I sign up",
    "compare {title} and {other}",
    "which is shorter and cheaper, {title} or {other}",
    "anything like {field} near Terrace under $700",
    "{field} courses, not online, at most 40 hours, for credit",
    "i live in Nelson and want {field}, free if possible, evenings",
    "what is the refund policy and class size for {title} at {place}",
    "do they recognise prior learning for {title} at {place}; also does it stack",
    "{title}",
    "{title}??? 1) fee 2) dates 3) place",
    "my cousin did {title} in 2019, is it still running",
)
ASKED = 220


def questions(advisor: Advisor, *, seed: int) -> list[str]:
    """Every phrasing several times, each with a record of its own, the same in every run."""
    chance = random.Random(seed)
    records = list(advisor.catalogue)
    chance.shuffle(records)

    def fill(phrasing: str, record: Credential) -> str:
        field = (record.subject or record.title).split(" / ")[0]
        return phrasing.format(title=record.title, place=record.institution, other=chance.choice(records).title, field=field)

    return [fill(PHRASINGS[number % len(PHRASINGS)], records[number % len(records)]) for number in range(ASKED)]


@pytest.mark.parametrize(("name", "seed"), [("bc", 11), ("demo", 12)])
def test_the_rules_hold_for_every_phrasing(name: str, seed: int, request: pytest.FixtureRequest, broken: Callable[..., list[str]]) -> None:
    advisor: Advisor = request.getfixturevalue(name)
    faults, dropped = [], []
    for question in questions(advisor, seed=seed):
        builder = AnswerBuilder(said=question)
        answer, _ = advisor._answer(question, Conversation(), builder)
        faults += [(question, fault) for fault in broken(advisor, answer, [question])]
        dropped += [(question, item) for item in builder.dropped]
    assert faults == []
    assert dropped == []


FOLLOW_UPS = ("how much", "and when does it start", "can i get in with grade 10", "the second one", "both", "what about online ones", "compare the first two", "forget all that", "is it graded", "who do i call", "thanks", "any near Nelson", "which is cheapest")


@pytest.mark.parametrize(("name", "seed"), [("bc", 21), ("demo", 22)])
def test_the_rules_hold_along_conversations(name: str, seed: int, request: pytest.FixtureRequest, broken: Callable[..., list[str]]) -> None:
    advisor: Advisor = request.getfixturevalue(name)
    chance = random.Random(seed)
    opening = questions(advisor, seed=seed)
    for first in chance.sample(opening, 12):
        conversation, said, answers = Conversation(), [], []
        for message in (first, *chance.sample(FOLLOW_UPS, 5)):
            said.append(message)
            answer, conversation = advisor.answer(message, conversation)
            answers.append(answer)
            assert broken(advisor, answer, said) == [], said
        assert all(isinstance(answer, Answer) for answer in answers)
        assert Conversation.model_validate_json(conversation.model_dump_json()) == conversation
