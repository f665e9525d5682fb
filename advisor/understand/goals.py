"""Goals: the larger things that records say they lead to, whether they are records themselves or only words in a field.

"the RRU MBA", "KPU's urban ecosystems degree" and "the CPA" are what people aim at; most have no record of their own,
and what is known of them is what the records that lead to them state.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from advisor.reason.titles import TitleIndex
from advisor.understand.lexicon import GENERIC_WORDS
from advisor.understand.text import stem, tokens
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.folding import fold

__all__ = ["Goal", "GoalIndex"]

_ASIDE = re.compile(r"\([^()]*\)")
_INITIALS = re.compile(r"\(([A-Z]{3,6})\)")
#: what comes after the first of several steps, and what only says which part of it is entered
_THEN = re.compile(r",? then\b.*$", re.IGNORECASE)
_SMALL = {"of", "in", "and", "the", "a", "an", "for", "to", "with", "on", "at", "by", "or", "level"}
#: words for kinds of credentials, by the stem that a title has: said as another kind, it is another thing
_KINDS = {stem(word) for word in ("diploma", "degree", "certificate", "bachelor", "master", "designation", "certification", "doctorate", "specialization", "cert")}
_DEGREES = {stem("bachelor"), stem("master"), stem("degree"), stem("doctorate")}
#: words that no title is told apart by
_WEAK = {
    stem(word)
    for word in (
        *GENERIC_WORDS, "degree", "diploma", "bachelor", "master", "designation", "certification", "specialization", "credential", "study", "studies", "other", "further", "longer", "most",
        "applicable", "any", "one", "two", "three", "four", "post-secondary", "secondary", "post", "institution", "institutions", "university", "college", "list", "art", "arts", "science", "first", "second", "year",
        "another", "stackable", "taken", "time", "same", "level", "professional", "advanced", "graduate", "undergraduate",
    )
}  # fmt: skip
_JOINING = {stem(word) for word in _SMALL}
#: degrees by their letters, as people write them before what they are in
_LETTERS = {
    "ma": "master arts", "msc": "master science", "mba": "master business administration", "med": "master education", "ba": "bachelor arts", "bsc": "bachelor science",
    "bed": "bachelor education", "bfa": "bachelor fine arts", "bba": "bachelor business administration", "bsn": "bachelor science nursing", "bsw": "bachelor social work",
}  # fmt: skip
_LETTERED = re.compile(rf"\b(?:(?P<small>{'|'.join(_LETTERS)})(?= (?:in|of)\b)|(?P<large>{'|'.join(word.upper() for word in _LETTERS)}))\b")
#: least share of a title's weight that is said, where all that tells it apart is and where one word is left out; and how close together
_SAID, _PARTLY, _TOGETHER = 0.75, 0.6, 0.6
_TIE = 0.04


@dataclass(frozen=True)
class Goal:
    """Something larger that a message names. ``record`` is its own record, if it has one; ``titles`` how the records in
    ``sources`` name it; ``words`` the stems of its names. ``by_kind``: its kind is said too ("diploma"), or its initials.
    ``home`` is the institution;
    ``before`` is the folded text up to it, ``rest`` the folded text without it.
    """

    record: str | None
    titles: tuple[str, ...]
    sources: tuple[str, ...]
    words: frozenset[str]
    home: str = ""
    by_kind: bool = False
    before: str = ""
    rest: str = ""


class _Fit(NamedTuple):
    """How plainly a name is said, whether its kind is said with it, and where."""

    share: float
    kind: bool
    start: int
    end: int


_NOWHERE = _Fit(0.0, False, 0, 0)


class GoalIndex:
    """All goals of a catalogue, by the words of their titles."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        titles = TitleIndex(catalogue)
        goals: dict[tuple[frozenset[str], str], dict[str, list[str]]] = {}
        for record in catalogue:
            for title, institution, target in _targets(record):
                goal = goals.setdefault((_key(title), self._home(institution)), {"records": [], "titles": [], "sources": [], "homes": []})
                goal["titles"].append(title)
                goal["sources"].append(record.id)
                goal["homes"].append(institution or "")
                own = target if target in catalogue.records else titles.find(title, institution=institution or "")
                goal["records"] += [own] if own else []
            if record.role == "larger":
                goal = goals.setdefault((_key(record.title), self._home(record.institution)), {"records": [], "titles": [], "sources": [], "homes": []})
                goal["records"].append(record.id)
                goal["titles"].append(record.title)
                goal["homes"].append(record.institution)
        self._goals: list[tuple[Goal, tuple[frozenset[str], ...], frozenset[str], str]] = []
        for (words, institution), found in goals.items():
            names = tuple(dict.fromkeys(name for title in found["titles"] for name in _names(title)))
            if words - _WEAK and names and (found["sources"] or found["records"]):
                letters = frozenset(letter for title in found["titles"] for letter in _initials(title))
                own = next(iter(found["records"]), None)
                named = Goal(own, tuple(dict.fromkeys(found["titles"])), tuple(dict.fromkeys(found["sources"])), words, home=found["homes"][0])
                self._goals.append((named, names, letters, institution))
        known = {fold(alias) for institution in catalogue.institutions.values() for alias in (institution.name, *institution.aliases)}
        self._goals = [(goal, names, frozenset(item for item in letters if fold(item) not in known), home) for goal, names, letters, home in self._goals]
        counts = Counter(word for _, names, _, _ in self._goals for word in set().union(*names))
        self._weight = {word: math.log(1 + len(self._goals) / count) * (0.25 if word in _WEAK else 1.0) for word, count in counts.items()}

    def _home(self, institution: str | None) -> str:
        return fold(institution or "")

    def read(self, text: str, *, institutions: Collection[str] = ()) -> Goal | None:
        """The goal that a text plainly names: most of one of its names, in one place, or its initials.

        :param institutions: names of the institutions that the text speaks of; of several, the goal at one of them is meant.
        """
        spelt = _spelt_out(text)
        words = [(match[0], stem(match[0]), match.start(), match.end()) for match in re.finditer(r"[a-z0-9]+", spelt)]
        stems = {word[1] for word in words}
        homes = {fold(name) for name in institutions}
        found: list[tuple[float, _Fit, Goal]] = []
        for goal, names, letters, home in self._goals:
            fit = max((self._fit(name, words) for name in names if not name.isdisjoint(stems)), default=_NOWHERE)
            for letter in letters:
                place = re.search(rf"\b{letter.lower()}s?\b", spelt) if letter.lower() in text or (letter in text and re.search(rf"\b{letter}s?\b", text)) else None
                fit = _Fit(1.1, True, place.start(), place.end()) if place else fit
            if fit.share:
                found.append((fit.share + (0.1 if home in homes else 0.0) + (0.1 if fit.kind else 0.0), fit, goal))
        if not found:
            return None
        top = max(score for score, _, _ in found)
        rivals = [(goal, fit) for score, fit, goal in found if top - score < _TIE]
        if len({goal.words for goal, _ in rivals}) > 1:
            return None
        titles, sources = (tuple(dict.fromkeys(item for goal, _ in rivals for item in getattr(goal, name))) for name in ("titles", "sources"))
        fit = rivals[0][1]
        record = next((goal.record for goal, _ in rivals if goal.record), None)
        return Goal(record, titles, sources, rivals[0][0].words, home=rivals[0][0].home, by_kind=fit.kind, before=spelt[: fit.start], rest=f"{spelt[: fit.start]} {spelt[fit.end :]}")

    def _fit(self, name: frozenset[str], words: list[tuple[str, str, int, int]]) -> _Fit:
        """How plainly the words name it: 0, or the share of the name that is said in one place; and whether its kind is said there."""
        hits = [place for place, word in enumerate(words) if word[1] in name]
        telling = name - _WEAK
        lacking = telling - {words[place][1] for place in hits}
        own = name & _KINDS
        if own & _DEGREES:
            own = own | {stem("degree")}
        said_kinds = {word for _, word, _, _ in words} & _KINDS
        if not hits or len(lacking) > (1 if len(telling) >= 3 and own & said_kinds else 0) or (own and said_kinds and not said_kinds & own):
            return _NOWHERE
        first, last = _closest(hits, [word[1] for word in words])
        inside = [word for word in words[first : last + 1] if word[0] not in _SMALL]
        said = {word[1] for word in inside} & (name | own)
        share = sum(self._weight.get(word, 1.0) for word in said & name) / (sum(self._weight.get(word, 1.0) for word in name) or 1.0)
        around = {words[place][1] for place in range(max(0, first - 2), min(len(words), last + 2))}
        plain = len(said) / (len(inside) or 1) >= _TOGETHER and (len(said) > 1 or len(name) == 1) and share >= (_SAID if not lacking else _PARTLY)
        return _Fit(share, bool(own & around), words[first][2], words[last][3]) if plain else _NOWHERE


def _targets(record: Credential) -> Iterable[tuple[str, str | None, str | None]]:
    """Title, institution and record id of all that a record says it leads to."""
    for link in (*record.laddering, *record.stacking, *record.links):
        yield link.title, link.institution or record.institution, link.target
    for title in record.prerequisite_of:
        yield title, record.institution, None


def _spelt_out(text: str) -> str:
    """The folded text with the letters of degrees written out."""
    spelt = _LETTERED.sub(lambda match: _LETTERS[match[0].lower()], text)
    return fold(re.sub(r"(?i)\b(master|bachelor)'?s\b", r"\1", spelt))


def _key(title: str) -> frozenset[str]:
    plain = _THEN.sub("", _ASIDE.sub(" ", _LETTERED.sub(lambda match: _LETTERS[match[0].lower()], title)))
    return frozenset(stem(word) for word in tokens(plain) if word not in _SMALL)


def _names(title: str) -> Iterable[frozenset[str]]:
    """The ways to say a title: the whole, and what it is in after a comma or colon ("…, Urban Ecosystems")."""
    whole = _key(title)
    yield whole
    for part in re.split(r"[,:]", _THEN.sub("", _ASIDE.sub(" ", title)))[1:]:
        words = _key(part)
        if len(words - _WEAK) >= 2:
            yield words | (whole & _DEGREES)


def _initials(title: str) -> Iterable[str]:
    """Letters that stand for a title: those in its brackets, or of its words where they are three or more."""
    yield from _INITIALS.findall(title)
    words = [word for word in re.findall(r"[A-Za-z]+", _ASIDE.sub(" ", title)) if word.lower() not in _SMALL]
    if 3 <= len(words) <= 4 and all(word[0].isupper() for word in words) and {stem(word.lower()) for word in words} & _DEGREES:
        yield "".join(word[0] for word in words)


def _closest(hits: list[int], stems: list[str]) -> tuple[int, int]:
    """The stretch of words that holds what tells the name apart, most other words of it, and little else."""
    wanted = {stems[place] for place in hits if stems[place] not in _WEAK} or {stems[place] for place in hits}
    best, most = (hits[0], hits[-1]), (-1, 0)
    for start in hits:
        seen: set[str] = set()
        for place in hits:
            if place < start:
                continue
            seen.add(stems[place])
            if wanted <= seen:
                # other words of the title right beside belong to it: "Wildfire Studies Diploma", "diploma in wildfire studies"
                first, last = start, place
                while beside := [hit for hit in hits if first - 3 <= hit < first and all(stems[at] in _JOINING for at in range(hit + 1, first))]:
                    first = beside[0]
                while last + 1 in hits:
                    last += 1
                found = (len({stems[hit] for hit in hits if first <= hit <= last}), first - last)
                if found > most:
                    best, most = (first, last), found
                break
    return best
