"""What a search should not be about: "not suppression", "no weed stuff", "without coding"."""

from __future__ import annotations

import re

from advisor.understand.names import NameIndex
from advisor.understand.synonyms import catalogue_words
from advisor.understand.understanding import Filter

__all__ = ["read_refusals"]

_REFUSED = re.compile(
    r"\b(?:not|no|without|except|other than|rather than|instead of|anything but|nothing (?:about|on|in|to do with)|sick of|tired of|hate|done with)"
    r" (?:(?:the|any|more|another|interested in|about|into|in|doing|all this|that) )*"
    r"(?P<what>[a-z'-]+(?: [a-z'-]+)?)(?P<kind> (?:stuff|things?|courses?|programs?|training|classes|work|jobs?|related))?(?=\W*(?:$|[.,;:!?)]|\b(?:and|but|please|pls|tho|though|lol|i|we|so)\b))"
)
#: nouns of the learner's own story, of which something may be missing; none is a subject
_OWN = re.compile(
    r"\b(?:experience|background|skills?|knowledge|degree|diploma|certificate|licen[cs]e|ticket|school|schooling|grades?|transcripts?|car|money|time|rush|idea|clue|problem|worries|pressure|kids|wifi|internet|computer|laptop|credits?|exams?|tests?"
    r"|prereq\w*|requirements?|fees?|tuition|cost|charge|live|class(?:es)?|online|campus|zoom|evenings?|weekends?|nights?|sure|good|great|yet|now|here|there|much|enough|long|me|mine|it|one|longer|thanks?)\b"
)
#: school subjects: "no math" turns them down, "I have no math" tells of oneself
_SCHOOL = re.compile(r"\b(?:math|maths|english|science|biology|chemistry|physics)\b")
_HAS = re.compile(r"\b(?:have|has|had|got|with|took|take|did|done|and|or|but|finished|know|there'?s|there is)(?: (?:absolutely|really|basically))? $")
_OF_A_PERSON = re.compile(r"\b(?:i|we|you|he|she|they|who|my \w+|\w+'?s)(?:'?m|'?re|'?s| am| are| is| was| were)? $")


def read_refusals(plain: str, names: NameIndex) -> tuple[Filter, ...]:
    """Subjects that a folded message turns down, as filters on ``subject`` with ``op`` "not".

    Only what the catalogue could offer is read as turned down; the rest is talk.
    """
    found: list[Filter] = []
    for match in _REFUSED.finditer(plain):
        what = match["what"].strip()
        if _OF_A_PERSON.search(plain[: match.start()]) and "interested" not in match[0]:
            continue  # who somebody is not is never a wish
        if _OWN.search(what) or (_SCHOOL.search(what) and _HAS.search(plain[: match.start()])):
            continue
        words = names.topic_words(what)
        known = [word for word in words if names.known_share([word]) == 1.0 or catalogue_words(word) or _SCHOOL.fullmatch(word)]
        if words and known == words:
            found.append(Filter(field="subject", op="not", value=" ".join(words), said=match[0].strip()))
    return tuple(found)
