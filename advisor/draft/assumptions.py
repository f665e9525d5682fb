"""How loose wordings of a question were read: which record, which wishes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.contract import Answer
from advisor.draft.contract import Assumption
from advisor.messages import say
from advisor.understand.text import stem, tokens
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.fields import FIELDS, field_label
from corpus.folding import fold

__all__ = ["assumptions_of", "loose_words"]

_WORD = re.compile(r"[\w'’+&.-]*\w")
_LEADS = re.compile(r"(?:\b(?:the|your|this|that|a|an)\s+(?:\S+\s+){0,2})$", re.IGNORECASE)
_KINDS = re.compile(r"\s+(?:ones?|programs?|courses?|certificates?|micro-?\s?\w+|training|thing|diploma)\b", re.IGNORECASE)
#: words of a title that name nothing by themselves
_COMMON = {"of", "in", "and", "the", "a", "an", "for", "to", "with", "on", "at", "program", "certificate", "course", "training", "one", "i", "it"}


def assumptions_of(text: str, records: Sequence[str], answer: Answer, catalogue: Catalogue) -> tuple[Assumption, ...]:
    """What the advisor should look at: records named in other words than their titles, and wishes read from the words.

    :param text: what was asked.
    :param records: the records that it was taken to be about.
    """
    found = []
    for name in records:
        record = catalogue.records.get(name)
        said = loose_words(text, record) if record else None
        if record and said:
            found.append(Assumption(said=said, text=say("draft_assumed_record", title=f"{record.title}, {record.institution}"), record=record.id))
    # a wish narrows what was searched, so it only matters where something was
    for wish in answer.filters if not records else ():
        label = field_label(wish.field) if wish.field in FIELDS else wish.field.replace("_", " ")
        found.append(Assumption(said=wish.said, text=say("draft_assumed_wish", what=label)))
    return tuple(dict.fromkeys(found))


def loose_words(text: str, record: Credential) -> str | None:
    """The words of a text that name the record otherwise than by its title, or None.

    None as well where the title stands there whole, and where no word of it does ("it").
    """
    if fold(record.title) in fold(text):
        return None
    wanted = {stem(word) for word in tokens(record.title)} - _COMMON
    spans = [(match.start(), match.end()) for match in _WORD.finditer(text) if {stem(word) for word in tokens(match[0])} & wanted]
    run = _longest(spans, text)
    if run is None:
        return None
    start, end = run
    if lead := _LEADS.search(text[:start]):
        start = lead.start() if len(lead[0].split()) == 1 else start
    if kind := _KINDS.match(text[end:]):
        end += kind.end()
    return text[start:end].strip(" ,.?!:;")


def _longest(spans: Sequence[tuple[int, int]], text: str) -> tuple[int, int] | None:
    """The stretch with most of the words, where at most two other words stand between one and the next."""
    best: tuple[int, int, int] | None = None
    start = end = count = 0
    for here in spans:
        near = count and len(text[end : here[0]].split()) <= 2 and not re.search(r"[.?!\n]", text[end : here[0]])
        start, end, count = (start, here[1], count + 1) if near else (*here, 1)
        if best is None or count > best[2]:
            best = (start, end, count)
    return best[:2] if best else None
