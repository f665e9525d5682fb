"""Questions that are worked out over several records, and what somebody says they hold."""

from __future__ import annotations

import pytest

from advisor.converse.conversation import Conversation
from advisor.engine import Advisor
from advisor.understand.absurd import absurd_number
from advisor.understand.facts import read_facts
from advisor.understand.names import NameIndex
from advisor.understand.plans import Plan, PlanReader
from advisor.understand.understanding import LearnerFacts
from corpus.catalogue import Catalogue

CARE, DIPLOMA = "demo-wenderly-community-care-certificate", "demo-wenderly-community-health-diploma"
SHEETS, CYBER, AWARD = "demo-ambrel-spreadsheets", "demo-ambrel-cyber-safety", "demo-ambrel-small-office-digital"


@pytest.fixture(scope="module")
def plans(demo_catalogue: Catalogue) -> PlanReader:
    return PlanReader(demo_catalogue, NameIndex(demo_catalogue))


def read(plans: PlanReader, text: str, **conversation: object) -> Plan | None:
    talk = Conversation.model_validate(conversation)
    return plans.read(text, facts=plans.holdings.with_holdings(text, read_facts(text)), conversation=talk)


@pytest.mark.parametrize(
    ("text", "aim", "goal", "held", "ranking"),
    [
        ("What do I need to reach the Diploma in Community Health Practice?", "reach", DIPLOMA, (), "shortest"),
        ("I have the Community Care Worker Certificate. How do I get to the Diploma in Community Health Practice?", "reach", DIPLOMA, (CARE,), "shortest"),
        ("cheapest route from the Community Care Worker Certificate to the Diploma in Community Health Practice", "reach", DIPLOMA, (CARE,), "cheapest"),
        ("quickest way to the Diploma in Community Health Practice from the Community Care Worker Certificate", "reach", DIPLOMA, (CARE,), "soonest"),
        ("I've done Spreadsheets for Working People, how much is left for the Small Office Digital Award?", "left", AWARD, (SHEETS,), "shortest"),
        ("how far am I from the Small Office Digital Award if I finish Cyber Safety for Small Offices", "left", AWARD, (CYBER,), "shortest"),
    ],
)
def test_a_goal_with_what_is_held_and_how_to_rank(plans: PlanReader, text: str, aim: str, goal: str, held: tuple[str, ...], ranking: str) -> None:
    plan = read(plans, text)
    assert plan is not None
    assert (plan.aim, plan.records, plan.held, plan.ranking) == (aim, (goal,), held, ranking)


@pytest.mark.parametrize(
    "text",
    [
        "how many seats are left in Foundations of Home Support",
        "what is the best way to the campus in Kamloops",
        "how do I get into Foundations of Home Support",
        "what do I need to get into Foundations of Home Support with grade 10",
        "is Spreadsheets for Working People online?",
        "am I eligible for any funding?",
        "what courses can I take online",
        "Can I get into Chainsaw and Bush Safety with grade 11?",
    ],
)
def test_other_questions_are_left_to_other_rules(plans: PlanReader, text: str) -> None:
    assert read(plans, text) is None


def test_earlier_turns_tell_the_goal_and_what_is_held(plans: PlanReader) -> None:
    plan = read(plans, "how do I get there from what I have?", focus=(DIPLOMA,), facts=LearnerFacts(holds=(CARE,)))
    assert plan is not None
    assert (plan.records, plan.held) == ((DIPLOMA,), (CARE,))
    stacks = read(plans, "what else stacks with it?", focus=(SHEETS,))
    assert stacks is not None
    assert (stacks.aim, stacks.records) == ("stacks", (SHEETS,))


def test_which_of_those_shown_of_two_named_or_of_all(plans: PlanReader) -> None:
    shown = read(plans, "which of these can I get into with grade 11?", shown=(SHEETS, CYBER))
    two = read(plans, "grade 10. which of these can I get into: Warehouse Floor Start, or Climate Risk for Decision Makers?")
    every = read(plans, "what can I get into with grade 11?")
    assert [plan.records for plan in (shown, two, every) if plan] == [
        (SHEETS, CYBER),
        ("demo-fendrow-warehouse-start", "demo-sablewater-climate-risk"),
        (),
    ]
    assert read(plans, "would any of those take me") is None


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("I finished Spreadsheets for Working People and Cyber Safety for Small Offices", {SHEETS, CYBER}),
        ("ive done spreadsheets for working people, what now", {SHEETS}),
        ("I have to take Spreadsheets for Working People", set()),
        ("I never finished Spreadsheets for Working People", set()),
        ("if I finish Spreadsheets for Working People, what then", set()),
        ("I have two kids and a job", set()),
        ("who did the college run Spreadsheets for Working People with", set()),
    ],
)
def test_only_what_is_said_to_be_held_is_kept(plans: PlanReader, text: str, holds: set[str]) -> None:
    facts = plans.holdings.with_holdings(text, read_facts(text))
    assert set(facts.holds) == holds
    assert len(facts.courses) == len(holds)


def test_a_title_that_names_a_kind_of_schooling_is_no_schooling_told(plans: PlanReader) -> None:
    text = "Diploma in Community Health Practice: I have grade 11, is that enough?"
    assert read_facts(plans.holdings.beside_titles(text)).education == "grade-11"
    told = "I have the Diploma in Community Health Practice"
    assert plans.holdings.beside_titles(told) == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I'm 300 years old", "I'm 300 years old"),
        ("im -4, can I join", "im -4"),
        ("I finished grade 47", "finished grade 47"),
        ("I have 200 years of experience in welding", "200 years of experience"),
        ("something for -$50", "-$50"),
        ("under minus 5 hours", "minus 5 hours"),
        ("I'm 30, grade 12, 10-20 hours a week, $500", None),
        ("- 3 weeks\n-5 days", None),
        ("I got a grade of 85 in english 12, grade 90%", None),
    ],
)
def test_numbers_that_can_be_nobodys(text: str, said: str | None) -> None:
    assert absurd_number(text) == said


@pytest.mark.parametrize(
    ("message", "held"),
    [
        ("I want the small office award, already did spreadsheets", ("demo-ambrel-spreadsheets",)),
        ("want the small office award. i have spreadsheets done", ("demo-ambrel-spreadsheets",)),
        # what is held is not taken for another piece that shares a word with it
        ("going for the certificate in wildland fire operations, finished wildfire crew readiness", ("demo-stennard-wildfire-crew-readiness",)),
    ],
)
def test_a_wanted_award_with_a_part_of_it_held_asks_for_the_way(demo: Advisor, message: str, held: tuple[str, ...]) -> None:
    [request] = demo.understander.understand(message).requests
    assert (request.aim, request.held) == ("reach", held)


@pytest.mark.parametrize(
    "message",
    ["I want the small office award", "I want to take the small office award, how much is it", "I want the small office award and my cousin likes spreadsheets"],
)
def test_a_wish_alone_is_no_plan(demo: Advisor, message: str) -> None:
    assert all(request.aim is None for request in demo.understander.understand(message).requests)


def test_what_was_done_at_one_institution_is_nothing_of_another(bc: Advisor) -> None:
    found = bc.understander.understand("Already did the BCIT mass timber intro. Now I want the design side, 3D fabrication models, Cadwork if possible")
    assert "selkirk-design-for-mass-timber" not in found.facts.holds
    assert [request.aim for request in found.requests] == [None]
