"""Names: which record, institution or series of records a message means.

A record is recognised by the words of its title, each weighed by how few other records share it, so that
"the soils course" can point at *Sustainable Soils Management*. Nothing here knows any particular record.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase

from rapidfuzz import fuzz, process

from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS
from advisor.understand.text import stem, tokens
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.folding import fold
from corpus.once import once

__all__ = ["InstitutionMatch", "NameIndex", "NameScore"]

#: what each stray word takes off
STRAY = 0.14
#: by how many letters a mistyped word may be longer or shorter; its first letter is taken to be right
_SLIP = 2
_SMALL = {"of", "in", "and", "the", "a", "an", "for", "to", "with", "on", "at", "by", "level"}
#: words that many titles carry; they count a little in a title and nothing as a topic
_WEAK_TITLE_WORDS = {stem(word) for word in GENERIC_WORDS}
#: what a record is, where brackets in its title say so
_KIND_NOUNS = {"certificate", "certification", "program", "course", "diploma", "degree", "microcredential", "credential", "badge", "workshop"}
_CODE = re.compile(r"\b([A-Za-z]{2,5})[ -]?(\d{2,4}[A-Za-z]{0,2})\b")
_SIGN_UP = re.compile(r"\b[Ss]ign(?:ed|ing)?[ -](?:up|in)\b")


@dataclass(frozen=True)
class NameScore:
    """How well a message names one record."""

    record: str
    title: float  # share of the title's weight that the message says
    topic: float  # share of the message's own topic weight that stands in the title
    context: float  # share of that weight that stands in any of the record's names and descriptions
    strays: int = 0  # topic words right beside the title's words that the record never says
    runs: int = 0  # pairs of neighbouring words that stand side by side in the title too
    exact: bool = False  # by its code, its short name, or its whole title in a row

    @property
    def value(self) -> float:
        """One number, 0 to a little over 1: how surely the message means this record."""
        return 0.5 * self.title + 0.3 * self.topic + 0.15 * self.context + (0.05 if self.exact else 0.0) + 0.05 * min(self.runs, 3) - STRAY * min(self.strays, 2)


@dataclass(frozen=True)
class InstitutionMatch:
    """An institution named in a message, and where."""

    name: str
    said: str
    start: int
    end: int


class NameIndex:
    """Names of everything in a catalogue, ready to be recognised."""

    def __init__(self, catalogue: Catalogue, *, is_word: Callable[[str], bool] = lambda _word: False) -> None:
        """Index the names of a catalogue.

        :param is_word: whether something is an everyday word, which is never taken for a mistyped name.
        """
        self._catalogue = catalogue
        self._is_word = is_word
        self._titles: dict[str, dict[str, float]] = {}
        self._context: dict[str, set[str]] = {}
        self._short: dict[str, list[str]] = defaultdict(list)
        self._phrases: dict[str, tuple[str, ...]] = {}
        self._totals: dict[str, float] = {}
        self._order = [record.id for record in catalogue]
        self._place_of = {record: place for place, record in enumerate(self._order)}
        self._places_of: dict[str, list[int]] = defaultdict(list)
        self._pairs: dict[str, set[tuple[str, str]]] = {}
        counts: Counter[str] = Counter()
        title_words: dict[str, tuple[str, ...]] = {}
        for record in catalogue:
            words = tuple(dict.fromkeys(stem(word) for word in _title_tokens(_plain_title(record))))
            title_words[record.id] = words
            counts.update(words)
        total = max(len(catalogue), 1)
        self._weight: Mapping[str, float] = {word: math.log(1 + total / count) for word, count in counts.items()}
        self._rare = math.log(1 + total)
        self._singular = {word for word, count in counts.items() if count == 1 and word not in _WEAK_TITLE_WORDS and not word.isdigit()}
        for record in catalogue:
            self._add(record, title_words[record.id])
        self._vocabulary = {word for record in catalogue for word in tokens(_names_text(record)) if len(word) >= 4}
        self._known_stems = {stem(word) for word in self._vocabulary}
        self._alike: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self._vocabulary):
            for size in range(len(word) - _SLIP, len(word) + _SLIP + 1):
                self._alike[word[0], size].append(word)
        self._acronyms = _acronyms(catalogue)
        self._aliases = self._institution_aliases()
        # initials that stand for an institution are no record's short name
        for institution in catalogue.institutions.values():
            for alias in institution.aliases:
                self._short.pop(fold(alias), None)

    def _add(self, record: Credential, words: Iterable[str]) -> None:
        weights = {word: self._weight[word] * (0.25 if word in _WEAK_TITLE_WORDS else 1.0) for word in words}
        self._titles[record.id] = weights
        self._totals[record.id] = sum(weights.values()) or 1.0
        for word in weights:
            self._places_of[word].append(self._place_of[record.id])
        self._context[record.id] = {stem(word) for word in tokens(_names_text(record))}
        self._phrases[record.id] = tuple(stem(word) for word in _title_tokens(_plain_title(record)))
        self._pairs[record.id] = set(pairwise(self._phrases[record.id]))
        for letters, digits in _CODE.findall(_identity_text(record)):
            if not letters.isupper():  # "in 2021" is no course
                continue
            self._short[(letters + digits).lower()].append(record.id)
        for short in re.findall(r"\(([A-Za-z][A-Za-z0-9-]{2,9})(?: [a-z]+)?\)", record.title):
            if short[1:].lower() != short[1:]:
                self._short[fold(short)].append(record.id)
        for short in re.findall(r"\b[A-Z]{3,}\b(?! ?\d)", record.title):
            self._short[fold(short)].append(record.id)

    # institutions -------------------------------------------------------------------------------------------

    def _institution_aliases(self) -> list[tuple[str, re.Pattern[str], str, str]]:
        """Each alias with what a text must hold for it to stand there at all: its first letters."""
        names: list[tuple[str, str]] = []
        for institution in self._catalogue.institutions.values():
            names += [(alias, institution.name) for alias in (institution.name, *institution.aliases)]
        names.sort(key=lambda item: -len(item[0]))
        patterns: list[tuple[str, re.Pattern[str], str, str]] = []
        for alias, name in names:
            plain = re.sub(r"[^a-z0-9']+", " ", fold(alias)).strip()
            if not plain:
                continue
            body = r"[\s.&+-]*".join(re.escape(word).replace("'", "'?") for word in plain.split())
            first = re.split(r"[ ']", plain)[0]
            patterns.append((first, re.compile(rf"(?<![a-z0-9]){body}(?:'?s)?(?![a-z0-9])"), name, alias))
        return patterns

    def institutions_in(self, text: str) -> list[InstitutionMatch]:
        """Institutions named in a text, longest names first, in the order of the text."""
        plain = _same_length_fold(text)
        taken: list[tuple[int, int]] = []
        found: list[InstitutionMatch] = []
        for first, pattern, name, alias in self._aliases:
            for match in pattern.finditer(plain) if first in plain else ():
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                said = text[match.start() : match.end()]
                if said.isupper() and _OF_A_MACHINE.match(plain[match.end() :]):
                    continue  # initials of a kind of machine, and of no institution
                if len(alias) <= 3 and alias.isupper() and said.islower() and said in _COMMON_SHORT:
                    continue
                taken.append((match.start(), match.end()))
                found.append(InstitutionMatch(name, said, match.start(), match.end()))
        return sorted(found, key=lambda item: item.start)

    def family(self, institution: str) -> set[str]:
        """The institution, and those that are part of it."""
        return {institution} | {item.name for item in self._catalogue.institutions.values() if item.parent == institution}

    # records ------------------------------------------------------------------------------------------------

    def scores(self, text: str, *, within: Iterable[str] | None = None) -> list[NameScore]:
        """Every record that the text names to some degree, best first."""
        words = self._words(text)
        stems = dict.fromkeys(stem(word) for word in words)
        sequence = [stem(word) for word in words if word not in _SMALL]
        exact = {record for records in self.codes_in(text).values() for record in records}
        pairs = set(pairwise(sequence))
        topic = {word: self._topic_weight(word) for word in stems if word not in _NO_TOPIC}
        topic_total = sum(topic.values()) or 1.0
        singular = {stem(word) for word in words if stem(word) in self._singular and (not self._is_word(word) or _capitalised(text, word))}
        allowed = None if within is None else within if isinstance(within, (set, frozenset)) else set(within)
        loose = _beside(sequence)
        result = []
        for record_id in self._saying(stems, exact):
            if allowed is not None and record_id not in allowed:
                continue
            title, context = self._titles[record_id], self._context[record_id]
            hits = [word for word in title if word in stems]
            short = record_id in exact
            covered = sum([weight for word, weight in topic.items() if word in context])
            titled = sum([weight for word, weight in topic.items() if word in title])
            phrase = self._phrases[record_id]
            whole = len(hits) == len(title) and _contains(sequence, phrase) and (len(phrase) >= 2 or not self._is_word(phrase[0]))
            single = not singular.isdisjoint(hits)
            result.append(
                NameScore(
                    record=record_id,
                    title=max(sum([title[word] for word in hits]) / self._totals[record_id], 1.0 if short else 0.6 if single else 0.0),
                    topic=max(titled / topic_total, 0.9 if short else 0.0),
                    context=covered / topic_total,
                    strays=0 if short else sum([not others.isdisjoint(title) for word, others in loose if word not in context]),
                    runs=len(pairs & self._pairs[record_id]) if pairs else 0,
                    exact=short or whole or single,
                )
            )
        return sorted(result, key=lambda item: item.value, reverse=True)

    def _saying(self, stems: Iterable[str], exact: Collection[str]) -> list[str]:
        """The records whose titles hold one of the words, and those that are named exactly, in the catalogue's order."""
        places = {place for word in stems for place in self._places_of.get(word, ())}
        places.update(self._place_of[record] for record in exact)
        return [self._order[place] for place in sorted(places)]

    def topic_words(self, text: str) -> list[str]:
        """The words of a text that say what it is about, corrected for typing, in order."""
        return [word for word in self._words(text) if stem(word) not in _NO_TOPIC and not word.isdigit()]

    def is_exact(self, text: str, record_id: str) -> bool:
        """Whether a text holds a record's whole title in a row, its code or its short name."""
        return any(score.exact for score in self.scores(text, within=[record_id]))

    def says(self, record_id: str, stems: Iterable[str]) -> bool:
        """Whether all of these stems stand in a record's names and descriptions."""
        return set(stems) <= self._context[record_id]

    def coverage(self, topic: str) -> Callable[[str], float]:
        """For a record's id, the share of a topic's weight that stands in its names and descriptions."""
        weights = [(word, self._topic_weight(word)) for word in dict.fromkeys(map(stem, self.topic_words(topic)))]
        total = sum([weight for _, weight in weights])

        def covered(record_id: str) -> float:
            context = self._context[record_id]
            return sum([weight for word, weight in weights if word in context]) / total if total else 0.0

        return covered

    def titled(self, record_id: str, text: str) -> bool:
        """Whether a text says most of the words of a record's title; what the title puts in brackets may be left out."""
        said = set(self._words(text))
        title = self._catalogue.record(record_id).title
        return any(
            2 * len(words & said) > len(words)
            for words in (set(tokens(title)) - _SMALL, set(tokens(re.sub(r"\([^)]*\)", " ", title))) - _SMALL)
            if words
        )

    def known_share(self, words: Iterable[str]) -> float:
        """The share of topic words, by weight, that occur in any record's names and texts."""
        weights = {word: self._topic_weight(stem(word)) for word in words}
        total = sum(weights.values())
        if not total:
            return 1.0
        return sum(weight for word, weight in weights.items() if stem(word) in self._weight) / total

    def codes_in(self, text: str) -> dict[str, tuple[str, ...]]:
        """Course codes and short names said in a text, with the records that carry them."""
        found: dict[str, tuple[str, ...]] = {}
        for letters, digits in _CODE.findall(text):
            key = (letters + digits).lower()
            if key in self._short:
                found[f"{letters} {digits}"] = tuple(dict.fromkeys(self._short[key]))
        for letters in {code.split()[0] for code in found}:  # "ELSE 452, then 454"
            for digits in re.findall(r"(?<![\w$.,-])\d{3}[A-Za-z]?(?![\w,.]\d|\w)", text):
                if (key := (letters + digits).lower()) in self._short:
                    found.setdefault(f"{letters} {digits}", tuple(dict.fromkeys(self._short[key])))
        for word in tokens(text):
            if word in self._short:
                found[word] = tuple(dict.fromkeys(self._short[word]))
        return found

    def titled_with(self, text: str) -> tuple[str, ...]:
        """Records whose titles carry a course code that a text says, in the order of the text."""
        titles = {record: fold(self._catalogue.record(record).title) for records in self.codes_in(text).values() for record in records}
        coded = {code: [record for record in records if fold(code) in titles[record]] for code, records in self.codes_in(text).items() if " " in code}
        return tuple(dict.fromkeys(record for records in coded.values() if len(records) == 1 for record in records))

    def tells_apart(self, text: str) -> bool:
        """Whether a text has a word that only one title has, and that is no everyday word."""
        return any(stem(word) in self._singular and not self._is_word(word) for word in tokens(text))

    def _topic_weight(self, stemmed: str) -> float:
        return self._weight.get(stemmed, self._rare)

    @once
    def _words(self, text: str) -> tuple[str, ...]:
        """Words, with a mistyped one set right where one known word is near, and initials of title words spelled out."""
        words: list[str] = []
        for word in map(_digit, tokens(_SIGN_UP.sub(" ", text))):
            initials = self._acronyms.get(word)
            # "app" is a word, "APP" may be initials
            if initials and word not in self._vocabulary and word not in self._short and (not self._is_word(word) or re.search(rf"\b{word.upper()}\b", text)):
                words += initials
            else:
                words.append(self._corrected(word))
        return tuple(words)

    def _corrected(self, word: str) -> str:
        if len(word) < 5 or word in self._vocabulary or word in CHAT_WORDS or word in GENERIC_WORDS or not word.isalpha():
            return word
        if self._is_word(word) or stem(word) in self._known_stems:
            return word
        near = process.extractOne(word, self._alike.get((word[0], len(word)), ()), scorer=fuzz.ratio, score_cutoff=86 if len(word) > 6 else 88)
        return str(near[0]) if near else word


def _acronyms(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """Initials of three title words in a row, where only one run of words has them and they are no word: ECE."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for record in catalogue:
        words = [word for word in tokens(record.title) if word not in _SMALL and word.isalpha()]
        for start in range(len(words) - 2):
            run = tuple(words[start : start + 3])
            found["".join(word[0] for word in run)].add(run)
    return {initials: runs.pop() for initials, runs in found.items() if len(runs) == 1 and initials not in _SHORT_WORDS}


def _identity_text(record: Credential) -> str:
    return f"{record.title} {record.summary or ''}"


def _names_text(record: Credential) -> str:
    """The words that can name a record beside its title."""
    return " ".join(
        part
        for part in (record.title, record.subject, record.type, record.location, record.institution, record.summary, " ".join(record.competencies), record.indigenous_focus, " ".join(record.partners))
        if part
    )


def _capitalised(text: str, word: str) -> bool:
    """Whether a word stands in a text with a capital letter, not at the start of a sentence."""
    for form in {word.capitalize(), word.upper()}:
        start = text.find(f" {form}", 1)
        while start >= 0:
            after = text[start + 1 + len(form) :][:1]
            if text[start - 1] in _INSIDE and not (after.isalnum() or after == "_"):
                return True
            start = text.find(f" {form}", start + 1)
    return False


#: what stands before a space inside a sentence
_INSIDE = frozenset(f"{ascii_lowercase},")
_DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "ii": "2", "iii": "3", "iv": "4"}


def _digit(word: str) -> str:
    """Numbers in one form: "two" and "II" are 2, so that Level II is found as level two."""
    return _DIGITS.get(word, word)


def _plain_title(record: Credential) -> str:
    """The title without what its brackets say of its kind: "Public Sector Management (professional specialization certificate)"."""
    kind = set(tokens(record.type or ""))
    return re.sub(r"\(([^()]*)\)", lambda match: " " if (words := tokens(match[1])) and set(words) <= kind and words[-1] in _KIND_NOUNS else match[0], record.title)


def _title_tokens(title: str) -> list[str]:
    words = [_digit(word) for word in tokens(title) if word not in _SMALL]
    words = [*words[:-1], "1"] if words and words[-1] == "i" else words
    return [word for word in words if word != "i"]  # the learner's "I" names nothing


def _beside(sequence: list[str]) -> list[tuple[str, set[str]]]:
    """Topic words, each with the topic words right beside it: strays if a title holds those and nothing of it the word.

    So "Game" in "Game Design Essentials", where no record of that title speaks of games.
    """
    found = []
    for place, word in enumerate(sequence):
        if word not in _NO_TOPIC and not word.isdigit():
            others = sequence[max(0, place - 1) : place] + sequence[place + 1 : place + 2]
            found.append((word, set(others) - _NO_TOPIC))
    return found


def _contains(sequence: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return bool(phrase) and any(sequence[start] == phrase[0] and tuple(sequence[start : start + size]) == phrase for start in range(len(sequence) - size + 1))


def _same_length_fold(text: str) -> str:
    """Fold character by character, so that positions stay those of the text."""
    if text.isascii():
        return fold(text)
    return "".join(folded[:1] or " " if (folded := fold(char)) else " " for char in text)


_OF_A_MACHINE = re.compile(r"[ -](?:machines?(?! shop)|routers?|lathes?|plasma|laser cutters?|printers?|software)\b")
#: short forms that are everyday words when written small
_COMMON_SHORT = {"oc", "iel"}
#: everyday words of three letters, which are never initials
_SHORT_WORDS = CHAT_WORDS | GENERIC_WORDS | frozenset(
    ["act", "add", "age", "ago", "aid", "aim", "air", "all", "and", "any", "arm", "art", "ask", "ate", "bad", "bag", "bar", "bat", "bay", "bed", "bet", "bid", "big", "bit", "bow", "box", "boy", "bus", "but", "buy", "cap", "car", "cat", "cup", "cut", "dad", "dam", "day", "dig", "dog", "dry", "due", "ear", "eat", "egg", "end", "eye", "fan", "far", "fat", "fee", "few", "fin", "fit", "fix", "fly", "fog", "fun", "fur", "gap", "gas", "get", "gun", "guy", "ham", "has", "hat", "hay", "hen", "her", "him", "hip", "his", "hit", "hot", "how", "ice", "ill", "ink", "jam", "jar", "jaw", "jet", "job", "joy", "key", "kid", "kit", "lab", "lap", "law", "lay", "leg", "let", "lid", "lie", "lip", "log", "lot", "low", "mad", "man", "map", "mat", "may", "men", "met", "mix", "mom", "mud", "net", "new", "nod", "nor", "not", "now", "nut", "oak", "odd", "off", "oil", "old", "one", "our", "out", "owe", "own", "pan", "pay", "pen", "pet", "pie", "pig", "pin", "pit", "pot", "put", "ram", "ran", "rat", "raw", "red", "rib", "rid", "rim", "rip", "rob", "rod", "row", "rub", "rug", "run", "sad", "sap", "sat", "saw", "say", "sea", "see", "set", "sew", "she", "shy", "sin", "sip", "sit", "six", "ski", "sky", "son", "sow", "spa", "spy", "sun", "ppl", "pls", "thx", "tan", "tap", "tar", "tax", "tea", "ten", "the", "tie", "tin", "tip", "toe", "ton", "too", "top", "toy", "try", "tub", "two", "use", "van", "vet", "war", "was", "wax", "way", "web", "wet", "who", "why", "win", "wit", "yes", "yet", "you", "zip", "zoo", "ace", "cam"]
)
_NO_TOPIC = {stem(word) for word in CHAT_WORDS | GENERIC_WORDS} | _SMALL
