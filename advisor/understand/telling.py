"""A message that only tells: of the learner's work, home and schooling, or that words or screens come hard to them."""

from __future__ import annotations

import re

from advisor.understand.intents import ASKS_FOR_OFFERINGS, FIND, TRAINING
from advisor.understand.openly import asks_openly
from advisor.understand.requests import asks_a_question
from advisor.understand.text import sentences

__all__ = ["asks_for_patience", "only_tells_of_oneself"]

#: words or screens come hard
_PATIENCE = re.compile(
    r"\b(?:my |the )?(?:english|spelling|writing|typing|reading|grammar)(?: \w+)? (?:is|isn'?t|are)(?: not)? (?:\w+ )?(?:good|great|bad|poor|weak|limited|perfect|strong|terrible|awful|so so|rusty|basic|well)\b|\benglish (?:is|isn'?t) (?:not )?my (?:first|second|mother|own)\b"
    r"|\b(?:still )?learning (?:to (?:speak|write|read) )?english\b|\b(?:not|never) (?:very |so |too |that |really )?(?:good|great|comfortable|strong) (?:with|at|on|in) (?:\w+ )?(?:computers?|english|typing|phones?|writing|reading|spelling|technology|words|this|these things|internet)\b"
    r"|\b(?:don'?t|do not|can'?t|cannot) (?:speak|write|read|type|spell)(?: \w+)? (?:english )?(?:well|good|much|very well|fast|so good)\b|\b(?:be|bear) (?:patient|with me)\b|\bi(?:'?m| am) (?:slow|dyslexic|nervous|shy)\b"
)
#: begins as somebody does who tells of themselves
_OF_ONESELF = re.compile(
    r"^\W*(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|ok|so|well|um+|sorry|and|but|also|just)\b\W*)*(?:(?:i|im|i'm|ive|i've|we|were|we're|weve|we've|my|our|me|am|been|born|living|live|working|work|worked|just|not|new|sorry|english|single|retired|married|laid|from)\b|\d{2}\b|$)"
)
#: wishes for something, or for more than to be heard
_WISHES = re.compile(
    r"\b(?:want|wants|wanna|need|needs|like to|love to|would like|i'd like|wish|hope|hoping|looking|interested|interest|curious|dream\w*|thinking (?:of|about)|trying|enjoy|love|like|into|prefer|qualify|eligible|apply\w*|become|upgrade|switch|change|grant|funding|"
    r"transfer|credit|online|evenings?|weekends?|part[- ]time|free|cheap)\b|\?"
)
_LONGEST = 30


def asks_for_patience(plain: str) -> bool:
    """Whether a folded message says that words or screens come hard to whoever writes.

    >>> asks_for_patience("my english is not so good"), asks_for_patience("is the english test hard")
    (True, False)
    """
    return bool(_PATIENCE.search(plain))


def only_tells_of_oneself(plain: str) -> bool:
    """Whether each sentence of a folded message tells of the learner, and none asks or wishes for anything.

    >>> only_tells_of_oneself("im a welder in terrace with 10 years in"), only_tells_of_oneself("im a welder, want to teach")
    (True, False)
    """
    if len(plain.split()) > _LONGEST or _WISHES.search(plain) or FIND.search(plain) or ASKS_FOR_OFFERINGS.search(plain) or TRAINING.search(plain) or asks_openly(plain) or asks_a_question(plain):
        return False
    return all(_OF_ONESELF.match(sentence) or _PATIENCE.search(sentence) for sentence in sentences(plain))
