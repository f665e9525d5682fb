"""Of what was just found, which is stated to count toward what: told with its field, the rest said not to be stated."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from advisor.contract import Answer

Asking = Callable[..., Answer]


def test_a_field_that_some_lead_to_is_told_of_those_and_the_rest_are_not_stated(ask: Asking) -> None:
    answer = ask("vegetable or berry growing courses", "would it go toward an agriculture diploma")
    assert answer.credentials == ("ufv-berry-production-essentials", "ufv-field-vegetable-production-essentials")
    assert {item.id for item in answer.citations} >= {f"{name}#laddering" for name in answer.credentials}
    assert "viu-organic-vegetable-seed-production#laddering" in answer.unconfirmed
    assert "No way on" in answer.text


def test_a_field_that_nothing_leads_to_is_said_not_to_be_stated_with_who_can_tell(ask: Asking) -> None:
    answer = ask("anything in health care online", "would it count for nursing later??")
    assert (answer.status, answer.reason, answer.claims) == ("abstained", "not_stated", ())
    assert "“nursing”" in answer.text
    assert "can tell you" in answer.text


def test_what_leads_elsewhere_is_told_where_nothing_leads_there(ask: Asking) -> None:
    answer = ask("vegetable or berry growing courses", "do any of those count toward a nursing degree")
    assert answer.status == "partial"
    assert "elsewhere" in answer.text
    assert "Agriculture diploma" in answer.text


@pytest.mark.parametrize("last", ["does it ladder", "what does the second one lead to", "can i get into the first one"])
def test_a_question_of_one_of_them_is_about_that_one(ask: Asking, last: str) -> None:
    answer = ask("anything on wildfire", last)
    assert len({item.split("#")[0] for item in answer.unconfirmed} | set(answer.credentials)) <= 1
