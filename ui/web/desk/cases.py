"""An advisor's correction of one paragraph as an eval case."""

from __future__ import annotations

import re
from pathlib import Path

from advisor.contract import Answer, Claim
from advisor.draft.contract import Draft
from corpus.errors import UsageError
from corpus.settings import Settings
from evals.add import Feedback, add_case, case_from_feedback
from ui.web.desk.export.letter import without_marks

__all__ = ["case_from_edit"]


def case_from_edit(draft: Draft, place: int, edited: str, settings: Settings) -> Path:
    """Make a case of what the advisor changed in paragraph ``place``; where it was written.

    The questions before it are its earlier turns. Sentences that were taken out must not come again, numbers that were
    put in must come.

    :raises UsageError: nothing was changed.
    :raises StorageError: the home folder cannot be written.
    """
    paragraph = draft.paragraphs[place]
    if " ".join(edited.split()) == " ".join(paragraph.paragraph.split()):
        raise UsageError("The paragraph is as it was drafted.", hint="Correct it first: what you change tells what was wrong.")
    left = " ".join(without_marks(edited).split())
    gone = tuple(sentence.text for sentence in paragraph.sentences if " ".join(sentence.text.split()) not in left)
    cited = {row.claim: tuple(item.n for item in paragraph.checklist if item.claim == row.claim) for row in paragraph.checklist}
    answer = Answer(
        question=paragraph.question,
        standalone=paragraph.asked or paragraph.question,
        status=paragraph.status,
        reason=paragraph.reason,
        text=paragraph.paragraph,
        claims=tuple(Claim(text=text, citations=numbers) for text, numbers in cited.items()),
    )
    feedback = Feedback(
        turns=tuple(item.asked or item.question for item in draft.paragraphs[: place + 1]),
        answer=answer,
        note="An advisor corrected this paragraph of a draft.",
        wrong=gone,
        corrected=re.sub(r"\s+", " ", edited),
        catalogue=settings.catalogues[0],
    )
    return add_case(case_from_feedback(feedback), settings.home)
