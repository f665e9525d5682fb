"""How a stated requirement reads as a sentence: the record's own words, with as little around them as grammar needs."""

from __future__ import annotations

import re

from advisor.compose.phrases import sentence_case
from corpus.requirement import Requirement

__all__ = ["requirement_clause"]

_ARTICLED = re.compile(
    r"^(?!.*requirements$)(?!an?\b|the\b|any\b|some\b|no\b|at\b|one\b|two\b|\d)(?:[\w'’+()%/-]+ ){0,4}?"
    r"(?:degree|diploma|technician|mechanic|nurse|qualification|portfolio|interview|program|average|speaker|computer|session|minimum|role|certificate|requirement)\b(?! courses| skills)",
    re.IGNORECASE,
)
_STATE = re.compile(r"^(?:able|involved|active|ready|willing|fit)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"^(?:[\w&'’/-]+ ){0,4}?(?:graduates|students|employees|newcomers|youth|individuals|adults|learners|filmmakers|members|people|citizens|residents|first nations|veterans|women)\b",
    re.IGNORECASE,
)
#: words that are a clause already: they have their own verb
_CLAUSE = re.compile(r"^(?:an?|some|another|the|people|applicants|individual)\b.*?\b(?:have|applies|apply|exists|exist|may|can|asks|welcome)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"^(?:note: )?(.*\basks? (?:for|that)\b.*|\d{4} .*\basked for\b.*)$", re.IGNORECASE)


def requirement_clause(requirement: Requirement) -> str:
    """One requirement as a clause without its closing mark.

    >>> from corpus.readers.requirements import read_requirement
    >>> requirement_clause(read_requirement("Red Seal automotive technician"))
    'It asks for a Red Seal automotive technician'
    >>> requirement_clause(read_requirement("or permission of the School of Nursing"))
    'Another way in is permission of the School of Nursing'
    """
    text = re.sub(r"[;,]?\s+or$", "", requirement.text.strip()).rstrip(".;")
    if requirement.strength == "route":
        return _route(re.sub(r"^or ", "", text))
    if requirement.strength == "intended":
        return _intended(text)
    if requirement.strength == "recommended":
        return _recommended(text)
    if requirement.kind == "open":
        return _open(text)
    return _required(requirement, re.sub(r"^or ", "", text))


def _required(requirement: Requirement, text: str) -> str:
    if match := _ELSEWHERE.match(text):
        return _capital(match[1] if match[1][0].isalpha() else f"The {match[1]}")
    if _CLAUSE.match(text):
        return _capital(text)
    if text.startswith("not "):
        return f"It is for people {text}"
    if text.startswith("open to "):
        return f"It is {text}"
    if _STATE.match(text):
        return f"It asks people to be {text}"
    if re.match(r"live in\b", text):
        return f"It asks people to {text}"
    if re.match(r"\d+ or older\b", text):
        return f"It asks people to be {text}"
    if re.match(r"same\b", text):
        return f"It has the {text}"
    if re.match(r"(?:\w+ )?admission that\b|required\b", text):
        return f"It has {_article(text)}"
    if requirement.kind in {"community", "enrolment", "age", "residency"} and _PEOPLE.match(text):
        return f"It is for {text}"
    return f"It asks for {_article(text)}"


def _route(text: str) -> str:
    if re.search(r"^conditional admission possible", text):
        return _capital(text.replace("admission possible", "admission is possible", 1))
    if match := re.match(r"(applicants\b.*?) also considered(.*)$", text):
        return _capital(f"{match[1]} are also considered{match[2]}")
    if _CLAUSE.match(text):
        return _capital(text)
    return f"Another way in is {'the ' if re.match(r'[A-Z]', text) else ''}{text}"


def _intended(text: str) -> str:
    plain = re.sub(r"\s*\((?:intended learners|program page)[^()]*\)", "", text)
    plain = re.sub(r"^for\b", "meant for", plain)
    if re.match(r"(?:meant|designed|aimed|intended|open|suitable|introductory)\b", plain):
        return f"It is {plain}"
    if re.match(r"suits\b", plain):
        return f"It {plain}"
    if _CLAUSE.match(plain):
        return _capital(plain)
    return f"It is meant for {plain}"


def _recommended(text: str) -> str:
    plain = re.sub(r"\s*\(expected\)$", "", text)
    if match := re.match(r"(.+?) looked for$", plain):
        return f"It also looks for {match[1]}"
    if plain.startswith("encouraged to "):
        return f"People are {plain}"
    if plain.startswith("priority to "):
        return f"It gives {plain}"
    if match := re.match(r"assumed (.+)$", plain):
        return f"It rests on assumed {match[1]}"
    if re.search(r"recommended|is an asset|preferred|advisory", plain, re.IGNORECASE):
        return _capital(plain)
    return f"Also expected: {plain}" if "expected" in text else f"Also recommended: {plain}"


def _open(text: str) -> str:
    if re.match(r"no (?:\w+ )*(?:prerequisites|requirements)\b", text):
        return f"There are {text}"
    if text.startswith("no "):
        return f"There is {text}"
    if re.match(r"open registration\b", text):
        return f"It has {text}"
    if re.match(r"(?:suitable|introductory|open)\b", text):
        return f"It is {text}"
    return _capital(text)


def _article(text: str) -> str:
    if not _ARTICLED.match(text):
        return text
    first = text.split(maxsplit=1)[0]
    letters = first[:1] in "AEFHILMNORSX" if first.isupper() and len(first) > 1 else bool(re.match(r"[aeiou](?!ni)", first, re.IGNORECASE))
    return f"{'an' if letters else 'a'} {text}"


def _capital(text: str) -> str:
    return sentence_case(text).rstrip(".")
