"""Type a stated admission requirement: its kind, how strongly it is asked, to whom it applies, what can be measured.

Rules read the words; what no rule reads stays ``kind='other'`` with its text, and nothing is guessed.
"""

from __future__ import annotations

import re
from typing import Any

from corpus.readers.requirement_measures import read_language, read_measures, without_asides
from corpus.requirement import Requirement, RequirementKind, Strength

__all__ = ["read_requirement", "read_requirements"]

_INTENDED = re.compile(
    r"\(intended learners|^(?:meant|designed|aimed|intended|suitable|suits|open)\b|^for (?:people|new|building|resource|educators|public)"
    r"|^anyone who|are encouraged|useful for|^professionals in|^individual offerings welcome|^introductory",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    r"recommended|is an asset|encouraged|\(expected\)|advisory|looked for|^priority to|^assumed knowledge",
    re.IGNORECASE,
)
#: the institution may let somebody in another way: permission, conditional admission, an equivalent that it judges
_ROUTE = re.compile(
    r"^(?:or )?permission of|\bconditional(?:ly)?\b.*\badmi|\badmi\w+ conditional|also considered|judged equivalent"
    r"|equivalency route|as alternative evidence",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\bno (?:(?:prior|previous|formal) )?(?:[a-z]+ ){0,2}(?:prerequisites?|experience|degree|education|requirements?)\b(?! .*required to)"
    r"|anyone can apply|open registration|little or no experience|no entry requirement",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\bfor ((?:international|domestic|indigenous|mature) (?:applicants|students))|\b(if (?:relying|applying)[^,;)]*)",
    re.IGNORECASE,
)
#: a rule of one delivery or of another page: it may not hold for what is offered now
_ELSEWHERE = re.compile(
    r"^(?:note: )?((?:another|an older|a|\d{4}|[A-Z][a-z]+)\b[^,;:]*?\b(?:page|delivery|offering|intake|cohort)) asks? (?:for|that)|^(\d{4} [^,;:]*?(?:delivery|offering|intake|cohort)) asked for",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"english (?:language )?proficiency|english reading|english requirement|proof of english|english language",
    re.IGNORECASE,
)
_MEMBERS = re.compile(r"\bmembers of (.+)$")
_COMMUNITY = re.compile(
    r"\bindigenous (?:ancestry|people|learners|adults|filmmakers|students only)|first nations (?:community|in bc)",
    re.IGNORECASE,
)
_TICKET = re.compile(r"red seal[^;,]*|trade qualification[^;]*|registered nurse[^;]*", re.IGNORECASE)
_CERTIFICATIONS = re.compile(r"\bcertifications?\b[^:]*: (.+)$")
_COMPLETION = re.compile(
    r"^(?:completion of|completed) ([^;(]*(?:program|certificate|course|training))\b", re.IGNORECASE
)
_COURSE_CODE = re.compile(r"\b[A-Z]{2,5} ?\d{3}[A-Z]?\b")
#: a title and nothing else: the name of another offering that comes first
_TITLE = re.compile(r"^[A-Z][\w'’&-]+(?: (?:(?:and|of|in|for|the|to|&) )*[A-Z][\w'’&-]+){2,}$")
_EXPERIENCE = re.compile(
    r"work experience|involve[dm]|active in|volunteer|\brole in\b|lived experience|currently working",
    re.IGNORECASE,
)
#: people of one group and nothing else: whether somebody is one of them is theirs to know
_GROUP = re.compile(
    r"^(?:[\w-]+ )*?(?:graduates|students|employees|newcomers|youth|individuals|veterans)\b(?:[ ,].*)?$",
    re.IGNORECASE,
)


def read_requirements(entries: list[str]) -> tuple[Requirement, ...]:
    """Type each entry; entries joined by "or", and groups of people listed one after the other, become alternatives.

    >>> [item.alternative for item in read_requirements(["bachelor's degree; or", "five years of related work"])]
    [1, 1]
    """
    typed: list[Requirement] = []
    group = 0
    for entry in entries:
        item = read_requirement(entry)
        before = typed[-1] if typed else None
        joined = before is not None and (
            bool(re.search(r"[;,]?\s+or$", before.text))
            or (entry.lower().startswith("or ") and item.strength != "route")
            or (_is_group(before) and _is_group(item))
        )
        if joined and before is not None:
            if before.alternative is None:
                group += 1
                typed[-1] = before.model_copy(update={"alternative": group})
            item = item.model_copy(update={"alternative": group})
        typed.append(item)
    return tuple(typed)


def _is_group(item: Requirement) -> bool:
    return item.kind == "enrolment" and item.strength == "required" and bool(_GROUP.search(item.text))


def read_requirement(text: str) -> Requirement:
    """Type one stated requirement.

    >>> read_requirement("Red Seal automotive technician").credential
    'Red Seal automotive technician'
    >>> r = read_requirement("IELTS 6.0 overall (no band below 5.5) for international applicants")
    >>> r.kind, r.score, r.band, r.condition
    ('language', Decimal('6.0'), Decimal('5.5'), 'international applicants')
    >>> [way.kind for way in read_requirement("Grade 12 or mature status (19 years of age)").ways]
    ['education', 'age']
    """
    strength = _strength(text)
    facts: dict[str, Any] = {}
    kind = _kind_and_facts(text, strength, facts)
    if condition := _condition(text):
        facts["condition"] = condition
    if kind == "open":
        facts.pop("condition", None)
        strength = "required"
    if strength == "required" and kind != "open" and (ways := _ways(text)):
        first = next((way.kind for way in ways if way.kind != "other"), "other")
        return Requirement(kind=first, text=text, condition=facts.get("condition"), ways=ways)
    return Requirement(kind=kind, text=text, strength=strength, **facts)


def _strength(text: str) -> Strength:
    plain = without_asides(text)
    if _MEMBERS.search(text):
        return "required"
    if _ROUTE.search(plain):
        return "route"
    if _INTENDED.search(text):
        return "intended"
    return "recommended" if _RECOMMENDED.search(text) else "required"


def _condition(text: str) -> str | None:
    if match := _ELSEWHERE.search(text):
        return match[1] or match[2]
    match = _CONDITION.search(text)
    return (match[1] or match[2]) if match else None


def _ways(text: str) -> tuple[Requirement, ...]:
    """Several ways of meeting one entry, each typed; empty where it names only one."""
    listed = re.match(r"(?:one|any) of: (.+)$", text)
    if listed:
        parts = re.split(r";\s*(?:or\s+)?", listed[1])
    else:
        parts = re.split(
            r",\s+or\s+|\s+or\s+(?=mature\b)|\s+or\s+(?=[A-Z]{2,5} ?\d{3}\b)",
            re.sub(r"[;,]?\s+or$", "", text),
        )
    if len(parts) < 2 or text.lower().startswith("or "):
        return ()
    ways = tuple(read_requirement(part.strip()) for part in parts if part.strip())
    return ways if any(way.kind != "other" for way in ways) else ()


def _kind_and_facts(text: str, strength: Strength, facts: dict[str, Any]) -> RequirementKind:
    """The kind of a requirement; what was typed from its words goes into ``facts``."""
    if _OPEN.search(text) and not _COURSE_CODE.search(text):
        return "open"
    facts.update(read_measures(text))
    if strength == "intended":
        return "intended"
    if strength == "route":
        facts.clear()
        return "other"
    for rule in (_language, _community, _credential):
        if kind := rule(text, facts):
            return kind
    if _GROUP.search(without_asides(text).strip()) and "age_min" not in facts:
        facts.pop("level", None)
        return "enrolment"
    if facts.get("level") or "average" in text:
        return "education"
    if "age_min" in facts:
        return "age"
    if "years" in facts or _EXPERIENCE.search(text):
        return "experience"
    return _other_kind(text.lower())


def _language(text: str, facts: dict[str, Any]) -> RequirementKind | None:
    """A language test, a school subject, or proof of English, in this order."""
    if test := read_language(text):
        facts.update(test)
        return "language"
    if facts.get("subject"):
        return "subject"
    return "language" if _ENGLISH.search(text) else None


def _community(text: str, facts: dict[str, Any]) -> RequirementKind | None:
    if members := _MEMBERS.search(text):
        facts["members_of"] = members[1]
        return "community"
    return "community" if _COMMUNITY.search(text) and not text.lower().startswith("assumed") else None


def _credential(text: str, facts: dict[str, Any]) -> RequirementKind | None:
    """A trade ticket or a licence, a program completed, or a course by its code or title."""
    if listed := _CERTIFICATIONS.search(text):
        facts["credential"] = listed[1].strip()
        return "documents"
    if ticket := _TICKET.search(text) or _COMPLETION.search(text):
        facts["credential"] = (ticket[1] if ticket.re is _COMPLETION else ticket[0]).strip()
        return "credential"
    if code := _COURSE_CODE.search(text):
        facts["course"] = code[0]
        return "course"
    if _TITLE.match(text):
        facts["course"] = text
        return "course"
    return None


def _other_kind(lowered: str) -> RequirementKind:
    if re.search(r"live in canada|citizen|permanent resident|\bresident\b|living in", lowered):
        return "residency"
    if re.search(r"computer|internet|webcam|equipment", lowered):
        return "equipment"
    if re.search(
        r"transcript|resume|portfolio|letter|interview|application form|certifications? issued", lowered
    ):
        return "documents"
    if re.search(r"\b(?:students|employees|veterans|enrolled)\b", lowered):
        return "enrolment"
    if re.search(r"\bor equivalent\b|completion of|prerequisite", lowered):
        return "course"
    return "other"
