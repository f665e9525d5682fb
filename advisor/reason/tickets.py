"""Match a ticket or licence that somebody holds with the one that a requirement names."""

from __future__ import annotations

import re

from advisor.understand.text import stem, tokens

__all__ = ["TicketMatch", "match_ticket", "ticket_words"]

TicketMatch = str  # "same" | "other" | "vague" | "none"

_SAME = {
    "auto": "automotive",
    "tech": "technician",
    "rn": "nurse",
    "journeyman": "journeyperson",
    "gas": "gasfitter",
}
_GENERIC = {"red", "seal", "trade", "qualification", "ticket", "existing", "endorsement", "certified", "licensed", "registered", "or", "equivalent",
            "such", "as", "a", "an", "in", "good", "standing", "canada", "holder", "valid", "current", "and", "certificate", "licence", "license", "certification", "ticketed", "journeyperson"}  # fmt: skip


def ticket_words(name: str) -> set[str]:
    """The words of a ticket that tell which trade or licence it is.

    >>> sorted(ticket_words("Red Seal auto tech")) == sorted(ticket_words("Red Seal automotive technician"))
    True
    """
    words = (_SAME.get(word, word) for word in tokens(name))
    return {stem(word) for word in words if word not in _GENERIC}


def is_trade(name: str) -> bool:
    """Whether a name speaks of a trade's ticket."""
    return bool(
        re.search(
            r"red seal|trade (?:qualification|ticket|certificate)|\bticket\b|journey", name, re.IGNORECASE
        )
    )


def match_ticket(held: str, asked: str) -> TicketMatch:
    """How a ticket held stands to the one asked for.

    "same": it is the one, or one of those listed; "vague": it may be, no trade is told; "other": the same kind of
    ticket in another trade or a neighbouring licence; "none": something else.

    >>> match_ticket("Red Seal plumber", "Red Seal or equivalent"), match_ticket("Red Seal heavy duty mechanic", "Red Seal automotive technician")
    ('same', 'other')
    """
    trade = is_trade(asked)
    asked_red_seal = "red seal" in asked.lower()
    held_red_seal = "red seal" in held.lower()
    have, ways = ticket_words(held), _listed(asked)
    if trade:
        if not is_trade(held) and not have & set().union(*ways):
            return "none"
        if asked_red_seal and not held_red_seal:
            return "vague" if is_trade(held) else "none"
        if not any(ways):
            return "same"
        if not have:
            return "vague"
        return "same" if any(way and way <= have for way in ways) else "other"
    if any(way and way <= have for way in ways):
        return "same"
    nurse = {"nurs", "lpn", "rpn"}
    return "other" if have & nurse and set().union(*ways) & nurse else "none"


def _listed(asked: str) -> list[set[str]]:
    """Each of the tickets that a requirement lists: "such as plumber, gasfitter or sheet metal worker"."""
    plain = re.sub(r"\([^()]*\)", "", asked)
    after = plain.split("such as", 1)[-1]
    parts = [ticket_words(part) for part in re.split(r",| or ", after)]
    named = [part for part in parts if part]
    extra = [
        ticket_words(part)
        for inside in re.findall(r"\(([^()]*)\)", asked)
        for part in re.split(r"[/,]", inside)
    ]
    return named + [part for part in extra if part and len(part) == 1]
