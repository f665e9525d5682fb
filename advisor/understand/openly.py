"""A question that is open: what could somebody learn here, with no field named and a life told around it."""

from __future__ import annotations

import re

__all__ = ["asks_openly", "without_background"]

_OPEN = re.compile(
    r"\bwhat (?:else )?(?:can|could|should|might|would|do) (?:i|we|he|she|they|someone like me|somebody like me|a person like me|my \w+) (?:even |possibly |actually |realistically |still )*"
    r"(?:do|take|study|learn|try|get into|train (?:for|in|as)|go for|sign up for)\b(?! (?:to|next|now|first|if|about|after|when|for|with (?:it|this|that)|it|that|this)\b)"
    r"|\bwhat(?:'?s| is) (?:there|out there|available|on offer|offered)\b(?= *(?:[?.!,;]|$|for (?:me|us|someone|people)))"
    r"|\b(?:help me|help us|need help|can you help me)(?: to)? (?:find|choos\w+|pick\w*|decid\w+|figur\w+)\b"
    r"|\b(?:do(?:es)?n'?t|do not) (?:really |even )?know (?:what|where) (?:i|we|to|he|she)\b|\b(?:no (?:idea|clue)|not sure) (?:what|where) (?:i|we|to)\b"
    r"|\bshow me (?:something|everything|what|all of it|some(?:thing)?)\b|\bwhere (?:do|should|would|can) (?:i|we) (?:even )?(?:start|begin)\b"
    r"|\b(?:need|want) a (?:change|new (?:career|job|start|trade))\b|\b(?:want|like|love|hoping|looking|ready|time|need|trying) to (?:learn|try|do|study|start|get into) (?:something|anything) (?:new|else|different|useful)\b|\bwhat are my options\b|\bany ideas\b|\banything (?:at all|really)\b"
)
#: what came before, and what somebody cannot do: their story, and nothing they look for
_BACKGROUND = (
    re.compile(r"\b(?:got |was |been |were |just |being |getting )*(?:laid off|let go|fired|cut loose|retired|downsized) (?:from |by |at |when |after |in )?[^.,;!?]*"),
    re.compile(r"\b(?:need|needs|want|wants|looking for|ready for) a (?:change|fresh start|new (?:career|job|start|trade))\b"),
    re.compile(r"\b(?:lost|lose|losing|quit|quitting|left) (?:my |the |his |her |our |their )?(?:old )?(?:jobs?|work|position)\b[^.,;!?]*"),
    re.compile(r"\b(?:i|he|she|we|my \w+) (?:currently |just |still |used to )?(?:work|works|worked|am working|drive|drives) (?:full time |part time |nights |shifts )?(?:at|in|for) (?:a|an|the|my|our) [\w'-]+(?: (?:mill|shop|store|plant|mine|yard|camp|farm|office|home|kitchen|restaurant))?"),
    re.compile(r"\b(?:the |our |my )?(?:\w+ )?(?:mill|mine|plant|store|shop|cannery|camp|factory|company|place) (?:is |was |just |has |got )*(?:shut|clos|shutting|going under|gone)\w*[^.,;!?]*"),
    re.compile(
        r"\b(?:i |he |she |we |they )?(?:do(?:es)?n'?t|do not|does not|didn'?t|did not|never|can'?t|cannot|not|no|ain'?t) (?:really |even |ever |very |so |much |too |that |any )*"
        r"(?:know|knew|understand|use|used|good|great|comfortable|touch(?:ed)?|own(?:ed)?) (?:with |at |on |in )?(?:anything |much |a lot |a thing )?(?:about |how to use )?(?:the |a |any |my )?[\w'-]+(?: (?:very |too )?(?:much|well|at all|good|before|either|anyways?))?"
    ),
)


def asks_openly(plain: str) -> bool:
    """Whether a folded message asks what there is for somebody, with no field in the question itself.

    >>> asks_openly("i'm 58 and got laid off. what could i even do?"), asks_openly("what should i do next")
    (True, False)
    """
    return bool(_OPEN.search(plain))


def without_background(text: str) -> str:
    """The text with what came before, and what somebody cannot do, blanked out; its length kept.

    >>> " ".join(without_background("laid off from the mill, don't know computers much. love being outside").split())
    ', . love being outside'
    """
    lowered = text.lower()
    for pattern in _BACKGROUND:
        for match in pattern.finditer(lowered):
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
            lowered = text.lower()
    return text
