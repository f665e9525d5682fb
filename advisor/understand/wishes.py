"""Wishes: what a message asks an offering to be, as typed filters with the words they were read from."""

from __future__ import annotations

import re
from decimal import Decimal

from advisor.understand.understanding import Filter
from corpus.numbers import number_pattern, parse_number
from corpus.spans import WEEKS

__all__ = ["read_wishes"]

_N = number_pattern
_MONEY = rf"\$?\s?({_N})\s?(k|grand|thousand|hundred)?\s?(?:dollars|bucks|cad)?"
_NOT = r"(?:not|isn'?t|no|without|never|don'?t want(?: it)?(?: to be)?|doesn'?t have to be|anything but|rather than|instead of|hate|can'?t do|cannot do)"

_DELIVERY: tuple[tuple[str, str], ...] = (
    ("online", r"\b(?:(?:100 ?%|fully|all|totally|entirely|completely|purely|strictly) )?(?:online|on line|remote(?:ly)?|virtual(?:ly)?|by distance|distance (?:ed|education|learning)|over the internet|e-?learning)\b(?: only)?|\bfrom (?:my )?home\b|\bdo(?:ne)? (?:it )?(?:at|from) home\b|\bon (?:my|the) (?:laptop|computer|phone)\b"),
    ("in-person", r"\bin[- ]?person\b|\bface[- ]to[- ]face\b|\bon[- ]campus\b|\bin (?:a|the) (?:real )?classroom\b|\bin[- ]class\b|\bhands[- ]on in person\b"),
    ("blended", r"\bblended\b|\bhybrid\b|\bmix of online and\b|\bpartly online\b|\bpart online\b"),
)
_DELIVERY_IDIOMS = re.compile(r"\bfound (?:it |you |this |out )?(?:it )?online\b|\bsaw (?:it |this )?online\b|\bapply online\b|\bonline (?:applications?|forms?|banking|stores?|shops?|shopping|presence|meetings?|calls?|payments?|accounts?|privacy|harm|selling|ads?|bookings?)\b|\bonline (?:marketing|business|sales|safety)\b(?! (?:training|courses?|programs?|class(?:es)?|certificates?|micro))|\bread online\b|\bregister online\b|\bhome ?(?:care|support|page|town)\b")
#: leads up to a way of learning that the learner was told of and does not ask for
_COMPLAINT = re.compile(r"\b(?:have|has|had|need|make[sd]? (?:you|me|us|him|her)|forced?|supposed) to (?:go |come |sit |show up |sit through it )+(?:in )?$")
_TIMING: tuple[tuple[str, str], ...] = (
    ("asynchronous", r"\bself[- ]?paced\b|\b(?:my|your|their|her|his|own) own (?:pace|time|schedule|speed)\b|\bat (?:my|our|her|his) (?:own )?pace\b|\basynchronous(?:ly)?\b|\bnothing live\b|\bno live\b|\bnot live\b|\bno set times?\b|\bwithout set times\b|\bany ?time i want\b|\bno zoom\b|\bwhenever i (?:can|want|have time)\b"),
    ("synchronous", r"(?<!a)\bsynchronous\b|\blive (?:online )?(?:classes|class|sessions|instruct\w+|teacher|zoom)\b|\breal[- ]time\b|\bwith a live\b"),
)
_SCHEDULE = re.compile(r"\b(evenings?|weekends|(?<!\ba )(?<!\bone )(?<!\bsingle )weekend|week ?nights?|nights|after work|daytime|part[- ]time)\b")
_NON_CREDIT = re.compile(r"\bnon[- ]?credit\b|\bno credits?\b(?! card)|\bnot (?:for|need|want) credits?\b|\b(?:don'?t|do not|not) (?:(?:want|need|care)(?: or (?:want|need))?) (?:about )?(?:the |any |academic |university )*credits?\b|\bwithout credit\b|\bnot for credit\b")
_CREDIT = re.compile(r"\bfor (?:university |college |academic |real )?credits?\b|\bcredit[- ]bearing\b|\bthat (?:gives?|has|have|carr(?:y|ies)|counts? for|come with) (?:university |college |academic |actual |real )?credits?\b|\b(?:gives?|earn|get|with|carr(?:y|ies)) (?:me )?(?:university|college|academic|actual|real)? ?credits?\b|\bcredit (?:courses?|programs?|ones?|classes)\b")
_FEE_MAX = re.compile(rf"(?:\b(?:under|below|less than|less then|at most|max(?:imum)?(?: of)?|no more than|not more than|up to|within|cheaper than|budget (?:is|of)|only (?:have|got)|(?:can'?t|cannot|couldn'?t|won'?t|not|never|don'?t want to) (?:go|spend|pay|do|afford|be) (?:any ?(?:thing|where)? )?(?:over|above|more than|past|beyond)|(?:have|got|spend|afford|pay)(?: about| around| maybe| up to)?|<)\s*){_MONEY}(?!\s*(?:{'%'}|hours?|hrs?|weeks?|months?|days?|years?|km|kms|kilomet|minutes?|courses?|credits?|people|percent|classes|kids))(?=\b|\s|$|[.,;!?])", re.IGNORECASE)
_FEE_MIN = re.compile(rf"\b(?:over|above|more than|at least)\s*\$\s?({_N})", re.IGNORECASE)
_FREE = re.compile(r"\b(?:for free|free of charge|no[- ]cost|tuition[- ]free|no tuition|zero cost|at no cost)\b|\bfree\b(?! (?:time|to|day|evening|weekend|on|after|now|in|until|from|around|schedule|when))(?= |$|[.,?!])")
_CHEAP = re.compile(r"\b(?:cheap(?:er|est|ish)?|affordable|low[- ]cost|low cost|not (?:too |so |very |super |crazy )?(?:expensive|pricey|costly)|inexpensive|on a budget|tight budget|broke)\b")
_HOURS_MAX = re.compile(
    rf"\b(?:under|below|less than|at most|max(?:imum)?(?: of)?|no more than|not more than|up to|within|fewer than|shorter than|<)\s*({_N})\s*(?:total )?(?:hours?|hrs?)\b(?! (?:a|per|each) (?:week|day)|/)"
    rf"|\b(?:spare|only have|only got|have only|got only|can do)(?: about| around| maybe)? ({_N})\s*(?:hours?|hrs?)\b(?! (?:a|per|each) (?:week|day)|/)|\b({_N})\s*(?:hours?|hrs?),? (?:tops|max(?:imum)?|or less|or under|at most|total)\b",
    re.IGNORECASE,
)
_WEEKS_MAX = re.compile(rf"\b(?:under|below|less than|at most|max(?:imum)?(?: of)?|no more than|not more than|up to|within|in|in about|in under|shorter than|done in(?: about| under)?|fewer than)\s*(?:about |around |like |max )?({_N}|a|an|half a|one)\s*(?:of )?(day|weekend|week|month|term|semester|year)s?\b(?!\s*(?:ago|old|of experience|experience|later|from now|a week))", re.IGNORECASE)
_DAYS_IDIOM = re.compile(r"\b(?:a |one |single )weekend\b(?! (?:home|off|away))|\bless than a (?:term|semester)\b|\bnot a whole year\b|\bcouple of (?:days|weeks|months)\b", re.IGNORECASE)
_IDIOM_WEEKS = {"weekend": Decimal(1), "less than a term": Decimal(14), "less than a semester": Decimal(15), "not a whole year": Decimal(45)}
_INDIGENOUS = re.compile(r"\b(?:indigenous|first nations?|aboriginal|m[eé]tis|inuit)[- ](?:led|designed|run|owned|focus(?:ed|s)?|centred|centered|developed|controlled|governed|specific)\b|\bfor (?:indigenous|first nations?|m[eé]tis|inuit|aboriginal) (?:people|peoples|learners|students|youth|women|adults|communities|community|filmmakers?|entrepreneurs?|folks|persons)\b|\bmade for indigenous\b|\bdesigned (?:for|with|by) (?:indigenous|first nations?)\b|\bindigenous (?:courses?|programs?|training|certificates?|micro\w*)\b", re.IGNORECASE)
_COMMUNITY = re.compile(r"\bdelivered in (?:our|the|a|my) communit(?:y|ies)\b|\bin[- ]community\b|\bcommunity[- ](?:based|delivered|delivery)\b|\bcome to (?:our|my|the) (?:community|nation|village|reserve)\b|\bin (?:our|my) (?:own )?(?:community|nation|village)\b|\bbring (?:it |the \w+ )?to (?:our|my|the) community\b", re.IGNORECASE)
_TYPE = re.compile(r"\b(?:only|just|specifically|strictly|must be an?|has to be an?) (?:a )?(micro[- ]?credentials?|micro[- ]?certificates?|badges?|certificates?|diplomas?)\b", re.IGNORECASE)
_START = re.compile(r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|intake) (?:in|this|next|by|before|around|on)?\s*(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|fall|winter|spring|summer)\b", re.IGNORECASE)
_CURRENT = re.compile(r"\b(?:still (?:running|offered|going|available)|currently (?:running|offered)|running now|this year)\b", re.IGNORECASE)
_ONLY_ONLINE_ASK = re.compile(r"(?:^|[.?!,;]\s*|\band\s+|\bor\s+|\bbut\s+)(?:so\s+)?(?:is|are|was|were|will|would|can|could|does|do)\s+(?:it|they|this|that|these|those|the|both|either|any of)\b")


def read_wishes(text: str, *, asks_about_record: bool = False, money: bool = False) -> tuple[Filter, ...]:
    """Wishes stated in a folded text.

    :param money: the talk is of money already, so that a bare amount is one.
    :param asks_about_record: the message asks about something named ("is it online?"), so a field word is a
        question and not a wish; only amounts are still read.

    >>> [(f.field, f.op, f.value) for f in read_wishes("something online, under $500, non-credit")]
    [('delivery', 'eq', 'online'), ('credit_bearing', 'eq', False), ('fee', 'lte', Decimal('500'))]
    """
    found: list[Filter] = []
    if not asks_about_record:
        found += _delivery(text)
        found += _timing(text)
        if match := _NON_CREDIT.search(text):
            found.append(Filter(field="credit_bearing", op="eq", value=False, said=match[0]))
        elif match := _CREDIT.search(text):
            found.append(Filter(field="credit_bearing", op="eq", value=True, said=match[0]))
        if match := _INDIGENOUS.search(text):
            found.append(Filter(field="indigenous_focus", op="eq", value=True, said=match[0]))
        if match := _COMMUNITY.search(text):
            found.append(Filter(field="community_delivery", op="eq", value=True, said=match[0]))
        if match := _TYPE.search(text):
            found.append(Filter(field="type", op="eq", value=_type_value(match[1]), said=match[0]))
        if match := _START.search(text):
            found.append(Filter(field="start", op="eq", value=match[1].lower(), said=match[0].strip()))
    found += _amounts(text, asks_about_record=asks_about_record, money=money)
    return tuple(found)


def _delivery(text: str) -> list[Filter]:
    text = _DELIVERY_IDIOMS.sub(lambda match: " " * len(match[0]), text)
    wanted: list[tuple[int, str, str]] = []
    refused: list[Filter] = []
    for value, pattern in _DELIVERY:
        for match in re.finditer(pattern, text):
            before = text[max(0, match.start() - 34) : match.start()]
            if _COMPLAINT.search(before):
                continue  # what others say it takes is no wish
            if re.search(rf"\b{_NOT}\s+(?:\w+\s+){{0,2}}$", before) and not re.search(r"\bnot only\s+$", before):
                refused.append(Filter(field="delivery", op="not", value=value, said=match[0]))
            else:
                wanted.append((match.start(), value, match[0].strip()))
            break
    wanted.sort()
    refused = [item for item in refused if item.value not in {value for _, value, _ in wanted}]
    if not wanted:
        return refused
    values = tuple(dict.fromkeys(value for _, value, _ in wanted))
    said = " / ".join(dict.fromkeys(word for _, _, word in wanted))
    if len(values) == 1:
        return [Filter(field="delivery", op="eq", value=values[0], said=said), *refused]
    return [Filter(field="delivery", op="any", value=values, said=said), *refused]


def _timing(text: str) -> list[Filter]:
    found = []
    for value, pattern in _TIMING:
        if match := re.search(pattern, text):
            before = text[max(0, match.start() - 20) : match.start()]
            negated = bool(re.search(rf"\b{_NOT}\s+(?:\w+\s+){{0,1}}$", before))
            found.append(Filter(field="timing", op="not" if negated else "eq", value=value, said=match[0]))
    if match := _SCHEDULE.search(text):
        before = text[max(0, match.start() - 24) : match.start()]
        value = "weekend" if "weekend" in match[1] else "part-time" if "part" in match[1] else "daytime" if "day" in match[1] else "evening"
        negated = bool(re.search(rf"\b{_NOT}\s+(?:\w+\s+){{0,1}}$", before))
        found.append(Filter(field="schedule", op="not" if negated else "eq", value=value, said=match[0]))
    return found


def _amounts(text: str, *, asks_about_record: bool, money: bool) -> list[Filter]:
    found: list[Filter] = []
    if (match := _FEE_MAX.search(text)) and (money or "$" in match[0] or match[2] or re.search(r"dollars|bucks|tuition|cost|fee|pay|price|spend|budget|afford|grand|money", text)):
        amount = parse_number(match[1]) * {"k": 1000, "grand": 1000, "thousand": 1000, "hundred": 100}.get((match[2] or "").lower(), 1)
        found.append(Filter(field="fee", op="lte", value=amount, said=match[0].strip()))
    elif match := re.search(r"\b(?:under|below|less than|within|up to|max) a (grand|thousand|hundred)\b", text):
        found.append(Filter(field="fee", op="lte", value=Decimal({"grand": 1000, "thousand": 1000, "hundred": 100}[match[1]]), said=match[0]))
    elif match := _FEE_MIN.search(text):
        found.append(Filter(field="fee", op="gte", value=parse_number(match[1]), said=match[0]))
    elif not asks_about_record and (match := _FREE.search(text)):
        found.append(Filter(field="fee", op="lte", value=Decimal(0), said=match[0]))
    elif not asks_about_record and (match := _CHEAP.search(text)):
        found.append(Filter(field="fee", op="near", value="low", said=match[0]))
    if match := _HOURS_MAX.search(text):
        found.append(Filter(field="hours", op="lte", value=parse_number(match[1] or match[2] or match[3]), said=match[0].strip()))
    if not asks_about_record:
        if match := _WEEKS_MAX.search(text):
            count = {"a": Decimal(1), "an": Decimal(1), "half a": Decimal("0.5")}.get(match[1].lower()) or parse_number(match[1])
            unit = match[2].lower()
            weeks = count * (Decimal(1) if unit == "weekend" else WEEKS[unit])
            found.append(Filter(field="weeks", op="lte", value=weeks.quantize(Decimal("0.1")), said=match[0]))
        elif match := _DAYS_IDIOM.search(text):
            phrase = match[0].lower()
            found += [Filter(field="weeks", op="lte", value=most, said=match[0]) for key, most in _IDIOM_WEEKS.items() if key in phrase][:1]
    return found


def _type_value(said: str) -> str:
    plain = said.lower().replace(" ", "-").rstrip("s")
    return "micro" if plain.startswith("micro") else plain
