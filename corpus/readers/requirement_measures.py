"""What can be measured in a stated requirement: level, grade, subject, years, ages, language scores."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from corpus.numbers import number_pattern, parse_number
from corpus.requirement import EDUCATION_LEVELS, EducationLevel

__all__ = ["read_language", "read_measures", "without_asides"]

_LEVELS: tuple[tuple[str, EducationLevel], ...] = (
    (r"\bmaster'?s|\bgraduate degree|\bdoctor", "graduate"),
    (r"\bbachelor'?s?|\bundergraduate degree|\bba/bed\b|\bpost-degree|\bdegree\b", "bachelor"),
    (r"\bdiploma\b", "diploma"),
    (r"post-secondary credential|\bone-year certificate|\bcertificate or", "certificate"),
    (r"one year of post-?secondary|\d+ undergraduate credits", "some-postsecondary"),
    (
        r"\bgrade 12|secondary (?:school )?graduation|high school (?:graduation|complet|diploma)|dogwood",
        "grade-12",
    ),
    (r"\bgrade 11\b", "grade-11"),
    (r"\bgrade 10\b", "grade-10"),
)
_FIELD = re.compile(
    r"\b(?:degree|diploma|certificate) in (?:a field relevant to |a )?([^;(]+?)(?=,? with\b| or equivalent|[;(]|,? or an?\b|$)",
    re.IGNORECASE,
)
_MARK = r"(?:[A-D][+-]?(?![A-Za-z])|\d{2,3}\s?%)"
_GRADE = re.compile(
    rf"(?:\(|\bminimum |\bat least |\bat |\bwith (?:an? )?|^)({_MARK}(?: \(\d{{2,3}}%\))?)(?:\)| or | minimum| overall| average|$| in )"
)
_SUBJECTS = r"(?:English(?: Studies| First Peoples)?|Foundations of Math(?:ematics)?|Pre-?calculus|Math(?:ematics)?|Biology|Life Sciences|Chemistry|Physics|Science|Social Studies)"
_SUBJECT = re.compile(rf"{_SUBJECTS}\s*(?:10|11|12)")
_SUBJECT_OF_GRADE = re.compile(r"\ba (Grade 1[0-2] [a-z]+)(?: option)?", re.IGNORECASE)
_YEARS = re.compile(
    rf"\b({number_pattern})(?:\s*(?:-|to)\s*\d+)?\s+years?'?(?: of)?(?: (?!study\b|age\b|education\b|college\b|university\b|most\b|a\b)[\w-]+){{0,6}}? "
    r"(?:experience|work|leadership|management|practice|service)\b",
    re.IGNORECASE,
)
_AGES = re.compile(r"\baged? (\d{2})\s*(?:-|–|to)\s*(\d{2})", re.IGNORECASE)
_AGE_MIN = re.compile(r"(?:\bat least )?\b(\d{2}) (?:or older|years (?:old|of age)|\+)", re.IGNORECASE)
_TEST = re.compile(r"\b(IELTS|TOEFL|MET|CLB|CAEL|PTE|Duolingo)\b(?:\D{0,12}(\d{1,3}(?:\.\d)?))?")
_BAND = re.compile(
    r"no (?:band|part|section|score)[^.]{0,12}(?:below|less than|under) (\d(?:\.\d)?)", re.IGNORECASE
)


def without_asides(text: str) -> str:
    """A text without what stands in parentheses.

    >>> without_asides("at least grade 10 (diploma preferred), fit")
    'at least grade 10 , fit'
    """
    return re.sub(r"\([^()]*\)", "", text)


def read_measures(text: str) -> dict[str, Any]:
    """Ages, level, field of study, years, grade and school subject, as far as the words state them.

    >>> read_measures("a one-year certificate, diploma or degree in agriculture or horticulture")
    {'level': 'certificate', 'field_of_study': 'agriculture or horticulture'}
    >>> read_measures("minimum B average over last two years of most recent degree or diploma")
    {'level': 'diploma', 'grade': 'B'}
    """
    facts: dict[str, Any] = {}
    plain = without_asides(text)
    if ages := _AGES.search(text):
        facts["age_min"], facts["age_max"] = int(ages[1]), int(ages[2])
    elif age := _AGE_MIN.search(text):
        facts["age_min"] = int(age[1])
    subjects = _SUBJECT.findall(text) or _SUBJECT_OF_GRADE.findall(text)
    if subjects:
        facts["subject"] = " / ".join(dict.fromkeys(subjects))
    elif level := _level(plain):
        facts["level"] = level
        if subject := _FIELD.search(plain):
            facts["field_of_study"] = subject[1].strip(" ,")
    if years := _YEARS.search(text):
        facts["years"] = parse_number(years[1])
    if grade := _GRADE.search(text):
        facts["grade"] = grade[1]
    return facts


def _level(text: str) -> EducationLevel | None:
    """The lowest level named: "certificate, diploma or degree" is met by a certificate."""
    named = [level for pattern, level in _LEVELS if re.search(pattern, text.lower())]
    return min(named, key=EDUCATION_LEVELS.index, default=None)


def read_language(text: str) -> dict[str, Any]:
    """A language test with its least scores; empty where none, or several without a score, are named.

    >>> read_language("IELTS 6.0 overall (no band below 5.5)")
    {'test': 'IELTS', 'score': Decimal('6.0'), 'band': Decimal('5.5')}
    """
    tests = list(_TEST.finditer(text))
    scored = [test for test in tests if test[2]] or (tests if len(tests) == 1 else [])
    if not scored:
        return {}
    facts: dict[str, Any] = {"test": scored[0][1]}
    if scored[0][2]:
        facts["score"] = Decimal(scored[0][2])
    if band := _BAND.search(text):
        facts["band"] = Decimal(band[1])
    return facts
