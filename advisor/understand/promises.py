"""A promise asked for: that somebody surely gets work, a seat, a pass; or whether whoever offers it promises so."""

from __future__ import annotations

import re

__all__ = ["asks_for_a_promise"]

_SURELY = r"(?:surely|definitely|for sure|certainly|guaranteed|100 ?%|a hundred percent|without (?:a |any )?doubt|no matter what|assured)"
_WE = r"(?:i|we|he|she|they|my \w+|you|people|graduates?|students?|everyone|everybody)"
_WHO_PROMISES = r"(?:you|u|they|it|this|that|anyone|anybody|somebody|[a-z][\w'&.-]*(?: [\w'&.-]+){0,5}?)"
_PROMISE = re.compile(
    # will I surely
    rf"\b(?:will|would|do|does|am|is|are|shall|can) {_WE}(?: \w+){{0,2}}? {_SURELY}\b|\b(?:will|would|can|am|is|are) {_WE}\b(?: [\w'-]+){{1,8}} {_SURELY}\W*$"
    rf"|\b(?:am|is|are) {_WE} (?:sure|certain|guaranteed|bound|promised|assured) (?:to|of|a|an|the|that|work|admission)\b"
    # do they promise it
    rf"|\b(?:can|could|will|would|do|does|did) {_WHO_PROMISES} (?:even |really |actually |also |please )?(?:promise|guarantee|assure|swear)\b"
    r"|(?:^|[.!?,;]\s*|\b(?:and|please|pls|just|so) )(?:promise|guarantee|assure|swear to) (?:me|us|that)\b"
    rf"|\b(?:is|are|will) (?:a |an |the |my |any )?(?:job|work|employment|placement|admission|entry|seat|spot|raise|promotion|acceptance|transfer)s?(?: \w+){{0,3}} {_SURELY}\b"
)

#: of credentials in general, which guidance explains
_OF_ALL = re.compile(r"\b(?:do|does|can|could|will|would|are|is) (?:these |those |the |all |most |any |such |a |an |short )*(?:[\w-]+ )?(?:micro[- ]?credentials?|courses|certificates|credentials|badges?|programs|certs|grants?)\b")


def asks_for_a_promise(text: str) -> bool:
    """Whether a folded clause asks for a promise.

    >>> asks_for_a_promise("will i surely find work in salmon arm"), asks_for_a_promise("will i find it online")
    (True, False)
    """
    return bool(_PROMISE.search(text)) and not _OF_ALL.search(text)
