"""Wishes: what a message asks an offering to be, as typed filters with the words they were read from."""

from __future__ import annotations

import re

from advisor.understand.amounts import Measure, read_amounts
from advisor.understand.starts import read_start
from advisor.understand.understanding import Filter
from corpus.once import once

__all__ = ["read_wishes"]

_NOT = r"(?:not|isn'?t|no|without|never|don'?t (?:want|like|do)(?: it)?(?: to be)?|anything but|rather than|instead of|hate|can'?t (?:do|stand)|cannot (?:do|stand)|avoid|except|other than|sick of|tired of|done with|enough of)"
#: a refusal turned about: "nothing that isn't online"
_TWICE = re.compile(r"\b(?:nothing|no\w*|unless|if|don'?t (?:show|give|want|send|need|bother)[^.,;]{0,30}|anything)(?: (?:that|which|it|its|it's|they|they're|thats|that's))* (?:isn'?t|is not|not|aren'?t|are not|wasn'?t)\s+(?:\w+ )?$|\bunless (?:it'?s|it is|they'?re|that'?s) (?:\w+ )?$")

_DELIVERY: tuple[tuple[str, str], ...] = (
    ("online", r"\b(?:(?:100 ?%|fully|all|totally|entirely|completely|purely|strictly) )?(?:online|on line|remote(?:ly)?|virtual(?:ly)?|by distance|distance (?:ed|education|learning)|over the internet|e-?learning)\b(?: only)?|\bfrom (?:my )?home\b|\b(?:can'?t|cannot|unable to|hard to) leave (?:the |my |our )?(?:home|house|apartment|couch)\b|\bdo(?:ne)? (?:it )?(?:at|from) home\b|\bon (?:my|the) (?:laptop|computer|phone)\b"),
    ("in-person", r"\bin[- ]?person\b|\bface[- ]to[- ]face\b|\b(?:on[- ]|at (?:the|a) )campus\b|\bin (?:a|the) (?:\w+ )?class ?room\b|\bin[- ]class\b|\bhands[- ]on in person\b"),
    ("blended", r"\bblended\b|\bhybrid\b|\bmix of online and\b|\bpart(?:ly)? (?:online|in[- ]person|in the field|on campus|at home|from home|in (?:a |the )?class ?room)\b"),
)
_DELIVERY_IDIOMS = re.compile(r"\bfound (?:it |you |this |out )?(?:it )?online\b|\bsaw (?:it |this )?online\b|\bapply online\b|\bonline (?:applications?|forms?|banking|stores?|shops?|shopping|presence|meetings?|calls?|payments?|accounts?|privacy|harm|selling|ads?|bookings?)\b|\bonline (?:marketing|business|sales|safety)\b(?! (?:training|courses?|programs?|class(?:es)?|certificates?|micro))|\bread online\b|\bregister online\b|\bhome ?(?:care|support|page|town)\b")
#: leads up to a way of learning that the learner was told of and does not ask for
_COMPLAINT = re.compile(r"\b(?:have|has|had|need|make[sd]? (?:you|me|us|him|her)|forced?|supposed) to (?:go |come |sit |show up |sit through it )+(?:in )?$")
_TIMING: tuple[tuple[str, str], ...] = (
    ("asynchronous", r"\bself[- ]?paced\b|\b(?:my|your|their|her|his|own) own (?:pace|time|schedule|speed)\b|\bat (?:my|our|her|his) (?:own )?pace\b|\basynchronous(?:ly)?\b|\b(?:nothing|refuse to (?:do|take) anything|(?:don'?t|can'?t|won'?t) (?:do|want|like)(?: anything)?) live\b(?! (?:in|near|at)\b)|\bno live\b|\bnot live\b|\bno set times?\b|\bwithout set times\b|\bany ?time i want\b|\bno zoom\b|\bwhenever i (?:can|want|have time)\b"),
    ("synchronous", r"(?<!a)\bsynchronous\b|\blive (?:online )?(?:classes|class|sessions|instruct\w+|teacher|zoom)\b|\breal[- ]time\b|\bwith a live\b"),
)
_SCHEDULE = re.compile(r"\b(evenings?|weekends|(?<!\ba )(?<!\bone )(?<!\bsingle )weekend|week ?nights?|nights|(?:after|outside(?: of)?) work(?:ing)?(?: hours)?|after hours|day ?time|week ?days|part[- ]time|saturdays?|sundays?)\b(?! (?:work(?:ers?|ing)?(?! (?:too|for|best|well|fine))|shifts?|job|student|aide?|gig|cook|clerk|server)\b)")
#: said of the learner's own days: "I work part time", "nights at the mill"
_OWN_DAYS = re.compile(r"\b(?:work(?:s|ed|ing)?|job(?: is)?|shifts?|employed) (?:(?!so\b|but\b|and\b|want\w*\b|need\w*\b|like\b|then\b)\w+ ){0,2}$")
_AVAILABLE = re.compile(r"\b(?:only|just|free|available|available (?:on|in)|off)\b")
#: credit as a thing that is given, and no card
_CREDITS = r"(?:(?:the|any|real|actual|academic|university|college|transfer(?:able)?) )*credits?\b(?! (?:card|union|check|score|transfer))"
_NON_CREDIT = re.compile(
    rf"\bnon[- ]?credit\b|\b(?:no|without|zero) {_CREDITS}|\b(?:not|don'?t|do not|doesn'?t|never|n'?t) (?:(?:really|even|for|need|needs?|want|wants?|care|to|or|have|get|about|after|bother\w*|with) )+{_CREDITS}|{_CREDITS} (?:not|un) ?(?:wanted|needed|required|necessary)\b"
)
_CREDIT = re.compile(
    rf"\bfor {_CREDITS}|\bcredit[- ]bearing\b|\bthat (?:gives?|has|have|carr(?:y|ies)|counts? for|come with) {_CREDITS}|\bcounts? (?:as|for) (?:\w+ )?credits?\b|\btransferable {_CREDITS}|\b(?:gives?|earns?|get|with|carr(?:y|ies)) (?:me )?{_CREDITS}"
    r"|(?<!many )(?<!how )\bcredit (?:courses?|programs?|ones?|class(?:es)?|certificates?|certs?|diplomas?|training|micro\S*)\b"
)
_INDIGENOUS = re.compile(r"\b(?:indigenous|first nations?|aboriginal|m[eé]tis|inuit)[- ](?:led|designed|run|owned|focus(?:ed|s)?|centred|centered|developed|controlled|governed|specific)\b|\bfor (?:indigenous|first nations?|m[eé]tis|inuit|aboriginal) (?:people|peoples|learners|students|youth|women|adults|communities|community|filmmakers?|entrepreneurs?|folks|persons)\b|\bmade for indigenous\b|\bdesigned (?:for|with|by) (?:indigenous|first nations?)\b|\bindigenous (?:courses?|programs?|training|certificates?|micro\w*)\b", re.IGNORECASE)
_COMMUNITY = re.compile(r"\bdelivered in (?:our|the|a|my) communit(?:y|ies)\b|\bin[- ]community\b|\bcommunity[- ](?:based|delivered|delivery)\b|\bcome to (?:our|my|the) (?:community|nation|village|reserve)\b|\bin (?:our|my) (?:own )?(?:community|nation|village)\b|\bbring (?:it |the \w+ )?to (?:our|my|the) community\b", re.IGNORECASE)
_TYPE = re.compile(r"\b(?:only|just|specifically|strictly|must be an?|has to be an?) (?:a )?(micro[- ]?credentials?|micro[- ]?certificates?|badges?|certificates?|diplomas?)\b", re.IGNORECASE)


@once
def read_wishes(text: str, *, asks_about_record: bool = False, bare: Measure | None = None) -> tuple[Filter, ...]:
    """Wishes stated in a folded text.

    :param bare: what a number without a unit is of, where the talk is of it already.
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
        if start := read_start(text):
            found.append(start)
    found += read_amounts(text, lengths=not asks_about_record, bare=bare, asked=asks_about_record)
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
            if not _TWICE.search(before) and re.search(rf"\b{_NOT}\s+(?:\w+\s+){{0,2}}$", before) and not re.search(r"\bnot only\s+$", before):
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
    found: list[Filter] = []
    for value, pattern in _TIMING:
        if match := re.search(pattern, text):
            before = text[max(0, match.start() - 20) : match.start()]
            negated = bool(re.search(rf"\b{_NOT}\s+(?:\w+\s+){{0,1}}$", before))
            found.append(Filter(field="timing", op="not" if negated else "eq", value=value, said=match[0]))
    return [*found, *_schedule(text)]


def _schedule(text: str) -> list[Filter]:
    """Times of day and week: all that are wanted as alternatives, each that is not by itself."""
    wanted: dict[str, str] = {}
    refused: dict[str, str] = {}
    for match in _SCHEDULE.finditer(text):
        before = text[max(0, match.start() - 34) : match.start()]
        said = match[1]
        value = "weekend" if said.startswith(("weekend", "sat", "sun")) else "part-time" if "part" in said else "daytime" if "day" in said else "evening"
        if _OWN_DAYS.search(before) and not _AVAILABLE.search(before):
            continue
        if not _TWICE.search(before) and re.search(rf"\b{_NOT}\s+(?:\w+\s+){{0,1}}$", before):
            refused.setdefault(value, said)
        else:
            wanted.setdefault(value, said)
    found = [Filter(field="schedule", op="not", value=value, said=said) for value, said in refused.items() if value not in wanted]
    if said := wanted.pop("part-time", ""):  # how much a week, and not when: it goes with any time of day
        found.append(Filter(field="schedule", op="eq", value="part-time", said=said))
    if wanted:
        values, words = tuple(wanted), " / ".join(wanted.values())
        found.insert(0, Filter(field="schedule", op="any" if len(values) > 1 else "eq", value=values if len(values) > 1 else values[0], said=words))
    return found


def _type_value(said: str) -> str:
    plain = said.lower().replace(" ", "-").rstrip("s")
    return "micro" if plain.startswith("micro") else plain
