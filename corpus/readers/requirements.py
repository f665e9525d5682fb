"""Type a stated admission requirement: its kind, level, grade, years, test scores, ages.

Rules read the words; what no rule reads stays ``kind='other'`` with its text, and nothing is guessed.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from corpus.numbers import number_pattern, parse_number
from corpus.requirement import EducationLevel, Requirement, RequirementKind, Strength

__all__ = ["read_requirement", "read_requirements"]

_INTENDED = re.compile(
    r"\(intended learners|^(?:meant|designed|aimed|intended|suitable|suits|open(?! to members of))\b|^for (?:people|new|building|resource|educators|public)"
    r"|^anyone who|are encouraged|useful for|^professionals in|^individual offerings welcome|^introductory",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(r"recommended|is an asset|preferred|encouraged|expected\)|advisory|looked for", re.IGNORECASE)
_OPEN = re.compile(
    r"\bno (?:(?:prior|previous|formal) )?(?:[a-z]+ ){0,2}(?:prerequisites?|experience|degree|education|requirements?)\b(?! .*required to)"
    r"|anyone can apply|open registration|little or no experience",
    re.IGNORECASE,
)

_LEVELS: tuple[tuple[str, EducationLevel], ...] = (
    (r"\bmaster'?s|\bgraduate degree|\bdoctor", "graduate"),
    (r"\bbachelor'?s?|\bundergraduate degree|\bba/bed\b|\bpost-degree|\bdegree\b", "bachelor"),
    (r"\bdiploma\b(?! preferred)", "diploma"),
    (r"post-secondary credential|\bone-year certificate|\bcertificate or", "certificate"),
    (r"one year of post-?secondary|60 undergraduate credits|university-level course", "some-postsecondary"),
    (r"\bgrade 12|secondary (?:school )?graduation|high school (?:graduat|complet|diploma)|dogwood", "grade-12"),
    (r"\bgrade 11\b", "grade-11"),
    (r"\bgrade 10\b", "grade-10"),
)
_GRADE = r"(?:[A-D][+-]?(?![A-Za-z])|\d{2,3}\s?%)"
_SUBJECT = re.compile(
    r"((?:English(?: Studies| First Peoples)?|Foundations of Math(?:ematics)?|Pre-?calculus|Math(?:ematics)?|Biology|Life Sciences|"
    r"Chemistry|Physics|Science|Social Studies)(?:\s*/\s*[A-Z][A-Za-z ]+)?\s*(?:10|11|12))",
)
_GRADE_11_OPTION = re.compile(r"\ba (Grade 1[0-2] [a-z]+)(?: option)?", re.IGNORECASE)
_COURSE_CODE = re.compile(r"\b[A-Z]{2,5} ?\d{3}[A-Z]?\b")
_TEST = re.compile(r"\b(IELTS|TOEFL|MET|CLB|CAEL|PTE|Duolingo)\b(?:\D{0,12}(\d{1,3}(?:\.\d)?))?")
_BAND = re.compile(r"no (?:band|part|section|score)[^.]{0,12}(?:below|less than|under) (\d(?:\.\d)?)", re.IGNORECASE)
_YEARS = re.compile(rf"\b({number_pattern})(?:\s*(?:-|to)\s*\d+)?\s+years?'?(?: of)?\b", re.IGNORECASE)
_GRADE_STATED = re.compile(
    rf"(?:(?:\(|\bminimum |\bat least |\bat |\bwith )(?:an? )?|^)({_GRADE})(?:\)| or | minimum| average|$| in )"
)
_ENGLISH = re.compile(
    r"english (?:language )?proficiency|english reading|english requirement|proof of english", re.IGNORECASE
)
_COMMUNITY = re.compile(
    r"\bindigenous (?:ancestry|people|learners|adults|filmmakers)|first nations (?:community|in bc)|\belders\b",
    re.IGNORECASE,
)
_TICKET = re.compile(r"red seal[^;,]*|trade qualification[^;]*|registered nurse[^;]*", re.IGNORECASE)
_EXPERIENCE = re.compile(
    r"work experience|involve[dm]|active in|volunteer|\brole in\b|lived experience|currently working"
)
_AGES = re.compile(r"\baged? (\d{2})\s*(?:-|–|to)\s*(\d{2})", re.IGNORECASE)
_AGE_MIN = re.compile(r"(?:\bat least )?\b(\d{2}) (?:or older|years (?:old|of age)|\+)", re.IGNORECASE)


def read_requirements(entries: list[str]) -> tuple[Requirement, ...]:
    """Type each entry; entries joined by a closing "or" become alternatives of one condition."""
    typed: list[Requirement] = []
    group = 0
    joined = False
    for entry in entries:
        ends_or = bool(re.search(r"[;,]?\s+or$", entry))
        starts_or = entry.lower().startswith("or ")
        if starts_or and typed and not joined:
            group += 1
            # "or …" offers another way of meeting everything that was asked before it
            typed = [item.model_copy(update={"alternative": group}) if item.strength == "required" else item for item in typed]
        in_group = ends_or or joined or starts_or
        if ends_or and not joined:
            group += 1
        typed.append(read_requirement(entry, alternative=group if in_group else None))
        joined = ends_or
    return tuple(typed)


def read_requirement(text: str, *, alternative: int | None = None) -> Requirement:
    """Type one stated requirement.

    >>> read_requirement("Red Seal automotive technician").credential
    'Red Seal automotive technician'
    >>> r = read_requirement("IELTS 6.0 overall (no band below 5.5) for international applicants")
    >>> r.kind, r.score, r.band, r.condition
    ('language', Decimal('6.0'), Decimal('5.5'), 'international applicants')
    """
    strength: Strength = "required"
    if _INTENDED.search(text):
        strength = "intended"
    elif _RECOMMENDED.search(text):
        strength = "recommended"
    facts: dict[str, Any] = {}
    kind = _kind_and_facts(text, strength, facts)
    condition = re.search(r"\bfor ((?:international|domestic|indigenous|mature) (?:applicants|students))", text, re.IGNORECASE)
    if condition:
        facts["condition"] = condition[1]
    return Requirement(kind=kind, text=text, strength=strength, alternative=alternative, **facts)


def _kind_and_facts(text: str, strength: Strength, facts: dict[str, Any]) -> RequirementKind:
    """The kind of a requirement; what was typed from its words goes into ``facts``."""
    facts.update(_measures(text))
    if _OPEN.search(text) and not facts.get("subject"):
        facts.pop("level", None)
        return "open"
    if strength == "intended":
        return "intended"
    for rule in (_language, _community, _credential):
        if kind := rule(text, facts):
            return kind
    lowered = text.lower()
    if facts.get("level"):
        return "education"
    if "age_min" in facts:
        return "age"
    if "years" in facts or _EXPERIENCE.search(lowered):
        return "experience"
    return _other_kind(lowered)


def _measures(text: str) -> dict[str, Any]:
    """Ages, level, years, grade and school subject, as far as the words state them."""
    facts: dict[str, Any] = {}
    if ages := _AGES.search(text):
        facts["age_min"], facts["age_max"] = int(ages[1]), int(ages[2])
    elif age := _AGE_MIN.search(text):
        facts["age_min"] = int(age[1])
    if level := next((level for pattern, level in _LEVELS if re.search(pattern, text.lower())), None):
        facts["level"] = level
    if years := _YEARS.search(text):
        facts["years"] = parse_number(years[1])
    if grade := _GRADE_STATED.search(text):
        facts["grade"] = grade[1]
    if subject := _SUBJECT.search(text) or _GRADE_11_OPTION.search(text):
        facts["subject"] = subject[1]
    return facts


def _language(text: str, facts: dict[str, Any]) -> RequirementKind | None:
    """A language test, a school subject, or proof of English, in this order."""
    if test := _TEST.search(text):
        facts["test"] = test[1]
        if test[2]:
            facts["score"] = Decimal(test[2])
        if band := _BAND.search(text):
            facts["band"] = Decimal(band[1])
        return "language"
    if facts.get("subject"):
        return "subject"
    return "language" if _ENGLISH.search(text) else None


def _community(text: str, facts: dict[str, Any]) -> RequirementKind | None:
    if members := re.search(r"\bmembers of (.+)$", text):
        facts["members_of"] = members[1]
        return "community"
    return "community" if _COMMUNITY.search(text) else None


def _credential(text: str, facts: dict[str, Any]) -> RequirementKind | None:
    """A trade ticket or a licence, or a course by its code."""
    if ticket := _TICKET.search(text):
        facts["credential"] = ticket[0].strip()
        return "credential"
    if code := _COURSE_CODE.search(text):
        facts["course"] = code[0]
        return "course"
    return None


def _other_kind(lowered: str) -> RequirementKind:
    if re.search(r"live in canada|citizen|permanent resident|\bresident\b|living in", lowered):
        return "residency"
    if re.search(r"computer|internet|webcam|equipment", lowered):
        return "equipment"
    if re.search(r"transcript|resume|portfolio|letter|interview|application form|certifications? issued", lowered):
        return "documents"
    if re.search(r"\b(?:students|employees|veterans|enrolled)\b", lowered):
        return "enrolment"
    if re.search(r"\bor equivalent\b|completion of|prerequisite", lowered):
        return "course"
    return "other"
