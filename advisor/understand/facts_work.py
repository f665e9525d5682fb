"""Work as told: years and kind of experience, tickets and licences held or not, occupations."""

from __future__ import annotations

import re
from decimal import Decimal

from advisor.understand.facts_told import Told, clause_before, covering, is_denied, is_held
from corpus.cue import Cue
from corpus.numbers import number_pattern, parse_number

__all__ = ["read_experience", "read_occupations", "read_tickets"]

#: trades and licences by which people name what they hold
_TRADES = (
    r"heavy[- ]duty(?: equipment)? (?:mechanic|technician)|automotive (?:service )?(?:technician|mechanic)|auto (?:mechanic|tech(?:nician)?)|"
    r"plumber|electrician|carpenter|welder|gas ?fitter|sheet[- ]metal worker|millwright|mechanic|roofer|cook|baker|hairstylist|ironworker|"
    r"machinist|boilermaker|steamfitter|pipefitter|bricklayer|painter|glazier|insulator|parts technician|heavy equipment operator|refrigeration mechanic|instrumentation technician"
)
_TICKETS = Cue(
    rf"\b(?:red[- ]seal(?:s|ed)?(?: endorsement)?(?:,? (?:certified |ticketed )?(?:{_TRADES}))?|(?:red[- ]seal|ticketed|journeyman|journeyperson|journeywoman|licensed|certified) (?:{_TRADES})"
    rf"|(?:{_TRADES})(?:'s)?(?: (?:class )?[abc])? (?:ticket|red seal|licence|license)|class [abc] gas ?fitter|trade (?:ticket|qualification|certificate)|journeyman ticket|ticket(?! (?:to|for)\b)|"
    r"registered (?:psychiatric )?nurse|licensed practical nurse|LPN|RN|RPN|registered nursing licen[cs]e|nursing licen[cs]e|HCA|RPF|RFT|CPA|P\.?Eng|RPBio|"
    r"WHMIS|H2S(?: alive)?|TDG|OFA(?: level)? ?\d(?: with transportation(?: endorsement)?)?|first aid(?: (?:level )?\d)?(?: ticket)?|food ?safe(?: level \d)?|S-?100|"
    r"class (?:[1-8]|one|three|four|five)(?: (?:driver'?s? )?(?:licen[cs]e|license)|(?=\s*(?:,|\.|;|and\b|but\b|$)))|early childhood (?:educator|education)(?: assistant)? (?:licen[cs]e|cert\w*)|driver'?s licen[cs]e|chainsaw ticket|care aide certificate|ECE(?: assistant)? (?:cert\w*|licen[cs]e|ticket))\b",
    re.IGNORECASE,
)
_APPRENTICE = re.compile(
    r"\b(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)[- ]year )?(?:\w+ )?apprentice(?:ship)?\b",
    re.IGNORECASE,
)
_CAPITALS = {"lpn", "rn", "rpn", "hca", "rpf", "rft", "cpa", "tdg", "whmis"}

_N = rf"(?:{number_pattern}|a|an|a couple(?: of)?|couple(?: of)?|a few)"
_UNIT = r"(?:(?:years?|yrs?|yr|months?|mos?))'?"
_ACTIVITY = (
    r"(?:of (?!college|university|uni\b|school|post|age|study|a |the |my )|in (?!total\b|all\b|the (?:past|last)\b|a row\b|college|university|high school)|on (?!and off)|as an? |at (?!the (?:most|least)|least|most|college|university|uni\b|school)|with (?!the option)|"
    r"running |working |work |doing |driving |teaching |leading |managing |fishing |logging |farming |cooking |coaching |volunteering |helping |cleaning |fighting |caring |experience\b|exp\b)"
)
#: without one, no time is told, and the patterns below need not be tried
_TIME = re.compile(r"(?:years?|yrs?|months?|mos?)(?!\w)", re.IGNORECASE)
_YEARS = re.compile(
    rf"(?<![\w$.-])(?P<n>{_N})\+?[\s-]?(?P<unit>{_UNIT})\+?(?P<tail>\s+(?:now )?{_ACTIVITY}[^,.;!?\n()]{{0,45}})",
    re.IGNORECASE,
)
_TRADE_YEARS = Cue(
    rf"(?P<lead>\b(?:(?!for\b)[\w'-]+\s+){{1,7}})(?:for |the (?:past|last) |over (?:the (?:past|last) )?|about |almost |nearly )*(?<![\w$.-])(?P<n>{_N})\+?\s?(?P<unit>{_UNIT})(?!\w)(?! (?:ago|old|from now|later|program|diploma|degree|certificate|course|long|of (?:college|university|uni|school|age|study)))",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(?:work(?:ed|ing)?|sat|sit|served?|volunteer(?:ed|ing)?|taught|teach|ran|run|running|been|done|did|drove|fished|logged|farmed|led|managed|coached|cooked|member of|"
    r"aide|assistant|manager|treasurer|clerk|operator|firefighter|council|worker|coordinator|nurse|cook|guide|chr|technician|tech|crew|supervisor|teacher|bookkeeper|carpenter|welder|plumber|mechanic|handyman|barista)\b",
    re.IGNORECASE,
)
_TRADE_NAMED = re.compile(
    rf"(?<![\w$.-])(?P<n>{_N})\+?\s?(?P<unit>{_UNIT})\s+(?P<what>(?:care aide|council|chr|guardian|firefighter|logger|logging|fishing|farming|construction|retail|cooking|bookkeeping|nursing|teaching|mechanic|forestry|customer service|health care|admin\w*|management|leadership)\b[^,.;!?\n()]{{0,25}})",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:over|within|for|takes?|takes about|last(?:s|ing)?|spread|next|another|in)\s*$|\b(?:how many|up to)\s*$",
    re.IGNORECASE,
)
_FUTURE_CLAUSE = re.compile(
    r"\b(?:in|within|under|after|by|over)(?: about| just| half)*\s*$|\b(?:want|take it|takes|does it|spread|plan|next|finish(?:ed)? (?:it )?(?:in|over)|part time over|long)\b",
    re.IGNORECASE,
)
#: work told in hours or seasons, which are no years
_HOURS = Cue(
    r"(?<![\w$.-])(?:\d[\d,]*|a couple(?: of)?|a few|two|three|four|five|six|several)\+? (?:hours|hrs|seasons|shifts)(?: of (?:paid |work )?(?:work|experience))?(?: now)? (?:of (?!class|study|course|lecture)|as an? |in (?!total|all|a row|class|bc\b|b\.c)|at (?!the most|least|most)|on a? ?|with |running |working |work |doing |driving |planting |picking |commercial |fishing |fighting |logging |cooking |guiding |cleaning |caring |teaching )[^,.;!?\n()]{0,45}"
    r"|\b(?:planted|picked|fished|fought|guided|worked|cooked|logged)\b[^,.;!?\n()]{0,25}\b(?:\d+|a couple(?: of)?|a few|two|three|four|five|six|several) seasons\b[^,.;!?\n()]{0,30}",
    re.IGNORECASE,
)
#: an amount that a rule or an offering asks for
_RULED = re.compile(r"\b(?:at least|at most|(?:has|have|needs?|got|supposed) to be|minimum(?: of)?|takes?|needs?|requires?|require|under|than|is|are|the|its|those|do)\s*$", re.IGNORECASE)
_VOLUNTEER = re.compile(
    r"\b(?:(?:i |also |do |does |did )*volunteer(?:ed|ing)|(?:(?:i|he|she|and|also) )(?:also |do |does |did )*volunteers?|lived experience)\b[^,.;!?\n()]{0,45}",
    re.IGNORECASE,
)

#: head nouns of occupations that people name themselves by; anything else after "I'm a" is left alone
_OCCUPATIONS = (
    "aide|assistant|manager|treasurer|clerk|operator|firefighter|worker|coordinator|nurse|cook|chef|guide|technician|tech|supervisor|teacher|bookkeeper|accountant|"
    "carpenter|welder|plumber|electrician|mechanic|handyman|barista|guardian|councillor|planner|officer|administrator|receptionist|driver|logger|faller|fisher|fisherman|farmer|rancher|"
    "baker|server|bartender|cleaner|janitor|designer|developer|programmer|analyst|engineer|forester|biologist|carver|weaver|filmmaker|translator|interpreter|educator|counsellor|"
    "paramedic|millwright|labourer|landscaper|gardener|grower|trucker|stylist|hairdresser|cashier|librarian|archivist|curator|director|consultant|lawyer|paralegal|pharmacist|dentist|"
    "doctor|midwife|physiotherapist|tutor|coach|surveyor|estimator|contractor|builder|painter|roofer|apprentice|scaler|handler|keeper|ranger|wizard|writer|editor|photographer|musician|broker|realtor|buyer"
)
_OCCUPATION = re.compile(
    rf"\b(?:i'?m|i am|he'?s|he is|she'?s|she is|they are|work(?:s|ed|ing)? as|(?:years?|yrs?) as|been|as)\s+an?\s+(?P<what>(?:[\w'-]+ ){{0,3}}(?:{_OCCUPATIONS}))\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:indigenous|first nations?|m[eé]tis|inuit|aboriginal|settler|immigrant|refugee|newcomer|veteran|disabled|single|former|permanent|international)\b\s*",
    re.IGNORECASE,
)


def read_experience(text: str) -> Told[tuple[Decimal | None, str]] | None:
    """Years of experience (the longest told) with the words, or volunteering without years.

    :returns: years (None where none are told) and the words of what was done.

    >>> read_experience("ive sat on council 6 years").value
    (Decimal('6'), 'ive sat on council 6 years')
    """
    found: list[Told[tuple[Decimal | None, str]]] = []
    timed = bool(_TIME.search(text))
    for match in (*_YEARS.finditer(text), *_TRADE_NAMED.finditer(text)) if timed else ():
        before = clause_before(text, match.start(), reach=30)
        if _FUTURE.search(before) and not _DOING.search(before):
            continue
        found.append(_years(text, match, match.start(), match.end()))
    for match in _TRADE_YEARS.finditer(text) if timed else ():
        lead = _same_clause(match["lead"])
        if _DOING.search(lead) and not _FUTURE_CLAUSE.search(lead):
            found.append(_years(text, match, match.start("n") - _lead_length(match, lead), match.end("unit")))
    kept = [told for told in found if told.value[0] is not None and 0 < told.value[0] <= 80]
    if kept:
        return max(kept, key=lambda told: (told.value[0], -told.start))
    hours = next((match for match in _HOURS.finditer(text) if not _RULED.search(text[: match.start()]) and (is_held(text, match.start()) or _DOING.search(match[0]))), None)
    if volunteer := hours or _VOLUNTEER.search(text):
        said, start, end = covering(text, volunteer.start(), volunteer.end())
        return Told(value=(None, said), said=said, start=start, end=end)
    return None


def _same_clause(lead: str) -> str:
    return re.split(r"\b(?:but|so|and|then|because)\b", lead)[-1]


def _lead_length(match: re.Match[str], lead: str) -> int:
    return match.start("n") - (match.end("lead") - len(lead))


def _years(text: str, match: re.Match[str], start: int, end: int) -> Told[tuple[Decimal | None, str]]:
    word = match["n"].lower()
    if word in {"a", "an"}:
        number = Decimal(1)
    elif "couple" in word:
        number = Decimal(2)
    elif "few" in word:
        number = Decimal(0)  # "a few" is no number, so nothing is read from it
    else:
        number = parse_number(match["n"])
    if match["unit"].lower().startswith("m"):
        number = (number / 12).quantize(Decimal("0.1"))
    said, start, end = covering(text, start, end)
    said = re.split(
        r"\s+(?:but|so|and (?:i|we|he|she|they|would|can|now|want|don)|can i|could i|would|is that|does that|do i)\b",
        said,
    )[0]
    return Told(value=(number, said), said=said, start=start, end=start + len(said))


def read_tickets(text: str) -> tuple[list[Told[str]], list[Told[str]]]:
    """Tickets, licences and certifications held, and those said not to be held.

    >>> held, missing = read_tickets("third year auto apprentice here, no red seal yet")
    >>> [told.value for told in missing]
    ['trade qualification', 'Red Seal']
    """
    held: list[Told[str]] = []
    missing: list[Told[str]] = []
    for match in _APPRENTICE.finditer(text):
        if not re.search(
            r"\b(?:my|an?|the|our) $", text[max(0, match.start() - 5) : match.start()], re.IGNORECASE
        ) or re.search(r"\bi'?m an? $", text[: match.start()], re.IGNORECASE):
            missing.append(_ticket(text, match.start(), match.end(), "trade qualification"))
    for match in _TICKETS.finditer(text):
        name = match[0]
        if name.lower() in _CAPITALS and name != name.upper():
            continue
        if denied := is_denied(text, match.start()):
            missing.append(
                _ticket(
                    text,
                    max(0, match.start() - 70) + denied.start(),
                    _yet(text, match.end()),
                    _ticket_name(name),
                )
            )
        elif is_held(text, match.start()):
            held.append(_ticket(text, match.start(), match.end(), _ticket_name(name)))
    return held, missing


def _yet(text: str, end: int) -> int:
    later = re.match(r"\s+yet\b", text[end:], re.IGNORECASE)
    return end + later.end() if later else end


def _ticket(text: str, start: int, end: int, name: str) -> Told[str]:
    said, start, end = covering(text, start, end)
    return Told(value=name, said=said, start=start, end=end)


def _ticket_name(name: str) -> str:
    return re.sub(r"\bred[- ]seal(?:s|ed)?\b", "Red Seal", name, flags=re.IGNORECASE).strip()


def read_occupations(text: str) -> list[Told[str]]:
    """What people say they work as. Words of identity or status in front are left out.

    >>> [told.value for told in read_occupations("I'm a band treasurer")]
    ['band treasurer']
    """
    found = []
    for match in _OCCUPATION.finditer(text):
        said, start, end = covering(text, match.start("what"), match.end("what"))
        plain = _PRIVATE.sub("", said).strip()
        found.append(Told(value=plain.lower(), said=plain if plain in text else said, start=start, end=end))
    return found
