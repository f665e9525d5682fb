"""An advisor's pasted message: find the learner's own words inside it."""

from __future__ import annotations

import re

from corpus.cue import Cue

__all__ = ["pasted_message"]

_CUE = Cue(
    r"\b(?:draft|write back|reply (?:to|for)|respond to|help me (?:answer|respond|reply)|(?:student|learner|client|applicant|she|he|they|somebody|someone|caller)s? (?:writes|wrote|e-?mail\w*|asks|asked|says|sent|messaged|forwarded)|pasted|(?:e-?mail|message) (?:below|from)|how (?:do|should|would) i (?:answer|respond|reply)|reply needed|please answer this)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"([^"]{20,})"|“([^”]{20,})”|\'\'([^\']{20,})\'\'|(?:^|\n)((?:>.*(?:\n|$))+)', re.DOTALL)
_AFTER_COLON = re.compile(r":\s*\n?\s*(.{20,})\Z", re.DOTALL)
_HEADER = re.compile(r"^\s*(?:subject|from|to|cc|date|sent)\s*:.*$", re.IGNORECASE | re.MULTILINE)
_GREETING = re.compile(r"^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon))\b[^,.!\n]{0,30}[,.!]\s*", re.IGNORECASE)
_CLOSING = re.compile(r"\s*\b(?:thanks?(?: you)?(?: so much| in advance)?|many thanks|cheers|regards|best|sincerely|kind regards)\b[,.!]?\s*(?:\n?\s*[A-Z][\w.]*)?\s*$", re.IGNORECASE)


def pasted_message(text: str) -> str | None:
    """The learner's message inside an advisor's request, or None when there is none.

    >>> pasted_message('Student writes: "Hi, is the forest health one graded? Thanks, Dana" please draft')
    'is the forest health one graded?'
    """
    if not _CUE.search(text):
        return None
    quoted = _QUOTED.search(text)
    if quoted:
        body = next(group for group in quoted.groups() if group)
    elif after := _AFTER_COLON.search(text):
        body = after[1]
    else:
        return None
    body = re.sub(r"^>\s?", "", body, flags=re.MULTILINE)
    body = _HEADER.sub("", body).strip().strip("\"'")
    return _CLOSING.sub("", _GREETING.sub("", body)).strip() or None
