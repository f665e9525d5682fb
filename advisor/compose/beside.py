"""What guidance answers of a message beside the rest of it: a clause that nothing said so far speaks to.

After all of a message was answered, each of its asking clauses is held against what was said. One that names a scheme of
guidance (a fund, a law, a wallet), or that comes near to a question which guidance is known to answer and to no field of an
offering, and whose section was not told, is answered from there in a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.compose.context import Outcome, Turn
from advisor.compose.guidance import of_scheme_spoken_of, say_section
from advisor.find.schemes import asked_of, scheme_sections
from advisor.find.sections import IN_THESE_WORDS, SectionHit, best_sections, rank_sections
from advisor.understand.guided import asks_more_than_use
from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS
from advisor.understand.requests import question_without
from advisor.understand.schemes import OF_THE_ADVISOR
from advisor.understand.several import asking_clauses
from advisor.understand.text import stem, tokens
from advisor.understand.topic import blank
from corpus.credential import Credential
from corpus.folding import fold
from index.folding import STOP_WORDS

__all__ = ["answer_beside", "go_on_explaining"]

#: how near a clause must come to a known question of guidance; and by how much nearer than to any field (less where it asks it
#: in almost these words), or any offering
KNOWN, AHEAD_OF_FIELDS, AHEAD_IN_THESE_WORDS, AHEAD_OF_OFFERINGS = 0.62, 0.20, 0.12, 0.15
#: a section this close to the best one was as good an answer
AS_GOOD = 0.05
#: so many clauses are looked into, and one of fewer words that say something, and no scheme's name, is a bare "what is the fee"
MOST, LEAST_WORDS = 4, 2
#: points at the offering spoken of, which its record answers
_POINTS = re.compile(r"\b(?:it|its|this|these|they|them|that one|the (?:course|program|certificate|one)s?)\b")
_ANY_OFFERING = {stem(word) for word in GENERIC_WORDS}
#: why a question came to nothing that guidance may still answer
_VAIN = frozenset(["not_in_catalogue", "not_stated", "out_of_scope", "needs_person", None])


def answer_beside(turn: Turn, outcomes: Sequence[Outcome], text: str) -> list[Outcome]:
    """The outcomes with what guidance answers beside them; what was said in vain ("I found nothing") is taken back for it."""
    understanding = turn.understanding
    if understanding.mistaken or any(request.aim for request in understanding.requests) or any(outcome.pending for outcome in outcomes):
        return list(outcomes)
    in_vain = _in_vain(turn, outcomes)
    if in_vain and (gone_on := _go_on(turn)):
        return [gone_on]
    clauses = asking_clauses(text)
    found: list[str] = []
    for clause in (clauses if len(clauses) > 1 else [text])[:MOST]:
        for hit in _unsaid(turn, clause, several=len(clauses) > 1):
            if in_vain and not found:
                turn.builder.take_back()
                outcomes = ()
            turn.builder.end_paragraph()
            say_section(turn, hit.section.id, question=clause)
            found.append(hit.section.id)
            turn.explained.add(clause)
    return [*outcomes, Outcome("answered", sections=tuple(found))] if found else list(outcomes)


def go_on_explaining(turn: Turn) -> Outcome | None:
    """Answer what looked like nothing of ours, or like something for a person, from the scheme that was explained just now."""
    if turn.understanding.act not in {"out_of_scope", "needs_person"} or turn.understanding.requests:
        return None
    return _go_on(turn)


def _go_on(turn: Turn) -> Outcome | None:
    if turn.conversation.intent != "guidance":
        return None
    hits = of_scheme_spoken_of(turn, turn.understanding.message, surely=True)
    for number, hit in enumerate(hits):
        if not number:
            turn.builder.take_back()
        say_section(turn, hit.section.id, question=turn.understanding.message)
    return Outcome("answered", sections=tuple(hit.section.id for hit in hits)) if hits else None


def _in_vain(turn: Turn, outcomes: Sequence[Outcome]) -> bool:
    """Whether nothing was said that answers anything, and nothing is known to be asked about."""
    of_something = any(outcome.focus or outcome.candidates for outcome in outcomes) or any(request.records for request in turn.understanding.requests)
    return bool(outcomes) and not of_something and not turn.builder.says_something() and all(outcome.status == "abstained" and outcome.reason in _VAIN for outcome in outcomes)


def _unsaid(turn: Turn, clause: str, *, several: bool) -> list[SectionHit]:
    """The sections that answer a clause which nothing said so far does; none where it is about an offering, or answered."""
    records = [turn.catalogue.record(name) for name in dict.fromkeys(name for request in turn.understanding.requests for name in request.records)]
    plain = question_without(fold(clause), [f"{record.title} {record.type or ''}" for record in records])
    schemes = turn.finder.schemes
    chosen: Sequence[SectionHit] = ()
    if scheme := schemes.named_in(plain):
        if asks_more_than_use(_beside_names(turn, schemes.without_name(plain), records)):
            chosen = asked_of(scheme_sections(turn.catalogue, turn.search, scheme, plain), named=True)
    elif several and len(set(tokens(fold(clause))) - STOP_WORDS - CHAT_WORDS - GENERIC_WORDS) >= LEAST_WORDS and not _POINTS.search(fold(clause)):
        chosen = _known(turn, clause, of_offering=any(request.intent != "guidance" for request in turn.understanding.requests))
    said = {citation.id for citation in turn.builder.citations}
    return [] if any(hit.section.id in said for hit in chosen) else list(chosen)


def _beside_names(turn: Turn, plain: str, records: Sequence[Credential]) -> str:
    """A folded clause without the words that only name an offering, or say that it is one."""
    own = {stem(word) for record in records for word in tokens(f"{record.title} {record.institution} {record.type or ''}")} | _ANY_OFFERING
    text = blank(plain, [(item.start, item.end) for item in turn.names.institutions_in(plain)])
    return " ".join(word for word in tokens(text) if stem(word) not in own)


def _known(turn: Turn, clause: str, *, of_offering: bool) -> list[SectionHit]:
    """The sections of a clause that comes near to a known question of guidance, and to no field or offering."""
    vector = turn.search.embed(clause)
    hits = rank_sections(turn.catalogue, turn.search, clause, vector=vector, k=5)
    if not hits or hits[0].section.document in OF_THE_ADVISOR:
        return []
    asked = max(hit.asked for hit in hits[:2])
    offering = max(turn.search.nearest_groups(vector, "record").values(), default=0.0)
    field = max(turn.search.nearest_groups(vector, "aspect").values(), default=0.0) if of_offering else 0.0
    ahead = AHEAD_IN_THESE_WORDS if asked >= IN_THESE_WORDS else AHEAD_OF_FIELDS
    if asked < KNOWN or asked - offering < AHEAD_OF_OFFERINGS or (of_offering and asked - field < ahead):
        return []
    return best_sections(hits, close=AS_GOOD)
