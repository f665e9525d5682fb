"""What a message takes for granted about a named offering, held against its record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.compose.context import Outcome, Turn
from advisor.compose.phrases import sentence
from advisor.messages import say
from corpus.credential import Credential
from corpus.fields import field_text
from corpus.folding import fold
from corpus.numbers import number_pattern, numbers_in, parse_number

__all__ = ["correct_premises", "premise_of"]

_LEAD = re.compile(
    r"\b(?:since|because|cause|cuz|given(?: that)?|seeing (?:as|that)|now that|knowing (?:that)?|as(?= (?:it|its|it's|the|this|that|they|you|your|tuition|admission)\b)|considering)\s+(?=\w)|\b(?:i (?:heard|read|was told|know|saw|understand|thought|think|assume|see)|they (?:said|told me|say)|(?:my|the|a) \w+ (?:said|says|told (?:me|us)|claims?)|(?:everyone|someone|somebody|people) (?:said|says|knows)|apparently|supposedly|it says|city hall said|word is)(?: that)?\b"
    r"|\b(?:right|correct|isn'?t it|aren'?t they|doesn'?t it|don'?t they|yes)\s*\?"
)
_SINCE_TIME = re.compile(r"\bsince (?:19|20)\d\d|\bsince (?:i|we|he|she|they|my|last|then)\b|\bas (?:a|an|well|soon|long|much|many|far|if|though|of|i|we)\b")


@dataclass(frozen=True)
class _Assertion:
    field: str
    wrong: bool


def correct_premises(turn: Turn) -> Outcome | None:
    """State what the record says where the message takes the contrary for granted; None when nothing is wrong."""
    requests = [request for request in turn.understanding.requests if request.records]
    if not requests:
        return None
    plain = fold(turn.understanding.standalone)
    record = turn.catalogue.record(requests[0].records[0])
    if len(requests[0].records) > 1:
        return None
    premise = premise_of(plain)
    if premise is None:
        return None
    wrong = _contradicted(record, premise)
    if not wrong:
        return None
    turn.builder.frame(say("premise"))
    said = 0
    for name in wrong:
        evidence = turn.catalogue.field_evidence(record, name)
        text = sentence(record, name, record.title)
        if evidence and text and turn.builder.say(text, [evidence]):
            said += 1
    if not said:
        turn.builder.drop_paragraph()
        return None
    turn.builder.end_paragraph()
    return Outcome("answered", "false_premise", focus=(record.id,))


def premise_of(plain: str) -> str | None:
    """The stretch of a folded message that takes something for granted."""
    cleaned = _SINCE_TIME.sub(lambda match: " " * len(match[0]), plain)
    match = _LEAD.search(cleaned)
    if match is None:
        return None
    if match[0].rstrip().endswith("?"):
        start = max(plain.rfind(mark, 0, match.start()) for mark in ".!?\n;") + 1
        return plain[start : match.start()]
    rest = plain[match.end() :]
    end = re.search(r"[.?!\n]|,\s*(?=(?:can|could|how|when|what|where|do|does|is|are|who|which|so|should|will|would)\b)", rest)
    return rest[: end.start()] if end else rest


def _contradicted(record: Credential, premise: str) -> list[str]:
    """Fields that the premise asserts otherwise than the record states."""
    checks = {
        "credit": _credit,
        "fee": _fee,
        "delivery": _delivery,
        "duration": _duration,
        "status": _status,
        "timing": _timing,
    }
    return [name for name, check in checks.items() if field_text(record, name) and check(record, premise)]


def _credit(record: Credential, premise: str) -> bool:
    credit = record.credit
    if credit is None:
        return False
    if credit.bearing is False:
        return bool(re.search(r"\bcredits?\b", premise)) and not re.search(r"\b(?:non-?|no |not (?:for )?|without )credit", premise)
    if credit.bearing and re.search(r"\bnon-?credit\b|\bno credits?\b|\bnot (?:for )?credit", premise):
        return True
    stated = re.search(rf"({number_pattern}) (?:\w+ )?(?:credits?|units?)\b", premise)
    return bool(stated and credit.amount is not None and parse_number(stated[1]) != credit.amount)


def _fee(record: Credential, premise: str) -> bool:
    text = field_text(record, "fee") or ""
    amounts = re.findall(r"\$\s?([\d,]+(?:\.\d+)?)", premise)
    if amounts:
        known = set(numbers_in(text))
        return any(parse_number(amount.rstrip(",")) not in known for amount in amounts)
    free = re.search(r"\b(?:is|are|it'?s|being|was) (?:now |totally |completely )?(?:free|waived|no cost)\b|\bno tuition\b", premise)
    return bool(free and record.fee and record.fee.amount)


def _delivery(record: Credential, premise: str) -> bool:
    if record.delivery in {None, "multiple"}:
        return False
    asserted = {
        "online": r"\b(?:fully |all |100% )?online\b|\bfrom home\b|\bself[- ]paced online",
        "in-person": r"\bin[- ]person\b|\bon campus\b|\bface[- ]to[- ]face\b|\bin a classroom\b",
        "blended": r"\bblended\b|\bhybrid\b",
    }
    found = {name for name, pattern in asserted.items() if re.search(pattern, premise)}
    return bool(found) and record.delivery not in found


def _duration(record: Credential, premise: str) -> bool:
    text = field_text(record, "duration") or ""
    known = set(numbers_in(text))
    for amount, unit in re.findall(rf"\b({number_pattern})[\s-](hour|week|month|year|day|semester|course)s?\b", premise):
        if re.search(rf"\b{unit}s?\b", fold(text)) and parse_number(amount) not in known:
            return True
    return False


def _timing(record: Credential, premise: str) -> bool:
    if record.timing == "synchronous":
        return bool(re.search(r"\bself[- ]paced\b|\b(?<!a)asynchronous\b|\bown (?:pace|time|schedule)\b|\bnothing live\b|\bno live\b", premise))
    return record.timing == "asynchronous" and bool(re.search(r"\blive (?:class|session|zoom)|(?<!a)\bsynchronous\b", premise))


def _status(record: Credential, premise: str) -> bool:
    return record.status in {"past", "proposed"} and bool(re.search(r"\b(?:running|runs|offered|open|available|started|starts|starting|on now|happening|going|taking (?:applications|students)|enroll?ing)\b", premise))
