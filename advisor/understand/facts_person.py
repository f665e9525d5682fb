"""Age, place of residence and language test, as told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from advisor.understand.facts_told import Told, covering
from corpus.places import gazetteer

__all__ = ["LanguageTest", "read_age", "read_residence", "read_test"]

_RELATIVE = r"(?:son|daughter|kid|child|teen|teenager|brother|sister|cousin|nephew|niece|mother|father|mom|mum|dad|husband|wife|partner|auntie|aunt|uncle|granddaughter|grandson|grandkid|friend|friend's kid|boy|girl|client|student|buddy)"
#: what may follow a number that is no age: "I'm 20 km away", "im 2 courses short"
_NO_AGE = r"(?!\s*(?:%|percent|km|kms|k\b|kilomet\w+|miles?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|semesters?|terms?|credits?|courses?|classes|units?|points?|feet|people|of\b|kids|st|nd|rd|th|-|/|\.\d|:|am\b|pm\b|years? (?:in|into|of|at|on|as)|yrs? (?:in|into|of|at|on|as)))"
_AGES = (
    re.compile(
        rf"\b(?:i'?m|i am|im|she'?s|she is|he'?s|he is|they'?re|just turned|turned|turning|who'?s|aged?|age is|age:?)\s+(?:only |now |already |just |almost )?(?P<age>\d{{1,3}}){_NO_AGE}(?:\s*(?:years? old|yrs? old|yo\b|y/o))?(?=\W|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:my|our|her|his|the) (?:\w+ )?{_RELATIVE}(?:'s| is|,| \(|, who is| who is|, aged?| aged?)\s*(?:only |now |just )?(?P<age>\d{{1,3}}){_NO_AGE}(?=\W|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\d$.])(?P<age>\d{1,3})[\s-]*(?:years?[\s-]old|yrs?[\s-]old|y/?o\b|years? of age)",
        re.IGNORECASE,
    ),
)
#: where nothing but its place tells a number for an age
_BARE_AGES = (
    re.compile(
        rf"(?:^|[.!?\n]\s*|\bhi,?\s+|\bhello,?\s+)(?P<age>\d{{2}}){_NO_AGE}\s*(?:,|[mf]\b|and (?=\w)|with (?=(?:only |just |no |my |an? )?(?:grade|gr|high|school|dogwood|ged|degree|diploma)))",
        re.IGNORECASE,
    ),
    # at the end of what is told of schooling: "no schooling past grade 8, 45"
    re.compile(rf"\b(?:school(?:ing)?|grade \d{{1,2}}|gr\.? ?\d{{1,2}}|dogwood|ged|diploma|degree), (?P<age>\d{{2}}){_NO_AGE}(?=\s*(?:[,.;?!-]|$))", re.IGNORECASE),
)
_LIVES = re.compile(
    r"\b(?:i|we|she|he|they|family|brother|sister|son|daughter)?\s*(?:(?:live|lives|living|based|reside|resides|located|home|moved|moving|staying|am|is|are|i'?m|im|we'?re)(?: \w+){0,2}?) (?:in|near|at|to|from|outside|on|up in|over in|out in|close to|here in)\s+$",
    re.IGNORECASE,
)
_HERE = re.compile(r"^\s*(?:here\b|based\b|resident\b|girl\b|guy\b)", re.IGNORECASE)
_NAMED_WORK = re.compile(
    r"\b(?:LPN|RN|mechanic|plumber|cook|aide|worker|teacher|nurse|apprentice|technician|farmer|lodge|treasurer|here)(?: out| up| over| down)? (?:in|near|from)\s+$",
    re.IGNORECASE,
)
_TEST_NAME = re.compile(
    r"\b(?P<test>IELTS|TOEFL(?: iBT)?|CLB|CAEL|PTE|Duolingo|CELPIP|MET|LPI)\b", re.IGNORECASE
)
_SKILL = r"(?P<skill>reading|writing|listening|speaking)"
_SCORE = r"(?P<score>\d{1,3}(?:\.\d)?)"
_BAND = re.compile(
    rf"\b{_SKILL}(?: (?:is|was|band|score|of|only|at|just|part))*\s*[:=(]?\s*{_SCORE}(?!\w)", re.IGNORECASE
)
_BAND_BEFORE = re.compile(rf"(?<![\w.]){_SCORE} (?:in|for|on) (?:my |the )?{_SKILL}\b", re.IGNORECASE)
#: one score for each skill: "all bands 6.5", "no band below 6.5", "6.5 in each"
_ALL_BANDS = re.compile(
    rf"\b(?:(?:all|each|every|minimum|lowest)(?: of the| of my)? (?:\w+ )?(?:bands?|skills?|sections?|components?|parts?)|(?:no|nothing|none|not one) (?:(?:band|skill|section|score|one)s? )?(?:is |was )?(?:below|under|lower than|less than)|bands? (?:are |were )?all)(?: (?:is|are|was|were|at|of|at least|over|above))*\s*:?\s*{_SCORE}(?!\w)"
    rf"|(?<![\w.])(?P<each>\d{{1,3}}(?:\.\d)?) (?:in|on|for) (?:all|each|every)(?: (?:of the|of my))?(?: (?:four|4))?(?: (?:bands?|skills?|sections?|components?|parts?))?\b|(?<![\w.])(?P<across>\d{{1,3}}(?:\.\d)?) across the board",
    re.IGNORECASE,
)
_SKILLS = ("reading", "writing", "listening", "speaking")
_OVERALL = re.compile(
    r"(?:\s*(?:score|overall|total|band|of|is|was|a|level|:|=|my|got|at|-))*\s*(?P<score>\d{1,3}(?:\.\d)?)(?!\w)",
    re.IGNORECASE,
)
_OVERALL_BEFORE = re.compile(
    r"(?<![\w.])(?P<score>\d{1,3}(?:\.\d)?)(?: overall)? (?:on|in) (?:my |the )?$", re.IGNORECASE
)


def read_age(text: str) -> Told[int] | None:
    """The age told of the learner, or of the person they ask for; numbers that can be no age are left alone.

    >>> read_age("Im 32, can I still do it").value, read_age("my brother (24)").value
    (32, 24)
    >>> read_age("im 20 km from town") is None
    True
    """
    for pattern in (*_AGES, *_BARE_AGES):
        for match in pattern.finditer(text):
            age = int(match["age"])
            if 5 <= age <= 110:
                alone = pattern in _BARE_AGES
                said, start, end = covering(text, match.start("age") if alone else match.start(), match.end("age") if alone else match.end())
                if "(" in said and text[end : end + 1] == ")":
                    said, end = said + ")", end + 1
                return Told(value=age, said=said, start=start, end=end)
    return None


def read_residence(text: str) -> Told[str] | None:
    """The place where somebody says they live, as a place id of the gazetteer."""
    for match in gazetteer().find(text):
        before = text[max(0, match.start - 45) : match.start]
        if re.search(
            r"\b(?:without|instead of|rather than|going|don't want|would mean) (?:\w+ ){0,2}(?:to|in) $",
            before,
            re.IGNORECASE,
        ):
            continue
        if _LIVES.search(before) or _NAMED_WORK.search(before) or _HERE.match(text[match.end :]):
            return Told(
                value=match.place.id, said=text[match.start : match.end], start=match.start, end=match.end
            )
    return None


@dataclass(frozen=True, kw_only=True)
class LanguageTest:
    """A language test with its scores; None where not told."""

    name: str
    overall: Decimal | None = None
    bands: dict[str, Decimal] = field(default_factory=dict)


def read_test(text: str) -> Told[LanguageTest] | None:
    """A language test and its scores.

    >>> told = read_test("IELTS 6.0 overall but my writing is 5.0")
    >>> told.value.overall, told.value.bands
    (Decimal('6.0'), {'writing': Decimal('5.0')})
    """
    named = next(
        (match for match in _TEST_NAME.finditer(text) if match[0].lower() != "met" or match[0] == "MET"), None
    )
    if named is None:
        return None
    start, end = named.start(), named.end()
    overall: Decimal | None = None
    if after := _OVERALL.match(text[named.end() :]):
        overall, end = Decimal(after["score"]), named.end() + after.end()
        if later := re.match(r"\s+overall", text[end:], re.IGNORECASE):
            end += later.end()
    elif before := _OVERALL_BEFORE.search(text[: named.start()]):
        overall, start = Decimal(before["score"]), before.start("score")
    bands: dict[str, Decimal] = {}
    if (every := _ALL_BANDS.search(text)) and (score := every["score"] or every["each"] or every["across"]):
        if every.start() < end:  # "IELTS 6.5 in each band" tells no overall score
            overall = None if overall == Decimal(score) else overall
        end = max(end, every.end()) if every.start() - end <= 40 else end
        bands |= dict.fromkeys(_SKILLS, Decimal(score))
    for pattern in (_BAND, _BAND_BEFORE):
        for match in pattern.finditer(text):
            bands[match["skill"].lower()] = Decimal(match["score"])
            if 0 <= match.start() - end <= 40:
                end = match.end()
    if overall is None and not bands:
        return None
    said, start, end = covering(text, start, end)
    test = LanguageTest(
        name=named["test"].upper().replace("DUOLINGO", "Duolingo").removesuffix(" IBT"),
        overall=overall,
        bands=bands,
    )
    return Told(value=test, said=said, start=start, end=end)
