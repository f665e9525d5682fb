"""How a stated requirement reads as a sentence: the record's own words, with as little around them as grammar needs."""

from __future__ import annotations

import re

from advisor.compose.phrases import sentence_case
from corpus.requirement import Requirement

__all__ = ["requirement_clause"]

_ARTICLED = re.compile(
    r"^(?!.*requirements$)(?!an?\b|the\b|any\b|some\b|no\b|at\b|one\b|two\b|three\b|your\b|proof\b|grade\b|own\b|\d)(?:[\w'’+()%/-]+ ){0,4}?"
    r"(?:degree|diploma|technician|mechanic|nurse|qualification|portfolio|interview|program|average|speaker|session|minimum|role|certificate|"
    r"requirement|letter|licence|record|form|card|clearance|test|age)\b(?! courses| skills)",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"^(?:able|involved|active|ready|willing|fit|comfortable|living|aged|at least \d+(?: years old)?$|\d+\b(?!\s*(?:hours?|years? of|%|per))|over \d|now working|a member\b|members?\b of|"
    r"(?:turning )?(?:sixteen|seventeen|eighteen|nineteen)\b|in good)",
    re.IGNORECASE,
)
_DO = re.compile(r"^(?:pass|swim|live|lift|complete|bring|hold|have|show|carry|attend|finish|kneel|agree|commit)\b", re.IGNORECASE)
_DONE = re.compile(r"^(?:laid off|registered (?:as|with|in|for)|appointed|enrolled|employed|named|not)\b", re.IGNORECASE)
#: a verb that makes the words a sentence of their own, unless it stands in a "who …" clause
_FINITE = re.compile(r"\b(?:is|are|was|were|must|may|can|helps?|goes|go|asks|applies|apply|exists?|counts?|welcome|come|needs?|has|have|required\.$)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"^(?:[\w&'’/-]+ ){0,4}?(?:graduates|students|employees|newcomers|youth|individuals|adults|learners|filmmakers|members|people|citizens|residents|first nations|veterans|women|owners|caregivers|staff|workers)\b",
    re.IGNORECASE,
)
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


def _is_clause(text: str) -> bool:
    """Whether the words have their own verb and so stand as a sentence."""
    head = re.split(r"\b(?:who|that|which|where|whose|because|if|when|unless|so that|for example)\b|[(;:]", text, maxsplit=1)[0]
    return bool(_FINITE.search(head)) and not re.match(r"(?:any|same|priority)\b", text, re.IGNORECASE)


def _required(requirement: Requirement, text: str) -> str:
    text = re.sub(r"^and ", "", text)
    if match := _ELSEWHERE.match(text):
        return _capital(match[1] if match[1][0].isalpha() else f"The {match[1]}")
    if requirement.kind == "age" and text[0].isdigit():
        return f"It asks people to be {text}"
    if _is_clause(text):
        return _capital(text)
    if re.match(r"on the\b", text):
        return f"It is for people {text}"
    if re.match(r"(?:open to|for) ", text, re.IGNORECASE):
        return f"It is {_small(text)}"
    if _DONE.match(text):
        return f"It is for people {text}"
    if _STATE.match(text) and not text[0].isdigit():
        return f"It asks people to be {text}"
    if _DO.match(text):
        return f"It asks people to {text}"
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
    if _is_clause(text):
        return _capital(text)
    return f"Another way in is {'the ' if re.match(r'[A-Z]', text) else ''}{text}"


def _intended(text: str) -> str:
    plain = re.sub(r"\s*\((?:intended learners|program page)[^()]*\)", "", text)
    plain = re.sub(r"^for\b", "meant for", plain, flags=re.IGNORECASE)
    if re.match(r"(?:meant|designed|aimed|intended|open|suitable|introductory|written|made|built)\b", plain, re.IGNORECASE):
        return f"It is {_small(plain)}"
    if re.match(r"(?:suits|helps|welcomes|fits)\b", plain, re.IGNORECASE):
        return f"It {_small(plain)}"
    if _is_clause(" ".join(plain.split()[:4])):
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
    if _is_clause(plain) or re.search(r"recommended|preferred|advisory", plain, re.IGNORECASE):
        return _capital(plain)
    return f"Also expected: {plain}" if "expected" in text else f"Also recommended: {plain}"


def _open(text: str) -> str:
    if _is_clause(text) or re.match(r"(?:come|anyone|everyone|everybody)\b", text, re.IGNORECASE):
        return _capital(text)
    if re.match(r"no (?:\w+ )*(?:prerequisites|requirements)\b", text, re.IGNORECASE):
        return f"There are {_small(text)}"
    if re.match(r"no\b", text, re.IGNORECASE):
        return f"There is {_small(text)}"
    if re.match(r"open registration\b", text):
        return f"It has {text}"
    if re.match(r"(?:suitable|introductory|open)\b", text, re.IGNORECASE):
        return f"It is {_small(text)}"
    return _capital(text)


def _small(text: str) -> str:
    """The words inside a sentence: the first letter small, unless the word is all capitals."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _article(text: str) -> str:
    if not _ARTICLED.match(text):
        return text
    first = text.split(maxsplit=1)[0]
    letters = first[:1] in "AEFHILMNORSX" if first.isupper() and len(first) > 1 else bool(re.match(r"[aeiou](?!ni)", first, re.IGNORECASE))
    return f"{'an' if letters else 'a'} {text}"


def _capital(text: str) -> str:
    return sentence_case(text).rstrip(".")
