"""Amounts that a message sets as limits: money, hours and weeks, from one grammar of bound, number, range and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from advisor.understand.understanding import Filter, Op
from corpus.cue import Cue
from corpus.numbers import NUMBER_WORDS, number_pattern, parse_number
from corpus.spans import WEEKS

__all__ = ["MEASURES", "Measure", "read_amounts"]

Measure = Literal["fee", "hours", "weeks"]
MEASURES: tuple[Measure, ...] = get_args(Measure)

_NO = r"(?:can'?t|cannot|not|never|nothing|nor|none|no(?: ?(?:one|thing))?|without|don'?t (?:want|like|need) (?:to|anything)|(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|must|need|may|might|ought)n'?t)"
_DO = r"(?:go|goes|going|spend|pay|do|afford|be|to|take|takes|have|find|is|run|runs|cost|costs|last|lasts|it|any ?(?:thing|where)?|thats?|that's|lasting|costing|much|really|that)"
_OVER = r"(?:over|above|more (?:than|then)|past|beyond|exceed(?:s|ing)?|longer (?:than|then)|higher than|greater than)"
_UNDER = r"(?:under|below|beneath|less (?:than|then)|fewer (?:than|then)|lower than|cheaper (?:than|then)|shorter (?:than|then))"
_MOST = (
    rf"{_NO} (?:{_DO} )*{_OVER}|{_UNDER}|at (?:the )?most|(?:at )?max(?:imum)?(?: of| is)?|no (?:more|longer|greater|higher) (?:than|then)|up to|within|inside(?: of)?|<=?"
    r"|(?:up|raise|bump|increase|lower|drop|cut|make|change|move|stretch) (?:it|that|this|(?:my |the )?(?:budget|limit|price|max)) (?:up |down )?to|(?:budget|limit|cap)(?:'s| is| of)?|cap(?:ped)? (?:it )?at"
)
_LEAST = rf"{_NO} (?:{_DO} )*{_UNDER}|{_OVER}|at least|min(?:imum)?(?: of| is)?|no (?:less|fewer|shorter) than|upwards of|>=?"
_HOLD = r"(?:only (?:have|got)|(?:have|got) only|have|got|spend|afford|pay|spare|can do)"
_ABOUT = r"(?:about|around|roughly|approx(?:imately)?|like|maybe|say|~|close to|something like|only|just)"
_X = r"(?: ?k\b| ?grand\b| ?thousand\b| ?hundred\b)"
_COUNT = rf"half an?\b|{number_pattern}|(?:a |the )?(?:couple|few)(?: of)?\b|an?\b|one\b"
_UNIT = r"\$|dollars?\b|bucks?\b|cad\b|hours?\b|hrs?\b|days?\b|weekends?\b|weeks?\b|wks?\b|months?\b|terms?\b|semesters?\b|years?\b|yrs?\b"
_QUANTITY = re.compile(
    rf"(?:\b|(?<=\s)|^)(?P<lead>(?P<most>{_MOST})|(?P<least>{_LEAST})|(?P<between>(?:any ?(?:thing|where) )?between|from)|(?P<hold>{_HOLD})|(?P<within>(?:done |finished |over |finish (?:it |up )?)?in))?"
    rf"(?(lead)[ ,:]*)(?P<about>(?:{_ABOUT} ?)*)(?<![\w.,$-])(?P<cur>\$ ?)?(?P<n>{_COUNT})(?P<x>{_X})?(?P<plus>\+)?"
    rf"(?: ?(?:-|to|and|or|\u2013) ?(?P<cur2>\$ ?)?(?P<n2>{number_pattern})(?P<x2>{_X})?)?"
    rf"(?P<joint>[ -]*)(?P<unit>{_UNIT})?(?P<tail>\+| ?(?:or so\b|or (?:less|under|fewer|cheaper|shorter|below)\b|tops\b|max(?:imum)?\b|(?:at )?(?:the )?most\b|total\b|ish\b)| ?or (?P<more>more|over|up|longer)\b| ?(?P<min>min(?:imum)?|at least)\b)?",
    re.IGNORECASE,
)
#: no amount stands in a text without one of these: "a" and "one" measure nothing without a unit
_ANY_AMOUNT = Cue(rf"\d|{_UNIT}|\b(?:k|grand|thousand|hundred)\b|(?<!\w)(?:couple|few|{'|'.join(word for word in NUMBER_WORDS if '-' not in word and word != 'one')})", re.IGNORECASE)
_MONEY_WORDS = re.compile(r"dollars|bucks|tuition|\bcosts?\b|\bfees?\b|\bpay|\bprice|spend|budget|afford|grand\b|money|\$")
#: what makes a number a rate, a distance, an age, a time past or a count of something else
_RATE = re.compile(r"\s*(?:/|(?:an?|per|each|every|in the) ?(?:day|week|month|year|hour|wk|evening|night|session|class|course|credit|person|pop)\b)")
_NOT_LENGTH = re.compile(r"\s*(?:'?\s*(?:of |work )?experience\b|ago\b|old\b|away\b|later\b|earlier\b|from (?:now|here|home|me|us|town)\b|(?:drive|driving|commute|trip|flight|ride)\b|by (?:car|bus|ferry|boat)\b|of [a-z]+ing (?:to|there)\b|(?:north|south|east|west)\b|off work\b|of (?:work|sobriety|marriage|leave)\b|(?:and )?counting\b|into\b|left\b|since\b|till?\b|until\b|notice\b|on the job\b|in (?:the|a|this) (?:industry|field|trade|job|business)\b|as an?\b|working\b)")
_TRAVEL = re.compile(r"\s*(?:'?s?'? ?(?:drive|driving|by car|travel|commute)?\s*)?(?:of|from|to)\b(?! (?:class|training|instruction|study|learning|course|work|finish|complete))")
_PAST = re.compile(r"\b(?:been|was|were|worked|working|work|did|done|took|spent|last|past|every|each|drive|commute|after|since|ago|aged?|for the|have done|experience|i'?m|sober|married|for)\s+(?:\w+ )?$")
_TOLD = re.compile(r"\b(?:make|makes|earn|earns|owe|paid|pays|paying|salary|income|worth|raise|charged?|cost me|costs? (?:about|around)?)\s+(?:me |us |is )?$")
_COUNTED = re.compile(r"\s*(?:%|-?km\b|kms\b|kilomet|miles?\b|minutes?\b|mins?\b|courses?\b|classes\b|credits?\b|people\b|percent\b|kids\b|students\b|employees\b|acres\b|modules\b|of them\b|times\b|other\b|more\b|(?:year|yr)s?\b|am\b|pm\b|o'?clock\b|st\b|nd\b|rd\b|th\b|[a-z]?\d)")
#: turns "more than" about: "can't be away more than two weeks"
_NEGATED = re.compile(rf"\b{_NO}\b[^.?!;,]{{0,40}}$|n'?t\b[^.?!;,]{{0,40}}$")
#: so does what is said of it after: "anything over $500 is too much"
_TOO_MUCH = re.compile(r"\W*(?:is|are|would be|'?s|gets?|feels?)(?: just| really| way| far| a bit)? (?:too (?:much|long|expensive|pricey|dear|many)|out\b|no good|not (?:ok(?:ay)?|possible|for me|doable|an option)|impossible|a (?:no|deal ?breaker)|unaffordable)|\W*(?:won'?t|can'?t|doesn'?t|does not|will not) (?:work|do|fit|happen)\b")
#: what may follow a bare amount of money
_ENDS = re.compile(r"\W*(?:$|[.,;!?)]|(?:then|please|pls|or|if|and|total|in|near|at|with|but|online|thanks|all|lol|would|is|ok|okay|for)\b)")
#: makes a bare number the new limit: "900 is ok"
_WILL_DO = re.compile(r"\s*(?:is|would be|'?s|works?)(?: also| totally| now)? (?:ok(?:ay)?|fine|good|doable|possible|alright|the (?:limit|max))\b")
_A_KIND = re.compile(r"\b(?:an?|any|some|something|anything|one|just|only|short|quick|little|single|of|takes?|lasts?|lasting|runs?) ?$")
_OF_THAT_LENGTH = re.compile(r"\s*(?:long )?(?:(?!(?:shift|drive|day|week|old|at|in|of|and|the|to|trip|ride|wait)\b)[a-z-]+ ){0,2}(?:intro\w*|seminar|overview|taster|boot ?camp|crash|course|class|workshop|program|training|thing|certificate|cert|session|one|micro|badge|long\b)")
#: time that may be spent somewhere beside the rest: "a week or so on campus is ok"
_ON_SITE = r"\s*(?:\w+ )?(?:on[- ]?(?:campus|site)|at (?:the|a) (?:campus|college|university|school)|in[- ]?person|in (?:class|residence|the class ?room)|face[- ]to[- ]face|there\b|away\b)"
_BESIDE = re.compile(_ON_SITE)
_AT_MOST = re.compile(r"max|most|tops|less|under|fewer|below")
#: "a few hundred bucks is all I have"
_IS_ALL = re.compile(r"\s*(?:is|'s|are) (?:all|the most|my (?:max\w*|limit|budget)|what) (?:that )?(?:i|we)?\b")
_IDIOM = re.compile(rf"\b(?:a |one |single )weekend\b(?! (?:home|off|away))(?!{_ON_SITE})|\bnot a whole year\b")
_FREE = re.compile(r"\b(?:for free|free of charge|no[- ]cost|tuition[- ]free|no tuition|zero cost|at no cost)\b|\bfree\b(?! (?:time|to|day|evening|weekend|on|after|now|in|until|from|around|schedule|when))(?= |$|[.,?!])")
_CHEAP = re.compile(r"\b(?:cheap(?:er|est|ish)?|affordable|low[- ]cost|low cost|not (?:too |so |very |super |crazy |that )?(?:expensive|pricey|costly)|nothing (?:too |so |very |that )?(?:expensive|pricey|costly)|inexpensive|on a budget|tight budget|broke)\b")
#: a couple is two; a few, three of money and four of time, so that a length is not refused for a vague word
_FEW = {"fee": Decimal(3), "hours": Decimal(4), "weeks": Decimal(4)}
_TIMES = {"k": 1000, "grand": 1000, "thousand": 1000, "hundred": 100}
#: from here on a bare number is money, as no length is said without its unit
_BARE_MONEY = 100


@dataclass(frozen=True)
class _Bound:
    measure: Measure
    op: Op
    value: Decimal
    said: str
    start: int
    end: int


def read_amounts(text: str, *, lengths: bool = True, bare: Measure | None = None, asked: bool = False) -> list[Filter]:
    """Limits on fee, hours and weeks that a folded text sets; the tighter of two, the wider where "or" stands between.

    :param lengths: whether weeks are read too.
    :param bare: what a number without a unit is of, where the talk is of it already.
    :param asked: the text asks about a named offering, so that "free" and "cheap" are questions.

    >>> [(item.field, item.op, str(item.value)) for item in read_amounts("between $500 and $900, 3 days max")]
    [('fee', 'lte', '900'), ('fee', 'gte', '500'), ('weeks', 'lte', '0.4')]
    """
    bounds = [bound for match in (_QUANTITY.finditer(text) if _ANY_AMOUNT.search(text) else ()) for bound in _bounds(match, text, bare)]
    found = [Filter(field=name, op=op, value=bound.value, said=bound.said) for name in MEASURES for op in ("lte", "gte") if (bound := _strictest(text, [item for item in bounds if item.measure == name and item.op == op]))]
    if not lengths:
        found = [item for item in found if item.field != "weeks"]
    elif not any(item.field == "weeks" for item in found) and (match := _IDIOM.search(text)):
        found.append(Filter(field="weeks", op="lte", value=Decimal(1) if "weekend" in match[0] else Decimal(45), said=match[0]))
    if not asked and not any(item.field == "fee" and item.op == "lte" for item in found):
        if match := _FREE.search(text):
            found.insert(0, Filter(field="fee", op="lte", value=Decimal(0), said=match[0]))
        elif (match := _CHEAP.search(text)) and not any(item.field == "fee" for item in found):
            found.insert(0, Filter(field="fee", op="near", value="low", said=match[0]))
    return found


def _strictest(text: str, bounds: list[_Bound]) -> _Bound | None:
    """The tightest of several bounds of one kind, or the widest where the text leaves a choice between them."""
    if len(bounds) < 2:
        return bounds[0] if bounds else None
    choice = bool(re.search(r"\bor\b", text[bounds[0].end : bounds[-1].start]))
    least = (bounds[0].op == "lte") is not choice
    return min(bounds, key=lambda item: item.value) if least else max(bounds, key=lambda item: item.value)


def _bounds(match: re.Match[str], text: str, bare: Measure | None) -> list[_Bound]:
    """What one quantity limits; nothing where it is told, counted, or a rate."""
    before, after = text[: match.start()], text[match.end() :]
    unit = (match["unit"] or "").lower()
    measure = _measure(match, unit, text, after, bare)
    if measure is None or _RATE.match(after) or (_TOLD.search(before) and not match["hold"]):
        return []
    if measure != "fee" and (_NOT_LENGTH.match(after) or (_BESIDE.match(after) and not (match["most"] or match["least"] or _AT_MOST.search(match["tail"] or ""))) or ((match["within"] or match["about"] or match["most"]) and unit[:1] in {"h", "d"} and _TRAVEL.match(after))):
        return []
    span = (match.start(), match.end())
    said = match[0].strip(" ,:")
    values = [_value(match["n"], match["x"] or (match["x2"] if match["n2"] else None), measure, unit)]
    if match["n2"]:
        values.append(_value(match["n2"], match["x2"], measure, unit))
    if match["between"] and len(values) < 2:
        return []
    if len(values) > 1 and (not match["lead"] or match["between"]) and values[0] < values[1]:
        if not match["between"] and _PAST.search(before):
            return []
        most = _Bound(measure, "lte", values[1], said, *span)
        return [_Bound(measure, "gte", values[0], said, *span), most] if match["between"] else [most]
    value = max(values)
    turned = _NEGATED.search(before) or _TOO_MUCH.match(after)
    if match["least"] and re.match(_OVER, match["least"]) and turned:
        return [_Bound(measure, "lte", value, said, *span)]
    plus = (match["plus"] or match["tail"] == "+") and not match["most"] and not (measure != "fee" and (_PAST.search(before) or unit.startswith("y")))
    if match["least"] or match["more"] or match["min"] or plus:
        return [_Bound(measure, "gte", value, said, *span)]
    if _limits(match, measure, unit, before, after):
        return [_Bound(measure, "lte", value, said, *span)]
    return []


def _limits(match: re.Match[str], measure: Measure, unit: str, before: str, after: str) -> bool:
    """Whether a quantity with no lower bound is the most that is wished for."""
    if match["most"] or match["tail"] or (not unit and _WILL_DO.match(after)):
        return True
    if _IS_ALL.match(after):
        return True
    if match["within"]:
        return measure == "weeks" and not (match["within"] == "in" and unit.startswith("y"))
    if match["hold"]:
        spare = bool(re.search(r"only|spare|can do", f"{match['hold']} {match['about']}")) or bool(re.match(r"\s*(?:off|free|to (?:spare|spend))\b", after))
        return measure == "fee" or spare
    if _PAST.search(before) or unit.startswith(("y", "weekend")):
        return False
    if match["about"] and not re.fullmatch(r"(?:like|only|just|say|maybe)\s*", match["about"]):
        return True
    if measure == "fee":
        return bool(match["about"]) or ("couple" in match["n"] and bool(match["x"]))
    if re.search(r"couple|few", match["n"]):
        return True
    return (bool(_A_KIND.search(before)) or not before.strip()) and not re.fullmatch(r"an?", match["n"]) and bool(_OF_THAT_LENGTH.match(after))


def _measure(match: re.Match[str], unit: str, text: str, after: str, bare: Measure | None) -> Measure | None:
    """What a number measures."""
    if unit.startswith("h"):
        return "hours"
    if unit and unit[0] in "dwmtsy" and not unit.startswith("dollar"):
        return "weeks"
    alone = match["n"].lower() in {"a", "an", "one"} or match["n"].lower().startswith("half")
    if alone and not (match["cur"] or match["x"]):
        return None
    if unit or match["cur"] or match["cur2"]:
        return "fee"
    if _COUNTED.match(after):
        return None
    if match["x"] or match["x2"]:
        return "fee" if match["lead"] or match["tail"] or match["about"] or _ENDS.match(after) else None
    if bare and not match["n2"] and _WILL_DO.match(after) and not match["within"]:
        return bare
    if re.search(r"couple|few", match["n"]) or not (match["lead"] or match["tail"]) or match["within"]:
        return None
    if bare:
        return bare
    if _MONEY_WORDS.search(text):
        return "fee"
    bounded = match["most"] or match["least"] or match["tail"] or (match["between"] and match["n2"])
    return "fee" if bounded and parse_number(match["n"]) >= _BARE_MONEY and _ENDS.match(after) else None


def _value(number: str, times: str | None, measure: Measure, unit: str) -> Decimal:
    plain = number.lower().strip()
    if "couple" in plain or "few" in plain:
        count = Decimal(2) if "couple" in plain else _FEW[measure]
    elif plain.startswith("half a"):
        count = Decimal("0.5")
    else:
        count = Decimal(1) if plain in {"a", "an"} else parse_number(plain)
    count *= _TIMES.get((times or "").strip().lower(), 1)
    if measure != "weeks":
        return count
    unit = {"wk": "week", "yr": "year"}.get(unit.rstrip("s"), unit.rstrip("s"))
    return (count * (Decimal(1) if unit == "weekend" else WEEKS[unit])).quantize(Decimal("0.1"))
