"""Standing wishes: which a message takes back, and how a new one changes the old."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.understand.understanding import Filter

__all__ = ["merge_filters", "removals_in", "without_removals"]

_SUBJECTS = {
    "fee": r"budget|price|cost|fee|money|tuition",
    "delivery": r"online|delivery|in[- ]person|format|remote",
    "timing": r"timing|schedule|live|self[- ]paced|pace",
    "schedule": r"evenings?|weekends?|schedule",
    "region": r"region|area|island|location|place|where",
    "place": r"place|town|city|location|distance|where|near(?:by)?",
    "institution": r"college|university|school|institution",
    "credit_bearing": r"credits?|non[- ]?credit",
    "hours": r"hours|length|duration|time",
    "weeks": r"weeks|length|duration|time",
    "indigenous_focus": r"indigenous",
    "type": r"type|kind|micro[- ]?credential",
}
_SUBJECT_CUES = {field: re.compile(rf"\b(?:{words})\b") for field, words in _SUBJECTS.items()}
_REMOVE = re.compile(
    r"\b(?:forget (?:about )?(?:the |my |that )?|never ?mind (?:about )?(?:the |my )?|drop (?:the |my )?|remove (?:the |my )?|ignore (?:the |my )?|without the |skip (?:the |my )?|no longer (?:care about |need (?:the )?)|(?:the |my )?(?=\w+ (?:doesn'?t|does not|don'?t|do not) matter)|don'?t care (?:about |if (?:it's |it is )?|where|how (?:much|long))(?:the |my )?)(?P<what>[\w' -]{2,40})"
)
_ANYWHERE = re.compile(r"\banywhere(?: is)?(?: fine| ok(?:ay)?)?\b|\bdon'?t care where\b|\bany (?:city|town|campus|place|region)\b|\b(?:could|can|able to|willing to) (?:drive|travel|move|go) anywhere\b")


_ANYONE = re.compile(r"\b(?:anyone|anybody|everyone) (?:can|could|may) (?:apply|join|take)|\b(?:open to|for) (?:anyone|everyone|everybody|anybody)\b|\b(?:not|doesn'?t have to be|don'?t need it to be) (?:just |only )?(?:for )?indigenous\b")


def removals_in(text: str) -> tuple[str, ...]:
    """Fields whose standing wishes a folded message takes back.

    >>> removals_in("forget my budget"), removals_in("anywhere is fine")
    (('fee',), ('region', 'place'))
    """
    removed: list[str] = []
    for match in _REMOVE.finditer(text):
        removed += [field for field, cue in _SUBJECT_CUES.items() if cue.search(match["what"])]
        if re.search(r"don'?t care how much", match[0]):
            removed.append("fee")
        if re.search(r"don'?t care where", match[0]):
            removed += ["region", "place"]
    if _ANYONE.search(text):
        removed.append("indigenous_focus")
    if _ANYWHERE.search(text):
        removed += ["region", "place"]
    return tuple(dict.fromkeys(removed))


def without_removals(text: str) -> str:
    """A folded text with the phrases that take wishes back blanked, its length kept: "forget online" wishes for nothing.

    >>> without_removals("forget my budget, in person is fine").strip(" ,")
    'in person is fine'
    """

    def blanked(match: re.Match[str]) -> str:
        return " " * len(match[0]) if removals_in(match[0]) else match[0]

    for pattern in (_REMOVE, _ANYONE, _ANYWHERE):
        text = pattern.sub(blanked, text)
    return text


#: wishes that speak of the same thing, so that a new one replaces them all
_SAME = ({"region", "place"}, {"hours", "weeks"}, {"delivery"}, {"fee"})


def merge_filters(standing: Sequence[Filter], new: Sequence[Filter], *, removed: Sequence[str] = ()) -> tuple[Filter, ...]:
    """Standing wishes with new ones on top: a new wish replaces an old one about the same thing."""
    fresh = {item.field for item in new}
    for group in _SAME:
        if fresh & group:
            fresh |= group
    kept = [item for item in standing if item.field not in fresh and item.field not in removed]
    return (*kept, *new)
