"""Sentences for fields: what a person would say, with the record's own words kept.

Each function takes the field's text and the subject ("It", or a title) and returns one sentence that its own
evidence supports.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.credential import Credential
from corpus.fields import field_text
from corpus.numbers import number_pattern

__all__ = ["list_words", "sentence", "sentence_case"]

_SPAN_START = re.compile(rf"^(?:about |around |up to |as little as |typically |at least )?(?:an? |{number_pattern}[\s-]+)(?:to \w+ )?(?:intensive |full |instructional |lecture |contact |class )?(?:hour|day|week|month|year|semester|term|minute)", re.IGNORECASE)
_COUNT_START = re.compile(rf"^(?:about |up to )?{number_pattern} (?:\w+[- ]){{0,3}}(?:course|session|module|workshop|weekend|block|unit|credit|intensive|seminar)", re.IGNORECASE)
_VERBS = frozenset(
    ["apply", "identify", "describe", "summarize", "explain", "compare", "recognize", "detect", "prescribe", "assess", "analyse", "analyze", "plan", "design", "build", "use", "create", "manage", "develop", "write", "read", "set", "run", "work", "prepare", "communicate", "evaluate", "conduct", "interpret", "collect", "operate", "install", "maintain", "diagnose", "carry", "lead", "support", "help", "teach", "make", "keep", "track", "test", "measure", "monitor", "map", "grow", "practise", "practice", "follow", "respond", "handle", "choose", "select", "understand", "know", "navigate", "perform", "produce", "present", "record", "report", "document", "demonstrate", "organize", "organise", "draft", "budget", "price", "sell", "care", "clean", "cook", "cut", "demonstrate", "deliver", "integrate", "implement", "improve", "inspect", "install", "lay", "mentor", "negotiate", "protect", "recognise", "repair", "restore", "sample", "sort", "store", "think", "troubleshoot", "weld"]
)  # fmt: skip


def sentence_case(text: str) -> str:
    """A sentence with a capital first letter and a closing mark.

    >>> sentence_case("about 60 hours")
    'About 60 hours.'
    """
    text = re.sub(r"\s+", " ", text).strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text.rstrip(";,:") + "."


def list_words(items: list[str]) -> str:
    """Items as people list them; semicolons when an item holds a comma.

    >>> list_words(["site assessment", "planting", "design"])
    'site assessment, planting and design'
    """
    items = [item.strip().rstrip(".;") for item in items if item.strip()]
    if len(items) < 2:
        return "".join(items)
    mark = "; " if any("," in item or ";" in item for item in items) else ", "
    return mark.join(items[:-1]) + (f"{mark.rstrip()} and " if mark == "; " else " and ") + items[-1]


def sentence(record: Credential, field: str, subject: str) -> str | None:
    """One sentence that states a field of a record, or None where it is not stated."""
    text = field_text(record, field)
    if not text:
        return None
    build = _BUILDERS.get(field)
    return re.sub(r"\s+", " ", build(text, subject) if build else _says(field, text)).strip()


def _duration(text: str, subject: str) -> str:
    if _SPAN_START.match(text):
        return f"{subject} takes {text}."
    if _COUNT_START.match(text):
        return f"{subject} is made up of {text}."
    return f"On length, the record says: {text}."


def _delivery(text: str, subject: str) -> str:
    return {
        "online": f"{subject} is online.",
        "in-person": f"{subject} is in-person.",
        "blended": f"{subject} is blended, a mix of formats.",
    }.get(text, f"{subject} is offered in {text}.")


def _timing(text: str, subject: str) -> str:
    return {
        "synchronous": f"{subject} is synchronous, with live learning at set times.",
        "asynchronous": f"{subject} is asynchronous, so you learn on your own schedule.",
    }.get(text, f"{subject} has {text} learning, some live and some on your own schedule.")


def _credit(text: str, subject: str) -> str:
    bearing, _, amount = text.partition("; ")
    if amount:
        return f"{subject} is {bearing}: {amount}."
    return f"{subject} is {bearing}." if not bearing[0].isdigit() else f"{subject} carries {bearing}."


def _fee(text: str, subject: str) -> str:
    if re.match(r"(?:about )?\$", text):
        return f"{subject} costs {text}."
    if re.match(r"(?:free|no cost|tuition)", text):
        return f"{subject} is listed as {text}."
    return f"The fee stated is {text}."


def _location(text: str, subject: str) -> str:
    del subject
    return f"The place given is {text}."


def _type(text: str, subject: str) -> str:
    article = "an" if text[:1].lower() in "aeiou" else "a"
    return f"{subject} is {article} {text}."


def _competencies(text: str, subject: str) -> str:
    items = text.split("\n")
    if all(item.split(" ", 1)[0].lower() in _VERBS for item in items):
        return f"You learn to {list_words(items)}."
    return f"{subject} covers {list_words(items)}."


def _listing(lead: str) -> Callable[[str, str], str]:
    def build(text: str, subject: str) -> str:
        del subject
        items = text.split("\n")
        return f"{lead} {list_words(items)}."

    return build


def _status(text: str, subject: str) -> str:
    return f"{subject} is listed as {text}."


def _plain(text: str, subject: str) -> str:
    del subject
    return " ".join(sentence_case(line) for line in text.split("\n"))


def _says(field: str, text: str) -> str:
    lead = {
        "assessment": "On assessment, the record says",
        "quality_assurance": "On quality assurance, the record says",
        "need": "On need, the record says",
        "transfer": "On transfer, the record says",
        "plar": "On prior learning (PLAR), the record says",
        "indigenous_focus": "On Indigenous focus, the record says",
        "funding": "On funding, the record says",
        "recognition": "On how it is recorded, the record says",
        "purpose": "Its purpose is given as",
        "region": "The region given is",
        "institution": "It is offered by",
        "subject": "Its subject is",
        "context": "About the institution, the record says",
    }.get(field, "The record says")
    joined = text.replace("\n", "; ")
    mark = " " if lead.endswith((" is", " by", " as")) else ": "
    return f"{lead}{mark}{joined.rstrip('.')}."


_BUILDERS: dict[str, Callable[[str, str], str]] = {
    "duration": _duration,
    "delivery": _delivery,
    "timing": _timing,
    "credit": _credit,
    "fee": _fee,
    "location": _location,
    "type": _type,
    "competencies": _competencies,
    "partners": _listing("Partners named are"),
    "supports": _listing("Supports named are"),
    "start_dates": _listing("Start dates listed are"),
    "prerequisite_of": _listing("It comes before"),
    "status": _status,
    "summary": _plain,
    "parts": _plain,
    "next_steps": _plain,
    "notes": _plain,
    "contact": _listing("The contact given is"),
}
