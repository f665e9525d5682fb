"""Kinds of work beside offerings: a help in ranking, with its working shown and no job promised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.compose.context import Outcome, Turn
from advisor.compose.find import compose_find
from advisor.compose.phrases import list_words
from advisor.contract import Cards, Finding
from advisor.messages import say
from advisor.reason.outcomes import Outcomes, Relevance
from advisor.understand.text import stem, tokens
from advisor.understand.understanding import Request
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence
from corpus.folding import fold

__all__ = ["asks_to_become", "compose_becomes", "say_related_work"]

#: a wish to do a kind of work, as opposed to a wish to learn something
_BECOME = re.compile(r"\b(?:become|becoming|became|be|work(?:ing)? as|job as|jobs as|career as|train as|retrain as|qualify as|get hired as)\b(?= (?:an?|the|some kind of)\b)")
_FIELDS = ("title", "competencies", "subject", "purpose", "summary")
_MOST_TOLD = 3
#: a kind of work is named beside an offering from this score on, and with so many words in common
_SURE, _LEAST_WORDS = 0.30, 3

_CACHE: dict[int, tuple[Catalogue, Outcomes]] = {}


def asks_to_become(plain: str) -> bool:
    """Whether a folded message names a kind of work as its goal.

    >>> asks_to_become("what helps me become a bookkeeper"), asks_to_become("what is a bookkeeper")
    (True, False)
    """
    return bool(_BECOME.search(plain))


def _outcomes_of(catalogue: Catalogue) -> Outcomes:
    kept = _CACHE.get(id(catalogue))
    if kept is None or kept[0] is not catalogue:
        _CACHE.clear()
        kept = _CACHE[id(catalogue)] = (catalogue, Outcomes(catalogue))
    return kept[1]


def compose_becomes(turn: Turn, request: Request) -> Outcome:
    """Find offerings for a kind of work; those whose teaching shares its words rank higher, and show which."""
    plain = fold(request.text)
    match = _BECOME.search(plain)
    outcomes = _outcomes_of(turn.catalogue)
    occupation = outcomes.named(plain[match.end() : match.end() + 60]) if match else None
    related = {item.record: item for item in outcomes.helpful_for(occupation)} if occupation else {}
    turn.relevance = {name: item.score for name, item in related.items()}
    found = compose_find(turn, request)
    turn.relevance = {}
    shown = [card.id for part in turn.builder.parts if isinstance(part, Cards) for card in part.cards if not card.alternative]
    told = [related[name] for name in shown if name in related][:_MOST_TOLD]
    for item in told:
        _say_shared(turn, item, said=_named(request.text, item))
    if occupation and shown:
        turn.builder.frame(say("no_job_promise"))
        turn.builder.end_paragraph()
    return found


def _named(text: str, item: Relevance) -> str | None:
    """The learner's own word for the work, where it is the classification's name too."""
    place = fold(text).find(fold(item.occupation.name))
    return text[place : place + len(item.occupation.name)] if place >= 0 and len(fold(text)) == len(text) else None


def _say_shared(turn: Turn, item: Relevance, *, said: str | None) -> bool:
    """Which words the teaching of one offering shares with a kind of work."""
    record = turn.catalogue.record(item.record)
    evidence, words = _words(turn, record, item.shared)
    if not words:
        return False
    finding = Finding(id=f"relevance:{record.id}", kind="relevance", working=item.working)
    turn.builder.finding(finding)
    work = said or item.occupation.name
    text = f"{record.title} and the work of {work} have these words in common: {list_words(words)}."
    return turn.builder.say(text, evidence, said=said, finding=finding.id)


def _words(turn: Turn, record: Credential, shared: Sequence[str]) -> tuple[list[Evidence], list[str]]:
    """The words of a record whose stems are shared, as it writes them, and the fields that hold them."""
    left = list(shared)
    evidence: list[Evidence] = []
    words: list[str] = []
    for name in _FIELDS:
        found = turn.catalogue.field_evidence(record, name)
        held = [(word, root) for word, root in _stems(found.text if found else "") if root in left]
        if found and held:
            evidence.append(found)
            for word, root in held:
                if root in left:
                    left.remove(root)
                    words.append(word)
    return evidence, words


def _stems(text: str) -> Iterator[tuple[str, str]]:
    for word in re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", text):
        yield word.lower(), stem("".join(tokens(word)))


def say_related_work(turn: Turn, record: Credential) -> bool:
    """Name the kinds of work whose words an offering's teaching plainly shares; False where none does."""
    related = [item for item in _outcomes_of(turn.catalogue).related(record) if item.score >= _SURE and len(item.shared) >= _LEAST_WORDS]
    said = [item for item in related[:_MOST_TOLD] if _say_shared(turn, item, said=None)]
    if said:
        turn.builder.frame(say("work_words"))
    return bool(said)
