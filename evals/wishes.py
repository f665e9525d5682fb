"""Wishes: whether an answer applied the filter that a case expects, and whether a record breaks one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from advisor.contract import AppliedFilter
from corpus.credential import Credential
from evals.case import ExpectedFilter

__all__ = ["breaks", "filter_found"]


def filter_found(wanted: ExpectedFilter, applied: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a filter is among those applied, each in its JSON form (``field``, ``op``, ``value``).

    Without an operator, ``eq`` with the same value or ``any`` with the value in its list will do. Text is compared
    without case. The JSON form is compared, so a number that is sent as text ("900") is no match for 900.
    """
    return any(item["field"] == wanted.field and _same(wanted, item["op"], item["value"]) for item in applied)


def _same(wanted: ExpectedFilter, op: str, value: Any) -> bool:
    if wanted.op is not None:
        return op == wanted.op and bool(_plain(value) == _plain(wanted.value))
    if op == "eq":
        return bool(_plain(value) == _plain(wanted.value))
    return op == "any" and isinstance(value, list) and _plain(wanted.value) in [_plain(item) for item in value]


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.strip().casefold()
    if isinstance(value, list | tuple):
        return sorted((_plain(item) for item in value), key=str)
    if isinstance(value, bool) or value is None:
        return str(value)  # so that True is not 1
    return float(value) if isinstance(value, int | float) else value


def breaks(record: Credential, applied: AppliedFilter) -> bool:
    """Whether the catalogue states something of a record that breaks a wish; what it does not state breaks nothing.

    Only the columns that can be read without judgement: delivery, credit, fee, hours.
    """
    op, value = applied.op, applied.value
    if applied.field == "delivery" and record.delivery is not None:
        return _breaks_delivery(record.delivery, op, value)
    if applied.field == "credit_bearing" and record.credit is not None and record.credit.bearing is not None:
        return {"eq": record.credit.bearing is not value, "not": record.credit.bearing is value}.get(op, False)
    if applied.field == "fee" and record.fee is not None and record.fee.covers in {None, "total", "tuition"}:
        return _breaks_limit(record.fee.amount, op, value)
    if applied.field == "hours" and record.duration is not None:
        return _breaks_limit(record.duration.hours, op, value)
    return False


def _breaks_delivery(delivery: str, op: str, value: Any) -> bool:
    if delivery == "multiple":
        return False
    if op == "not":
        return delivery in (value if isinstance(value, list | tuple) else [value])
    wanted = value if op == "any" and isinstance(value, list | tuple) else [value]
    return op in {"eq", "any"} and delivery not in wanted


def _breaks_limit(amount: Decimal | None, op: str, value: Any) -> bool:
    if amount is None or isinstance(value, bool):
        return False
    try:
        limit = Decimal(str(value))
    except ArithmeticError:
        return False
    return {"lte": amount > limit, "gte": amount < limit, "eq": amount != limit}.get(op, False)
