"""Each clause of a message has an act of its own: it asks, or wants what is outside, what a person must do, or a promise.

Only an act that all its asking clauses share is the message's. Beside a clause that asks for what can be answered, the
others are set apart: the rest is read as if it had been sent alone, and what stood beside it is met in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from advisor.understand.acts import asks_for_a_person, asks_for_a_task, asks_for_an_errand, insults
from advisor.understand.intents import ASKS_FOR_OFFERINGS, FIND
from advisor.understand.names import NameIndex
from advisor.understand.outside import asks_outside, trouble_outside
from advisor.understand.promises import asks_for_a_promise
from advisor.understand.question_words import JOIN, OPENING, VERB, WHO
from advisor.understand.text import sentences
from advisor.understand.understanding import Apart
from corpus.catalogue import Catalogue
from corpus.folding import fold

__all__ = ["Parted", "part", "with_name"]

#: ``wish``: it looks for offerings without asking; ``mention``: it tells of something outside, and wants nothing of it
ClauseAct = Literal["ask", "wish", "outside", "mention", "person", "promise", "insult", "told"]

_QUESTION = r"(?:how(?:s|'s)?|what(?:s|'s)?|when(?:s|'s)?|where(?:s|'s)?|who(?:s|'s)?|which|why)"
#: how a clause begins that wants something done
_WANTS = (
    r"(?:write|proofread|edit|translate|draw|fix|solve|summari[sz]e|book|order|recommend|suggest|check|cancel|refund|change|move|send|resend|hold|reserve|save|register|enrol|enroll|sign|put|withdraw|give|get|tell|find|promise|"
    r"guarantee|sing|help|let me know|make sure|i want|i need|i'd like|i asked)\b"
)
_ASIDE = r"(?:also |then |now |please |pls |maybe |just )*"
_CUT = re.compile(rf"{JOIN}(?={_ASIDE}(?:{_QUESTION}\b|{VERB} (?:{WHO}|[\w'-]+ ){{1,2}}|am i\b|{_WANTS}))|(?<!you)\s+(?=(?:also|please|pls) (?:{VERB} {WHO}|{_WANTS}))")
_ASKS = re.compile(rf"\?|{OPENING}{_ASIDE}(?:(?:{_QUESTION}|is|are|was|were|do|does|did|will|has|am)\b|{VERB} {WHO}\b)|\b(?:tell me|let me know|i asked|want to know|need to know|wondering|curious)\b")
#: wants something done, as against what is told or asked of others
_REQUESTS = re.compile(rf"{OPENING}{_ASIDE}(?:(?:can|could|would|will) (?:you|u)\b|{_WANTS})|\b(?:please|pls)\b")
#: only points at what stood before it
_POINTS_ONLY = re.compile(
    rf"{OPENING}{_ASIDE}(?:(?:what(?:'?s| is| could be)?(?: wrong with)?|is|could|can|should|how (?:do|can|should) i (?:fix|treat|stop)) (?:it|this|that|i (?:do|take))|who(?:'?s| is)? (?:good|best|cheap\w*|open)"
    rf"|(?:(?:can|could|would|will) (?:you|someone|anyone) )?(?:please |pls )?(?:do|sort|fix|arrange|handle|help with|look into|undo|change) (?:it|this|that)(?: out)?)(?: \w+)?\W*$"
)


@dataclass(frozen=True)
class Clause:
    """A stretch of a message with its act."""

    start: int
    end: int
    text: str
    act: ClauseAct
    sentence: int


@dataclass(frozen=True)
class Parted:
    """What is left to read of a message, what stood beside it, and the act that all of it shares, where it has one."""

    rest: str
    apart: tuple[Apart, ...] = ()
    whole: Literal["outside", "person"] | None = None


def part(text: str) -> Parted:
    """Tell what a message asks of us from what it asks beside that.

    >>> found = part("how long is the farrier course, and can you write my cover letter")
    >>> found.rest, [(item.kind, item.text) for item in found.apart]
    ('how long is the farrier course', [('outside', 'can you write my cover letter')])
    >>> part("who will win the game tonight").whole
    'outside'
    """
    clauses = _clauses(text)
    acts = {clause.act for clause in clauses} - {"told"}
    aside = [clause for clause in clauses if clause.act in _ASIDE_ACTS]
    if "ask" not in acts and not ("wish" in acts and not acts & {"person"}):
        return Parted(text, whole="outside" if acts and acts <= {"outside", "mention"} else "person" if "person" in acts and acts <= {"person", "wish"} else None)
    if not aside:
        return Parted(text)
    rest = _without(text, clauses, aside)
    return Parted(rest, tuple(Apart.model_validate({"kind": clause.act, "text": clause.text}) for clause in aside)) if rest else Parted(text)


#: how surely words name an offering
_NAMED = 0.42
#: the same beside its institution
_WITH_INSTITUTION = 0.30
#: acts of a clause that is met beside the answer to the others
_ASIDE_ACTS = frozenset({"outside", "person", "promise", "insult"})


def _clauses(text: str) -> list[Clause]:
    found: list[Clause] = []
    position = 0
    for number, sentence in enumerate(sentences(text)):
        start = max(text.find(sentence, position), position)
        position = start + len(sentence)
        plain = fold(sentence)
        cuts = [(match.start(), match.end()) for match in _CUT.finditer(plain)] if len(plain) == len(sentence) else []
        before = 0
        for cut, after in [*cuts, (len(sentence), len(sentence))]:
            stretch = sentence[before:cut]
            if re.search(r"\w", stretch):
                found.append(Clause(start + before, start + cut, stretch.strip(), _act(fold(stretch)), number))
            before = after
    led: list[Clause] = []
    for clause in _in_trouble(found):
        led.append(_led(clause, led))
    return led


def _led(clause: Clause, before: Sequence[Clause]) -> Clause:
    """A clause that only points has the act of the clause that it points at: "paid twice, can you sort it out"."""
    if before and clause.act == "ask" and before[-1].act in {"outside", "person"} and _POINTS_ONLY.search(fold(clause.text)):
        return replace(clause, act=before[-1].act)
    return clause


def _act(plain: str) -> ClauseAct:
    asks = bool(_ASKS.search(plain))
    if insults(plain) and not asks:
        return "insult"
    wants = asks or bool(_REQUESTS.search(plain))
    if asks_for_a_task(plain) or asks_outside(plain):
        return "outside" if wants else "mention"
    if asks_for_a_promise(plain):
        return "promise"
    if asks_for_an_errand(plain) or (asks_for_a_person(plain) and bool(_REQUESTS.search(plain))):
        return "person"
    return "ask" if asks else "wish" if FIND.search(plain) or ASKS_FOR_OFFERINGS.search(plain) else "told"


def _in_trouble(clauses: list[Clause]) -> list[Clause]:
    """An ailment or a breakdown that is told before a question which only points is as far outside as the question."""
    ill = [trouble_outside(fold(clause.text)) for clause in clauses]
    after = [*clauses[1:], None][: len(clauses)]
    return [
        replace(clause, act="outside") if sick and clause.act in {"told", "ask"} and ("?" in clause.text or (follows and _POINTS_ONLY.search(fold(follows.text)))) else clause
        for clause, sick, follows in zip(clauses, ill, after, strict=True)
    ]


def _without(text: str, clauses: Sequence[Clause], aside: Sequence[Clause]) -> str:
    """What is left of a text without some of its clauses, each sentence with its stop."""
    kept = ""
    ended = 0
    for clause in clauses:
        if clause not in aside:
            between = text[ended : clause.start] if kept and ended and not any(ended <= item.start < clause.start for item in aside) else " "
            kept += f"{between}{text[clause.start : clause.end]}"
            ended = clause.end
    return kept.strip(" ,;:\n")


def with_name(rest: str, apart: Sequence[Apart], names: NameIndex, catalogue: Catalogue) -> str:
    """What is left of a message, with the offering that only a clause set apart names put before it."""
    best = names.scores(rest)[:1] if apart else ()
    if best and best[0].value >= _NAMED:
        beside = [found for item in apart if item.kind != "outside" for found in names.institutions_in(item.text)]
        return f"{beside[0].said}: {rest}" if beside and not names.institutions_in(rest) else rest
    for item in apart:
        families = [names.family(found.name) for found in names.institutions_in(item.text)]
        there = {record.id for record in catalogue if any(record.institution in family for family in families)}
        named = names.scores(item.text, within=there or None) if item.kind != "outside" else []
        if named and (named[0].value >= (_WITH_INSTITUTION if there else _NAMED) or (there and len(named) == 1)):
            record = catalogue.record(named[0].record)
            return f"{record.title}, {record.institution}: {rest}"
    return rest
