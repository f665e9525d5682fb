"""Whether a follow-up goes on asking about what is spoken of, or brings up a subject of its own."""

from __future__ import annotations

import re

from advisor.understand.intents import ASKS_FOR_OFFERINGS, TRAINING

__all__ = ["asks_for_any", "asks_for_whatever", "asks_how_long", "asks_on", "asks_to_be_taken", "changes_subject", "thing_brought_up"]

_LEADS_UP = r"(?:(?:and|so|but|or|ok(?:ay)?|k|also|then|hah?a(?:ha)*|lol|hm+|oh|ah|thanks?|thank you|thx|great|good|cool|nice|fair|fair enough|alright|all right|right|yes|yeah|yep|no|nope|well|wait|sorry|hang on|one more(?: thing| question)?|last question|quick question|another question)\b[ ,.!;:-]*)*"
#: a question with a verb of its own: "do i need to be a pro already", "haha ok. what average do i need"
_ASKS = re.compile(
    rf"^\W*{_LEADS_UP}(?:(?:for|from|to|in|at|on|with|by|until) )?(?:do|does|did|is|are|was|were|am|can|could|will|would|should|shall|has|have|had|must|may|might|how|when|where|who|whose|whom|why|which|whats?|what'?s|where'?s|who'?s|how'?s|when'?s|isn'?t|aren'?t|don'?t|doesn'?t|can'?t)\b(?! (?:about|of|else|other|more|kinds? of|abt)\b)"
    r"|\bor (?:do|does|did|is|are|was|were|can|could|will|would|has|have) (?:it|they|i|we|you|u|there|he|she|one|people|students)\b"
)
_CHANGES = re.compile(
    r"\b(?:(?:a )?(?:different|another|separate|new|unrelated|other) (?:thing|question|topic|subject|matter)(?: (?:now|altogether|entirely))?\s*(?:[:,.;!-]|$)|chang(?:e|ing) (?:of )?(?:the )?(?:subject|topic)s?|on (?:a |an )?(?:different|another|other|unrelated) (?:note|topic|subject)|something (?:else|different)(?: (?:entirely|altogether|now|though|tho))?\s*[:,.;!-]|forget (?:that|it|about that|the last one|that one)[,.;!]|never ?mind (?:that|it|about that)?\s*[,.;!]|switching (?:gears|topics))"
)
_TAKEN = re.compile(rf"^\W*{_LEADS_UP}(?:would|will|do|could|can|might) (?:they|it|that one|this one|the (?:college|university|program|course)) (?:even |still |really |actually |maybe )?(?:take|have|accept|admit|let) (?:me|us|him|her|my \w+)(?: in)?(?: (?:with|without|at|if|though|tho|then|anyway|still)\b[^.!]{{0,40}})?\W*$")
#: how long an offering would take one, and nothing else
_HOW_LONG = re.compile(rf"^\W*{_LEADS_UP}(?:for )?how (?:long|many (?:hours|hrs|days|weeks|wks|months|years)) (?:would|will|do|does|did|is|am) (?:i|it|we|he|she|they|that|this|my \w+) (?:have to |need to |actually |really )?(?:be (?:there|in class|away|on campus|at it)|take|run|go on|go)(?: for| altogether| in total| then)?\W*$")
#: nothing but a thing: "underwater welding?", "and what about beekeeping"
_THING = re.compile(r"^\W*(?:(?:and|so|or|but|ok(?:ay)?|hm+|oh|no|then|well|maybe|actually|what about|how about|what of|wbt|wbu)\b[ ,]*)*(?P<what>[^?.!,;]{3,60})\W*$")
_OF_IT = re.compile(r"^(?:the|an?|any|its|their|that|this|those|these|my|your|our|if|when|for|with)\b|\b(?:it|its|them|they|that|those|these|one|ones|there|i|i'm|im|we|he|she|my)\b")


def asks_on(plain: str) -> bool:
    """Whether a folded message is a question with a verb of its own that asks for no offerings.

    >>> asks_on("all online or do they meet up")
    True
    >>> asks_on("haha ok fair. what average do i need for it tho"), asks_on("what about beekeeping"), asks_on("is there a course in welding")
    (True, False, False)
    """
    return bool(_ASKS.search(plain)) and not ASKS_FOR_OFFERINGS.search(plain) and not TRAINING.search(plain)


def asks_to_be_taken(plain: str) -> bool:
    """Whether a folded message asks whether an offering would let somebody in, and says nothing else.

    >>> asks_to_be_taken("would they take me"), asks_to_be_taken("nobody would take me anyway"), asks_to_be_taken("would they miss me")
    (True, False, False)
    """
    return bool(_TAKEN.match(plain))


def asks_how_long(plain: str) -> bool:
    """Whether a folded message asks how long an offering would take somebody, and says nothing else.

    >>> asks_how_long("how long would i be there for"), asks_how_long("how long would it take to die")
    (True, False)
    """
    return bool(_HOW_LONG.match(plain))


def changes_subject(plain: str) -> bool:
    """Whether a folded message says that it turns to something else.

    >>> changes_subject("k thanks. different thing, my wife wants the terminology one"), changes_subject("is there a different one")
    (True, False)
    """
    return bool(_CHANGES.search(plain))


#: asks whether there is anything of a kind: "any baking", "got any gis"
_ANY = re.compile(rf"^\W*{_LEADS_UP}(?:(?:(?:do|have|has) )?(?:you|u|they|ya)(?: (?:guys|folks|all))? (?:have |got |do |offer |run )?|got |have )?any (?=[a-z])(?!of |one\b|thing\b|body\b|more\b|other\b|idea|chance|way\b|luck|good\b|better\b|time\b)")


def asks_for_any(plain: str) -> bool:
    """Whether a folded message opens by asking whether there is any of something.

    >>> asks_for_any("got any gis?"), asks_for_any("is there any homework")
    (True, False)
    """
    return bool(_ANY.match(plain))


#: asks for whatever is offered
_WHATEVER = re.compile(r"^\W*(?:(?:and|so|ok(?:ay)?|any|some|just|all|show me|what about|how about|short|cheap) )*(?:courses|classes|programs|workshops|certificates|training|micro-?credentials|ones|stuff|anything|something)\b")


def asks_for_whatever(plain: str) -> bool:
    """Whether a folded message opens by asking for offerings of any kind: "classes under $300".

    >>> asks_for_whatever("classes under $300"), asks_for_whatever("the classes, are they long")
    (True, False)
    """
    return bool(_WHATEVER.match(plain))


def thing_brought_up(plain: str) -> str:
    """What a folded message names with no verb and nothing that points back; empty where it does more than that.

    >>> thing_brought_up("underwater welding?"), thing_brought_up("any baking?"), thing_brought_up("and the cost?"), thing_brought_up("is it online")
    ('underwater welding', 'baking', '', '')
    """
    plain = _ANY.sub("", plain)
    match = _THING.match(plain)
    if match is None or _ASKS.search(plain) or _OF_IT.search(match["what"].strip()):
        return ""
    return match["what"].strip()
