"""What a record says of the words of a yes-or-no question: the piece that speaks of them, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.find.sought import pieces_of
from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS
from advisor.understand.synonyms import catalogue_words
from advisor.understand.text import stem, tokens
from advisor.verify.vocabulary import FUNCTION_WORDS, GLUE_WORDS
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.evidence import Evidence

__all__ = ["Mentioned", "mentioned_in"]

#: a clause that is answered with yes or no: what it asks about is in the record or it is not
_POLAR = re.compile(r"(?:^|[-,:;.?!(]\s*|\b(?:and|but|so|or)\s+)(?:is|are|was|were|do|does|did|will|would|has|have|can|could)\b(?! (?:you|u) (?:tell|say|help|send|explain|give|find|look|recommend|suggest|please|answer|hold|check)\b)(?P<rest>[^?.!;]*)")
#: "what brand of pump": the thing that is asked for, which is no question about the whole
_WHICH = re.compile(r"\b(?:what|which) (?!(?:is|are|was|were|does|do|did|would|will|can|could|should|about|if|s|it|they|this|that|kind|type|sort|else|one)\b)(?P<rest>[a-z][^?.!;]*)")
#: asks whether something is among what is taught, which only the words of the record can say
_AMONG = re.compile(r"\b(?:does|do|did|will|is|are|would) (?:it|they|this|that|you|we|i|the \w+|there)\b[^?.!;]{0,30}?\b(?:cover\w*|teach\w*|touch on|go into|deal with|include\w*|learn\w*)\b(?P<rest>[^?.!;]*)")
_NOISE = {stem(word) for word in (*CHAT_WORDS, *GENERIC_WORDS, *GLUE_WORDS, "provide", "include", "involve", "cover", "require", "actual", "real")}
#: so large a share of the words must stand in one piece
_SHARE = 0.5
#: a clause of more unknown words than this tells a story
_MOST = 3
_PASSED = {"title", "institution", "status", "region"}


@dataclass(frozen=True)
class Mentioned:
    """The piece of a record that speaks of what is asked (None: none does), and the words that no field of it says."""

    evidence: Evidence | None = None
    piece: str | None = None
    words: tuple[str, ...] = ()

    @property
    def nowhere(self) -> bool:
        """Whether the record says none of the words that were asked about."""
        return self.evidence is None and bool(self.words)


def mentioned_in(catalogue: Catalogue, record: Credential, question: str, *, among: bool = False) -> Mentioned:
    """What a record says of the content words of a folded yes-or-no question, or one for a certain thing; nothing asked, nothing mentioned.

    :param question: with the names taken out.
    :param among: only a question whether something is among what is taught.
    """
    match = _AMONG.search(question) if among else _POLAR.search(question) or _WHICH.search(question)
    if not match:
        return Mentioned()
    own = {stem(word) for word in tokens(f"{record.title} {record.institution} {record.type or ''}")}
    words = [word for word in dict.fromkeys(tokens(match["rest"])) if len(word) > 2 and word not in FUNCTION_WORDS and not word.isdigit() and stem(word) not in _NOISE | own]
    if not words:
        return Mentioned()
    forms = {word: {stem(word), *(stem(item) for item in tokens(catalogue_words(word)))} for word in words}
    best: tuple[float, int, Evidence, str | None] | None = None
    said: set[str] = set()
    for evidence in catalogue.stated(record):
        if evidence.field in _PASSED:
            continue
        pieces = pieces_of(evidence.text)
        for piece in pieces:
            stems = {stem(word) for word in tokens(piece)}
            held = {word for word in words if forms[word] & stems}
            said |= held
            share = len(held) / len(words)
            if share >= _SHARE and (best is None or (share, -len(piece)) > best[:2]):
                best = (share, -len(piece), evidence, piece if len(pieces) > 1 else None)
    if best:
        return Mentioned(evidence=best[2], piece=best[3])
    return Mentioned(words=tuple(words) if not said and len(words) <= _MOST else ())
