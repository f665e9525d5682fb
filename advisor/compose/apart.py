"""What stands beside the answer: a clause that is outside, one that a person must see to, and a promise asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.compose.context import Outcome, Turn
from advisor.compose.fact import say_contact
from advisor.compose.phrases import sentence
from advisor.compose.small_talk import needs_person
from advisor.messages import say
from advisor.reason.clash import speaks_of_outcome
from advisor.understand.understanding import Apart
from corpus.credential import Credential
from corpus.fields import field_text
from corpus.folding import fold

__all__ = ["may_repeat", "meet_apart"]

#: a longer clause is more than a question, and is not said back
_SHORT = 12
_WORK = re.compile(r"\b(?:jobs?|work|working|hired|hire|employ\w*|career|earn\w*|raise|promotion|wages?|salary|paid|pay)\b")
_PROMISES = re.compile(r"\bguarantee\w*|\bpromis\w+|\bassur(?:e|es|ed)\b|\bdepend(?:s|ing)? on\b|\breserved\b")
_SURELY = re.compile(r"\bguarantee\w*|\bpromis\w+")
#: fields whose own words may speak of a promise, those that say how one goes on first
_FIELDS = ("next_steps", "notes", "requirements", "laddering", "duration", "summary", "indigenous_focus", "assessment", "recognition", "transfer", "plar", "supports", "funding", "need", "purpose", "quality_assurance")


def meet_apart(turn: Turn, apart: Sequence[Apart], outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Meet each clause that was set apart, after the answer to the rest.

    :returns: what came of them; nothing where the rest itself came to no answer and says so.
    """
    answered = any(outcome.status in {"answered", "partial"} for outcome in outcomes)
    found: list[Outcome] = []
    turn.builder.end_paragraph()
    for item in apart:
        if item.kind == "outside":
            turn.builder.frame(say("outside_beside", clause=item.text.strip(" ?.!,;:")) if may_repeat(item.text) else say("outside_beside_some"))
            turn.builder.end_paragraph()
            found += [Outcome("abstained", "out_of_scope")] if answered or any(outcome.reason == "not_in_catalogue" for outcome in outcomes) else []
        elif item.kind == "promise":
            found.append(_meet_promise(turn, item, outcomes))
    if any(item.kind == "person" for item in apart):
        found.append(needs_person(turn))
    return found


def may_repeat(clause: str) -> bool:
    """Whether a clause of a message can be said back: it is short, and holds no amount, address or markup."""
    return len(clause.split()) <= _SHORT and not re.search(r"[\d\[\]{}<>|@#$]|https?:", clause)


def _meet_promise(turn: Turn, item: Apart, outcomes: Sequence[Outcome]) -> Outcome:
    """What the record says of a promise, in its own words; and that none can be given where it says nothing."""
    focus = [name for outcome in outcomes for name in outcome.focus] or list(turn.conversation.focus[:1])
    record = turn.catalogue.records.get(focus[0]) if focus else None
    plain = fold(item.text)
    said = bool(record and _say_stated(turn, record, plain))
    work = bool(_WORK.search(plain))
    if work:
        turn.builder.frame(say("no_job_promise"))
    if record and not said:
        turn.builder.frame(say("promise_unstated", title=record.title))
        say_contact(turn, record)
    elif not record and not work:
        turn.builder.frame(say("no_promise"))
    turn.builder.end_paragraph()
    if record and said and not work:
        return Outcome("answered", focus=(record.id,))
    return Outcome("abstained", "needs_person", focus=(record.id,) if record else ())


def _say_stated(turn: Turn, record: Credential, plain: str) -> bool:
    """State the field that speaks of the promise, or of the work, licence or seat that is hoped for."""
    texts = {name: fold(field_text(record, name) or "") for name in _FIELDS}
    name = next((name for name in texts if _SURELY.search(texts[name])), None) or speaks_of_outcome(record, plain)
    name = name or next((name for name in texts if _PROMISES.search(texts[name]) and not _WORK.search(plain)), None)
    evidence = turn.catalogue.field_evidence(record, name) if name else None
    if not (name and evidence):
        return False
    if any(citation.id == evidence.id for citation in turn.builder.citations):
        return True
    text = sentence(record, name, record.title)
    return bool(text and turn.builder.say(text, [evidence]))
