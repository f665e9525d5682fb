"""Whether what is spoken of counts toward something named: "would it count for nursing later", "do both go into the diploma"."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["CountsToward", "counts_toward"]

_WHO = r"(?:it|this|that|these|those|they|them|both|all|any|either|each|one|ones|some|which|what)(?: (?:one|ones|course|courses|program|certificate))?(?: of (?:it|them|those|these|the (?:two|three|four|five|\w+ ones)))?|(?:the|this|that) (?:[\w'-]+ ){1,4}?(?:one|course|program|certificate|cert|micro-?\w+)"
_COUNTS = r"(?:count|credit|go|ladder|lead|stack|transfer|appl|build|work|use|good|form part|get (?:me|you|him|her|us|them|my \w+)(?: closer)?|help(?: (?:me|you|him|her|us|them|my \w+))? get|help|part)\w*"
_TOWARD = re.compile(
    rf"\b(?P<who>{_WHO})(?: (?:would|will|could|can|do|does|might|also|really|even|still|ever|to|be|is|are|i))*(?: i| you| we| he| she)?(?: (?:use|used))? ?(?:{_COUNTS})\b(?: (?:it|them|that|as|credits?|on|over|anything|something|somehow|later|also))* (?:towards?|for|into|to|in|of) (?P<goal>[^?.!,;]{{3,70}})"
    rf"|\buse (?P<used>{_WHO}) (?:towards?|for|in|at) (?P<use>[^?.!,;]{{3,70}})"
)
_LATER = re.compile(r"\b(?:later|later on|one day|some ?day|eventually|down the (?:line|road)|afterwards?|too|as well|or (?:not|no|nah|is it).*|at all|maybe|though|tho|please|if i .*|when i .*)\b\W*$")
_OPENS = re.compile(r"^(?:(?:an?|the|my|our|his|her|some|any|other|becoming|being|getting|doing|going into|if|to become|become|be|get|in|into|credits?|of|toward|towards)\b ?)+")
#: what leads nowhere in particular
_ANY = re.compile(r"^(?:(?:credential|degree|diploma|certificate|something|anything|bigger|larger|longer|more|else|other|another|thing|one|program|programs|credit|credits|full|whole|job|work|jobs|it|that|them|me|my|a|an|the|that i)\b ?)*$")

_CREDENTIAL = re.compile(r"\b(?:degree|diploma|bachelor'?s?|master'?s?|red seal|ticket|licen[cs]e|designation|b\.?ed|bsn|bsw)\b")


@dataclass(frozen=True)
class CountsToward:
    """``who``: what points at the offerings; ``goal``: in the learner's words, what they may count toward."""

    who: str
    goal: str

    @property
    def of_credential(self) -> bool:
        """Whether the goal is said to be a credential, so that the question is one of ways on whatever its verb."""
        return bool(_CREDENTIAL.search(self.goal))


def counts_toward(plain: str) -> CountsToward | None:
    """What a folded message asks to count toward what, where it points at the one and names the other.

    >>> counts_toward("would it count for nursing later?")
    CountsToward(who='it', goal='nursing')
    >>> counts_toward("do both count toward the agriculture diploma"), counts_toward("does it lead to anything bigger")
    (CountsToward(who='both', goal='agriculture diploma'), None)
    """
    match = _TOWARD.search(plain)
    if match is None:
        return None
    goal = (match["goal"] or match["use"]).strip()
    while (shorter := _LATER.sub("", goal).strip()) != goal:
        goal = shorter
    goal = _OPENS.sub("", goal).strip()
    return None if _ANY.match(goal) else CountsToward(match["who"] or match["used"], goal)
