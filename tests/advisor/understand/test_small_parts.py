"""Small parts of understanding: pasted messages, everyday words, terms, topics, unknown institutions, known questions."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.understand.aspects import aspect_passages
from advisor.understand.drafting import pasted_message
from advisor.understand.intents import intents_in
from advisor.understand.lexicon import FIELD_CUES, field_cues_in
from advisor.understand.names import NameIndex
from advisor.understand.prototypes import prototype_passages
from advisor.understand.requests import question_without
from advisor.understand.synonyms import catalogue_words
from advisor.understand.terms import TermIndex
from advisor.understand.topic import blank, topic_of
from advisor.understand.understanding import Act
from advisor.understand.unknown_names import unknown_institution
from corpus.catalogue import Catalogue
from corpus.fields import FIELDS


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('A student writes: "Hello, is the soil course graded and when does it start?" please draft', "is the soil course graded and when does it start?"),
        ("Draft a reply to this email:\nSubject: question\nHi, how do I apply for the soil course?\nThanks, Dana", "how do I apply for the soil course?"),
        ("help me answer\n> is the soil course online\n> and how long is it", "is the soil course online\nand how long is it"),
        ("reply to “Dear advisor, does it count toward a degree? Regards”", "does it count toward a degree?"),
    ],
)
def test_the_learner_s_words_are_found_in_an_advisor_s_message(text: str, inner: str) -> None:
    assert pasted_message(text) == inner


@pytest.mark.parametrize("text", ["how long is it", 'is "soil care" online', "", "draft horse training", "who asked for it: nobody"])
def test_other_messages_hold_nobody_else_s(text: str) -> None:
    assert pasted_message(text) is None


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text: str) -> None:
    pasted_message(text)
    unknown_institution(text)
    catalogue_words(text)
    field_cues_in(text)
    intents_in(text)


@pytest.mark.parametrize("words", ["did management workshops communities ", "would you perhaps (or not) ", "any ", "i have a ", "what course ", "no-one-knows-"])
def test_a_long_message_is_looked_through_in_no_time(words: str) -> None:
    """A pattern that may cut a word in several ways needs hours for a long message, where others need milliseconds."""
    started = time.process_time()
    intents_in("would they " + words * 40)
    assert time.process_time() - started < 2


def test_a_place_is_asked_to_take_somebody_by_its_whole_words() -> None:
    assert "eligibility" in intents_in("would the college (kpu) take me")
    assert "eligibility" not in intents_in("would she retake us history")


def test_everyday_words_bring_the_catalogue_s() -> None:
    assert "cannabis" in catalogue_words("a job in a weed store")
    assert catalogue_words("something else entirely") == ""
    assert catalogue_words("is it online") == ""
    assert catalogue_words("IT work") != catalogue_words("it work")


def test_terms_are_those_of_guidance_and_everyday_words_are_none(bc_catalogue: Catalogue) -> None:
    terms = TermIndex(bc_catalogue)
    assert terms.defined_in("what is plar")
    assert terms.defined_in("how does laddering work")
    assert not terms.defined_in("is the course online")
    assert not TermIndex(Catalogue(records=[], institutions=[], sections=[])).defined_in("plar")


def test_a_topic_is_what_is_left(bc_catalogue: Catalogue) -> None:
    names = NameIndex(bc_catalogue)
    assert topic_of("looking for online courses on soil science please", names, said=["online"]) == "soil science"
    assert topic_of("is it online", names) == ""
    assert blank("welding at BCIT now", [(11, 15)]) == "welding at      now"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("what does Blandford College charge", "Blandford College"),
        ("is it at the University of Nowhere", "University of Nowhere"),
        ("I did one year of college", None),
        ("any community college near me", None),
        ("which university is better", None),
        ("a good technical institute", None),
        ("", None),
    ],
)
def test_institutions_that_are_not_ours(text: str, name: str | None) -> None:
    assert unknown_institution(text) == name


@pytest.mark.parametrize(
    ("question", "titles", "left"),
    [
        ("is community support worker online", ["Community Support Worker Program"], "is it online"),
        ("how long is the first nations fine arts certificate", ["First Nations Fine Arts Certificate"], "how long is it"),
        ("is it online", ["Online Teaching Online"], "is it online"),
        ("how much are soils and rope", ["Soil Care"], "how much are soils and rope"),
    ],
)
def test_words_of_a_name_ask_for_nothing(question: str, titles: list[str], left: str) -> None:
    assert question_without(question, titles) == left


def test_every_cue_and_every_known_question_is_about_a_field() -> None:
    assert set(FIELD_CUES) <= set(FIELDS)
    assert {passage.group for passage in aspect_passages()} <= set(FIELDS)
    assert len({passage.id for passage in aspect_passages()}) == len(aspect_passages())


def test_every_prototype_stands_for_an_act() -> None:
    acts = set(Act.__args__) | {"joke"}  # type: ignore[attr-defined]
    assert {passage.group for passage in prototype_passages()} <= acts
    assert len({passage.id for passage in prototype_passages()}) == len(prototype_passages())


def test_fields_are_told_in_the_order_of_the_words() -> None:
    assert field_cues_in("how much is it, and is it online") == ["fee", "delivery"]
    assert field_cues_in("and when, and where is it") == ["start_dates", "location"]
    assert field_cues_in("") == []


def test_going_on_to_a_kind_of_credential_asks_for_a_way_on_and_not_for_leave() -> None:
    assert set(intents_in("can i go on to the diploma with it")) == {"pathway"}
    assert "pathway" not in intents_in("am i clear to go on to it")
