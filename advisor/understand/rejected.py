"""What a message turns down while it points at another: "no not SFU, the one at Capilano"."""

from __future__ import annotations

import re

__all__ = ["without_rejected"]

_REJECTED = re.compile(r"\b(?:not|isn'?t|rather than|instead of|other than|and not|but not|i don'?t mean|forget(?: about)?|scratch|scrap|skip|drop|ditch|never ?mind) (?:(?:at|from|in|the|that|those|this) )*(?P<what>[\w'&.-]+(?: [\w'&.-]+){0,4}?)(?= ?[,;.?!–—-]+(?:\s|$)| but (?:the|at)\b| i (?:mean|meant|want)\b|,? the (?:[\w'&.-]+ ){0,4}?(?:one|course|program|certificate)\b|$)")
#: points at one beside what is turned down
_POINTS = re.compile(r"\b(?:the|that|this) (?:[\w'&.+-]+ ){0,5}?(?:one|course|program|certificate|training|diploma|badge|micro-?\w+)s?\b|\bmeant?\b|\b[\w'&.-]+ one\b|\bat (?:the )?[\w'&.-]+\W*$")
_NO = re.compile(r"^\W*(?:actually |oh |sorry |wait |oops |hm+ )*(?:no|nope|nah|not|sorry|oops|wait)\b")


def without_rejected(plain: str) -> str:
    """A folded follow-up with what it turns down blanked, its length kept, where it points at something else beside it.

    >>> without_rejected("no not sfu, the one at capilano").split()
    ['no', ',', 'the', 'one', 'at', 'capilano']
    >>> without_rejected("wildfire courses, not tru")
    'wildfire courses, not tru'
    """
    match = _REJECTED.search(plain)
    if match is None:
        return plain
    rest = plain[: match.start()] + " " * len(match[0]) + plain[match.end() :]
    points = _POINTS.search(rest) or (_NO.match(plain) and re.search(r"\w{3}", rest[match.end() :]))
    return rest if points else plain
