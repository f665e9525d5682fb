"""Wishes that no offering can meet together: asked about, and not quietly settled for the learner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from advisor.understand.understanding import Filter

__all__ = ["clashing_wishes"]

_ONLINE = r"(?:online|remote(?:ly)?|virtual(?:ly)?|from home|leave (?:the |my |our )?(?:home|house|apartment))"
_THERE = r"(?:in[- ]?person|face[- ]to[- ]face|on[- ]campus|(?:in (?:a|the) )?(?:\w+ )?class ?room|in[- ]class)"
_WAYS = re.compile(rf"(?P<strict>\b(?:100 ?%|fully|all|totally|entirely|completely|purely|strictly|only|must be|has to be|have to be|needs to be|(?:can'?t|cannot|unable to)) )?(?:(?P<online>{_ONLINE})|(?P<there>{_THERE}))\b(?P<after>,? (?:only|every day|every week|all the time|throughout|the whole time))?")
_PACES = re.compile(r"(?P<own>\bself[- ]?paced\b|\b(?:my|own) own pace\b|\bat my own pace\b|\basynchronous\b|\bnothing live\b|\bno set times\b)|(?P<live>\blive (?:classes|class|sessions|teacher|instruct\w+|zoom)\b|(?<!a)\bsynchronous\b|\breal[- ]time\b)")
#: refuses what stands after it, or before it
_REFUSES = re.compile(r"(?:\b(?:not|no|never|without|hate|avoid|can'?t do|cannot do|don'?t (?:want|like|do)|rather than|instead of|anything but|nothing) (?:\w+ ){0,2})$")
_REFUSED = re.compile(r"[^.?!,;]{0,12}(?:(?:is|are|do|does|ca|wo|would|could)n'?t\b|\bnot\b|\bis out\b|\bno good\b|\bno way\b)")
#: between two ways it leaves a choice, or asks for some of each
_CHOICE = re.compile(r"\bor\b|/|\beither\b|\bmix\b|\bpart(?:ly|s)?\b|\bsome\b|\bboth\b|\bblend\w*|\bhybrid\b|\bnot\b|(?:is|are|do|does|ca|wo|would|could|should)n'?t\b|\binstead\b|\brather\b|\bthan\b|\btoo\b|\bas well\b|\balso (?:ok|fine)\b|\bfine\b|\bok(?:ay)?\b|\bweeks?\b|\bfield\b")


def clashing_wishes(text: str, wishes: Sequence[Filter]) -> tuple[str, str] | None:
    """The words of two wishes of a folded message that exclude each other, or None.

    >>> clashing_wishes("100% online but in person every day", ())
    ('100% online', 'in person every day')
    >>> clashing_wishes("online or in person", ()) is None
    True
    """
    for field in ("fee", "hours", "weeks"):
        most = [item for item in wishes if item.field == field and item.op == "lte"]
        least = [item for item in wishes if item.field == field and item.op == "gte"]
        for one in most:
            for other in least:
                if isinstance(one.value, Decimal) and isinstance(other.value, Decimal) and one.value < other.value and one.said != other.said:
                    return (one.said, other.said)
    return _two_ways(text) or _two_paces(text)


def _two_ways(text: str) -> tuple[str, str] | None:
    """Learning from afar and on the spot, where one of the two is all that will do."""
    found = [match for match in _WAYS.finditer(text) if not _REFUSES.search(text[: match.start()]) and not _REFUSED.match(text, match.end())]
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            if bool(one["online"]) == bool(other["online"]) or _CHOICE.search(text[one.end() : other.start()]):
                continue
            if any(item["strict"] or item["after"] for item in (one, other)):
                return (one[0].strip(), other[0].strip())
    return None


def _two_paces(text: str) -> tuple[str, str] | None:
    found = list(_PACES.finditer(text))
    for one, other in pairwise(found):
        if bool(one["own"]) != bool(other["own"]) and not _CHOICE.search(text[one.end() : other.start()]):
            return (one[0].strip(), other[0].strip())
    return None
