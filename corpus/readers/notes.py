"""Sort a gatherer's notes: facts are kept for learners, remarks about the record for editors."""

from __future__ import annotations

import re

from corpus.section import split_sentences

__all__ = ["sort_notes"]

_EDITOR = re.compile(
    r"duration_hours|\bstays null\b|\bwas (?:kept|not filled|not taken)|\bwere not seen\b|\bwas not seen\b|\bnot taken as\b|source link changed|\blink\b.*\breplaced"
    r"|[Rr]eplace the link|[Mm]irror|field_sources|\boriginal was not found|\bRead on\b|\bread on\b|listing site default|\blisting shows a price\b"
    r"|\bare taken as the same\b|\bwere read on\b|name partly cut off|before showing",
)


def sort_notes(notes: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split notes into (facts, editor's remarks), sentence by sentence.

    >>> sort_notes(["Live on Zoom at set times. The newer figure was kept."])
    (('Live on Zoom at set times.',), ('The newer figure was kept.',))
    """
    facts: list[str] = []
    remarks: list[str] = []
    for note in notes:
        kept: list[str] = []
        for sentence in split_sentences(note):
            (remarks if _EDITOR.search(sentence) else kept).append(sentence)
        if kept:
            facts.append(" ".join(kept))
    return tuple(facts), tuple(remarks)
