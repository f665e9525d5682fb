"""What a follow-up leaves out: an institution that is turned down, where the message asks for nothing else."""

from __future__ import annotations

import re

from advisor.understand.names import InstitutionMatch, NameIndex
from advisor.understand.reading import Reading, clauses
from advisor.understand.requests import asks_beside_amounts
from advisor.understand.topic import blank

__all__ = ["TELLS", "leaves_out", "turned_down"]

#: an institution that is turned down, and not where somebody is not
_NOT_AT = re.compile(r"(?<!i'm )(?<!i am )(?<!we're )(?<!it )(?<!im )\b(?:not(?: interested in)?|no|nothing|none|except|other than|besides|any(?:where|thing|one|body) but|everything but|all but|instead of|rather than|avoid|outside of|hate|never|without|minus|exclud(?:e|ing)|done with|sick of|(?:skip|drop|ignore|forget|leave out|don'?t (?:want|show me)|take out|cut out)(?: (?:all|any|anything))?(?: of)?|(?:that|which|who|they|ones?|courses?|programs?) (?:is|are|was|were)(?:n'?t| not)) (?:(?:at|from|by|with|in|of|through|going to) )?(?:the |that |any )?$")
#: what is turned down with it, of which no more is said
_ONES_OF_IT = re.compile(r"(?:'?s)? (?:ones?|courses?|programs?|stuff|options?|certificates?)\b")
#: a clause that only tells why wishes changed: "he got a settlement", "my shifts have changed"
TELLS = re.compile(r"^\W*(?:(?:and|ok(?:ay)?|well|actually|turns out|now|since|because|as) )*(?:i|we|he|she|they|it|(?:my|our|his|her|their) (?:\w+ ){1,2}?)(?: |')?(?:have|has|had|ve|got|gets?|am|m|is|s|are|re|was|were|found|lost|sold|bought|quit|moved|changed|can|could|will|would|d|ll)\b(?!.*\b(?:want|wants|need|needs|like|interested|looking|learn|study|training|courses?|class(?:es)?|programs?)\b)")


def turned_down(reading: Reading) -> list[InstitutionMatch]:
    """Those of the institutions named that the message does not want."""
    found: list[InstitutionMatch] = []
    for item in reading.institutions:
        after = found and reading.plain[found[-1].end : item.start].strip() in {"or", "and", ",", "nor", "/", "or at"}
        if after or _NOT_AT.search(reading.plain[max(0, item.start - 40) : item.start]):
            found.append(item)
    return found


def leaves_out(reading: Reading, names: NameIndex) -> bool:
    """Whether a follow-up turns an institution down and asks for nothing else: "not the SFU ones, I've done those"."""
    if not reading.not_at or reading.institutions or not (reading.conversation.topic or reading.conversation.focus):
        return False
    spans = []
    for item in reading.not_at:
        before, after = _NOT_AT.search(reading.plain[: item.start]), _ONES_OF_IT.match(reading.plain[item.end :])
        spans.append((before.start() if before else item.start, item.end + (after.end() if after else 0)))
    left = " , ".join(part for part in clauses(blank(reading.plain, spans)) if not TELLS.match(part))
    return not names.topic_words(left) and not asks_beside_amounts(left)
