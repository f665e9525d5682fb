"""A wish against a record is met, broken or not stated; what is not stated is never a no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from advisor.find.wish_check import check_wishes
from advisor.understand.understanding import Filter
from corpus.catalogue import Catalogue
from corpus.credential import Credential, Credit, Duration, Fee
from corpus.institution import Institution

NEXT_YEAR = date.today().year + 1  # noqa: DTZ011 - the learner's own day, as the check sees it


def wish(field: str, value: Any, op: str = "eq") -> Filter:
    return Filter(field=field, op=op, value=value, said="said")  # type: ignore[arg-type]


def verdict(wished: Filter, **facts: Any) -> str:
    record = Credential(**{"id": "soil", "title": "Soil Care", "institution": "Tarn North", **facts})
    catalogue = Catalogue(records=[record], institutions=[Institution(name="Tarn"), Institution(name="Tarn North", parent="Tarn")], sections=[])
    checked = check_wishes(catalogue, record, [wished])
    (found,) = [name for name in ("met", "broken", "not_stated") if getattr(checked, name)]
    return found


ONLINE, FREE = wish("delivery", "online"), wish("fee", Decimal(0), "lte")


@pytest.mark.parametrize(
    ("wished", "facts", "expected"),
    [
        # delivery
        (ONLINE, {"delivery": "online"}, "met"),
        (ONLINE, {"delivery": "in-person"}, "broken"),
        (ONLINE, {"delivery": "blended"}, "broken"),
        (ONLINE, {"delivery": "multiple", "location": "online or in person"}, "met"),
        (ONLINE, {"delivery": "multiple"}, "not_stated"),
        (wish("delivery", ("online", "blended"), "any"), {"delivery": "blended"}, "met"),
        (wish("delivery", "online", "not"), {"delivery": "online"}, "broken"),
        (wish("delivery", "online", "not"), {"delivery": "in-person"}, "met"),
        (wish("delivery", "online", "not"), {"delivery": "multiple"}, "not_stated"),
        # timing and schedule
        (wish("timing", "asynchronous"), {"timing": "asynchronous"}, "met"),
        (wish("timing", "asynchronous"), {"timing": "synchronous"}, "broken"),
        (wish("timing", "asynchronous"), {"timing": "both"}, "broken"),
        (wish("schedule", "evening"), {"duration": Duration(text="ten weeks of evenings")}, "met"),
        (wish("schedule", "evening"), {"timing": "asynchronous"}, "met"),
        (wish("schedule", "weekend"), {"duration": Duration(text="ten weeks of evenings")}, "not_stated"),
        (wish("schedule", "weekend", "not"), {"duration": Duration(text="two weekends")}, "broken"),
        # credit
        (wish("credit_bearing", True), {"credit": Credit(bearing=True)}, "met"),
        (wish("credit_bearing", True), {"credit": Credit(bearing=False)}, "broken"),
        (wish("credit_bearing", False), {"credit": Credit(bearing=True)}, "broken"),
        (wish("credit_bearing", True), {"credit": Credit(amount=Decimal(3))}, "met"),
        (wish("credit_bearing", False), {"credit": Credit(amount=Decimal(3))}, "not_stated"),
        # fee
        (wish("fee", Decimal(500), "lte"), {"fee": Fee(amount=Decimal(500), covers="total")}, "met"),
        (wish("fee", Decimal(500), "lte"), {"fee": Fee(amount=Decimal(501), covers="tuition")}, "broken"),
        (wish("fee", Decimal(500), "gte"), {"fee": Fee(amount=Decimal(400), covers="total")}, "broken"),
        (wish("fee", Decimal(500), "lte"), {"fee": Fee(amount=Decimal(100), covers="per-credit")}, "not_stated"),
        (wish("fee", Decimal(500), "lte"), {"fee": Fee(text="paid by the employer")}, "not_stated"),
        (FREE, {"fee": Fee(amount=Decimal(0), covers="total")}, "met"),
        (FREE, {"fee": Fee(amount=Decimal(10), covers="total")}, "broken"),
        (wish("fee", "low", "near"), {"fee": Fee(amount=Decimal(9000), covers="total")}, "not_stated"),
        (wish("fee", "low", "near"), {"fee": Fee(amount=Decimal(90), covers="total")}, "met"),
        # length
        (wish("hours", Decimal(40), "lte"), {"duration": Duration(hours=Decimal(40))}, "met"),
        (wish("hours", Decimal(40), "lte"), {"duration": Duration(text="about 60 hours over 8 weeks")}, "broken"),
        (wish("hours", Decimal(40), "lte"), {"duration": Duration(text="8 weeks")}, "not_stated"),
        (wish("weeks", Decimal(8), "lte"), {"duration": Duration(text="60 hours over eight weeks")}, "met"),
        (wish("weeks", Decimal(8), "lte"), {"duration": Duration(text="six months")}, "broken"),
        (wish("weeks", Decimal(26), "lte"), {"duration": Duration(text="six months")}, "met"),
        # places
        (wish("place", "nanaimo", "near"), {"location": "Nanaimo"}, "met"),
        (wish("place", "nanaimo", "near"), {"location": "Fort St. John"}, "broken"),
        (wish("place", ("fort-st-john", "nanaimo"), "near"), {"location": "Nanaimo campus"}, "met"),
        (wish("place", "nanaimo", "near"), {"delivery": "online"}, "met"),
        (wish("place", "nanaimo", "near"), {"region": "Northeast"}, "broken"),
        (wish("place", "nanaimo", "not"), {"location": "Nanaimo"}, "broken"),
        (wish("region", "Kootenay"), {"location": "Nelson"}, "met"),
        (wish("region", "Kootenay"), {"location": "Terrace", "region": "Kootenay"}, "broken"),
        (wish("region", ("Kootenay", "Cariboo"), "any"), {"region": "Cariboo"}, "met"),
        (wish("region", "Kootenay"), {"region": "online / province-wide"}, "not_stated"),
        # the rest
        (wish("indigenous_focus", True), {"indigenous_focus": "designed with Elders"}, "met"),
        (wish("community_delivery", True), {"location": "in First Nations communities"}, "met"),
        (wish("type", "micro"), {"type": "micro-credential"}, "met"),
        (wish("type", "micro"), {"type": "certificate"}, "broken"),
        (wish("type", "diploma"), {"type": "advanced diploma"}, "met"),
        (wish("start", "september"), {"start_dates": (f"14 September {NEXT_YEAR}",)}, "met"),
        (wish("start", "september"), {"start_dates": ("14 September 2019",)}, "not_stated"),
        (wish("institution", "Tarn"), {}, "met"),
        (wish("institution", "Tarn North"), {}, "met"),
        (wish("institution", "Brack"), {}, "broken"),
        (wish("institution", ("Brack", "Tarn"), "any"), {}, "met"),
        (wish("institution", "Brack", "not"), {}, "met"),
        (wish("institution", "Tarn", "not"), {}, "broken"),
    ],
)  # fmt: skip
def test_verdicts(wished: Filter, facts: dict[str, Any], expected: str) -> None:
    assert verdict(wished, **facts) == expected


@pytest.mark.parametrize("op", ["eq", "not"])
@pytest.mark.parametrize(
    "wished",
    [
        ("delivery", "online"), ("timing", "asynchronous"), ("schedule", "evening"), ("credit_bearing", True), ("credit_bearing", False), ("fee", Decimal(0)), ("hours", Decimal(10)),
        ("weeks", Decimal(2)), ("region", "Kootenay"), ("place", "nanaimo"), ("indigenous_focus", True), ("community_delivery", True), ("type", "micro"), ("start", "may"), ("shoe_size", 9),
    ],
)  # fmt: skip
def test_what_a_record_does_not_state_is_neither_yes_nor_no(wished: tuple[str, Any], op: str) -> None:
    assert verdict(wish(wished[0], wished[1], op)) == "not_stated"


def test_wishes_are_sorted_each_by_itself() -> None:
    record = Credential(id="soil", title="Soil", institution="Tarn", delivery="online", fee=Fee(amount=Decimal(900), covers="total"))
    catalogue = Catalogue(records=[record], institutions=[], sections=[])
    checked = check_wishes(catalogue, record, [ONLINE, FREE, wish("timing", "asynchronous")])
    assert [[item.field for item in group] for group in (checked.met, checked.broken, checked.not_stated)] == [["delivery"], ["fee"], ["timing"]]
