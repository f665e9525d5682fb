"""Institutions that a message names and the catalogue does not have."""

from __future__ import annotations

import re

from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS

__all__ = ["unknown_institution"]

_KIND = r"(?:college|university|polytechnic|polytech|institute|tech|academy|u)"
_AFTER = re.compile(r"\b((?:[A-Za-z][\w'&.-]+ ){0,3}?[A-Za-z][\w'&.-]+) (College|University|Polytechnic|Institute|Academy)\b(?! (?:credits?|degree|level|transfer)\b)", re.IGNORECASE)
_OF = re.compile(r"\b(?:University|College|Institute) of (?:the )?([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")
_NO_NAME = CHAT_WORDS | GENERIC_WORDS | frozenset(
    ["community", "technical", "public", "private", "local", "regional", "nearby", "big", "small", "four", "year", "two", "indigenous", "first", "nations", "any", "every", "which", "same", "other", "another", "different", "each", "either", "both", "each", "good", "cheap", "tech", "trade", "trades", "vocational", "art", "my", "the", "a", "an", "or", "and", "no", "not", "in", "at", "of", "for", "with", "by", "from", "that", "this", "their", "your", "our", "as", "than", "controlled", "public-sector", "junior", "senior", "former", "old", "new", "real", "accredited", "bible", "career", "language", "music", "medical", "research", "receiving", "sending", "post", "secondary", "post-secondary", "postsecondary", "done", "finished", "gone", "one", "have", "had", "some", "got", "after"]
)  # fmt: skip
#: says what kind of institution, and not which
_KIND_OF = re.compile(r"-(?:run|led|owned|controlled|based|funded|style)$", re.IGNORECASE)


def unknown_institution(text: str) -> str | None:
    """The name of an institution in a text from which the known ones were taken out, or None.

    >>> unknown_institution("what does Douglas College charge"), unknown_institution("I have one year of college")
    ('Douglas College', None)
    """
    for match in _AFTER.finditer(text):
        words = match[1].split()
        while words and words[0].lower() in _NO_NAME:
            words.pop(0)
        if words and not any(word.lower() in _NO_NAME or _KIND_OF.search(word) for word in words[-1:]):
            return f"{' '.join(words)} {match[2]}"
    named = _OF.search(text)
    return named[0] if named else None
