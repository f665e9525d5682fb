"""The gate that computes findings again."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from advisor.compose.builder import AnswerBuilder
from advisor.contract import Finding
from advisor.reason.totals import total
from advisor.verify.arithmetic import check_working
from corpus.catalogue import Catalogue
from corpus.credential import Credential, Duration, Fee

AMOUNTS = st.one_of(st.none(), st.decimals(min_value=1, max_value=9999, places=2))


def record(name: str, fee: Decimal | None, hours: Decimal | None = None) -> Credential:
    return Credential(
        id=name,
        title=name.title(),
        institution="Tarn",
        fee=None if fee is None else Fee(amount=fee, covers="total"),
        duration=None if hours is None else Duration(hours=hours),
    )


@given(st.lists(AMOUNTS, min_size=1, max_size=6))
def test_a_true_sum_passes_and_any_other_fails(fees: list[Decimal | None]) -> None:
    catalogue = Catalogue(records=[record(f"r{place}", fee) for place, fee in enumerate(fees)], institutions=[], sections=[])
    evidence = [item for entry in catalogue if (item := catalogue.field_evidence(entry, "fee"))]
    working = {"totals": [total(catalogue, "fee").working]}
    assert check_working(working, evidence) is None
    wrong = {"totals": [{**working["totals"][0], "known": str(Decimal(working["totals"][0]["known"]) + 1)}]}
    assert check_working(wrong, evidence) is not None


@given(st.decimals(min_value=0, max_value=200, places=1), st.lists(st.decimals(min_value=1, max_value=200, places=1), max_size=3))
def test_what_an_award_adds_to_its_parts_is_worked_out_again(own: Decimal, parts: list[Decimal]) -> None:
    award = record("award", None, own)
    members = [record(f"p{place}", None, hours) for place, hours in enumerate(parts)]
    working = total([*members, award], "hours", made_of={"award": members}).working
    assert check_working(working, []) is None
    working["terms"][-1]["beyond"]["left"] = "-1"
    assert check_working(working, []) is not None


def test_a_term_that_its_field_does_not_state_is_kept_back() -> None:
    catalogue = Catalogue(records=[record("soil", Decimal(800))], institutions=[], sections=[])
    evidence = catalogue.evidence("soil#fee")
    working = {"measure": "fee", "known": "900", "terms": [{"record": "soil", "field": "fee", "value": "900"}], "unknown": []}
    builder = AnswerBuilder()
    builder.finding(Finding(id="f", kind="sum", working=working))
    assert not builder.say("The fee stated is $900.", [evidence], finding="f", working=[Decimal(900)])
    assert builder.dropped[0].failure.gate == "arithmetic"
    assert not builder.say("The fee stated is $800.", [evidence], finding="g", working=[Decimal(800)])


def test_remainders_least_ones_and_stacks() -> None:
    terms = [{"record": "a", "field": "fee", "value": "5"}, {"record": "b", "field": "fee", "value": "7"}, {"record": "c", "field": "fee", "value": None}]
    assert check_working({"whole": "30", "counted": "12", "left": "18"}, []) is None
    assert check_working({"whole": "30", "counted": "12", "left": "17"}, []) is not None
    assert check_working({"terms": terms, "least": ["a"], "difference": "2"}, []) is None
    assert check_working({"terms": terms, "least": ["b"], "difference": "2"}, []) is not None
    assert check_working({"terms": terms, "least": ["a"], "difference": "3"}, []) is not None
    assert check_working({"terms": terms, "most": ["b"], "difference": "2"}, []) is None
    assert check_working({"terms": terms, "most": ["a"], "difference": "2"}, []) is not None
    starts = [{"record": "a", "field": "start_dates", "value": "2027-01-02"}, {"record": "b", "field": "start_dates", "value": "2026-11-01"}]
    assert check_working({"terms": starts, "least": ["b"], "difference": None}, []) is None
    assert check_working({"terms": starts, "least": ["a"], "difference": None}, []) is not None
    assert check_working({"needed": 3, "members": ["a", "b"], "held": ["a", "z"], "more": 2}, []) is None
    assert check_working({"needed": 3, "members": ["a", "b"], "held": ["a"], "more": 1}, []) is not None


def test_a_number_that_the_working_does_not_hold_may_not_be_used() -> None:
    assert check_working({"whole": "30", "counted": "12", "left": "18"}, [], used=[Decimal(18)]) is None
    assert check_working({"whole": "30", "counted": "12", "left": "18"}, [], used=[Decimal(19)]) is not None


def test_nobody_appears_to_meet_a_rule_that_is_not_met() -> None:
    step = {"stated": "Grade 12", "strength": "required", "alternative": None, "condition": None, "verdict": "not_met"}
    assert check_working({"overall": "appears_to_meet", "steps": [step]}, []) is not None
    assert check_working({"overall": "does_not_meet", "steps": [step]}, []) is None
