"""Records that the learner says they hold or have finished: "I finished Soil Care Basics"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from advisor.understand.names import NameIndex, NameScore
from advisor.understand.text import stem, tokens
from advisor.understand.understanding import LearnerFacts
from corpus.catalogue import Catalogue

__all__ = ["Held", "HoldingReader"]

_WHO = r"(?:i|we|she|he|they|my (?:son|daughter|kid|wife|husband|partner|brother|sister|cousin|nephew|niece|friend|student|client))"
_DID = r"(?:have|has|had|hold|holds|got|finish(?:ed|es)?|complet(?:ed|es?)|done|did|took|taken|take|passed|pass|earned|earn|graduated (?:from|with))"
#: words that say somebody has what follows; "I have to" and "I do not have" say no such thing
_HOLDS = re.compile(
    rf"\b{_WHO}(?:'ve|'s|'d)?,? (?:(?:have|has|had|already|just|also|recently|both|now|only) )*{_DID}\b(?! to\b| not\b| a question\b)"
    rf"|\bive (?:(?:already|just|also) )?(?:got|done|finished|completed|taken|passed|earned)\b|(?:^|[.!?;,\n]\s*|\band )(?:(?:already |just )?(?:finished|completed|holding|having|done with)|(?:already|just) (?:did|done|took|have|got|passed|hold))\b"
    r"|\bwith (?:my|the|her|his|just)\b|\bstarting (?:from|with)\b|\bbeside(?:s)? (?:my|the)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|between)\b", re.IGNORECASE)
_AWAY = re.compile(r"\b(?:far|away|off|short)\b[^.?!]{0,14}$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|into|and)\b|[.;!?\n]", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|no|n't|without|want(?:s|ed)?|hope|plan|would|could|should|can|will|do|does|did|to)\W+(?:\w+\W+){0,1}$", re.IGNORECASE)
#: only supposed: "if I finish", "once I have"
_SUPPOSED = re.compile(r"\b(?:if|once|when|after|before|until|unless|say|suppose|supposing|assuming|that|whether)\W+(?:\w+\W+){0,1}$", re.IGNORECASE)
_END = re.compile(
    r"[.;!?\n]|,? \b(?:but|so|then|now|what|whats|what's|how|hows|can|could|which|where|is|are|does|do|would|will|should|am|want|wants|need|needs|and (?:i|we|want|now|would|what|how|need|am|my|is|does|can|still))\b"
    r"|,? \bto (?:get|reach|become|finish|earn|go|end)\b| - ",
    re.IGNORECASE,
)
_SCHOOLING = re.compile(r"\b(?:diploma|certificate|degree|bachelor|master|doctora\w+)\b", re.IGNORECASE)
#: least share of a title's weight that must be said, and least share of the words said that must stand in the title
_TITLE, _WORDS = 0.62, 0.45
#: from this share on, a title that is said in a row is named whatever else is said
_WHOLE = 0.9
_MOST = 6
#: least share of a title, and of the words said, that names one of a few records
_FITS, _MEANT = 0.3, 0.6
#: words of many titles, which tell none of a few apart
_PLAIN = {stem(word) for word in ("certificate", "diploma", "award", "micro", "credential", "program", "course", "training", "for", "of", "in", "and", "the", "to", "a", "professional", "specialization", "graduate", "i", "my", "it", "already", "done", "did", "have", "hand", "one", "two", "with", "now", "just")}
_KINDS = {"certificate", "diploma", "degree", "bachelor", "master", "badge", "citation"}


@dataclass(frozen=True)
class Held:
    """A record held, with the stretch of the message that says so."""

    record: str
    said: str
    start: int
    end: int


class HoldingReader:
    """Reads which records of a catalogue somebody says they hold."""

    def __init__(self, catalogue: Catalogue, names: NameIndex) -> None:
        self._catalogue = catalogue
        self._names = names
        self._schooling = tuple({record.title.lower() for record in catalogue if _SCHOOLING.search(record.title)})

    def beside_titles(self, text: str) -> str:
        """The text with whole titles blanked that name a kind of schooling and are not held, so that they are no fact told.

        In "Diploma in Small Boats at Tarn: am I eligible?" nobody says that they have a diploma.
        """
        lowered = text.lower()
        named = [title for title in self._schooling if title in lowered] if len(lowered) == len(text) else []
        if not named:
            return text
        held = self.read(text, supposed=True)
        for title in sorted(named, key=len, reverse=True):
            for match in re.finditer(re.escape(title), lowered):
                if not any(item.start < match.end() and match.start() < item.end for item in held):
                    text = text[: match.start()] + " " * len(title) + text[match.end() :]
        return text

    def read(self, text: str, *, moving: bool = False, supposed: bool = False) -> list[Held]:
        """Every record that the text says is held, in the order said.

        :param moving: the text asks for a way, so that "from … to" also tells where somebody starts.
        :param supposed: "if I finish …" counts too.
        """
        found: dict[str, Held] = {}
        for start, end in self._stretches(text, moving=moving, supposed=supposed):
            for held in self._named(text, start, end):
                found.setdefault(held.record, held)
        return list(found.values())

    def among(self, text: str, members: Collection[str], *, known: Collection[str] = ()) -> list[Held]:
        """Those of a few records that the text says are held, by any words that fit just one of them.

        Of what leads to an award, "already did spreadsheets" can mean only one, though it is not the whole title.
        """
        titles = {member: {stem(word) for word in tokens(self._catalogue.record(member).title)} - _PLAIN for member in members}
        found: list[Held] = []
        for start, end in self._stretches(text, moving=True, supposed=True):
            words = list(re.finditer(r"[\w'-]+", text[start:end]))
            said = {stem(word) for match in words for word in tokens(match[0])} - _PLAIN
            fits = {member: len(said & title) / len(title) for member, title in titles.items() if title and len(said & title) >= _MEANT * len(said) > 0}
            best = max(fits.values(), default=0.0)
            named = [member for member, share in fits.items() if share == best]
            if len(named) == 1 and best >= _FITS and named[0] not in (*known, *(item.record for item in found)):
                of_it = [match for match in words if {stem(word) for word in tokens(match[0])} & titles[named[0]]]
                first, last = start + of_it[0].start(), start + of_it[-1].end()
                found.append(Held(named[0], text[first:last], first, last))
        return found

    def with_holdings(self, text: str, facts: LearnerFacts) -> LearnerFacts:
        """The facts with what is held beside them, by its title too, so that a requirement can name it."""
        held = self.read(text)
        if not held:
            return facts
        titles = [self._catalogue.record(item.record).title for item in held]
        return facts.model_copy(
            update={
                "holds": tuple(dict.fromkeys((*facts.holds, *(item.record for item in held)))),
                "credentials": tuple(dict.fromkeys((*facts.credentials, *titles))),
                "courses": tuple(dict.fromkeys((*facts.courses, *titles))),
                "said": tuple(dict.fromkeys((*facts.said, *(item.said for item in held)))),
            }
        )

    def _stretches(self, text: str, *, moving: bool, supposed: bool) -> Iterator[tuple[int, int]]:
        for match in _HOLDS.finditer(text):
            before = text[max(0, match.start() - 24) : match.start()]
            if _DENIED.search(before) or (not supposed and _SUPPOSED.search(before)):
                continue
            end = _END.search(text, match.end())
            yield match.end(), end.start() if end else len(text)
        for match in _FROM.finditer(text) if moving else ():
            if _AWAY.search(text[max(0, match.start() - 24) : match.start()]):
                continue
            end = _TO.search(text, match.end())
            yield match.end(), end.start() if end else len(text)

    def _of_kind(self, scores: list[NameScore], said: str) -> list[NameScore]:
        """The scores without records of another kind or institution than the words say: "the certificate" is no diploma."""
        homes = set().union(*(self._names.family(item.name) for item in self._names.institutions_in(said)))
        scores = [item for item in scores if not homes or self._catalogue.record(item.record).institution in homes]
        kinds = set(tokens(said)) & _KINDS
        titles = {item.record: set(tokens(self._catalogue.record(item.record).title)) & _KINDS for item in scores[:8]}
        return [item for item in scores if not kinds or not titles.get(item.record) or titles[item.record] & kinds]

    def _named(self, text: str, start: int, end: int) -> Iterator[Held]:
        """The records that one stretch names, the surest first; the words of each are taken out before the next."""
        rest = text[start:end]
        for _ in range(_MOST):
            scores = self._of_kind(self._names.scores(rest), rest)
            if not scores:
                return
            best = scores[0]
            title = {stem(word) for word in tokens(self._catalogue.record(best.record).title)}
            said = [match for match in re.finditer(r"[\w'-]+", rest) if set(map(stem, tokens(match[0]))) & title]
            rivals = [item for item in scores[1:] if best.value - item.value < 0.05]
            whole = best.exact and best.title >= _WHOLE
            if len(said) < min(2, len(title)) or not (whole or (best.title >= _TITLE and best.topic >= _WORDS and not rivals)):
                return
            first, last = start + said[0].start(), start + said[-1].end()
            yield Held(best.record, text[first:last], first, last)
            for match in said:
                rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
