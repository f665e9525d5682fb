"""When a question is so near to an approved one that its answer holds: the same thing asked of the same subject."""

from __future__ import annotations

import re

from advisor.understand.lexicon import field_cues_in
from advisor.understand.text import fold, stem, tokens
from advisor.verify.vocabulary import FUNCTION_WORDS, GLUE_WORDS
from corpus.catalogue import Catalogue

__all__ = ["Fitting"]

#: least cosine of two wordings of one question; "what does X mean" and "what is X" have .96, and "how much is X" asked of
#: another X .75 (all-MiniLM-L6-v2)
NEAR = 0.82
_NO = re.compile(r"\b(?:not|no|never|without|isn't|aren't|can't|don't|doesn't)\b")


class Fitting:
    """Knows which words name something in the catalogue, so that a question about another offering never fits."""

    def __init__(self, catalogue: Catalogue) -> None:
        names = [f"{record.title} {record.institution}" for record in catalogue]
        names += [alias for item in catalogue.institutions.values() for alias in (item.name, *item.aliases)]
        self._naming = {stem(word) for name in names for word in tokens(name)} - {stem(word) for word in FUNCTION_WORDS | GLUE_WORDS}

    def fits(self, question: str, wording: str, nearness: float) -> bool:
        """Whether a question asks the same as an approved wording.

        :param nearness: cosine of the two.
        """
        said, known = tokens(question), tokens(wording)
        if said == known:
            return True
        plain, approved = fold(question), fold(wording)
        return (
            nearness >= NEAR
            and set(field_cues_in(plain)) == set(field_cues_in(approved))
            and bool(_NO.search(plain)) == bool(_NO.search(approved))
            and {word for word in said if word.isdigit()} == {word for word in known if word.isdigit()}
            and not ({stem(word) for word in said} ^ {stem(word) for word in known}) & self._naming
        )
