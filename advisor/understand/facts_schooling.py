"""Schooling as told: the highest level, what was studied, and what the learner says they do not have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from advisor.understand.facts_told import Told, covering, is_denied, is_held
from corpus.requirement import EDUCATION_LEVELS, EducationLevel

__all__ = ["Schooling", "read_in_school", "read_schooling"]

_GRADE_WORDS = {"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
_GRADES: dict[int, EducationLevel] = {10: "grade-10", 11: "grade-11", 12: "grade-12"}
_NUMBER = r"(?:1[0-2]|[1-9]|eight|nine|ten|eleven|twelve)(?:th)?"
_GRADE = re.compile(
    rf"\b(?:(?:grade|gr\.?|class(?=\s?(?:8|9|1|e|n|t))|form)\s?({_NUMBER})|({_NUMBER}) grade)\b(?!\s*\d)(?!\s+(?:licen[cs]e|driver|math|english|science|bio\w*|chem\w*|physics))",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?:\b(?:(?:no|any|little|without) (?:formal |more |further )?(?:school(?:ing)?|education|classes)|(?:never|didn'?t|did not) (?:get|got|go|went|make it|made it)) (?:past|beyond|after|above|further than) "
    r"|\b(?:left|quit|dropped out(?: of)?|drop out|stopped|didn'?t finish|never finished|kicked out)\b(?: (?:high )?school)?(?: (?:in|at|after|during|around|of|back in|with))*\s*)$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:up to|made it to|went to|only (?:have|has|got|did)|finish(?:ed)?|completed?|have|has|had|got|did|done|with|w|my|passed|education|just|graduated)\s+(?:my |his |her |about |only )?$|(?:\b(?:is|am|are|im|still|currently|now|kid|kids|son|daughter|student)|'m|'s|'re)\s+(?:still |currently |now |just )?in\s+$",
    re.IGNORECASE,
)
_NEEDED = re.compile(r"\b(?:needs?|have to|has to|must|requires?|required|should)\b[^,;.!?]*$", re.IGNORECASE)
_SCHOOL = r"(?:high ?school|secondary school|secondary|hs|grade school|school)"
_NO_SCHOOL = re.compile(
    rf"\b(?:(?:didn'?t|did not|never|haven'?t|hasn'?t|have not|not) (?:ever |even |actually )?(?:finish|finished|complete|completed|graduate|graduated)(?: (?:from|with))?(?: {_SCHOOL})?"
    rf"|(?:no|without|don'?t have|doesn'?t have)[ -](?:a |any |my |his |her )?(?:high[ -]?school(?:[ -](?:diploma|graduation|grad|certificate))?|dogwood|ged)"
    rf"|dropped out(?: of (?:high ?)?school)?|drop ?out of (?:high ?)?school|(?:high ?school )dropout|left (?:high ?)?school(?: early)?|quit (?:high ?)?school)\b(?! of (?:uni|college))(?! (?:a |any |my |the )?(?:degree|diploma|college|university|uni|program|course|bachelor))",
    re.IGNORECASE,
)
_OF_SCHOOL = re.compile(r"school|dogwood|\bged\b|secondary|\bhs\b", re.IGNORECASE)
_OF_COLLEGE = re.compile(r"\b(?:college|university|uni|degree|bachelor\w*|diploma|program|post-?secondary|campus)\b[^.?!]*$", re.IGNORECASE)
_FINISHED_SCHOOL = re.compile(
    r"\b(?:(?:finished|completed|graduated(?: from)?|graduate of|done|did|got|have|took|passed|just graduated|grad(?:uat)?ed) (?:my |from |his |her |their )?(?:high ?school|(?:senior |upper )?secondary(?: school)?|grade 12|gr\.? ?12|a-?levels|twelfth(?: standard)?)(?! (?:drop\w*|teach\w*|cour\w*|english|math\w*|science))(?P<away>(?: diploma| certificate)?(?: (?:back|over|there))?(?: (?:in|from) (?:the )?(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?|another country|my country)| home| overseas| abroad)?)"
    r"|adult (?:grad(?:uation|uated?)?|high school) diploma|(?:high ?school|secondary|adult) (?:diploma|graduat(?:e|ion)|grad)|(?:adult )?dogwood(?: diploma)?|\bged\b|adult grad(?:uation)?(?: diploma)?)\b",
    re.IGNORECASE,
)
_SOME_COLLEGE = re.compile(
    r"\b(?:(?:an?|one|two|three|four|five|[1-9]|some|few|couple(?: of)?|half)\s?(?:an?\s)?(?:years?|yrs?|semesters?|terms?|courses?|credits?)?\s?(?:of|at|in|worth of)?\s?(?:college|university|uni|post-?secondary)(?! (?:degree|diploma|certificate|credential|credits?|transfer|age|town))"
    r"|(?:first|second|third)[- ]year (?:of )?(?:college|university|uni)(?! (?:course|class|credit))|\d{2,3} (?:undergrad(?:uate)? |university )credits)\b",
    re.IGNORECASE,
)
_NO_COLLEGE = re.compile(
    r"\b(?:never (?:went|been|got|made it) to (?:college|university|uni)|(?:no|without|don'?t have (?:any|a)|haven'?t (?:got |had |done )?(?:any|been to)|didn'?t go to)(?: formal)? (?:college|university|uni|post-?secondary)(?: education)?)\b(?! (?:degree|diploma))",
    re.IGNORECASE,
)
_CREDENTIALS: tuple[tuple[EducationLevel, str], ...] = (
    ("graduate", r"master'?s?(?: degree)?|mba|m\.?ed\b|m\.?sc\b|msw\b|msn\b|ph\.?d\b|doctorate|graduate degree"),
    (
        "bachelor",
        r"bachelor'?s?(?: degree)?|b\.?sc\b|b\.?ed\b|b\.?a\b|b\.?comm?\b|bsn\b|bscn\b|bsw\b|bba\b|bfa\b|b\.?tech\b|b\.?eng\b|undergrad(?:uate)? degree|university degree|college degree|degree",
    ),
    ("diploma", r"diploma"),
    (
        "certificate",
        r"(?:post-?secondary|college|university|one[- ]year) certificate|certificate(?= in\b)|college credential|post-?secondary credential",
    ),
)
#: in the sentence of a credential that opens a clause: what shows that somebody tells of it and does not ask about it
_BARE = re.compile(r"\b(?:yrs?|years?|average|from|since|ago|grad)\b", re.IGNORECASE)
_SPOKEN_OF = re.compile(r"\b(?:is|are|does|do|can|will|would|about|toward|into) (?:that|this|the) (?:\w+ )?$", re.IGNORECASE)
#: what a degree is in, where its letters say so
_LETTERED_FIELDS = {"bsn": "nursing", "bscn": "nursing", "msn": "nursing", "bsw": "social work", "msw": "social work", "bba": "business administration", "bfa": "fine arts", "bed": "education", "med": "education", "bcom": "commerce", "bcomm": "commerce", "mba": "business administration", "beng": "engineering"}
_NOT_FIELDS = {
    "a", "an", "my", "the", "his", "her", "their", "no", "any", "have", "has", "got", "with", "and", "or", "year", "yr", "two", "four", "one", "three", "college",
    "university", "bachelor", "bachelors", "bachelor's", "bachelor’s", "undergrad", "undergraduate", "associate", "first", "four-year", "two-year", "full", "honours", "w", "old", "completed",
    "that", "this", "same", "other", "another", "second", "finished", "i", "of", "to", "for", "had", "graduate", "only", "just", "is", "master", "masters", "master's", "advanced", "formal",
}  # fmt: skip
_FIELD_AFTER = re.compile(
    r"\s*(?:degree |diploma )?(?:is |was |are )?(?:in|of)\s+(?:(?:science|arts|applied science|education) in )?([A-Za-z][\w'&-]*(?:[ &]+(?!from\b|at\b|but\b|then\b|with\b|plus\b|from\b|is\b|would\b|can\b|so\b|when\b|already\b|and (?:then |also )?(?:an?|one|two|three|four|five|some|\d|i|my|have|work|would|want)\b|years?\b|yrs?\b|i\b|does\b)[A-Za-z][\w'&-]*){0,3})",
    re.IGNORECASE,
)


@dataclass
class Schooling:
    """What a message tells of schooling. ``levels`` holds every level named, so that contradictions can be seen."""

    levels: list[Told[EducationLevel]] = field(default_factory=list)
    fields: list[Told[str]] = field(default_factory=list)
    not_held: list[Told[str]] = field(default_factory=list)

    @property
    def highest(self) -> Told[EducationLevel] | None:
        """The highest level told."""
        return max(self.levels, key=lambda told: EDUCATION_LEVELS.index(told.value), default=None)


def read_schooling(text: str) -> Schooling:
    """Read schooling from a message.

    >>> told = read_schooling("I didn't finish high school, left in grade 10")
    >>> [(item.value, item.said) for item in told.not_held]
    [('high school', "didn't finish high school"), ('high school', 'left in grade 10')]
    >>> read_schooling("history degree and 3 yrs at a parks dept").fields[0].value
    'history'
    """
    told = Schooling()
    rest = _without_school(text, told)
    rest = _grades(rest, text, told)
    rest = _finished_school(rest, text, told)
    rest = _college(rest, text, told)
    _credentials(rest, text, told)
    return told


_IN_SCHOOL = re.compile(
    r"(?:\b(?:is|am|are|im|still|currently|now)|'m|'s|'re) (?:still |currently |now |just |only )?(?P<now>(?:in|attending) (?:(?:grade|gr\.?) ?(?:8|9|1[0-2])|high ?school|secondary school)\b)"
    r"|\b(?P<student>(?:high ?school|secondary school|(?:grade|gr\.?) ?(?:8|9|1[0-2])) students?)\b|(?P<going>\b(?:going|goes) into (?:grade|gr\.?) ?(?:8|9|1[0-2]))\b",
    re.IGNORECASE,
)


def read_in_school(text: str) -> Told[str] | None:
    """The words that say that somebody is in high school now.

    >>> read_in_school("my daughter is in grade 10, can she do it").said
    'in grade 10'
    >>> read_in_school("do they take high school students") is None
    True
    """
    for match in _IN_SCHOOL.finditer(text):
        name = next(name for name in ("now", "student", "going") if match[name])
        if name != "student" or re.search(r"\b(?:am|i'?m|is|he'?s|she'?s|are|as) an? $", text[: match.start()], re.IGNORECASE):
            return _told(text, match.start(name), match.end(name), "high school")
    return None


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + "\x00" * (end - start) + text[end:]


def _told(text: str, start: int, end: int, value: str) -> Told[str]:
    said, start, end = covering(text, start, end)
    return Told(value=value, said=said, start=start, end=end)


def _level(text: str, start: int, end: int, value: EducationLevel) -> Told[EducationLevel]:
    said, start, end = covering(text, start, end)
    return Told(value=value, said=said, start=start, end=end)


def _without_school(text: str, told: Schooling) -> str:
    rest = text
    for match in _NO_SCHOOL.finditer(text):
        if _GRADE.match(text[match.end() :].lstrip(" inatfrom")):
            continue  # "left school in grade 10": read with its grade
        if not _OF_SCHOOL.search(match[0]) and _OF_COLLEGE.search(text[max(0, match.start() - 70) : match.start()]):
            continue  # "two years of university, never finished"
        told.not_held.append(_told(text, match.start(), match.end(), "high school"))
        rest = _blank(rest, match.start(), match.end())
    return rest


def _grades(rest: str, text: str, told: Schooling) -> str:
    """School grades that somebody reached or left in."""
    for match in _GRADE.finditer(rest):
        word = (match[1] or match[2]).lower().removesuffix("th")
        number = _GRADE_WORDS.get(word) or int(word)
        before = text[max(0, match.start() - 40) : match.start()]
        left = _LEFT.search(before)
        now = re.search(r"\bin\s+$", before, re.IGNORECASE)
        start = match.start() - (len(left[0]) if left else len(now[0]) if now else 0)
        if denied := is_denied(text, match.start()):
            begin = max(0, match.start() - 70) + denied.start()
            told.not_held.append(
                _told(text, begin, match.end(), "high school" if number == 12 else f"grade {number}")
            )
            rest = _blank(rest, match.start(), match.end())
            continue
        if not left and _NEEDED.search(before):
            continue  # it is asked about, and not told
        if not (left or _REACHED.search(before) or is_held(text, match.start())):
            continue
        if left or number < 10:
            told.not_held.append(_told(text, start, match.end(), "high school"))
        if number >= 10:
            away = re.match(r"(?: (?:back|over))? (?:in|from) (?:the )?(?!French|English)[A-Z][a-z]+", text[match.end() :])
            told.levels.append(_level(text, start, match.end() + (away.end() if away else 0), _GRADES[number]))
        rest = _blank(rest, match.start(), match.end())
    return rest


def _finished_school(rest: str, text: str, told: Schooling) -> str:
    for match in _FINISHED_SCHOOL.finditer(rest):
        if _NEEDED.search(text[max(0, match.start() - 40) : match.start()]):
            continue  # it is asked about, and not told
        verb = re.match(
            r"(?:finished|completed|graduated|graduate|done|did|got|have|took|passed|just|graded|grad)", match[0], re.IGNORECASE
        )
        if is_denied(text, match.start()):
            told.not_held.append(_told(text, match.start(), match.end(), "high school"))
        elif verb or is_held(text, match.start()):
            told.levels.append(_level(text, match.start(), match.end(), "grade-12"))
        rest = _blank(rest, match.start(), match.end())
    return rest


def _college(rest: str, text: str, told: Schooling) -> str:
    for match in _NO_COLLEGE.finditer(rest):
        told.not_held.append(_told(text, match.start(), match.end(), "post-secondary"))
        rest = _blank(rest, match.start(), match.end())
    for match in _SOME_COLLEGE.finditer(rest):
        if is_held(text, match.start()) and not is_denied(text, match.start()):
            told.levels.append(_level(text, match.start(), match.end(), "some-postsecondary"))
            rest = _blank(rest, match.start(), match.end())
    return rest


def _credentials(rest: str, text: str, told: Schooling) -> None:
    """Certificates, diplomas and degrees that somebody has or says they do not have."""
    for level, pattern in _CREDENTIALS:
        for match in re.finditer(rf"(?<![\w.])(?:{pattern})(?!\w)", rest, re.IGNORECASE):
            small = match[0].lower() in {"ba", "med", "bed"} and match[0] != match[0].upper()
            if small and not (match[0].lower() == "ba" and re.match(r" in [a-z]", text[match.end() :], re.IGNORECASE)):
                continue  # "bed" and "med" in small letters are words of their own
            if _SPOKEN_OF.search(text[max(0, match.start() - 40) : match.start()]):
                continue  # "how long is that diploma" speaks of one, and tells of none
            if denied := is_denied(text, match.start()):
                begin = max(0, match.start() - 70) + denied.start()
                told.not_held.append(_told(text, begin, match.end(), _plain(match[0])))
            elif not _asked_for(text, match.end()):
                begin, end, subject = _field(text, match)
                lettered = match[0].isupper() and len(match[0]) > 1 and text[match.end() :].lstrip().startswith(",")
                alone = re.match(r"[.!]\s|,\s(?!(?:what|which|how|can|does|do|is|are|who|where|when|will|would)\b)", text[end:], re.IGNORECASE) and (not text[:begin].strip() or text[:begin].rstrip()[-1] in ".!?\n")
                bare = None if lettered or alone else _BARE  # "BSN, RN in good standing", "biology degree. is that enough"
                if not (is_held(text, match.start(), bare=bare) or is_held(text, begin, bare=bare)):
                    continue
                told.levels.append(_level(text, begin, end, level))
                subject = subject or _LETTERED_FIELDS.get(match[0].lower().replace(".", ""), "")
                if subject:
                    told.fields.append(_told(text, begin, end, subject))
            else:
                continue
            rest = _blank(rest, match.start(), match.end())


def _asked_for(text: str, end: int) -> bool:
    """Whether what follows asks about it ("degree needed?", "diploma required")."""
    return bool(
        re.match(
            r"\s*(?:needed|required|necessary|program|students?|candidates?|later|after|someday|one day|at \w+\?)",
            text[end:],
            re.IGNORECASE,
        )
    )


def _plain(name: str) -> str:
    lowered = name.lower().strip()
    return "degree" if "degree" in lowered else "bachelor's degree" if lowered.startswith("b") else lowered


def _field(text: str, match: re.Match[str]) -> tuple[int, int, str]:
    """Start and end of the stretch that tells it, and what it was in ("" when not told)."""
    if after := _FIELD_AFTER.match(text[match.end() :]):
        return match.start(), match.end() + after.end(), after[1].strip().lower()
    before = re.search(
        r"((?:[A-Za-z][\w'&-]*\s+){0,2}[A-Za-z][\w'&-]*)\s+$",
        text[max(0, match.start() - 40) : match.start()],
    )
    words = before[1].split() if before else []
    kept: list[str] = []
    for word in reversed(words):
        if word.lower() in _NOT_FIELDS or (word.isupper() and len(word) > 3):
            break
        kept.insert(0, word)
    subject = " ".join(kept[-2:]).lower()
    start = text.rfind(" ".join(kept[-2:]), 0, match.start()) if subject else match.start()
    return start, match.end(), subject
