"""References: "it", "the second one", "both", "the cheaper one", "the online one" read against what was shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.converse.conversation import Conversation
from advisor.understand.names import NameIndex
from advisor.understand.picking import Picker, picking_words
from corpus.numbers import parse_number

__all__ = ["reference_in"]

_ORDINALS = (
    (r"\b(?:the )?(?:first|1st|top)(?: (?:one|option|program|course|certificate|choice))?\b(?! (?:nations?|nation|aid|time|step|year|of all|thing|language|cohort|come|three|two|four|half))|#1\b|\bnumber (?:one|1)\b|\boption (?:1|one|a)\b", 0),
    (r"\b(?:the )?(?:second|2nd)(?: (?:one|option|program|course|certificate|choice))?\b(?! (?:language|year|time|half|term|thoughts?))|#2\b|\bnumber (?:two|2)\b|\boption (?:2|two|b)\b", 1),
    (r"\b(?:the )?(?:third|3rd)(?: (?:one|option|program|course|certificate|choice))?\b(?! (?:year|term|party))|#3\b|\bnumber (?:three|3)\b|\boption (?:3|three|c)\b", 2),
    (r"\b(?:the )?(?:fourth|4th)(?: (?:one|option))?\b(?! year)|#4\b|\bnumber (?:four|4)\b", 3),
    (r"\b(?:the )?(?:fifth|5th)(?: (?:one|option))?\b|#5\b|\bnumber (?:five|5)\b", 4),
    (r"\bthe last (?:one|option|program|course|certificate)\b", -1),
)  # fmt: skip
_PLURAL = re.compile(r"\b(?:both|they|them|those(?: two| three| ones)?|these(?: two| three| ones)?|either(?: of (?:them|those|these))?|all (?:of (?:them|those|these)|three|four|five)|the (?:two|three))\b")
_FIRST_FEW = re.compile(r"\b(?P<end>first|top|last) (?P<count>two|three|four|five|[2-5])\b")
#: two of them: the two that were shown, else the two last spoken of
_TWO = re.compile(r"\bboth\b|\b(?:those|these|the|them) two\b|\btwo of (?:them|those|these)\b|\beither (?:one|of (?:them|those|these))\b")
_SINGULAR = re.compile(r"\b(?:it|its|it's|that(?: one)?|this(?: one)?|that (?:course|program|certificate|training|micro\w*)|the (?:course|program|certificate|training|micro-?\w+|one)|same one|there(?! (?:anything|something|stuff)\b))\b")
_OTHER = re.compile(r"(?<!\bsome )(?<!\bany )\b(?:the )?other (?:one|college|university|school|program|course|certificate|option|place)\b")
_THE_ONE = re.compile(r"\bthe (?P<words>(?:[\w'&.+-]+ ){1,6}?)(?:one|program|course|certificate|training|micro-?\w+)s?\b|\b(?P<place>(?:[\w'&.-]+ ){0,2}[\w'&.-]+)(?:'s|s) one\b|\b(?P<single>[\w'&.-]+) one\b")
_COMPARATIVE = re.compile(r"\b(?:closest|nearest) (?:one )?to\b|\bthe (?:cheap|short|long|quick|fast|expensive|small|big|clos|near)(?:er|est)\b(?: (?:one|of))?|\bthe (?:more|less|most|least) expensive\b|\bwhich (?:one )?(?:is|was|are|would be|costs?|takes?) (?:the )?(?:cheap|short|long|quick|fast|expensive|soon|close|clos|near|less|more|least|most)(?:er|est)?\b")


#: turns down what follows: "no not the tax one"
_NOT_IT = re.compile(r"\b(?:not|isn'?t|don'?t (?:want|mean)|except|but) $")
#: points at one that an answer brought up
_THAT_ONE = re.compile(r"\b(?:that|this|the (?:next|second|bigger|larger|longer|higher|earlier|first)) (?P<kind>one|course|program|certificate|training|workshop|diploma|degree|bachelor|master|step)\b")
_LARGER = frozenset(["diploma", "degree", "bachelor", "master"])
#: questions whose answers bring up other offerings
_WAYS = frozenset(["pathway", "next", "outcome", "laddering", "prerequisite_of", "parts", "requirements", "eligibility"])


#: the one spoken of before the present one
_BEFORE = re.compile(r"\b(?:the )?(?:one|course|program|certificate) (?:just )?before(?: (?:that|this|it|the last)(?: one)?)?\W*$|\b(?:the )?previous (?:one|course|program|certificate)\b|\b(?:go |going )?back to the (?:last|previous|other|earlier) one\b")
#: the first that the talk was about, however many lists came since
_AT_FIRST = re.compile(r"\b(?:very|original) first (?:one|course|program|certificate)\b|\bthe original (?:one|course|program|certificate)\b|\bfirst (?:one|course|program|certificate)\b.{0,30}\b(?:talked|spoke|asked|started|beginning|to begin with|at the start|originally)\b|\bone (?:we|i) (?:started with|began with|asked about (?:first|at the start))\b")


def reference_in(text: str, conversation: Conversation, names: NameIndex, picker: Picker | None = None, *, beside: Sequence[str] = ()) -> tuple[tuple[str, ...], str | None]:
    """The records that a folded message points back at, and how: ``named``, ``ordinal``, ``plural``, ``singular``.

    :param beside: the other offerings of the institution spoken of: "the carpentry one" is likelier there than elsewhere.
    :param picker: tells by what the records say, where their names do not: "the online one".
    :returns: ``((), None)`` when it points at nothing.
    """
    shown = conversation.shown or conversation.focus
    if not shown:
        return (), None
    pool = tuple(dict.fromkeys((*shown, *conversation.focus)))
    if placed := _by_place(text, shown, conversation.focus, conversation.mentioned):
        return placed
    if _COMPARATIVE.search(text) and len(shown) > 1:
        return shown[:5], "comparative"
    if picker and (told := picking_words(text)) and len(found := picker.pick(told, shown)) == 1:
        return found, "named"
    if told_by := _by_words(text, pool, conversation, names, picker, beside):
        return told_by, "named"
    if (onward := _on_the_way(text, conversation)) is not None:
        return (onward,), "named"
    if _TWO.search(text) and len(pool) > 1:
        return (shown if len(shown) == 2 else conversation.focus if len(conversation.focus) > 1 else pool)[:2], "plural"
    if (plural := _PLURAL.search(text)) and len(shown) > 1 and not (conversation.singled and plural[0] in {"they", "them"}):
        return shown[:5], "plural"  # of one that was singled out, "they" are its people
    if _SINGULAR.search(text) or _PLURAL.search(text):
        return (conversation.focus[0] if conversation.focus else shown[0],), "singular"
    return (), None


def _by_words(text: str, pool: Sequence[str], conversation: Conversation, names: NameIndex, picker: Picker | None, beside: Sequence[str]) -> tuple[str, ...]:
    """What is pointed at by words of its own, "the carpentry one": of those shown, of those that came up, then of those beside them."""
    match = _THE_ONE.search(text)
    if match is None or _NOT_IT.search(text[: match.start()]):
        return ()
    words = match["words"] or match["place"] or match["single"] or ""
    tiers = (tuple(dict.fromkeys((*pool, *conversation.mentioned))), conversation.named, beside)
    titled = picker.nearest_titled(words, tiers, like=conversation.focus[0] if conversation.focus else None) if picker else ()
    if picker and len(titled) == 1 and picker.tells_surely(words):
        return titled
    # "the ACE certificate": the word for its kind tells it from another of the same name
    scored = [score for score in names.scores(match[0], within=pool) if score.title > 0.2 or score.context > 0.4] if names.topic_words(words) else []
    if scored and (len(scored) == 1 or scored[0].value > scored[1].value):
        return (scored[0].record,)
    found = picker.pick(words, pool) if picker else ()
    # of several that the words fit, the one that was singled out is meant
    if len(found) == 1 or (conversation.singled and set(found) & set(conversation.focus[:1])):
        return found if len(found) == 1 else conversation.focus[:1]
    # "back to the tax one": whatever came up in the talk, then what stands beside it, before anything else that is offered
    return titled if len(titled) == 1 else ()


def _on_the_way(text: str, conversation: Conversation) -> str | None:
    """The record that the last answer named as a way on, where a text points at that one: "and how long is that one"."""
    if not conversation.named or not any(item.intent in _WAYS or _WAYS & set(item.fields) for item in conversation.asked):
        return None
    match = _THAT_ONE.search(text)
    if match is None:
        return None
    kind = match["kind"]
    told = [name for name in conversation.named if kind in name] if kind in _LARGER else list(conversation.named)
    return told[0] if told else None


def _by_place(text: str, shown: Sequence[str], focus: Sequence[str], mentioned: Sequence[str]) -> tuple[tuple[str, ...], str] | None:
    """What is pointed at by its place in the list or in the talk: the second, the first two, the other one, the one before."""
    if _BEFORE.search(text) and len(focus) > 1:
        return (focus[1],), "ordinal"
    if _AT_FIRST.search(text) and mentioned:
        return (mentioned[0],), "ordinal"
    for pattern, position in _ORDINALS:
        if shown and re.search(pattern, text) and -len(shown) <= position < len(shown):
            return (shown[position],), "ordinal"
    if (match := _FIRST_FEW.search(text)) and len(shown) > 1:
        count = int(parse_number(match["count"]))
        return tuple(shown[-count:] if match["end"] == "last" else shown[:count]), "plural"
    if _OTHER.search(text):
        current = focus[0] if focus else None
        rest = [record for record in dict.fromkeys((*shown, *focus)) if record != current]
        if rest:
            return (rest[0],), "ordinal"
    return None
