"""When an offering should start or be done, as a message says it: "starting in January", "before summer", "by March"."""

from __future__ import annotations

import re

from advisor.understand.understanding import Filter, Op
from corpus.cue import Cue

__all__ = ["read_start"]

_MONTHS = r"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_NAMES = rf"(?:{_MONTHS}|fall|autumn|winter|spring|summer|new years?(?:'s)?(?! resolution)|christmas|xmas|the holidays|school year)"
_AFTER = r"after|from|as of|past|following|any ?time after|no earlier than|not (?:before|until)"
_BEFORE = r"by|before|until|till|prior to|no later than|not (?:later than|after)"
_IN = r"in|for|during|around|on|come|towards?"
_SIZE = r"(?:(?:the |this |next |coming |upcoming |early |late |mid[ -]?|end of |start of |beginning of |middle of )*)"
_YEAR = r"(?:,? (?:of )?(?P<year>20\d\d)\b)?"
_DATE = Cue(rf"\b(?P<verb>(?:(?:start|begin|finish|end|complete|done|ready|run|offer)\w* )(?:it |up )?)?(?:(?P<gte>{_AFTER})|(?P<lte>{_BEFORE})|(?P<eq>{_IN})|(?=(?:this|next) ))\s*(?P<size>{_SIZE})(?P<name>{_NAMES})\b{_YEAR}", re.IGNORECASE)
_STARTS = Cue(rf"\b(?:start|begin)(?:s|ning|ing)?(?: up)? (?P<size>{_SIZE})(?P<name>{_NAMES})\b{_YEAR}|\b(?P<before>winter|spring|summer|fall|january|september|february|october|november|april|june|july|august) (?:intakes?|terms?|semesters?|starts?|courses?|classes|cohorts?)\b(?P<none>)", re.IGNORECASE)
_SOON = re.compile(r"\b(?:start|begin|run|offer)(?:s|ning|ing|ed|ting)? (?P<name>right away|asap|soon|immediately|now|(?:this|next) (?:week|month|year))\b|\b(?:in|during|by|for|before) (?P<year>20[2-9]\d)\b|\b(?P<rel>(?:this|next) (?:month|year))\b")
#: a clause that tells of something else at that time, or of a time past
_ELSE = re.compile(
    r"\b(?:graduat\w+|(?:i|we|he|she|they|just|have|had|has|i've|who) (?:finished|completed)|quit|lost|laid off|was|were|been|since|retir\w+|moved|moving|ended|closes?|closing|closed|shuts?|expire\w*|due|born|baby|wedding|hired|contract|season|birthday|turn(?:s|ed|ing)?|started|began|took|did|got (?:my|a|the)|i'?ll be \d+"
    r"|back in|last|exams?|visa|lease|job (?:starts?|ends?)|work (?:starts?|ends?)|school (?:starts?|ends?)|start(?:s|ing)? (?:my|a|at|work|the job|as|back)|applied|posted|listed|wrote|heard|saw)\b"
)
_ASKS = re.compile(
    r"\b(?:courses?|class(?:es)?|programs?|training|certificates?|certs?|workshops?|micro\w*|diplomas?|something|anything|intakes?|one|ones|take|taking|do|start\w*|begin\w*|learn\w*|finish\w*|complet\w+|done|need\w*|want\w*|looking|study|run\w*|available|offer\w*|happen\w*|get into|find|like to|love to|ready)\b"
)
_SAME = {"autumn": "fall", "christmas": "december", "xmas": "december", "the holidays": "december", "school year": "september"}
_SHORT = {name[:3]: name for name in _MONTHS.split("|")[:12]}
#: a follow-up of so few words that names a time means it for the offering
_FEW = 4


def read_start(text: str) -> Filter | None:
    """The first time that a folded text wishes an offering to start or be done at; None where it tells of another time.

    >>> wish = read_start("a cooking course starting in january")
    >>> wish.op, wish.value
    ('eq', 'january')
    >>> read_start("my contract ends in march") is None
    True
    """
    for match in sorted((*_DATE.finditer(text), *_STARTS.finditer(text), *_SOON.finditer(text)), key=lambda item: item.start()):
        start = max((text.rfind(mark, 0, match.start()) for mark in ".,;!?("), default=-1) + 1
        end = min((at for mark in ".,;!?)" if (at := text.find(mark, match.end())) >= 0), default=len(text))
        clause = text[start:end]
        if _ELSE.search(clause) or not (_ASKS.search(clause) or len(clause.split()) <= _FEW):
            continue
        return Filter(field="start", op=_op(match), value=_value(match), said=match[0].strip())
    return None


def _op(match: re.Match[str]) -> Op:
    groups = match.groupdict()
    if groups.get("lte") or re.match(r"(?:by|before) 20", match[0]):
        return "lte"
    return "gte" if groups.get("gte") else "eq"


def _value(match: re.Match[str]) -> str:
    groups = match.groupdict()
    name = groups.get("name") or groups.get("before") or groups.get("rel") or ""
    if name.startswith("new year"):
        name = "january"
    elif name in {"right away", "asap", "immediately", "now"}:
        name = "soon"
    name = _SHORT.get(name, _SHORT.get(name[:3], name) if name.startswith("sep") else _SAME.get(name, name))
    return f"{name} {groups.get('year') or ''}".strip()
