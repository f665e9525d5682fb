"""What is near, what is missing and who takes part, asked in chat: cited, the past apart, gaps as the catalogue's."""

from __future__ import annotations

import pytest

from advisor.compose.builder import AnswerBuilder
from advisor.compose.context import Turn
from advisor.compose.near import ask_place, asks_whats_near, compose_near, place_asked
from advisor.contract import Answer, Cards
from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from corpus.settings import Settings
from evals.standing_rules import broken_rules


@pytest.fixture(scope="module")
def engine(bc_settings: Settings) -> Advisor:
    return Advisor.open(bc_settings)


def ask(engine: Advisor, message: str, place: str, topic: str | None = None) -> Answer:
    builder = AnswerBuilder(said=message)
    turn = Turn(
        catalogue=engine.catalogue, search=engine.search, finder=engine.understander.finder, names=engine.understander.names,
        understanding=engine.understander.understand(message, Conversation()), conversation=Conversation(), builder=builder,
    )  # fmt: skip
    outcome = compose_near(turn, place, topic)
    answer = builder.build(question=message, standalone=message, status=outcome.status, reason=outcome.reason)
    assert builder.dropped == []
    assert broken_rules(answer, turns=[message], catalogue=engine.catalogue) == ()
    return answer


def cards(answer: Answer) -> dict[str, bool]:
    return {card.id: card.alternative for part in answer.parts if isinstance(part, Cards) for card in part.cards}


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("what is offered near us, what is missing, led by whom", True),
        ("what's near terrace", True),
        ("what is there around burns lake", True),
        ("whats missing in our community", True),
        ("who was involved in making the programs near prince rupert", True),
        ("which indigenous-led programs are there near us", True),
        ("is there welding in terrace", False),
        ("forestry courses near prince george", False),
        ("what documents are missing from my application", False),
        ("who teaches it", False),
        ("what is plar", False),
    ],
)
def test_it_knows_when_it_is_asked(text: str, asks: bool) -> None:
    assert asks_whats_near(text) == asks


def test_near_and_current_stand_first_and_the_past_apart(engine: Advisor) -> None:
    answer = ask(engine, "what is offered near Burns Lake, what is missing, and led by whom?", "burns-lake")
    shown = cards(answer)
    assert (answer.status, shown["cnc-mining-industry-certificate"]) == ("answered", False)
    assert shown["cnc-cultural-resource-management-with-cheslatta-carrier-nation"] is True
    assert "cnc-cultural-resource-management-with-cheslatta-carrier-nation" in [item.id for item in answer.alternatives]
    assert not set(answer.credentials) & {item.id for item in answer.alternatives}
    assert "3 April 2023" in answer.text
    assert "That is about this catalogue. It says nothing about the community" in answer.text
    assert any(citation.id == "indigenous-partnership#developing-jointly" for citation in answer.citations)


def test_who_is_told_in_the_records_words_or_as_not_stated(engine: Advisor) -> None:
    answer = ask(engine, "what is near Burns Lake and who made it", "burns-lake")
    assert "partnership with Cheslatta Carrier Nation; Elder guest speakers" in answer.text
    assert "cnc-mining-industry-certificate#partners" in answer.unconfirmed


def test_a_topic_that_is_only_elsewhere(engine: Advisor) -> None:
    answer = ask(engine, "what welding is missing near Trail", "trail", "welding missing")
    assert (answer.status, answer.reason) == ("partial", "not_in_catalogue")
    assert answer.text.startswith("This catalogue records nothing on welding that is held near Trail.")
    assert "camosun-arc-welding" in answer.credentials


def test_a_topic_that_is_nowhere_claims_nothing(engine: Advisor) -> None:
    answer = ask(engine, "what quantum physics is missing near Trail", "trail", "quantum physics")
    assert (answer.status, answer.reason, answer.claims, answer.credentials) == ("abstained", "not_in_catalogue", (), ())


def test_an_area_is_a_place_too(engine: Advisor) -> None:
    answer = ask(engine, "what's near Haida Gwaii", "haida-gwaii")
    assert "cmtn-cook-s-helper-program-community-cohorts" in answer.credentials
    assert " km)" not in answer.text


def turn_of(engine: Advisor, message: str, **told: object) -> Turn:
    understanding = engine.understander.understand(message, Conversation())
    return Turn(
        catalogue=engine.catalogue, search=engine.search, finder=engine.understander.finder, names=engine.understander.names, understanding=understanding,
        conversation=Conversation(), builder=AnswerBuilder(said=message), filters=understanding.filters,
        facts=understanding.facts.model_copy(update=told),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("message", "told", "place"),
    [
        ("what is offered near Burns Lake and who leads it", {}, "burns-lake"),
        ("what's near Haida Gwaii", {}, "haida-gwaii"),
        ("what training is around Williams Lake", {"residence": "terrace"}, "williams-lake"),
        ("what is offered near us and what is missing", {"residence": "terrace"}, "terrace"),
        ("what is offered near us and what is missing", {}, None),
        ("what free online courses are near Nelson and who leads them", {}, None),  # a search can weigh those wishes
    ],
)
def test_the_place_is_the_one_named_or_home(engine: Advisor, message: str, told: dict, place: str | None) -> None:
    assert place_asked(turn_of(engine, message, **told)) == place


def test_without_a_place_it_asks_and_each_choice_is_a_question_it_answers(engine: Advisor) -> None:
    turn = turn_of(engine, "what is offered near us, what is missing, led by whom")
    outcome = ask_place(turn)
    answer = turn.builder.build(question="", standalone="", status=outcome.status, reason=outcome.reason)
    assert broken_rules(answer, turns=[""], catalogue=engine.catalogue) == ()
    assert len(answer.choices) == 8
    for choice in answer.choices:
        assert asks_whats_near(choice.lower())
        assert place_asked(turn_of(engine, choice)), choice


def test_what_was_wished_beside_the_place_counts(engine: Advisor) -> None:
    turn = turn_of(engine, "which indigenous-led programs are there near Kitwanga")
    compose_near(turn, "kitwanga", "")
    shown = turn.builder.credentials
    assert "tea-creek-indigenous-trades-food-sovereignty-training" in shown
    assert all(engine.catalogue.record(record).indigenous_focus or engine.catalogue.record(record).partners for record in shown)


@pytest.mark.parametrize("place", ["victoria", "lytton", "fort-nelson", "cranbrook", "bella-bella", "atlin"])
@pytest.mark.parametrize("topic", [None, "forestry", "language"])
def test_it_keeps_the_rules_everywhere(engine: Advisor, place: str, topic: str | None) -> None:
    ask(engine, "what is offered near here, what is missing, and who leads it", place, topic)
