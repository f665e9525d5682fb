"""Words that guidance defines: a message that says one asks about rules, not about an offering it fails to name."""

from __future__ import annotations

import re

from corpus.catalogue import Catalogue
from corpus.folding import fold

__all__ = ["TermIndex"]

#: words that guidance defines and that people also use for any course
_EVERYDAY = frozenset(
    ["credit", "credits", "indigenous", "community", "badge", "badges", "micro-credential", "micro-credentials", "microcredential", "certificate", "course", "program", "diploma", "degree", "online", "community", "student", "status", "aid", "funding", "cost", "fee", "learner", "institution", "college", "university", "school", "record", "mark", "contact", "application"]
)


class TermIndex:
    """The terms of all guidance sections, ready to be found."""

    def __init__(self, catalogue: Catalogue) -> None:
        terms = {fold(term).replace("-", " ") for section in catalogue.sections.values() for term in section.terms}
        words = sorted((term for term in terms if term not in _EVERYDAY and not term.startswith(("micro credential", "microcredential")) and len(term) > 2), key=len, reverse=True)
        self._pattern = re.compile(r"\b(?:" + "|".join(re.escape(word).replace(r"\ ", " ?") for word in words) + r")s?\b") if words else None

    def defined_in(self, text: str) -> bool:
        """Whether a folded text says a term that guidance defines."""
        return bool(self._pattern and self._pattern.search(text.replace("-", " ")))
