"""Classify a way on from one credential to another by its words: laddering, stacking, or left open."""

from __future__ import annotations

import re
from typing import Literal

from corpus.credential import Link
from corpus.numbers import number_pattern, parse_number

__all__ = ["classify_link", "same_title", "title_key"]

_STACKING = re.compile(r"\bstack|\bcombin|\bone of (?:\w+) courses; all\b", re.IGNORECASE)
_LADDERING = re.compile(
    r"\bladder"
    r"|\bcredits?\b.*\b(?:appl|transfer|count|toward|used|earned)|\bcredits? (?:can|may|toward|appl)"
    r"|\btransfers? (?:in|into)\b|\bcan transfer\b|\bcount(?:s)? as\b|\bmay count\b"
    r"|\badmission (?:requirement|route)|\bprerequisite for\b|\bforms? part of\b|\bcontribute toward\b"
    r"|\bseat reserved\b|\bobtain credit\b|\bmeets? the\b.*\brequirement",
    re.IGNORECASE,
)
_MAY = re.compile(r"\bmay\b|\bmight\b|\bcould\b|\bhoped?\b|\bplanned\b|\bexpected\b|\bpositioned\b|\breported\b|\bintended\b|lead-?in", re.IGNORECASE)
_CREDITS = re.compile(rf"\b({number_pattern}) credits?\b", re.IGNORECASE)
_SMALL = {"of", "in", "and", "the", "a", "an", "program", "for", "to"}


def classify_link(link: Link) -> tuple[Literal["laddering", "stacking", "links"], Link]:
    """Say which kind of way on a link is, and type what its words tell.

    >>> kind, link = classify_link(Link(title="MBA", how="9 credits can transfer into the MBA"))
    >>> kind, link.credits, link.certainty
    ('laddering', Decimal('9'), 'stated')
    """
    words = f"{link.title} {link.how or ''}"
    how = link.how or ""
    counted = _CREDITS.search(how)
    typed = link.model_copy(
        update={
            "certainty": "may" if _MAY.search(words) else "stated",
            "credits": parse_number(counted[1]) if counted else None,
        }
    )
    if _STACKING.search(how):
        return "stacking", typed
    return ("laddering" if _LADDERING.search(how) else "links"), typed


def title_key(title: str) -> frozenset[str]:
    """The words of a title that tell it apart, in any order."""
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", title.lower())
    return frozenset(word for word in words if word not in _SMALL)


def same_title(one: str, other: str) -> bool:
    """Whether two titles plainly name the same credential.

    >>> same_title("Diploma in Wildfire Studies", "Wildfire Studies Diploma")
    True
    """
    return title_key(one) == title_key(other)

