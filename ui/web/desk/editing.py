"""An edited paragraph against the evidence of its draft: which sentences still say what their records bear out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict

from advisor.draft.contract import DraftParagraph, DraftSentence
from advisor.understand.text import sentences
from advisor.verify.gates import check_claim
from corpus.catalogue import Catalogue
from corpus.errors import UnknownIdError
from corpus.evidence import Evidence
from corpus.numbers import numbers_in

__all__ = ["Mark", "check_paragraph"]

#: ``fits``: its evidence bears it out. ``broken``: it does not. ``frame``: a sentence of ours that states no fact.
#: ``own``: the advisor's own words, behind which no record stands. ``bare``: such words with a number in them.
State = Literal["fits", "broken", "frame", "own", "bare"]
_MARKS = re.compile(r"((?:\s*\[\d{1,3}\])+)([.!?]?)")


class Mark(BaseModel):
    """One sentence of an edited paragraph, and how it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    citations: tuple[int, ...] = ()
    state: State
    why: str = ""

    @property
    def key(self) -> str:
        """Names the sentence as it stands: a confirmation of it ends when a letter of it changes."""
        return hashlib.sha256(f"{self.text}\0{self.citations}".encode()).hexdigest()[:12]


def check_paragraph(text: str, draft: DraftParagraph, catalogue: Catalogue) -> tuple[Mark, ...]:
    """Every sentence of an edited paragraph with its state, in order."""
    return tuple(_mark(part, numbers, draft, catalogue) for part, numbers in _parts(text, draft))


def _parts(text: str, draft: DraftParagraph) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Stretches of the text, each with the numbers behind it; none for words that cite nothing."""
    position = 0
    for match in _MARKS.finditer(text):
        stretch = (text[position : match.start()] + match[2]).strip()
        numbers = tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", match[1])))
        *before, last = _cut(stretch, draft.sentences, numbers) or [""]
        yield from ((item, ()) for item in before)
        yield last, numbers
        position = match.end()
    yield from ((item, ()) for item in _cut(text[position:].strip(), draft.sentences, ()))


def _cut(stretch: str, known: tuple[DraftSentence, ...], numbers: tuple[int, ...]) -> list[str]:
    """A stretch cut into sentences; those of the draft stay whole, whatever stops stand inside them."""
    stretch = re.sub(r"^\s*[-*]\s+", "", stretch)
    if not stretch:
        return []
    for sentence in known:
        if sentence.text == stretch:
            return [stretch]
        if sentence.citations == numbers and numbers and stretch.endswith(f" {sentence.text}"):
            return [*_cut(stretch[: -len(sentence.text)].strip(), known, ()), sentence.text]
        if not sentence.citations and stretch.startswith((f"{sentence.text} ", f"{sentence.text}\n")):
            return [sentence.text, *_cut(stretch[len(sentence.text) :].strip(), known, numbers)]
    return [re.sub(r"^[-*]\s+", "", item) for item in sentences(stretch)] or [stretch]


def _mark(text: str, numbers: tuple[int, ...], draft: DraftParagraph, catalogue: Catalogue) -> Mark:
    if not numbers:
        if any(sentence.text == text for sentence in draft.sentences if not sentence.citations):
            return Mark(text=text, state="frame")
        return Mark(text=text, state="bare" if numbers_in(text) else "own")
    evidence: list[Evidence] = []
    for number in numbers:
        row = next((item for item in draft.checklist if item.n == number), None)
        if row is None:
            return Mark(text=text, citations=numbers, state="broken", why=f"there is no source [{number}] here")
        try:
            found = catalogue.evidence(row.id)
        except UnknownIdError:
            return Mark(text=text, citations=numbers, state="broken", why=f"[{number}] is no longer in the catalogue")
        if row.quote not in found.text:
            return Mark(text=text, citations=numbers, state="broken", why=f"the record behind [{number}] has changed since")
        evidence.append(found)
    if any(sentence.text == text and sentence.citations == numbers for sentence in draft.sentences):
        return Mark(text=text, citations=numbers, state="fits")
    failure = check_claim(text, evidence, said=draft.asked) if text else None
    if not text or failure:
        return Mark(text=text, citations=numbers, state="broken", why=failure.detail if failure else "there is no sentence before the number")
    return Mark(text=text, citations=numbers, state="fits")
