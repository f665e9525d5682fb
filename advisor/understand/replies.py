"""Short replies to a list or an offer that name nothing: "no", "none of those", "something else", "any others"."""

from __future__ import annotations

import re
from typing import Literal

from advisor.converse.conversation import Conversation
from advisor.understand.names import NameIndex
from advisor.understand.topic import topic_of
from advisor.understand.understanding import Request, Understanding
from corpus.catalogue import Catalogue

__all__ = ["Reply", "read_reply", "replied"]

Reply = Literal["declines", "others"]

_LEAD = r"(?:(?:no|nope|nah|hm+|ok(?:ay)?|so|and|well|sorry|actually|thanks|thank you|but|or|maybe|um+|uh|i (?:want|need|would like|'d like)|give me|show me|can i (?:see|have)|got|have you got|do you have|are there|is there|what)\b[ ,.!]*)*"
_THEM = r"(?:of )?(?:those|these|them|the(?:se|m)? (?:two|three|four|five)|it|that|the above)"
_TAIL = r"(?: (?:please|pls|thanks|thank you|though|tho|really|sorry|for me|then|at all|there|available|like (?:that|it|them|those)|in (?:there|the list|your list|the catalogue)))*\W*$"
_DECLINES = re.compile(
    rf"^\W*(?:(?:no|nope|nah|hm+|sorry|actually|ok|okay)\b[ ,.!]*)*(?:(?:no|nope|nah|naw|no thanks|no thank you|not really|none|neither|neither one|nothing)(?: {_THEM})?"
    rf"|(?:none|neither|not any|no|not either) {_THEM}(?: (?:fit|work|help|suit|appeal|interest me|are right|is right|will do|really fit|really work|sound right)(?: for me)?)?"
    rf"|(?:(?:that|this|those|these|they|it)(?:'?s| is| are|'re)? )?(?:not|aren'?t|isn'?t|wasn'?t) (?:quite |really )?(?:it|that|those|these|(?:what|the one|the ones) (?:i|we)(?:'m| am|'re| are)? (?:want(?:ed)?|need(?:ed)?|mean|meant|after|looking for|asked for)|for me|right|helpful))(?: no)?{_TAIL}"
)
#: agrees with what was said of one offering, and asks nothing
_AGREES = re.compile(r"^\W*(?:yes|yeah|yep|yup|ya|right|correct|exactly)(?:[ ,.!]+(?:please|thanks|that'?s (?:it|right|the one)|that one|exactly))*\W*$")
_OTHERS = re.compile(rf"^\W*{_LEAD}(?:(?:any ?thing|something|what) (?:else|different|other than {_THEM})|(?:any |some |the )?(?:others?|more|other (?:ones?|options|choices|results|courses|programs))(?: (?:ones|options|results|like (?:that|those|it)))?|(?:the )?next (?:ones|few|page)|else){_TAIL}")


def read_reply(plain: str) -> Reply | None:
    """What a folded message replies to a list, where it is no more than a reply.

    >>> read_reply("no none of those really"), read_reply("ok what else do you have"), read_reply("no online")
    ('declines', 'others', None)
    """
    if _DECLINES.match(plain):
        return "declines"
    stripped = re.sub(r"\b(?:do|does|have|has|got|is|are) (?:you|u|they|there)(?: have| got)?(?= ?\W*$)", "", plain).strip()
    return "others" if _OTHERS.match(stripped) else None


def replied(message: str, plain: str, conversation: Conversation, names: NameIndex, catalogue: Catalogue) -> Understanding | None:
    """What a short reply comes to, nothing of what was shown or others of the same; None where the message is no such reply.

    :param plain: the message, folded.
    """
    reply = read_reply(plain) if conversation.history else None
    if _AGREES.match(plain) and conversation.singled and not conversation.pending:
        return Understanding(message=message, standalone=message, act="acknowledge")
    if reply == "declines":
        return Understanding(message=message, standalone=message, act="declines")
    shown = tuple(dict.fromkeys((*conversation.shown, *conversation.focus)))
    if reply != "others" or not shown or conversation.intent == "guidance":
        return None
    topic = conversation.topic or topic_of(catalogue.record(shown[0]).title, names)
    return Understanding(message=message, standalone=topic, requests=(Request(intent="find", text=topic, topic=topic, beside=conversation.mentioned),)) if topic else None
