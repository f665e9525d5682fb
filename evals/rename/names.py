"""The renaming of one catalogue: what every institution, title and id is called instead."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from corpus.credential import Credential
from corpus.institution import Institution
from evals.rename.words import JOINERS, KEPT, Inventor

__all__ = ["Renaming", "title_core"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
#: before a name in a text or in a regular expression, where ``\bKPU`` must count as a word of its own
_BEFORE = r"(?:(?<=\\b)|(?<=\\s)|(?<!\w))"
_AFTER = r"(?!\w)"
#: in how many titles a word may stand to name one of them by itself
_RARE = 8


class Renaming:
    """Maps names to invented ones, consistently, for records, questions and patterns.

    Titles are renamed word by word, so that a part of a title maps to the same part of the new one.
    """

    def __init__(self, records: Sequence[Credential], institutions: Sequence[Institution]) -> None:
        self._inventor = Inventor(_words_in_use(records))
        self.ids: Mapping[str, str] = {record.id: _new_id(record.id) for record in records}
        self._aliases = self._name_institutions(institutions, records)
        self._alias_pattern = _any_of(self._aliases)
        self._titles = {record.id: record.title for record in records}
        self._spread = Counter(word.casefold() for title in self._titles.values() for word in set(_WORD.findall(title)))
        short_names = {item.name: item.aliases for item in institutions}
        self._called = {
            record.id: {self._aliases[name] for name in (record.institution, *short_names.get(record.institution, ()))}
            for record in records
        }
        self._known = {title.casefold(): self.title(title) for title in self._titles.values()}
        named = [title for title in self._known if _distinct(title) >= 2]
        cores = {core: self.title(core) for title in self._titles.values() if _distinct(core := title_core(title)) >= 2}
        self._title_words = {**{core.casefold(): new for core, new in cores.items()}, **{title: self._known[title] for title in named}}
        self._alias_folded = {alias.casefold(): new for alias, new in self._aliases.items()}
        self._alias_loose = _any_of(self._aliases, flags=re.IGNORECASE)
        self._title_loose = _any_of(self._title_words, flags=re.IGNORECASE)

    def title(self, title: str) -> str:
        """A title, or a part of one, with its words renamed; institutions' names in it become their new names."""
        pieces, last = [], 0
        for match in self._alias_pattern.finditer(title):
            pieces += [self._inventor.phrase(title[last : match.start()]), self._aliases[match[0]]]
            last = match.end()
        return "".join([*pieces, self._inventor.phrase(title[last:])])

    def institution(self, name: str) -> str:
        """The new name of an institution."""
        return self._aliases.get(name, name)

    def in_record(self, text: str) -> str:
        """A text of a record with the names in it renamed; titles only as they are written, so that plain words stay."""
        if text.casefold() in self._known:
            return self.title(text)
        text = self._title_loose.sub(lambda match: self._as_written(match[0]), text)
        return self._alias_pattern.sub(lambda match: self._aliases[match[0]], text)

    def in_question(self, text: str, records: Iterable[str] = (), *, least: int = 2) -> str:
        """What a learner says, with institutions and titles renamed as they name them, capitals or not.

        :param records: ids of records that the question names; parts of their titles are renamed too.
        :param least: how many telling words a whole title has, to be taken for a name and not for a description.
        """
        text = self._title_loose.sub(lambda match: self._named(match[0], least), text)
        text = self._alias_loose.sub(lambda match: self._alias_folded[match[0].casefold()], text)
        for record in records:
            if record in self._titles:
                text = self._parts_of(self._titles[record], text)
        return text

    def in_pattern(self, pattern: str, records: Iterable[str] = ()) -> str:
        """A regular expression that takes the old names and the new ones; unchanged where it names nothing."""
        renamed = self.in_question(pattern, records)
        return pattern if renamed == pattern else f"(?:{pattern})|(?:{renamed})"

    def named_in(self, text: str) -> tuple[str, ...]:
        """Ids of the records whose institution a text names beside a part of their title."""
        said = {self._alias_folded[match.casefold()] for match in self._alias_loose.findall(text)}
        return tuple(
            record
            for record, title in self._titles.items()
            if said & self._called[record] and self._parts_of(title, text) != text
        )

    def _named(self, title: str, least: int) -> str:
        return self._title_words[title.casefold()] if _distinct(title) >= least else title

    def _as_written(self, found: str) -> str:
        """A title found in a record's text: only where it is written with a title's capitals."""
        capitals = sum(word[:1].isupper() for word in _WORD.findall(found) if word.casefold() not in KEPT)
        return self._title_words[found.casefold()] if capitals >= 2 else found

    def _parts_of(self, title: str, text: str) -> str:
        """Rename what a text takes from a title: stretches of its words, longest first, then its rare words.

        Words in brackets are rarely said, so they name nothing by themselves.
        """
        words = _WORD.findall(title)
        spans = [(start, end) for start in range(len(words)) for end in range(start + 2, len(words) + 1)]
        parts = [words[start:end] for start, end in sorted(spans, key=lambda span: span[0] - span[1])]
        parts += [[word] for word in _WORD.findall(_BRACKETS.sub(" ", title))]
        for part in parts:
            if not self._tells(part):
                continue
            loose = _BEFORE + r"[\W_]{1,3}".join(re.escape(word) for word in part) + _AFTER
            new = self.title(" ".join(part))
            text = re.sub(loose, lambda _, new=new: new, text, flags=re.IGNORECASE)  # type: ignore[misc]
        return text

    def _tells(self, part: Sequence[str]) -> bool:
        """Whether words of a title name it: several together, or one that few titles have."""
        if part[0].casefold() in JOINERS or part[-1].casefold() in JOINERS or not _distinct(" ".join(part)):
            return False
        if any(word in self._aliases for word in part):
            return False
        return len(part) > 1 or (len(part[0]) >= 3 and self._spread[part[0].casefold()] <= _RARE)

    def _name_institutions(self, institutions: Sequence[Institution], records: Sequence[Credential]) -> dict[str, str]:
        """Every name and short name of every institution -> its new one; short forms stay short."""
        named = {item.name: item.aliases for item in institutions}
        named |= {record.institution: () for record in records if record.institution not in named}
        old = {alias.replace(".", "").casefold() for name, aliases in named.items() for alias in (name, *aliases)}
        short: dict[str, str] = {}
        for name, aliases in named.items():
            new = self._inventor.phrase(name)
            for alias in (name, *aliases):
                if _is_code(alias) and " " not in alias:
                    short[alias] = _initials(alias, new, short, old)
        renamed = dict(short)
        for name, aliases in named.items():
            whole = renamed.setdefault(name, self._spelt(name, short))
            for alias in aliases:
                spelt = self._spelt(alias, short)
                renamed.setdefault(alias, spelt if spelt != alias else whole)
        return renamed

    def _spelt(self, name: str, short: Mapping[str, str]) -> str:
        return _WORD.sub(lambda match: short.get(match[0]) or self._inventor.word(match[0]), name)


def title_core(title: str) -> str:
    """A title without its brackets and the words at its ends that only say what sort of thing it is.

    >>> title_core("Certificate in Soil Health Care (online)")
    'Soil Health Care'
    """
    words = _BRACKETS.sub("", title).split()
    while words and words[-1].strip(",:").casefold() in KEPT:
        words.pop()
    while words and words[0].strip(",:").casefold() in KEPT:
        words.pop(0)
    return " ".join(words).rstrip(",:")


def _new_id(old: str) -> str:
    return f"r-{hashlib.sha256(old.encode()).hexdigest()[:12]}"


def _distinct(phrase: str) -> int:
    """How many words of a phrase are renamed."""
    return sum(word.casefold() not in KEPT and not word.isdigit() for word in _WORD.findall(phrase))


def _is_code(word: str) -> bool:
    """Whether a word is short for a name: BCIT, UVic, B.C.I.T., FILMBA."""
    letters = word.replace(".", "").replace("-", "")
    return letters.isalnum() and sum(letter.isupper() for letter in letters) >= 2


def _initials(alias: str, new_name: str, short: Mapping[str, str], old: Collection[str]) -> str:
    """A short form of the new name, for a short form of the old one, that nobody has or had."""
    words = _WORD.findall(new_name)
    base = "".join(word[0] for word in words).upper()
    if "." in alias:
        return ".".join(short.get(alias.replace(".", ""), base)) + "."
    spare = "".join(word[1:] for word in words if word.casefold() not in KEPT).upper() + "QXZJVW"
    length = 0
    while len(base + spare[:length]) < 3 or (base + spare[:length]).casefold() in {*old, *(new.casefold() for new in short.values())}:
        length += 1
    return base + spare[:length]


def _any_of(names: Iterable[str], *, flags: int = 0) -> re.Pattern[str]:
    """Matches any of the names as whole words, the longest first."""
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(_BEFORE + "(?:" + "|".join(re.escape(name) for name in ordered) + ")" + _AFTER if ordered else r"(?!)", flags)


def _words_in_use(records: Iterable[Credential]) -> set[str]:
    return {word.casefold() for record in records for word in _WORD.findall(record.model_dump_json())}
