"""How old a fact is: its dates, each cited, or that it has none; past and proposed offerings said to be so."""

from __future__ import annotations

from collections.abc import Callable

from advisor.compose.context import Turn
from advisor.compose.dating import say_dates, say_status, status_piece
from advisor.messages import say


def test_dates_are_told_once_each_and_cited(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over({"delivery": "online", "location": "Merritt", "type": "badge", "source": {"date": "2024-07"}, "field_sources": {"location": {"date": "fall 2023"}}})
    record = turn.catalogue.record("r0")
    used = [item for name in ("delivery", "location", "type") if (item := turn.catalogue.field_evidence(record, name))]
    say_dates(turn, record, used)
    (claim,) = turn.builder.claims
    assert claim.text == "As of 2024-07 and fall 2023."
    assert [item.field for item in turn.builder.citations] == ["delivery", "location"]


def test_what_has_no_date_is_said_to_have_none_for_offerings(turn_over: Callable[..., Turn]) -> None:
    for role, text in (("offering", say("undated")), ("larger", "")):
        turn = turn_over({"delivery": "online", "role": role})
        record = turn.catalogue.record("r0")
        say_dates(turn, record, [turn.catalogue.evidence("r0#delivery")])
        turn.builder.end_paragraph()
        assert turn.builder.claims == []
        assert turn.builder.build(question="", standalone="", status="answered").text == text


def test_nothing_used_has_no_date(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over({"source": {"date": "2024"}})
    say_dates(turn, turn.catalogue.record("r0"), [])
    assert turn.builder.claims == []


def test_past_and_proposed_offerings_are_said_to_be_so(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over({"status": "past"}, {"status": "proposed"}, {"status": "current-as-of-source"}, {})
    told = [say_status(turn, record) for record in turn.catalogue]
    assert told == [True, True, False, False]
    assert [claim.text for claim in turn.builder.claims] == ["Title A is listed as past.", "Title B is listed as proposed."]
    assert [status_piece(turn, record) is not None for record in turn.catalogue] == told


def test_a_date_that_another_fields_words_hold_rests_on_its_own_field_alone(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over({"delivery": "online", "next_steps": ["see the list for 2025"], "field_sources": {"delivery": {"date": "2025"}, "next_steps": {"date": "2024-08"}}})
    record = turn.catalogue.record("r0")
    say_dates(turn, record, [turn.catalogue.evidence(f"r0#{name}") for name in ("delivery", "next_steps")])
    assert [(claim.text, claim.citations) for claim in turn.builder.claims] == [("As of 2025.", (1,)), ("As of 2024-08.", (2,))]
