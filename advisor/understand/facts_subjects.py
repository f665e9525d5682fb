"""School subjects with their grades, and courses done, as told."""

from __future__ import annotations

import re

from advisor.understand.facts_told import Told, clause_before, covering, is_denied

__all__ = ["canonical_subject", "read_courses", "read_subjects"]

#: pattern of a school subject -> its plain name
_SUBJECTS: tuple[tuple[str, str], ...] = (
    (r"english first peoples|first peoples(?: english)?|efp", "English First Peoples"),
    (r"english studies|english|eng", "English"),
    (r"foundations(?: of)?(?: math(?:ematics|s)?)?", "Foundations of Math"),
    (r"pre-?\s?calc(?:ulus)?", "Pre-calculus"),
    (r"workplace math(?:ematics|s)?", "Workplace Math"),
    (r"math(?:ematics|s)?", "Math"),
    (r"life sciences?", "Life Sciences"),
    (r"bio(?:logy)?", "Biology"),
    (r"chem(?:istry)?", "Chemistry"),
    (r"physics", "Physics"),
    (r"science", "Science"),
    (r"social studies|socials", "Social Studies"),
)
_ANY = "|".join(pattern for pattern, _ in _SUBJECTS)
_NAME = rf"(?P<name>\b(?:{_ANY}))[\s-]*(?:(?:grade|gr)\.?\s?)?(?P<year>1[0-2])\b"
_NAME_REVERSED = rf"\b(?:grade|gr)\.?\s?(?P<year2>1[0-2])\s+(?P<name2>(?:{_ANY})\b)"
#: a letter in capitals, a small letter that is no word of its own, or a percentage
_MARK = r"(?:[A-F][+-]?(?![\w+-])|[bcdf][+-]?(?![\w+-])|a[+-](?![\w+])|\d{2,3}\s?(?:%|percent))"
#: a plain number is a mark only right beside what it was got in: "a 58 in Math 10", "Math 10: 58"
_PLAIN_BEFORE = re.compile(r"(?<![\w.$-])(\d{2})(?i:\s+(?:in|for|on)\s+(?:my\s+)?)$")
_PLAIN_AFTER = re.compile(r"(?i:\s*(?:\(|=|:|\b(?:was|is|at|with|got|mark of|of)\b)(?:\s|\b(?:only|just|an?|around|about|i got)\b)*)(\d{2})(?![\w.%])(?!\s*(?:percent|years?|yrs?|months?|weeks?|hours?|credits?)\b)")
_AFTER = re.compile(
    rf"(?i:\s*(?:\(|=|:|-|,|\s|\b(?:was|were|is|at|with|got|equivalent|equiv|average|avg|final|mark|grade|of|an?|my|i got|just|only|around|about)\b)*)(?<![A-Za-z])({_MARK})(?!\s+(?:in|for)\b)"
)
_BEFORE = re.compile(rf"(?<![A-Za-z])({_MARK})(?i:\s*(?:\)|\s|\b(?:in|for|on|my|minimum|average)\b)*)$")
_SUBJECT = re.compile(f"{_NAME}|{_NAME_REVERSED}", re.IGNORECASE)
_AVERAGE = re.compile(
    r"\b(?:average|avg|gpa)(?: (?:is|was|around|about|of|maybe|like|close to|roughly|at|only|just|an?|more like|came (?:out )?(?:to|at)?))*\s*(?P<after>\d{2,3}(?:\.\d+)?\s?%?|[A-F][+-]?(?!\w))|(?P<before>\b\d{2}\s?%|\b[A-F][+-]?(?= ))\s*(?:overall )?(?:average|avg)\b"
)
_CODE = re.compile(
    # in small letters it is a course only where a mark stands beside it: "comp 251 i got a C+"
    r"\b(?P<small>[a-z]{3,5} ?\d{3})(?: (?:i|we|he|she))?(?:,? (?:with|at|got|was|is)|:)(?: (?:an?|only|just))* (?P<mark>[A-F][+-]?(?!\w)|\d{2,3}\s?%)"
    r"|\b(?P<code>[A-Z]{3,5})[ -]?(?P<number>\d{3}[A-Z]?)\b(?:\s*(?:\(|with(?: an?)?|at|got(?: an?)?|:)\s*(?P<grade>[A-F][+-]?(?!\w)|\d{2,3}\s?%)|\s+(?P<beside>[A-F][+-]?)(?=\s*(?:[,.;)]|$)))?"
)
_DONE = re.compile(
    r"\b(?:took|taken|did|done|finished|completed?|passed|have|has|had|got|already|'ve|ive)\b[^?]*$",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    r"\b(?:need|needs|require\w*|before|after|without|do i have|have to|want|take|taking|sign up|into|for|is|does|about|missing)\b[^,]*$",
    re.IGNORECASE,
)


def canonical_subject(name: str, year: str) -> str:
    """The plain name of a school subject.

    >>> canonical_subject("foundations", "11"), canonical_subject("eng", "12")
    ('Foundations of Math 11', 'English 12')
    """
    plain = next(title for pattern, title in _SUBJECTS if re.fullmatch(pattern, name.strip(), re.IGNORECASE))
    return f"{plain} {year}"


def read_subjects(text: str) -> tuple[list[Told[tuple[str, str]]], list[Told[str]]]:
    """Subjects with their grades ("" where none is told), and subjects said to be missing.

    >>> read_subjects("foundations 11 (C), english 12 (C+)")[0][1].value
    ('English 12', 'C+')
    >>> read_subjects("missing Biology 11")[1][0].value
    'Biology 11'
    """
    held: list[Told[tuple[str, str]]] = []
    missing: list[Told[str]] = []
    for match in _SUBJECT.finditer(text):
        name = canonical_subject(match["name"] or match["name2"], match["year"] or match["year2"])
        if denied := is_denied(text, match.start()):
            said, start, end = covering(text, max(0, match.start() - 70) + denied.start(), match.end())
            missing.append(Told(value=name, said=said, start=start, end=end))
            continue
        start, end, grade = match.start(), match.end(), ""
        if after := _AFTER.match(text[match.end() :]):
            grade, end = after[1], match.end() + after.end()
            end += text[end : end + 1] == ")"
        elif before := _BEFORE.search(text[max(0, match.start() - 20) : match.start()]) or _PLAIN_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
            grade, start = before[1], match.start() - (len(before.string) - before.start())
        elif after := _PLAIN_AFTER.match(text[match.end() :]):
            grade, end = after[1], match.end() + after.end()
            end += text[end : end + 1] == ")"
        elif re.search(
            r"\b(?:need|needs|require\w*|do i|is|without)\b[^,.;]*$",
            clause_before(text, match.start()),
            re.IGNORECASE,
        ):
            continue  # it is asked about, not told
        said, start, end = covering(text, start, end)
        held.append(Told(value=(name, _tidy(grade)), said=said, start=start, end=end))
    if average := _AVERAGE.search(text):
        said, start, end = covering(text, average.start(), average.end())
        held.append(
            Told(
                value=("average", _tidy(average["after"] or average["before"])),
                said=said,
                start=start,
                end=end,
            )
        )
    return held, missing


def read_courses(text: str) -> list[Told[tuple[str, str]]]:
    """Courses by code that the learner says they have done, with a grade where told.

    >>> read_courses("I took ELSE 452 last year")[0].value
    ('ELSE 452', '')
    >>> read_courses("do i need ELSE 452 before 454")
    []
    """
    done = []
    for match in _CODE.finditer(text):
        before = clause_before(text, match.start())
        marked = match["small"] or match["grade"] or match["beside"]
        if is_denied(text, match.start()) or not (marked or (_DONE.search(before) and not _NOT_DONE.search(before))):
            continue
        said, start, end = covering(text, match.start(), match.end())
        code = re.sub(r"(?<=[A-Z]) ?(?=\d)", " ", match["small"].upper()) if match["small"] else f"{match['code']} {match['number']}"
        done.append(
            Told(
                value=(code, _tidy(match["grade"] or match["beside"] or match["mark"] or "")),
                said=said,
                start=start,
                end=end,
            )
        )
    return done


def _tidy(grade: str) -> str:
    plain = grade.strip().replace(" ", "").replace("percent", "%").upper()
    return plain + "%" if re.fullmatch(r"\d{2,3}(?:\.\d+)?", plain) else plain
