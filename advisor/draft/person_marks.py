"""Numbers and addresses that tell who a person is, by their form."""

from __future__ import annotations

import re

__all__ = ["EMAIL", "mask_marks"]

EMAIL = re.compile(r"(?<![\w@])[\w.!#$%&'*+/=?^`{|}~-]*[\w+]\s?(?:@|\s\(at\)\s|\s\[at\]\s)\s?[\w-]+(?:(?:\.|\s\(dot\)\s|\s\[dot\]\s)[\w-]+)+", re.IGNORECASE)
_SEPARATOR = r"[ .\u00a0‐-―/-]{0,2}"
_PHONE = re.compile(
    rf"(?<![\w$.])(?:\+?\d{{1,2}}{_SEPARATOR})?(?:\(\d{{3}}\)|\d{{3}}){_SEPARATOR}\d{{3}}{_SEPARATOR}\d{{4}}(?:\s?(?:x|ext\.?|extension)\s?\d{{1,6}})?(?![\w])"
    r"|(?<![\w$.,/-])\d{3}[-. ‐-―]\d{4}(?![\w]|-\d)|\+\d[\d ().‐-―-]{7,16}\d",
    re.IGNORECASE,
)
_SIN = re.compile(rf"(?<![\w$.])\d{{3}}[ ‐-―.-]\d{{3}}[ ‐-―.-]\d{{3}}(?![\w]|[ -]\d)|(?:\b(?:sin|s\.i\.n\.|social insurance)\b[^\d\n]{{0,30}})\d(?:{_SEPARATOR}\d){{7,8}}", re.IGNORECASE)
_STUDENT = re.compile(
    r"\b(?:student|learner|applicant|application|pen|personal education|employee|client|file|id|account|confirmation)\b(?:\s*(?:number|num|no|id|card|#))*\s*(?:\.|is|was|:|=|#|-)*\s*(?P<number>#?[A-Z]{0,3}-?\d(?:[ -]?\d){3,11})\b",
    re.IGNORECASE,
)
_ID = re.compile(r"(?<![\w$.,-])(?:[A-Z]{1,2}\d{6,9}|\d{7,})(?![\w]|[.,]\d)", re.IGNORECASE)
_POSTAL = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d\b", re.IGNORECASE)


def mask_marks(text: str) -> str:
    """E-mail addresses, telephone, student, social insurance and other long numbers, and postal codes, masked.

    >>> mask_marks("It costs $2,095 for 60 hours in 2025-2026. My SIN is 046 454 286.")
    'It costs $2,095 for 60 hours in 2025-2026. My SIN is [SIN].'
    """
    text = EMAIL.sub("[email]", text)
    text = _POSTAL.sub("[postal code]", text)
    text = _SIN.sub(lambda found: _only_digits(found[0], "[SIN]"), text)
    text = _STUDENT.sub(lambda found: found[0].replace(found["number"], "[student number]"), text)
    text = _PHONE.sub("[phone]", text)
    return _ID.sub("[number]", text)


def _only_digits(text: str, masked: str) -> str:
    """The digits of a stretch masked, and the words that lead to them left."""
    first = re.search(r"\d", text)
    return text[: first.start()] + masked if first else text
