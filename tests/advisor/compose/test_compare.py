"""Offerings side by side: a citation a cell, "not stated" visible, what differs first."""

from __future__ import annotations

from collections.abc import Callable

from advisor.compose.compare import compose_compare
from advisor.compose.context import Turn
from advisor.contract import Answer, Table
from advisor.understand.understanding import Request
from evals.parts import part_faults


def compared(turn: Turn, *fields: str) -> tuple[Answer, str]:
    ids = tuple(turn.catalogue.records)
    outcome = compose_compare(turn, Request(intent="compare", text="", records=ids, fields=fields))
    answer = turn.builder.build(question="", standalone="", status=outcome.status, reason=outcome.reason)
    assert part_faults(answer) == []
    return answer, outcome.status


def table(answer: Answer) -> Table:
    return next(part for part in answer.parts if isinstance(part, Table))


def test_what_differs_comes_first_and_what_is_not_stated_shows(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over({"delivery": "online", "type": "badge", "assessment": "a quiz"}, {"delivery": "in-person", "type": "badge"})
    answer, status = compared(turn)
    assert status == "answered"
    rows = table(answer).rows
    assert [(row.field, row.differs) for row in rows] == [("delivery", True), ("assessment", True), ("type", False)]
    cells = [[answer.claims[cell.claim].text if cell.claim is not None else cell.frame for cell in row.cells] for row in rows]
    assert cells == [["online", "in-person"], ["a quiz", "not stated"], ["badge", "badge"]]
    assert table(answer).ids == ("r0", "r1")
    assert all(claim.citations for claim in answer.claims)
    assert len({claim.citations for claim in answer.claims}) == len(answer.claims)


def test_what_was_asked_is_answered_of_each_by_name_and_left_out_of_the_table(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over({"location": "Merritt", "type": "badge"}, {"location": "Duncan", "type": "badge"})
    answer, _ = compared(turn, "location")
    assert [claim.text for claim in answer.claims[:2]] == ["For Title A, the place given is Merritt.", "For Title B, the place given is Duncan."]
    assert "location" not in [row.field for row in table(answer).rows]


def test_what_one_lacks_makes_it_partial_and_is_named(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over({"fee": {"text": "$450"}}, {"delivery": "online"})
    answer, status = compared(turn, "fee")
    assert status == "partial"
    assert answer.unconfirmed == ("r1#fee",)
    assert "does not state the fee for Title B" in answer.text


def test_the_same_title_at_two_places_is_told_apart(turn_over: Callable[..., Turn]) -> None:
    turn = turn_over({"title": "Carving", "delivery": "online"}, {"title": "Carving", "institution": "Brack", "delivery": "online"})
    answer, _ = compared(turn, "delivery")
    assert [claim.text for claim in answer.claims[:2]] == ["Carving at Tarn College is online.", "Carving at Brack is online."]


def test_nothing_stated_is_no_answer(turn_over: Callable[..., Turn]) -> None:
    answer, status = compared(turn_over({}, {}))
    assert status == "abstained"
    assert answer.claims == ()


def test_at_most_five_are_compared(turn_over: Callable[..., Turn]) -> None:
    answer, _ = compared(turn_over(*({"delivery": "online"} for _ in range(7))))
    assert len(table(answer).ids) == 5
