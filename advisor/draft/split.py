"""The questions of a message, each with what was told just before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from advisor.draft.received import is_polite
from advisor.understand.question_words import JOIN, VERB, WHO
from advisor.understand.text import fold, sentences

__all__ = ["MOST_QUESTIONS", "Asked", "split_questions"]

#: more questions than these of one message are answered together with the last
MOST_QUESTIONS = 16
#: so many words told before a question are read with it; what was told earlier is remembered as facts
MOST_TOLD = 40
_WH = r"(?:how|what|when|where|who|which|why|whose)"
#: how a question begins: "is it", "how much", "what's"
_SHAPE = rf"{VERB} (?:\w+ ){{1,3}}(?:available|offered|required|needed|possible|included|allowed|accepted|open|full)\b"
_LEAD = rf"(?:{VERB} {WHO}\b|isn'?t (?:it|there)\b|{_WH}(?:'?s)?\b|{_SHAPE})"
#: a second question within a sentence must be plainly one: "which" alone may begin a relative clause
_PLAIN_LEAD = (
    rf"(?:{VERB} {WHO}\b|how (?:much|long|many|often|far|big|hard|soon|do|does|can|could|would|will|is|are|about)\b"
    rf"|what(?:'?s| is| are| does| do| would| will| kind| time| level| else| about| if)\b|when (?:does|do|is|are|can|will|would)\b"
    rf"|where (?:is|are|do|does|can|could|would)\b|who (?:do|does|can|could|is|should|would|teaches|runs|offers)\b|which (?:one|of|would|do)\b|why\b"
    rf"|any(?:thing)?\b|{_SHAPE})"
)
_CUT = re.compile(rf"{JOIN}\s*(?={_PLAIN_LEAD})|[,;]?\s+and\s+(?=which (?:is|are)\b)")
#: after a word of asking, an indirect question is one as well: "wondering if … and whether …"
_ASKING = re.compile(r"\b(?:wonder\w*|(?:want(?:s|ed)?|likes?|love|needs?|trying|hoping|curious|keen|have) to (?:know|ask|find out|understand|learn (?:whether|if|how)|see if|check)|know if|(?:can|could|would) you (?:please )?(?:tell|explain|let|say|advise|confirm|help|send|give|point)|tell me|let me know|please (?:tell|explain|advise|confirm|send|say|share)|asking (?:about|if|whether|how)|(?:not |un)sure (?:if|whether|how|what|which)|(?:no idea|don'?t know|dont know|do not know|cannot tell|can'?t tell) (?:if|whether|how|what|which|where)|questions? (?:is|are)\b|info\w* (?:on|about))\b")
_CUT_INDIRECT = re.compile(rf"{JOIN}\s*(?=(?:whether|if) {WHO}\b|{_WH}\b)")
_WANTS = re.compile(r"\b(?:looking (?:for|to|at)|searching for|(?:want|need|would like|'d like|hope|hoping|plan|planning|love) to (?:\w+ )?(?:find|take|do|learn|study|start|get into|train|become|enrol+|register|upgrade|get|work|retrain|finish)|interested in|is there|are there|any (?:\w+ ){0,3}(?:courses?|programs?|training|certificates?|options?|thing|workshops?|micro\S*)|anything|something (?:\w+ )?(?:online|near|in|on|for|that)|recommend|suggest)\b")
_QUESTION = re.compile(rf"^\W*(?:(?:and|so|but|also|ok(?:ay)?|then|well|plus|finally|lastly|first|second|third|secondly|next|or|if so|if yes|if not)\b[,:]?\s*)*(?:{_LEAD}|(?:is|are|do|does|did|can|could|would|will) \w)")
#: these words announce questions and are none
_ANNOUNCES = re.compile(r"\b(?:have|had|got|here are|with) (?:\w+ ){0,3}questions?\b|\bthe following\b|\bquestions?(?: (?:for|to) you)?\W*$")
#: a stop that ends no sentence
_ABBREVIATED = re.compile(r"\b(St|Ft|Mt|Dr|Mr|Ms|Mrs|No|Inc|Ltd|approx)\.(?=\s)")
_ITEM = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.)]|\(?[a-h][.)])\s+", re.IGNORECASE)
#: words of asking before what the items are about
_ANNOUNCING = re.compile(r"^.*?\b(?:the following|questions?)\b(?: questions?)?(?: (?:for|to) you)?\s*(?:about|on|regarding|re)?\s*", re.IGNORECASE)
_OPENS_LIST = re.compile(r":\s*$")


@dataclass(frozen=True)
class Asked:
    """One question: its own words, and what the writer told before it.

    ``told`` is everything since the last question.
    """

    question: str
    told: str = ""

    def text_with(self, question: str) -> str:
        """A wording of the question with as much of what was told before it as is read with it."""
        kept: list[str] = []
        # a clause that was cut off has no stop, and needs one to stand before the question
        for sentence in reversed(sentences(self.told)):
            if len(" ".join([sentence, *kept]).split()) > MOST_TOLD:
                break
            kept.insert(0, sentence if sentence.endswith((".", "!", "?")) else f"{sentence}.")
        return " ".join([*kept, question])


@dataclass(frozen=True)
class _Piece:
    text: str
    asking: bool = False


def split_questions(body: str) -> tuple[Asked, ...]:
    """The questions of a message in its order. A message that asks nothing outright is one question.

    >>> [asked.question for asked in split_questions("I'm in Smithers. Is it online, is it graded, and would it count to a degree?")]
    ['Is it online', 'is it graded', 'would it count to a degree?']
    """
    found = _collect(_pieces(body), plainly=True) or _collect(_pieces(body), plainly=False)
    if not found:
        return (Asked(body.strip()),) if body.strip() else ()
    if len(found) > MOST_QUESTIONS:
        rest = " ".join(item.text_with(item.question) for item in found[MOST_QUESTIONS - 1 :])
        found = [*found[: MOST_QUESTIONS - 1], Asked(rest)]
    return tuple(found)


def _collect(pieces: list[_Piece], *, plainly: bool) -> list[Asked]:
    """Questions among the pieces, each with the pieces before it that are none."""
    found: list[Asked] = []
    told: list[str] = []
    for piece in pieces:
        if piece.asking or asks(piece.text) or (not plainly and _WANTS.search(fold(piece.text))):
            found.append(Asked(piece.text, " ".join(told)))
            told = []
        else:
            told.append(piece.text)
    if told and found:  # what is told after the last question belongs to it
        last = found[-1]
        found[-1] = Asked(last.question, " ".join(part for part in (last.told, *told) if part))
    return found


def asks(piece: str) -> bool:
    """Whether a stretch of a message asks something, outright or by a word of asking.

    >>> asks("I was wondering how much it costs"), asks("I have grade eleven")
    (True, False)
    """
    plain = fold(piece)
    if "?" in piece or _QUESTION.match(plain):
        return True
    if _ANNOUNCES.search(plain):
        return False
    return bool(_ASKING.search(plain) or re.search(r"\b(?:looking for|searching for|is there|are there|recommend|suggest)\b|^\W*any(?:thing)?\b", plain))


def _pieces(body: str) -> list[_Piece]:
    """Clauses of a message that ask or tell one thing each; items of a list of questions ask."""
    pieces: list[_Piece] = []
    listing = False
    for line in _ABBREVIATED.sub(r"\1", body).split("\n"):
        if not line.strip():
            continue
        item = _ITEM.match(line)
        if item and listing:
            pieces.append(_Piece(line[item.end() :].strip(), asking=True))
            continue
        opens = bool(_OPENS_LIST.search(line)) and bool(_ASKING.search(fold(line)) or _ANNOUNCES.search(fold(line)))
        listing = opens or (listing and bool(item))
        for sentence in sentences(line[item.end() :] if item else line):
            if opens:  # it tells what the items are about
                pieces.append(_Piece(_ANNOUNCING.sub("", sentence).rstrip(" :")))
            elif not is_polite(sentence):
                pieces += _clauses(_ITEM.sub("", sentence))
    return pieces


def _clauses(sentence: str) -> list[_Piece]:
    """A sentence cut where another question begins in it."""
    plain = fold(sentence)
    if len(plain) != len(sentence):  # folding that changes length would move the cuts
        return [_Piece(sentence)]
    asking = _ASKING.search(plain)
    indirect = [(match.start(), match.end()) for match in _CUT_INDIRECT.finditer(plain) if asking and match.start() > asking.end()]
    places = sorted({(match.start(), match.end()) for match in _CUT.finditer(plain)} | set(indirect))
    parts: list[_Piece] = []
    start, by_asking = 0, False
    for before, after in places:
        if before < start:
            continue
        parts.append(_Piece(sentence[start:before].strip(), asking=by_asking))
        start, by_asking = after, (before, after) in indirect
    parts.append(_Piece(sentence[start:].strip(), asking=by_asking))
    return _joined([part for part in parts if re.search(r"\w", part.text)])


def _joined(parts: list[_Piece]) -> list[_Piece]:
    """A clause of one word asks nothing by itself: it stays with the one after it, or the last with the one before."""
    kept: list[_Piece] = []
    waiting = ""
    for part in parts:
        whole = replace(part, text=f"{waiting}, {part.text}") if waiting else part
        waiting = ""
        if len(whole.text.split()) < 2 and "?" not in whole.text:
            waiting = whole.text
        else:
            kept.append(whole)
    if waiting:
        kept.append(replace(kept[-1], text=f"{kept.pop().text}, {waiting}") if kept else _Piece(waiting))
    return kept
