"""An indirect question as a direct one: "I was wondering if it is online" asks "is it online?"."""

from __future__ import annotations

import re

__all__ = ["directly"]

_LINKS = re.compile(r"^\W*(?:(?:and|so|but|also|then|well|plus|finally|lastly|firstly|secondly|thirdly|next|oh|or|ok(?:ay)?|another thing|one more thing)\b[\s,:-]*)+", re.IGNORECASE)
_TELL = re.compile(
    r"^(?P<who>.{0,60}?)\b(?:(?:i|he|she|they|we)(?:'m|'s|'re| am| is| are| was| were)? (?:just |also |really )?)?"
    r"(?:wonder(?:ing|ed|s)?|curious|(?:want(?:s|ed)?|(?:would|'d) (?:like|love)|hoping|trying|need(?:s|ed)?|like|love) to (?:know|ask(?: you)?|find out|understand|see)"
    r"|(?:(?:can|could|would) you )?(?:please )?(?:tell (?:me|us|him|her|them)|let (?:me|us) know|advise|confirm|explain)|(?:asking|asked|asks)(?: me)?|(?:not |un)sure|don'?t know|do you know)"
    r"(?: about)?[,:]?\s+(?P<rest>(?:if|whether|how|what|when|where|who|which|why)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_WHETHER = re.compile(r"^(?:if|whether)\s+(?:or not\s+)?(?P<rest>.*)$", re.IGNORECASE | re.DOTALL)
_INVERTED = re.compile(
    r"^(?P<who>it|they|there|that|this|he|she|i|we|you|one|both|(?:the|my|your|these|those) (?:\S+ ){0,3}?\S+) (?P<verb>is|are|was|were|can|could|would|will|should|has|have|might|may)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
#: "what PLAR is"
_NAMED = re.compile(r"^(?P<what>what|who|where|when)(?: exactly)? (?P<who>(?!is\b|are\b|do\b|does\b)(?:\S+ ){0,4}?\S+) (?P<verb>is|are)\W*$", re.IGNORECASE)


def directly(question: str) -> str:
    """The question without the words that lead up to it, ending in its mark.

    >>> directly("Also, I was wondering if it is online")
    'is it online?'
    >>> directly("my son wants to know what PLAR is.")
    'what is PLAR?'
    >>> directly("cost")
    'cost?'
    """
    text = _LINKS.sub("", question.strip()) or question.strip()
    if (match := _TELL.match(text)) and len(match["rest"].split()) > 1:
        text = match["rest"]
    if match := _WHETHER.match(text):
        rest = match["rest"]
        turned = _INVERTED.match(rest)
        text = f"{turned['verb'].lower()} {turned['who']}{turned['rest']}" if turned else rest
    if match := _NAMED.match(text):
        text = f"{match['what']} {match['verb']} {match['who']}"
    return text.rstrip(" .,;:!?") + "?"
