"""Questions of different kinds in one message, each with what belongs to it: one to read and answer after the other.

"How much is the farrier certificate, and is there anything like it in Kelowna" asks for a field of one offering and then
for others. Several fields of one offering, or several wishes of one search, are one question and stay together. Told by
words and names alone, so that a message that is one question costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from advisor.converse.conversation import Conversation
from advisor.understand.drafting import pasted_message
from advisor.understand.guided import GuidedClauses
from advisor.understand.intents import ASKS_FOR_OFFERINGS, COMPARE, intents_in
from advisor.understand.lexicon import field_cues_in
from advisor.understand.names import NameIndex
from advisor.understand.question_words import JOIN, OPENING, VERB, WHO
from advisor.understand.safety import strip_injection
from advisor.understand.terms import TermIndex
from advisor.understand.text import clean, sentences
from advisor.understand.topic import blank
from advisor.understand.understanding import Understanding
from corpus.catalogue import Catalogue
from corpus.folding import fold
from corpus.places import gazetteer

__all__ = ["PartReader", "Stretch", "asking_clauses"]

Kind = Literal["search", "term", "about", "told"]
#: fields that no search wishes for and that no card shows
_DETAILS = {"partners", "assessment", "contact", "next_steps", "recognition", "start_dates", "status", "parts"}
#: what is worked out for one clause of a message, which the others may stand beside
_OF_ONE_CLAUSE = {"into", "counts"}
#: acts of a message whose other part may still ask something that can be answered
_READ_APART = {"ask", "decides", "needs_person", "out_of_scope"}
_OFFERINGS = r"(?:courses?|programs?|programmes?|training|class(?:es)?|certificates?|certs?|micro\S*|workshops?|tickets?|ones?|options)"
_KIND = re.compile(rf"\b{_OFFERINGS}\b")
#: how a second question begins within a sentence; "which" and "who" alone may begin a relative clause
_BEGINS = (
    rf"(?:{VERB} {WHO}\b|{VERB} (?:[\w'&.-]+ ){{1,5}}?(?:do|use|offer|take|accept|count|have|run|teach|pay|cover|fund)\b"
    r"|how (?:much|many|long|often|far|hard|soon|do|does|can|could|would|will|is|are|about)\b|hows\b|what(?:'?s| is| are| do| does| would| will| other| else| about| if|s)\b|when (?:do|does|is|are|can|will)\b"
    r"|where (?:is|are|do|does|can|could|would)\b|wheres\b|who (?:do|does|can|could|is|should|would|teaches|runs|offers)\b|whos\b|which (?:one|of|would|do|[\w-]+ (?:can|could|do|does|did|should|would|will) (?:i|we|you|they|he|she))\b|why\b|tell me\b|(?:when|where|how much|how long)(?=\s*(?:[,?]|$))"
    r"|(?:also |maybe )?(?:any ?thing|something|any)\b|(?:i (?:am |'m |was )?|i'm )?(?:also |still )?(?:looking for|searching for|interested in|want(?:ing)? to (?:learn|study|take|know)|need a)\b)"
)
_CUT = re.compile(rf"{JOIN}(?={_BEGINS})")
#: the number of an item in a list of questions
_NUMBER = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(?=\D)")
_LIKE_IT = r"(?:any ?thing|something|one|others?|more|courses?) (?:like|similar|comparable|along)|\bsimilar (?:[\w-]+ ){0,3}(?:ones?|courses?|programs?|training|thing)"
_SEARCH = re.compile(
    rf"\b(?:(?:do|does|did) (?:you|u|they|it|\w+) (?:guys )?(?:have|got|offer|know of|run)|have (?:you|u|they)(?: got)?|^\W*got) (?:one|an?(?= (?:[\w'-]+ ){{0,4}}{_OFFERINGS}\b)|any|any ?thing|some|something|other|others)\b"
    rf"|\b(?:is|are) there (?:also )?(?:one|ones|(?:any ?thing|something)(?! (?:she|he|i|we|you|they|my|our|to)\b)|another|others?|(?:an?|any|some) (?:[\w'-]+ ){{0,6}}{_OFFERINGS})\b|\b{_LIKE_IT}"
    rf"|\b(?:any|what|which|some) (?:other|others|else)\b(?: [\w'-]+){{0,4}}? {_OFFERINGS}\b|\bwhat (?:else|other {_OFFERINGS})\b[^?.!]{{0,20}}\b(?:there|offer|have|available|around)"
    rf"|{OPENING}(?:(?:any ?thing|something)(?: [\w'-]+){{0,3}}? (?:in|on|about|for|with|near|at|around|like|similar|online|evenings?)\b|any (?:[\w'-]+ ){{0,4}}{_OFFERINGS}\b)"
    rf"|\b(?:which|what) (?:of (?:your|the|their) )?(?:[\w'-]+ ){{0,3}}?{_OFFERINGS} (?:(?:at|in|from|near|on) [\w' ]+?)?(?:give|offer|have|teach|cover|include|come|do|does|are)\b"
    r"|\b(?:do|does|did|is|are|can|could|would) (?:(?:any|some) other (?:schools?|colleges?|universit(?:y|ies)|places?|institut\w+|one)|(?:any|some) (?:schools?|colleges?|places?) else|anyone else|anybody else|any ?where else|somewhere else|others) (?:also )?(?:do|offer|have|teach|teaching|run|running|give|giving|doing|offering)\b"
    r"|\b(?:looking|searching) for\b|\bwhat(?:'?s| is)(?: there)? (?:available|out there|on offer|offered)\b"
)
#: asks what one offering holds or asks for, however it sounds like a search
_OF_ONE = re.compile(
    r"\b(?:who|what) (?:teaches|trains|offers|runs)\b|\bin (?:it|that|this)\b|\b(?:included|required|needed|involved|covered|part of it|make up|before it|after it)\b|\b(?:have|need|had|got) to (?:take|do|have|buy|bring|pay|pass|write)\b"
    r"|\b(?:is|are) there (?:also )?(?:an?|any|some) (?:[\w'-]+ ){0,3}(?:fees?|cost|charges?|exams?|tests?|deadlines?|wait ?list|practicum|homework|grants?|funding|bursar\w+|scholarships?|requirements?|prereq\w*|support|help|phone|e-?mail|contact|number|rules?|limit|aid|discount|interview|textbooks?|assignments?|placement|way|chance|difference)\b"
    r"|\b(?:any|any ?thing|something) (?:[\w-]+ )?(?:bigger|larger|longer|higher|i (?:need|should|have|must)|you need|we need|to (?:bring|pay|show|prove|know|submit|get|be|apply|start|join|qualify))\b|\b(?:want|wants|need|needs) the\b"
)
#: points back at a word that was asked about
_BACK = re.compile(r"\b(?:it|that|this|they|them|those|these|either|neither|which one)\b")
#: asks for more of what was spoken of
_OTHERS = re.compile(rf"\b{_LIKE_IT}|\bones?\b|\bothers?\b|\belse\b")
_LIKE = frozenset(["like", "similar", "comparable", "same", "other", "others", "else", "somewhere", "anywhere", "closer", "another", "kind", "along", "those", "lines"])
_POINTS = re.compile(r"\b(?:it|its|that|this|they|them|these|those|one|there)\b")
#: asks what a word means
_TERM = re.compile(OPENING + r"(?:(?:can|could) you )?(?:what(?:'?s|s| is| are| does| do)|explain|define|how (?:do|does)|tell me (?:about|what))\b|\bdiff(?:erence)?s? between\b")
#: begins another wish
_ALSO = re.compile(r"\W*(?:and |also |plus )*(?:also|something|another|any ?thing)\b")
#: asks what money that is known pays for
_GRANT = re.compile(r"\b(?:does|do|will|would|can|could) (?:the |a |an |any |my )?(?:[\w-]+ ){0,3}(?:grants?|psssp|aid|funding|bursar(?:y|ies)|loans?) (?:cover|pay|help|work|apply)\b")
#: one of some, and no word whose meaning is asked
_OF_SOME = re.compile(r"\b(?:one|ones|other|two|both|them|these|those)\b")
#: asks for help with money from whoever gives it
_FUNDING = re.compile(r"\b(?:is|are) there (?:also )?(?:an?y? |some )?(?:[\w-]+ ){0,2}(?:aid|grants?|funding|bursar(?:y|ies)|scholarships?|loans?|money)\b|\b(?:can|could|do|would) (?:i|we) (?:get|qualify for) (?:an?y? |some )?(?:[\w-]+ ){0,2}(?:aid|grants?|funding|bursar(?:y|ies)|scholarships?|loans?)\b")
_DEFINES = re.compile(r"\b(?:what(?:'?s| is| are|s)(?: even)? an? (?:[\w-]+ )?(?:micro\S*|badge)|what (?:does|do) (?:[\w'-]+ ){0,3}?(?:micro\S*|badges?|(?:non-?)?credit) mean|what (?:is|are) (?:micro\S*|badges|(?:non-?)?credit)\b|diff(?:erence)?s? between)")
#: how surely a record must be named: beside another one, and with its institution or alone to be asked about at all
_WITH_INSTITUTION, _ALONE = 0.30, 0.42
_FULLY = 0.6
#: a field and a name are a question by themselves in so few words
_BARE = 9
_MINE = re.compile(r"\b(?:i|im|i'm|we|my|our|she|he)\b")
#: a question for the meaning of a word is short
_MOST_OF_TERM = 12
_ASKS = re.compile(rf"\?|\b(?:tell me|let me know|wondering|want to know|need to know|compare)\b|{OPENING}{_BEGINS}|^\W*(?:{VERB}|how|what|when|where|who|which|why)\b")


@dataclass(frozen=True)
class Stretch:
    """A part of a message that asks one thing, or several of one offering.

    ``records``: those that it surely names. ``leans``: it asks of what was found or told before it, or for more like that.
    """

    text: str
    kind: Kind
    records: tuple[str, ...] = ()
    leans: bool = False


class PartReader:
    """Tells the questions of a message apart."""

    def __init__(self, catalogue: Catalogue, names: NameIndex) -> None:
        self._names = names
        self._terms = TermIndex(catalogue)
        self._guided = GuidedClauses(catalogue, names)
        self._records_of: dict[str, set[str]] = {}
        for record in catalogue:
            self._records_of.setdefault(record.institution, set()).add(record.id)

    def read(self, understanding: Understanding, conversation: Conversation) -> list[Stretch]:
        """The parts of a message that have to be read and answered one by one, in its order; none where it is one question."""
        aims = {item.aim for item in understanding.requests if item.aim}
        if understanding.act not in _READ_APART or understanding.language != "en" or aims - _OF_ONE_CLAUSE:
            return []
        text = understanding.rest or strip_injection(clean(understanding.message))[0]
        found = self.stretches(pasted_message(text) or text, focus=conversation.focus, planned=bool(aims))
        return found if len(found) > 1 else []

    def stretches(self, text: str, *, focus: Collection[str] = (), planned: bool = False) -> list[Stretch]:
        """The questions of a text that are of different kinds, in its order; a single one where it is all one question.

        :param focus: records that the talk was about, which "it" may mean.
        :param planned: one of them has to be worked out over several records, and would take the others in.
        """
        clauses = _pieces(text)
        if len(clauses) < 2:
            return [Stretch(text, "about")]
        pieces = self._read_all(clauses)
        if sum(piece.kind != "told" for piece in pieces) < 2 or not (planned or any(piece.kind in {"search", "term"} or piece.records for piece in pieces)):
            return [Stretch(text, "about")]
        if planned:
            return _beside_plan(text, pieces, self._names)
        return _joined(pieces, self._names, pointed=bool(focus))

    def _read_all(self, clauses: list[str]) -> list[Stretch]:
        """The clauses, each with its kind; what guidance names is asked about by itself only beside something else."""
        pieces = [self._read(clause) for clause in clauses]
        found: list[Stretch] = []
        for piece in pieces:
            first = not any(item.records for item in found)
            guided = piece.kind == "about" and not piece.records and self._guided.asks(fold(piece.text), first=first)
            found.append(replace(piece, kind="term") if guided else piece)
        return found

    def _read(self, piece: str) -> Stretch:
        """What kind of thing a clause asks, and which records it surely names."""
        plain = fold(piece)
        records = self._named(piece)
        if not records and not _OF_SOME.search(plain) and (_DEFINES.search(plain) or (_TERM.search(plain) and len(plain.split()) <= _MOST_OF_TERM and self._terms.defined_in(plain) and not _POINTS.search(plain))):
            return Stretch(piece, "term")
        if (_SEARCH.search(plain) or ("?" in piece and ASKS_FOR_OFFERINGS.search(plain))) and not _OF_ONE.search(plain):
            return Stretch(piece, "search", records)
        named = bool(records and field_cues_in(plain)) and len(plain.split()) <= _BARE and not _MINE.search(plain)  # "farrier science fee"
        asks = named or bool(_ASKS.search(plain))
        return Stretch(piece, "about" if asks else "told", records)

    def _named(self, piece: str) -> tuple[str, ...]:
        """The record that a clause surely names, by its words and the institution beside them."""
        families = [self._names.family(item.name) for item in self._names.institutions_in(piece)]
        there = set().union(*(self._records_of.get(name, set()) for family in families for name in family))
        scores = self._names.scores(piece, within=there or None)
        best = scores[0] if scores else None
        return (best.record,) if best and (best.title > _FULLY or (best.title == _FULLY and best.runs)) and best.value >= _ALONE else ()


def asking_clauses(text: str) -> list[str]:
    """The clauses of a text that ask something, in order.

    >>> asking_clauses("I'm in Smithers. is it online, and what's the dropout rate")
    ['is it online', "what's the dropout rate"]
    """
    return [piece for piece in _pieces(text) if _ASKS.search(fold(piece))]


def _pieces(text: str) -> list[str]:
    """Clauses of a message, cut where another question begins."""
    found: list[str] = []
    for sentence in sentences(re.sub(r"\.{2,}", ". ", text)):
        plain = fold(sentence)
        if len(plain) != len(sentence):  # the cuts would not fit
            found.append(sentence)
            continue
        start = 0
        for match in _CUT.finditer(plain):
            found.append(sentence[start : match.start()])
            start = match.end()
        found.append(sentence[start:])
    return [_NUMBER.sub("", piece).strip() for piece in found if re.search(r"\w", piece)]


def _joined(pieces: list[Stretch], names: NameIndex, *, pointed: bool) -> list[Stretch]:
    groups: list[Stretch] = []
    before: list[Stretch] = []
    for piece in pieces:
        if piece.kind == "told" and not (groups and not before and piece is pieces[-1]):
            before.append(piece)
            continue
        last = groups[-1] if groups else None
        # "also looking at the farrier certificate, which terms can I start" names it in what is told
        records = piece.records or next((item.records for item in reversed(before) if item.records and (_KIND.search(fold(item.text)) or names.institutions_in(item.text))), ())
        asked = replace(piece, text=" ".join([*(_stopped(item.text) for item in before), piece.text]), records=() if piece.kind == "term" else records)
        before = []
        if last is None:
            groups.append(asked)
        elif _apart(last, asked, names, pointed=pointed or any(group.records for group in groups)):
            alone = _told_of(last, asked, names)
            groups.append(replace(alone, leans=_leans(alone, names) and not (last.kind == "term" and _described(alone.text, names))))
        else:
            kind = last.kind if asked.kind == "told" else "search" if "search" in {last.kind, asked.kind} else last.kind
            groups[-1] = Stretch(f"{_stopped(last.text)} {asked.text}", kind, last.records or asked.records, last.leans)
    if before and groups:
        groups[-1] = replace(groups[-1], text=" ".join([_stopped(groups[-1].text), *(item.text for item in before)]))
    return groups


def _stopped(text: str) -> str:
    """A clause that was cut off, with the stop that it needs before another one."""
    return text if text.rstrip().endswith((".", "!", "?", ":", ";", ",")) else f"{text.rstrip()},"


def _apart(last: Stretch, piece: Stretch, names: NameIndex, *, pointed: bool) -> bool:
    """Whether a clause asks something else than what was asked before it."""
    plain = fold(piece.text)
    if piece.kind == "told":
        return False
    if piece.kind == "term":
        return last.kind == "search" or bool(last.records) or _described(last.text, names)
    if piece.kind == "search":
        return _another_search(last, piece, names, pointed=pointed)
    if piece.records and last.kind == "about":
        return bool(last.records) and not set(last.records) & set(piece.records) and not COMPARE.search(plain) and _asks_own(last.text) and _asks_own(piece.text)
    intents = intents_in(plain)
    if last.kind == "search":
        details = "pathway" in intents or bool(_DETAILS & set(field_cues_in(plain)))
        return bool(piece.records or _FUNDING.search(plain) or _GRANT.search(plain) or "next" in intents or (details and _POINTS.search(plain)))
    if last.kind == "term":  # "what is PLAR and can I use it for the arts certificate" is read as a whole
        if piece.records or _described(piece.text, names):
            return not _BACK.search(plain)
        return pointed and bool(field_cues_in(plain) or set(intents) - {"guidance"})
    return bool(last.records) and "pathway" in intents and _elsewhere(last.text, piece.text, names)


def _another_search(last: Stretch, piece: Stretch, names: NameIndex, *, pointed: bool) -> bool:
    """Whether a clause begins a search of its own: beside a word that is explained, or beside an offering that is named."""
    plain, before = fold(piece.text), fold(last.text)
    own = _says_more(piece.text, names)
    if last.kind == "term":
        return own  # "which ones give one" is read with the word that "one" is
    if last.kind == "search":
        return own and bool(_ALSO.match(plain)) and _says_more(last.text, names)
    compared = COMPARE.search(before) and names.institutions_in(last.text)
    named = last.records or compared or _FUNDING.search(before) or _named_loosely(last.text, names) or (pointed and _POINTS.search(before))
    return bool(named and (own or _OTHERS.search(plain)))


def _told_of(last: Stretch, piece: Stretch, names: NameIndex) -> Stretch:
    """A later part in words that stand alone: courses for "them" in what a grant pays, credits without who may take them."""
    if piece.kind == "about" and last.kind == "search" and _GRANT.search(fold(piece.text)):
        return replace(piece, text=re.sub(r"\b(?:it|them|those|these|any of (?:them|those|these))\b", "courses", piece.text))
    if piece.kind == "about" and last.kind == "about" and not piece.records:
        return replace(piece, text=blank(piece.text, [(item.start, item.end) for item in names.institutions_in(piece.text)]))
    return piece


def _beside_plan(text: str, pieces: list[Stretch], names: NameIndex) -> list[Stretch]:
    """The clauses beside one whose answer is worked out from the whole message, before it where they name a record, else after."""
    asking = [piece for piece in pieces if piece.kind != "told"]
    ways = ["pathway" in intents_in(fold(piece.text)) for piece in asking]
    others = [piece for piece, way in zip(asking, ways, strict=True) if not way and piece.kind == "about" and (_asks_own(piece.text) or _named_loosely(piece.text, names))]
    if not any(ways) or not others:
        return [Stretch(text, "about")]
    before = [piece.text for piece in asking[: ways.index(True)] if piece in others]
    if not _named_loosely(" ".join(before), names):
        before = []
    after = [piece.text for piece in others if piece.text not in before]
    parts = [Stretch(text, "about")]
    if before:
        parts.insert(0, Stretch(" ".join(map(_stopped, before)), "about"))
    return [*parts, Stretch(" ".join(map(_stopped, after)), "about", leans=True)] if after else parts


def _elsewhere(text: str, other: str, names: NameIndex) -> bool:
    """Whether two clauses name institutions, or the second does, and none that the first names too."""
    here, there = ({item.name for item in names.institutions_in(part)} for part in (text, other))
    return bool(there) and not here & there


def _leans(piece: Stretch, names: NameIndex) -> bool:
    """Whether a later part needs what was found before it: a search leans where it says nothing that it is to be about."""
    if piece.kind == "about":
        return not piece.records and not _GRANT.search(fold(piece.text))
    return piece.kind == "search" and not _says_more(piece.text, names)


def _says_more(text: str, names: NameIndex) -> bool:
    """Whether a clause says itself what an offering is to be about, beside where it is to be."""
    places = [(match.start, match.end) for match in gazetteer().find(text)]
    return any(word not in _LIKE for word in names.topic_words(blank(text, places)))


def _asks_own(text: str) -> bool:
    plain = fold(text)
    return bool(field_cues_in(plain) or set(intents_in(plain)) - {"find", "compare"})


def _described(text: str, names: NameIndex) -> bool:
    """Whether a clause describes an offering by more than its institution, and asks something of it."""
    return bool(names.institutions_in(text)) and _named_loosely(text, names) and _says_more(text, names)


def _named_loosely(text: str, names: NameIndex) -> bool:
    """Whether a clause names some offering, or describes one at an institution."""
    scores = names.scores(text)
    return bool(scores) and scores[0].value >= (_WITH_INSTITUTION if names.institutions_in(text) else _ALONE)
