"""How each field reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.credential import Credential, Credit, Duration, Fee, Link
from corpus.fields import FIELDS, field_label, field_text, number_text
from corpus.numbers import numbers_in
from corpus.requirement import Requirement


def text(field: str, value: Any) -> str | None:
    return field_text(Credential.model_validate({"id": "a", "title": "T", "institution": "I", field: value}), field)


@pytest.mark.parametrize(
    ("field", "value", "reads"),
    [
        ("duration", Duration(hours=Decimal(60)), "60 hours"),
        ("duration", Duration(text="one term"), "one term"),
        ("duration", Duration(hours=Decimal(60), text="60-hour course"), "60-hour course"),
        ("duration", Duration(hours=Decimal(60), text="160 minutes"), "60 hours; 160 minutes"),
        ("duration", Duration(hours=Decimal(8), text="eight hours"), "eight hours"),
        ("duration", Duration(hours=Decimal("1200.50")), "1,200.5 hours"),
        ("credit", Credit(bearing=True, amount=Decimal("1.50"), unit="units"), "credit-bearing; 1.5 units"),
        ("credit", Credit(bearing=False), "non-credit"),
        ("credit", Credit(amount=Decimal(3)), "3 credits"),
        ("credit", Credit(), None),
        ("fee", Fee(amount=Decimal("799.41")), "$799.41"),
        ("fee", Fee(amount=Decimal(0)), "free"),
        ("fee", Fee(amount=Decimal(0), text="free in 2022"), "free in 2022"),
        ("fee", Fee(), None),
        ("delivery", "multiple", "multiple formats"),
        ("timing", "both", "both synchronous and asynchronous"),
        ("status", "past", "past"),
        ("status", "unknown", None),
        ("laddering", (Link(title="Diploma", institution="X", how="9 credits"), Link(title="B")), "Diploma (X): 9 credits\nB"),
        ("requirements", (Requirement(kind="age", text="19 or older", age_min=19),), "19 or older"),
        ("competencies", ("dig", "read"), "dig\nread"),
        ("competencies", (), None),
        ("summary", None, None),
    ],
)
def test_text(field: str, value: Any, reads: str | None) -> None:
    assert text(field, value) == reads


def test_labels_are_plain_words() -> None:
    assert field_label("start_dates") == "start dates"
    assert all("_" not in label for label, _ in FIELDS.values())


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("title", "T") and field_text(Credential(id="a", title="T", institution="I"), "price")


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_a_number_reads_as_what_it_is(value: Decimal) -> None:
    assert numbers_in(number_text(value)) == [value]
    assert not number_text(value).endswith((".", ".0"))


@given(st.decimals(min_value=1, max_value=9999, places=1), st.text(max_size=30))
def test_stated_hours_are_always_in_the_text(hours: Decimal, words: str) -> None:
    assert hours in numbers_in(text("duration", Duration(hours=hours, text=words)) or "")
