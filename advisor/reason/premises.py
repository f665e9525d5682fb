"""A clause that a message states, held against the typed fields of a record: what the record states otherwise.

Only what the record states can be contrary. Where it is silent nothing is said here; :func:`unstated` names what a
clause takes for granted that the record does not state at all.
"""

from __future__ import annotations

import re

from advisor.reason.amounts_stated import contrary_amounts
from advisor.reason.entry_stated import contrary_entry
from advisor.reason.makers_stated import contrary_makers
from corpus.credential import Credential
from corpus.fields import field_text
from corpus.folding import fold
from corpus.places import gazetteer

__all__ = ["contrary_fields", "unstated"]

_FREE = re.compile(r"\b(?:is|are|it'?s|being|was|totally|completely|all) (?:now |totally |completely |all )?(?:free|waived|tuition[- ]free|no cost|no charge)\b(?! time)|\bno (?:tuition|fees?|cost|charge)\b|\bcosts? nothing\b|\b(?:doesn'?t|does not|don'?t) (?:cost|charge)\b|\bfor free\b|\bfree of charge\b|\ba free (?:course|program|certificate|class|training)\b")
_PRICED = re.compile(r"\b(?:costs?|tuition|fees?|price|priced|pay|charge[sd]?|is|are|was)\b[^.]{0,30}\$ ?\d|\$ ?\d[\d,.]* (?:fee|tuition|price|cost)\b")
_DELIVERY = {
    "online": r"\bonline\b|\bfrom home\b|\bvirtual(?:ly)?\b|\bon zoom\b|\bremote(?:ly)?\b",
    "in-person": r"\bin[- ]?person\b|\bon campus\b|\bface[- ]to[- ]face\b|\bin (?:a|the) classroom\b|\bin class\b",
    "blended": r"\bblended\b|\bhybrid\b",
}
_RUNS = re.compile(r"\b(?:running|runs|offered|open|reopen\w*|available|started|starts|starting|on now|happening|going|taking|takes? (?:applications|students)|enroll?ing|giving|granting|been giving|been offering|in progress|ongoing)\b")
_UNDER_WAY = re.compile(r"(?:\b(?:is|are|am|was|were|been)|'m|'s|'re) (?:now |currently |already |still )?(?:taking|doing|enrolled|registered|in|starting|finishing|halfway|part ?way)\b|\b(?:took|did|finished|completed|graduated|started|begun)\b")
_IS_A = re.compile(r"\b(?:is|are|it'?s|was|being|counts? as) (?:actually |really |basically |also )?(?:a|an|the same as a|the same as an) (?:\w+ ){0,2}?(?P<kind>diploma|degree|bachelor'?s?|master'?s?|red seal|apprenticeship|doctorate|licen[cs]e|micro-?credential)\b")
_SEASONS = {"jan": "winter", "feb": "winter", "mar": "spring", "apr": "spring", "may": "spring", "jun": "summer", "jul": "summer", "aug": "summer", "sep": "fall", "oct": "fall", "nov": "fall", "dec": "winter"}
_WHEN = re.compile(r"\b(jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may(?= \d|$| intake| start)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|winter|spring|summer|fall|autumn)\b")
_STARTS = re.compile(r"\b(?:starts?|starting|begins?|beginning|intakes?|kicks? off)\b")
_HELD = re.compile(r"\b(?:is|are|was|were|held|runs?|offered|taught|takes? place|based|located|happens?|meets?|delivered|given)\b[^.]*?\b(?:in|at) $")
_CERTIFIES = re.compile(
    r"\b(?:i'?m|i am|i'?ll be|i will be|you'?re|you are|you'?ll be|she'?s|he'?s|she is|he is|they'?re|they are|makes? (?:me|you|him|her|us) (?:a |an )?)\s*(?:then |now |fully |a |an |automatically )*(?:certified|licen[cs]ed|qualified|registered|accredited|ticketed|hired)\b"
    r"|\bguarantee\w*|\b(?:gives?|gets?|lands?|comes? with|promises?) (?:me |you |him |her |us |everyone )?(?:a |an |the )?(?:\w+ )?(?:job|licen[cs]e|placement|admission|seat|spot|work permit|raise)\b"
)
_SELF_PACED = re.compile(r"\bself[- ]?paced\b|\b(?<!a)asynchronous\b|\bown (?:pace|time|schedule)\b|\bnothing live\b|\bno (?:live|set)\b|\bany ?time (?:you|i) (?:want|like)\b")
_LIVE = re.compile(r"\blive (?:class|session|zoom|lecture)|(?<!a)\bsynchronous\b|\bset times?\b")
_DAYPARTS = {"evening": r"\b(?:evenings?|nights?|weeknights?)\b", "daytime": r"\b(?:daytime|during the day|mornings?|afternoons?|9 to 5|nine to five)\b", "weekend": r"\bweekends?\b|\bsaturdays?\b|\bsundays?\b", "weekday": r"\bweekdays?\b"}


def contrary_fields(record: Credential, clause: str, *, mine: bool = False) -> list[str]:
    """Fields that state otherwise than a folded clause about the record does, the surest first.

    :param clause: with the record's own names read as "it".
    :param mine: the learner is the subject of the clause, so that only what it says of getting in or of credit is held
        against the record.
    """
    found = [name for name, check in (("credit", _credit), ("requirements", contrary_entry)) if field_text(record, name) and check(record, clause)]
    if mine:
        return [*found, "status"] if record.status == "proposed" and _UNDER_WAY.search(clause) else found
    checks = (("fee", _fee), ("delivery", _delivery), ("timing", _timing), ("status", _status), ("type", _type), ("location", _location), ("start_dates", _starts))
    found += [name for name, check in checks if field_text(record, name) and check(record, clause)]
    found += [*contrary_amounts(record, clause), *contrary_makers(record, clause)]
    if daypart := _daypart(record, clause):
        found.append(daypart)
    return list(dict.fromkeys(found))


def unstated(record: Credential, clause: str, *, mine: bool = False) -> list[str]:
    """What a clause takes for granted and the record does not state: "fee", "free", or "licence" for what it would make of somebody."""
    found = []
    if _CERTIFIES.search(clause):
        found.append("licence")
    if not mine and _FREE.search(clause) and field_text(record, "fee") is None:
        found.append("free")
    elif not mine and _PRICED.search(clause) and field_text(record, "fee") is None:
        found.append("fee")
    return found


def _credit(record: Credential, clause: str) -> bool:
    credit = record.credit
    if credit is None:
        return False
    denied = bool(re.search(r"\bnon-?credit\b|\bno (?:\w+ )?credits?\b|\b(?:not|isn'?t|aren'?t) (?:for )?credit|\bwithout credits?\b|\bdoes(?:n'?t| not) (?:give|carry|have|bear) (?:any )?credits?\b", clause))
    if credit.bearing is False:
        claimed = re.search(r"\bfor (?:\w+ )?credits?\b|\b(?:is|are|carries|gives?|bears?|has|worth|earns?|it'?s) (?:\w+ ){0,3}credits?\b|\bcredit[- ]bearing\b|\bcredits? (?:from|for) it\b", clause)
        return bool(claimed) and not denied and not re.search(r"\bcredits? (?:card|union|for (?:prior|work|life))\b|\bi have\b|\bi'?ve\b", clause)
    return bool(credit.bearing and denied)


def _fee(record: Credential, clause: str) -> bool:
    return bool(record.fee and record.fee.amount and _FREE.search(clause))


def _delivery(record: Credential, clause: str) -> bool:
    if record.delivery in {None, "multiple"} or re.search(r"\b(?:register|apply|sign up|application|form|enrol\w*) (?:\w+ )?online\b|\bonline (?:form|application|portal|store|course catalogue)\b", clause):
        return False
    found = {name for name, pattern in _DELIVERY.items() if re.search(rf"(?:{pattern})", re.sub(r"\b(?:not|isn'?t|never|no longer|n't) (?:\w+ )?(?:online|in[- ]?person|on campus|from home|blended|hybrid)\b", "", clause))}
    if not found:
        denied = re.search(r"\b(?:not|isn'?t|never|no longer) (?:\w+ )?(?P<how>online|in[- ]?person)\b", clause)
        return bool(denied) and denied is not None and record.delivery == denied["how"].replace(" ", "-").replace("inperson", "in-person")
    if record.delivery == "blended":  # parts of it are as said; only the whole is not
        return len(found) == 1 and "blended" not in found and not re.search(r"\b(?:partly|mostly|some(?:times)?|part(?:s)?|half|days?|residency|mainly|largely)\b", clause)
    return record.delivery not in found


def _timing(record: Credential, clause: str) -> bool:
    if record.timing == "synchronous":
        return bool(_SELF_PACED.search(clause))
    return record.timing == "asynchronous" and bool(_LIVE.search(clause))


def _daypart(record: Credential, clause: str) -> str | None:
    """A part of the day or week that the clause says and the record states otherwise."""
    said = {name for name, pattern in _DAYPARTS.items() if re.search(pattern, clause)}
    if not said or not re.search(r"\b(?:is|are|meets?|runs?|held|taught|classes|lectures|sessions|offered|happens?)\b", clause):
        return None
    texts = {name: fold(text) for name in ("timing", "duration", "location", "notes", "summary", "parts") if (text := field_text(record, name))}
    for name, text in texts.items():
        held = {part for part, pattern in _DAYPARTS.items() if re.search(pattern, text)}
        if held and not held & said and not any(re.search(_DAYPARTS[part], other) for part in said for other in texts.values()):
            return name
    return None


def _status(record: Credential, clause: str) -> bool:
    return record.status in {"past", "proposed"} and bool(_RUNS.search(clause))


def _type(record: Credential, clause: str) -> bool:
    if record.type and re.search(r"\b(?:planned|proposed|anticipated)\b", fold(record.type)) and _RUNS.search(clause):
        return True
    match = _IS_A.search(clause)
    if match is None:
        return False
    kind = match["kind"].replace("'", "").rstrip("s") if not match["kind"].startswith("micro") else "micro"
    held = fold(f"{record.title} {record.type or ''}")
    return kind not in held.replace("-", "-") and not re.search(r"\b(?:not|n't|never|no)\b", clause[: match.end()])


def _location(record: Credential, clause: str) -> bool:
    places = [match for match in gazetteer().find(clause) if not match.place.is_area and _HELD.search(clause[: match.start])]
    if not places:
        return False
    texts = "\n".join(text for name in ("location", "summary", "notes", "start_dates", "indigenous_focus", "duration", "parts", "title", "region", "institution") if (text := field_text(record, name)))
    held = {match.place.id for match in gazetteer().find(texts)}
    return bool({match.place.id for match in gazetteer().find(record.location or "")}) and not held & {match.place.id for match in places}


def _starts(record: Credential, clause: str) -> bool:
    if not _STARTS.search(clause):
        return False
    text = "\n".join(value for name in ("start_dates", "duration", "next_steps", "notes") if (value := field_text(record, name)))
    said, held = _seasons(clause), _seasons(fold(text))
    listed = _seasons(fold(field_text(record, "start_dates") or ""))
    if not said or not listed:
        return False
    return not said & held or (bool(re.search(r"\bonly\b", clause)) and len(listed) > len(said) and len(record.start_dates) > 1)


def _seasons(text: str) -> set[str]:
    found = [match[1] for match in _WHEN.finditer(text)]
    return {"fall" if word == "autumn" else _SEASONS.get(word[:3], word) for word in found}
