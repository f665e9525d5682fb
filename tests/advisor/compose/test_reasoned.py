"""Answers that are worked out: each computed number names its finding, keeps the rules, and is worked out again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.contract import Answer, Cards, PathwayPart
from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from advisor.find.wish_check import check_wishes
from advisor.understand.understanding import Filter
from advisor.verify.arithmetic import check_working
from corpus.catalogue import Catalogue
from evals.ask import ask_through

Told = Callable[..., Answer]
WISHES = (
    Filter(field="delivery", op="eq", value="online", said="online"),
    Filter(field="fee", op="lte", value=400, said="under $400"),
    Filter(field="credit_bearing", op="eq", value=True, said="for credit"),
    Filter(field="hours", op="lte", value=40, said="at most 40 hours"),
    Filter(field="institution", op="not", value="Wenderly College", said="not Wenderly"),
)


@pytest.fixture
def told(demo: Advisor, broken: Callable[..., list[str]]) -> Told:
    """Ask the demo advisor; whatever it answers keeps the rules and computes again."""

    def asking(*turns: str) -> Answer:
        answer = ask_through(demo)(turns)
        assert broken(demo, answer, turns) == []
        # a relation to work rests on the words of what its claim cites, and was checked with them
        assert all(check_working(finding.working, []) is None for finding in answer.findings if finding.kind != "relevance")
        return answer

    return asking


def claims_of(answer: Answer, kind: str) -> list[str]:
    ids = {finding.id for finding in answer.findings if finding.kind == kind}
    return [claim.text for claim in answer.claims if claim.finding in ids]


# which can I get into --------------------------------------------------------------------------------------


def test_those_shown_are_sorted_by_what_they_ask(told: Told) -> None:
    answer = told("I'm 20. which of these can I get into with grade 10: Warehouse Floor Start, or Climate Risk for Decision Makers?")
    assert answer.status == "answered"
    assert answer.credentials == ("demo-fendrow-warehouse-start",)
    assert [(item.id, item.breaks) for item in answer.alternatives] == [("demo-sablewater-climate-risk", ("requirements",))]
    cards = [card for part in answer.parts if isinstance(part, Cards) for card in part.cards]
    assert {card.id: card.alternative for card in cards}["demo-sablewater-climate-risk"] is True
    assert any("“I'm 20”" in text for text in claims_of(answer, "eligibility"))


def test_wishes_are_filters_of_the_same_check(told: Told) -> None:
    answer = told("what can I get into with grade 11, online and under $400?")
    assert {item.field for item in answer.filters} == {"delivery", "fee"}
    assert answer.credentials
    told_online = told("what can I get into with grade 11?")
    assert told_online.status == "answered"


@given(st.sets(st.sampled_from(range(len(WISHES)))), st.sampled_from(range(len(WISHES))))
def test_removing_a_wish_never_removes_what_fits(demo_catalogue: Catalogue, kept: set[int], removed: int) -> None:
    def fitting(wishes: set[int]) -> set[str]:
        standing = [WISHES[place] for place in wishes]
        return {record.id for record in demo_catalogue if not check_wishes(demo_catalogue, record, standing).broken}

    assert fitting(kept | {removed}) <= fitting(kept - {removed})


def test_with_nothing_told_it_asks_for_the_fact_that_helps_most(told: Told) -> None:
    answer = told("what can I get into?")
    assert answer.status == "partial"
    assert "highest level of schooling" in answer.text


# ways ------------------------------------------------------------------------------------------------------


def test_a_way_shows_its_terms_and_what_is_not_stated(told: Told) -> None:
    answer = told("I have the Community Care Worker Certificate. What do I need to reach the Bachelor of Community Health Studies?")
    told_of_fees = claims_of(answer, "route")
    assert "Fee stated for Diploma in Community Health Practice: $9,450." in told_of_fees
    assert "That makes together at least $9,450." in told_of_fees
    assert "No fee for the whole is stated for Bachelor of Community Health Studies." in answer.text
    assert (answer.status, answer.reason) == ("partial", "not_stated")
    assert any(isinstance(part, PathwayPart) for part in answer.parts)


def test_what_is_left_is_computed_and_cited(told: Told) -> None:
    answer = told("I've done Spreadsheets for Working People", "how much is left for the Small Office Digital Award?")
    assert "Of its credits, 1 counts from what you hold, which leaves 0.5." in claims_of(answer, "left_to_do")
    assert any("it takes 2; with 1 of them done, 1 more is needed" in text for text in claims_of(answer, "stack"))


def test_one_of_two_that_must_come_first_is_taken(told: Told) -> None:
    answer = told("what do I need to reach the Certificate in Applied Data?")
    assert "demo-ambrel-data-handling" in answer.credentials
    assert "No other credential is stated" not in answer.text


def test_a_goal_held_already_and_one_with_no_way(told: Told) -> None:
    held = told("I have the Bachelor of Public Service. What do I need to reach the Bachelor of Public Service?")
    assert "That is what you already hold" in held.text
    barred = told("what do I need to reach Prescribed Burn Support online only?")
    assert barred.status == "partial"
    assert "no way from there" in barred.text
    assert barred.unmet == ("delivery",)
    assert "Without this wish there would be a way" in barred.text


def test_a_way_of_one_node_is_told_plainly(told: Told) -> None:
    answer = told("what is the shortest way to Spreadsheets for Working People?")
    assert "No other credential is stated that has to come before it." in answer.text


def test_what_stacks_and_what_does_not(told: Told) -> None:
    answer = told("what else stacks with Dementia-Friendly Support?")
    assert len(answer.credentials) == 5
    silent = told("what else stacks with Warehouse Floor Start?")
    assert "does not state that Warehouse Floor Start stacks" in silent.text
    assert silent.status == "partial"


# comparing -------------------------------------------------------------------------------------------------


def test_which_is_cheaper_is_computed_beside_the_table(told: Told) -> None:
    answer = told("Medication Assistance in Home Support or Comfort and Presence: which is cheaper?")
    assert claims_of(answer, "ranking") == [
        "By the fees stated, least first: Medication Assistance in Home Support, $310; Comfort and Presence: Palliative Care for Support Workers, $420. The first and the next are $110 apart."
    ]
    assert any(part.type == "table" for part in answer.parts)
    assert "do not cover the same" in answer.text


def test_what_cannot_be_ranked_is_said(told: Told) -> None:
    answer = told("Data Handling Foundations or Applied Analytics Intensive, which is done sooner?")
    assert "Which comes first cannot be worked out" in answer.text
    assert answer.status == "partial"


def test_standing_wishes_that_separate_are_told(told: Told) -> None:
    answer = told("I want something online", "compare Medication Assistance in Home Support and Dementia-Friendly Support")
    assert "On your wish “online”: Medication Assistance in Home Support: online, which fits; Dementia-Friendly Support: in-person, which differs." in [
        claim.text for claim in answer.claims
    ]


# facts that cannot be --------------------------------------------------------------------------------------


def test_facts_that_contradict_are_asked_about_and_the_reply_settles_them(told: Told, demo: Advisor) -> None:
    first = told("I have grade 10, and a master's degree. Can I get into Foundations of Home Support?")
    assert (first.status, first.choices) == ("clarify", ("grade 10", "master's degree"))
    _, talk = demo.answer("I have grade 10, and a master's degree. Can I get into Foundations of Home Support?", Conversation())
    assert talk.facts.education is None
    settled = told("I have grade 10, and a master's degree. Can I get into Foundations of Home Support?", "grade 10")
    assert settled.credentials == ("demo-wenderly-home-support-foundations",)


def test_an_absurd_number_is_asked_about(told: Told) -> None:
    assert told("I'm 300 years old, can I join Warehouse Floor Start?").status == "clarify"


# next steps and work ---------------------------------------------------------------------------------------


def test_next_steps_come_in_order(told: Told) -> None:
    answer = told("how do I apply for Foundations of Home Support?")
    leads = ["To gather:", "To apply or register:", "Dates:", "Money:", "What you know already:", "Help that is named:", "Whom to contact:"]
    places = [answer.text.index(lead) for lead in leads]
    assert places == sorted(places)


def test_what_is_past_is_asked_about_first(told: Told) -> None:
    answer = told("what are the next steps for Mill Work Transition Skills?")
    assert answer.text.index("ask whether it still runs") < answer.text.index("To apply or register:")
    assert (answer.status, answer.reason) == ("partial", "past_or_proposed")


def test_after_a_way_the_first_to_take_has_the_next_steps(told: Told) -> None:
    answer = told("I have the Community Care Worker Certificate. how do I get to the Bachelor of Community Health Studies?", "what do I do next?")
    assert answer.credentials == ("demo-wenderly-community-health-diploma",)


def test_funding_that_the_record_names_is_told_from_guidance_with_its_date(bc: Advisor, broken: Callable[..., list[str]]) -> None:
    turns = ("what are the next steps for BC Wildfire Essentials at NIC?",)
    answer = ask_through(bc)(turns)
    assert broken(bc, answer, turns) == []
    assert "funding-future-skills-grant#what-it-is" in [citation.id for citation in answer.citations]
    assert "2024-07-24" in answer.text


def test_kinds_of_work_help_in_ranking_and_promise_nothing(told: Told) -> None:
    answer = told("what helps me become a bookkeeper?")
    assert answer.credentials[0] == "demo-ambrel-bookkeeping-starter"
    assert any("have these words in common" in text for text in claims_of(answer, "relevance"))
    assert "cannot promise a job" in answer.text
    shared = next(finding.working for finding in answer.findings if finding.kind == "relevance")
    assert {"record", "occupation", "classification", "score", "shared"} == set(shared)


def test_what_is_invented_says_so(told: Told) -> None:
    assert "The demo catalogue is invented" in told("how long is Foundations of Home Support?").text
