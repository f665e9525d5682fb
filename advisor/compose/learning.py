"""Whether a message that finds nothing asked for something to learn at all."""

from __future__ import annotations

import re

from advisor.compose.context import Turn
from advisor.understand.intents import ASKS_FOR_OFFERINGS, FIND
from advisor.understand.nearest import nearest_kinds
from advisor.understand.requests import asks_a_question
from advisor.understand.understanding import Request
from corpus.folding import fold

__all__ = ["asks_to_learn"]

#: what can be learned or earned, and doing so
_LEARNING = re.compile(
    r"\b(?:courses?|programs?|programmes?|training|class(?:es)?|certificates?|certs?|certifi\w+|micro\w*|diplomas?|badges?|workshops?|licen[cs]e[ds]?|tickets?|papers?|apprentic\w+|degrees?|bootcamps?|skills?|"
    r"learn\w*|study|studying|trained|retrain|become|becoming|qualif\w+|upgrad\w+|career|credits?|enrol\w*|prereq\w*|tuition|admission|intakes?)\b"
)
#: a message whose nearest known kind is not ours needs to be this near to count, where nothing was found either
_OUTSIDE = 0.30
#: a few words that say neither who nor what happened are what people type into a search box: "pottery in Kitimat"
_BARE = 6
_SPEAKS = re.compile(r"\b(?:i|i'?m|im|me|my|we|us|our|you|u|your|he|she|they|is|are|was|were|tell|give|make|write|book|order)\b")


def asks_to_learn(turn: Turn, request: Request) -> bool:
    """Whether a message that finds nothing asked for something to learn at all; what did not is not ours to answer."""
    plain = fold(request.text)
    if request.subject or ASKS_FOR_OFFERINGS.search(plain) or turn.conversation.topic or turn.conversation.focus:
        return True
    if any(mention.kind == "institution" for mention in turn.understanding.mentions):
        return True
    if len(plain.split()) <= _BARE and not asks_a_question(plain) and not _SPEAKS.search(plain):
        return True
    kinds = nearest_kinds(turn.search, turn.message_vector())
    if kinds.act == "out_of_scope" and kinds.score >= _OUTSIDE:
        return False
    return bool(request.fields or _LEARNING.search(plain) or FIND.search(plain))
