"""Clauses held against typed records: what the record states otherwise, what it does not state, and what is so."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.reason.clash import denied_by
from advisor.reason.premises import contrary_fields, unstated
from corpus.credential import Credential
from corpus.folding import fold


def record(**facts: Any) -> Credential:
    return Credential.model_validate({"id": "a", "title": "Soil Work", "institution": "Tarn College", **facts})


@pytest.mark.parametrize(
    ("facts", "wrong", "right", "field"),
    [
        ({"duration": {"text": "30 weeks"}}, "it is 10 weeks", "it is 30 weeks", "duration"),
        ({"duration": {"text": "eight weeks"}}, "it takes two years", "it takes about two months", "duration"),
        ({"duration": {"text": "four two-week courses; up to two years to finish"}}, "it takes 5 years", "it takes two years at most", "duration"),
        ({"credit": {"bearing": True, "amount": 9}}, "it is 18 credits", "it is 9 credits", "credit"),
        ({"credit": {"bearing": True}}, "it is non-credit", "it is for credit", "credit"),
        ({"credit": {"bearing": False}}, "it gives 3 credits", "it is non-credit", "credit"),
        ({"fee": {"text": "$850", "amount": 850}}, "it is free", "it costs $850", "fee"),
        ({"fee": {"text": "$850", "amount": 850}}, "it costs $500", "there is an $850 fee", "fee"),
        ({"delivery": "blended"}, "it is fully online", "it is partly online", "delivery"),
        ({"delivery": "in-person"}, "it is online", "it is in person", "delivery"),
        ({"timing": "synchronous"}, "it is self-paced", "it has live classes", "timing"),
        ({"location": "Campbell River"}, "it is held in Nanaimo", "it is held in Campbell River", "location"),
        ({"start_dates": ["Fall", "Winter"]}, "it only starts in September", "it starts in September", "start_dates"),
        ({"start_dates": ["October 2026"]}, "it starts in March", "it starts this fall", "start_dates"),
        ({"status": "proposed"}, "it started last fall", "it is a proposal", "status"),
        ({"type": "certificate"}, "it is a diploma", "it is a certificate", "type"),
        ({"assessment": "at least 70% to pass"}, "it has a 60% pass", "it has a 70% pass", "assessment"),
        ({"summary": "Sessions hold up to eight people."}, "classes of 30 are what it has", "it has groups of eight", "summary"),
        ({"duration": {"text": "ten three-hour evening classes"}}, "its classes are in the daytime", "its classes are in the evening", "duration"),
        ({"funding": "Sitka Foundation"}, "it is funded by bc hydro", "it is funded by the sitka foundation", "funding"),
        ({"requirements": [{"kind": "course", "text": "SOIL 100", "course": "SOIL 100"}]}, "there's no prereq", "you need soil 100", "requirements"),
        ({"requirements": [{"kind": "open", "text": "no prerequisites"}]}, "you need a degree", "there are no prerequisites", "requirements"),
        ({"requirements": [{"kind": "credential", "text": "Red Seal mechanic", "credential": "Red Seal"}]}, "it is open to any trade", "it is for red seal mechanics", "requirements"),
        ({"requirements": [{"kind": "subject", "text": "a Grade 11 math option", "subject": "math"}]}, "you don't need math", "you need math", "requirements"),
        ({"requirements": [{"kind": "other", "text": "not open to international applicants"}]}, "it welcomes international students", "it is not for international students", "requirements"),
        ({"requirements": [{"kind": "intended", "text": "band staff; others also welcome", "strength": "intended"}]}, "only band staff can take it", "anyone can take it", "requirements"),
    ],
)
def test_what_a_record_states_otherwise_is_contrary_and_what_it_states_is_not(facts: dict[str, Any], wrong: str, right: str, field: str) -> None:
    assert contrary_fields(record(**facts), fold(wrong)) == [field]
    assert contrary_fields(record(**facts), fold(right)) == []


@pytest.mark.parametrize("clause", ["it is 10 weeks", "it is free", "it is online", "it is held in nanaimo", "you need a degree", "it starts in march", "it is a diploma"])
def test_a_silent_record_contradicts_nothing(clause: str) -> None:
    assert contrary_fields(record(summary="Soil."), clause) == []


def test_what_the_learner_says_of_themselves_is_held_against_entry_and_credit_alone() -> None:
    facts: dict[str, Any] = {"duration": {"text": "30 weeks"}, "requirements": [{"kind": "course", "text": "SOIL 100", "course": "SOIL 100"}]}
    assert contrary_fields(record(**facts), "i have 3 weeks off", mine=True) == []
    assert contrary_fields(record(**facts), "i don't need soil 100", mine=True) == ["requirements"]


def test_what_is_taken_for_granted_and_not_stated_is_named() -> None:
    silent = record(summary="Soil.")
    assert unstated(silent, "it is free") == ["free"]
    assert unstated(silent, "it costs $500") == ["fee"]
    assert unstated(silent, "once i pass i'm certified", mine=True) == ["licence"]
    assert unstated(record(fee={"text": "$850", "amount": 850}), "it costs $500") == []
    assert unstated(silent, "i have $500", mine=True) == []


def test_a_sentence_that_denies_what_a_clause_affirms_is_found() -> None:
    optional = record(summary="Four courses with optional weekly live sessions.")
    assert denied_by(optional, "the weekly live sessions are mandatory") == "summary"
    assert denied_by(optional, "the weekly live sessions are optional") is None
    closed = record(notes=["not open to international applicants"])
    assert denied_by(closed, "it welcomes international people") == "notes"
    assert denied_by(closed, "it welcomes local people") is None
