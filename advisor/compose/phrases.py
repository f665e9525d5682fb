"""Sentences for fields: what a person would say, with the record's own words kept.

Each function takes the field's text and the subject ("It", or a title) and returns one sentence that its own
evidence supports.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from advisor.compose.amount_words import duration_sentence, fee_sentence
from advisor.compose.wording import article, list_words, sentence_case, small
from corpus.credential import Credential
from corpus.fields import field_text

__all__ = ["list_words", "sentence", "sentence_case"]

#: verbs that a list of what people learn, or of what it is for, begins with
_VERBS = frozenset(
    ["act", "adapt", "add", "adjust", "analyse", "analyze", "answer", "apply", "ask", "assess", "bake", "balance", "bend", "budget", "build", "calculate", "call", "care", "carry", "check", "choose", "classify", "clean", "close", "coach", "coil", "collaborate", "collect", "communicate", "compare", "complete", "conduct", "connect", "contribute", "control", "cook", "coordinate", "count", "cover", "create", "cut", "defend", "deliver", "demonstrate", "describe", "design", "detect", "develop", "diagnose", "direct", "divide", "document", "draft", "draw", "drive", "engage", "ensure", "estimate", "evaluate", "examine", "exchange", "explain", "explore", "export", "fill", "find", "fix", "fly", "focus", "follow", "form", "foster", "gather", "get", "give", "grow", "guide", "hand", "handle", "help", "hold", "host", "identify", "implement", "improve", "inspect", "install", "integrate", "interpret", "introduce", "issue", "join", "judge", "keep", "know", "laminate", "lay", "lead", "learn", "let", "light", "link", "list", "load", "look", "maintain", "make", "manage", "map", "measure", "mentor", "mix", "model", "monitor", "move", "name", "navigate", "negotiate", "notice", "open", "operate", "order", "organise", "organize", "pack", "patch", "perform", "pick", "place", "plan", "point", "practice", "practise", "prepare", "prescribe", "present", "price", "process", "produce", "proof", "protect", "put", "rank", "read", "recall", "recognise", "recognize", "record", "reduce", "refer", "repair", "report", "respond", "restore", "rig", "run", "sample", "save", "scale", "select", "sell", "send", "set", "shape", "shoot", "show", "sign", "sketch", "sort", "spot", "stabilise", "state", "stop", "store", "stress", "summarize", "supply", "support", "survey", "take", "talk", "teach", "tell", "test", "think", "track", "trade", "train", "transfer", "treat", "troubleshoot", "turn", "understand", "use", "value", "visit", "walk", "watch", "weigh", "weld", "wire", "work", "write"]
)  # fmt: skip
#: a first word that an article or "your" follows is a verb
_IMPERATIVE = re.compile(r"(?![a-z]+ing\b)[a-z]+ (?:a|an|the|your|this|that|these|those)\b", re.IGNORECASE)
#: how the sentences begin that are ours and name no subject
_OUR_LEAD = re.compile(r"(?:The|Start dates|You learn|What you learn|On|Its|There|It|About the institution)\b")
_DATED = re.compile(
    r"\b(?:20\d\d|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|spring|summer|fall|autumn|winter)\b",
    re.IGNORECASE,
)


def sentence(record: Credential, field: str, subject: str) -> str | None:
    """One sentence that states a field of a record, or None where it is not stated.

    A subject other than "It" is named in it: where its own words leave no room for a subject, before them.
    """
    text = field_text(record, field)
    if not text:
        return None
    build = _BUILDERS.get(field)
    said = re.sub(r"\s+", " ", build(text, subject) if build else _says(field, text)).strip()
    if subject == "It" or subject in said:
        return said
    return f"For {subject}, {small(said)}" if _OUR_LEAD.match(said) else f"{subject}: {said}"


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


def _location(text: str, subject: str) -> str:
    del subject
    text = text.rstrip(".")
    if re.match(r"(?:in|at|near|on)\b", text):
        return f"It takes place {text}."
    if re.match(r"(?:[A-Z\d]|a |the )", text) and not re.search(r"\bor\b|;", text):
        return f"The place given is {text}."
    return f"Its place is given as {text}."


def _region(text: str, subject: str) -> str:
    if "online" in text:
        return f"{subject} is listed as {text}."
    return f"{subject} is listed in the {text} region."


def _type(text: str, subject: str) -> str:
    noun = re.split(r"\s*(?:[(/,]|\b(?:with|for|in|of|including|leading)\b)", text, maxsplit=1)[0]
    if noun.endswith("s") and not noun.endswith(("ss", "'s")):
        return f"{subject} is listed as {text}."
    return f"{subject} is {article(text)}."


def _purpose(text: str, subject: str) -> str:
    text = text.rstrip(".")
    first = text.split(" ", 1)[0]
    if first == "To":
        return f"Its purpose is {small(text)}."
    if first in {"For", "A", "An"}:
        return f"{subject} is {small(text)}."
    if first == "Would" or first.removesuffix("s").lower() in _VERBS or first.removesuffix("es").lower() in _VERBS:
        return f"{subject} {small(text)}."
    return f"On its purpose, the record says: {text}."


def _competencies(text: str, subject: str) -> str:
    items = text.split("\n")
    verbs = [bool(_IMPERATIVE.match(item)) or item.split(" ", 1)[0].lower().rstrip(",") in _VERBS for item in items]
    if all(verbs):
        return f"You learn to {list_words(items)}."
    if any(verbs):
        return f"What you learn is listed as: {list_words(items)}."
    return f"{subject} covers {list_words(items)}."


def _listing(one: str, several: str | None = None) -> Callable[[str, str], str]:
    def build(text: str, subject: str) -> str:
        del subject
        items = text.split("\n")
        return f"{one if len(items) == 1 or several is None else several} {list_words(items)}."

    return build


def _start_dates(text: str, subject: str) -> str:
    del subject
    items = text.split("\n")
    if not all(_DATED.search(item) for item in items):
        return f"On start dates, the record says: {list_words(items)}."
    return f"{'The start date listed is' if len(items) == 1 else 'Start dates listed are'} {list_words(items)}."


def _status(text: str, subject: str) -> str:
    return f"{subject} is listed as {text}."


def _plain(text: str, subject: str) -> str:
    del subject
    return " ".join(sentence_case(line) for line in text.split("\n"))


def _says(field: str, text: str) -> str:
    lead = {
        "assessment": "On assessment, the record says:",
        "quality_assurance": "On quality assurance, the record says:",
        "need": "On need, the record says:",
        "transfer": "On transfer, the record says:",
        "plar": "On prior learning (PLAR), the record says:",
        "indigenous_focus": "On Indigenous focus, the record says:",
        "funding": "On funding, the record says:",
        "recognition": "On how it is recorded, the record says:",
        "institution": "It is offered by",
        "subject": "Its subject is",
        "context": "About the institution, the record says:",
    }.get(field, "The record says:")
    lines = [line.rstrip(".;") for line in text.split("\n")]
    return f"{lead} {'; '.join(lines)}."


_BUILDERS: dict[str, Callable[[str, str], str]] = {
    "duration": duration_sentence,
    "delivery": _delivery,
    "timing": _timing,
    "credit": _credit,
    "fee": fee_sentence,
    "location": _location,
    "region": _region,
    "purpose": _purpose,
    "type": _type,
    "competencies": _competencies,
    "partners": _listing("The partner named is", "Partners named are"),
    "supports": _listing("The record lists this support:", "The record lists these supports:"),
    "start_dates": _start_dates,
    "prerequisite_of": _listing("It comes before"),
    "status": _status,
    "summary": _plain,
    "parts": _plain,
    "next_steps": _plain,
    "notes": _plain,
    "contact": _listing("The contact given is"),
}
