"""Schemes: the funds, laws, wallets and bodies that guidance names, and the sections that speak of each.

"Does strongerbc cover my groceries" is asked of the sections that speak of that grant and of no others, however near
another fund's section lies; and what is asked after a grant was explained is asked of that grant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from advisor.understand.lexicon import field_cues_in
from advisor.understand.names import NameIndex
from advisor.understand.text import tokens
from corpus.catalogue import Catalogue
from corpus.folding import fold
from corpus.section import Section

__all__ = ["OF_THE_ADVISOR", "Scheme", "SchemeIndex", "plain_term"]

#: what a term that is not a proper name may be about: words of other fields are said of any offering
_MONEY = {"funding", "fee", "partners", "competencies", "duration"}
#: names that are everyday words too, or that are said of people
_ALSO_WORDS = frozenset(["care", "fair", "first nations", "for credit", "plar", "pla", "prior learning assessment and recognition", "micro credential"])
_LEAST = 3
#: documents that tell of the advisor, or of what it cannot do, whatever scheme they name
OF_THE_ADVISOR = frozenset(["about-this-advisor", "what-an-advisor-cannot-promise", "help-lines"])
#: what points back at the scheme that is spoken of
_IT = re.compile(r"\b(?:it|they|them|that|this)\b")


@dataclass(frozen=True)
class Scheme:
    """A scheme: the name that guidance uses for it, all names it goes by (folded), and the ids of the sections that speak of it.

    ``elsewhere``: those of them that tell how it is at one institution, with the words of that institution's name.
    """

    name: str
    names: tuple[str, ...]
    sections: frozenset[str]
    elsewhere: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def standing(self, question: str) -> str:
        """A folded question as it would be asked with no talk before it, under the name that guidance uses.

        >>> fund = Scheme("future skills grant", ("strongerbc", "future skills grant"), frozenset())
        >>> fund.standing("does strongerbc cover food"), fund.standing("does it pay rent"), fund.standing("how long")
        ('does future skills grant cover food', 'does future skills grant pay rent', 'future skills grant: how long')
        """
        text = question.replace("-", " ")
        if (said := _named(self.names).search(text)) or (said := _IT.search(text)):
            rest = text[said.end() :]
            kind = self.name.rpartition(" ")[2]
            return f"{text[: said.start()]}{self.name}{rest.removeprefix(f' {kind}')}"
        return f"{self.name}: {question}"


class SchemeIndex:
    """Knows which scheme a text names, and which one sections are about."""

    def __init__(self, catalogue: Catalogue, names: NameIndex) -> None:
        self._catalogue = catalogue
        self._at = {section.id: said for section in catalogue.sections.values() if (said := _institution_words(section, names))}
        self._owner: dict[str, Section] = {}
        for section in catalogue.sections.values():
            for term in section.terms:
                if _is_name(term) and not names.institutions_in(term) and plain_term(term) not in _ALSO_WORDS:
                    self._owner.setdefault(plain_term(term), section)
        self._pattern = _named(tuple(self._owner)) if self._owner else None

    def find(self, plain: str) -> re.Match[str] | None:
        """The first name of a scheme in a folded text, hyphens read as spaces."""
        return self._pattern.search(plain.replace("-", " ")) if self._pattern else None

    def without_name(self, plain: str) -> str:
        """A folded text without the name of the scheme that it names first."""
        found = self.find(plain)
        return f"{plain[: found.start()]} {plain[found.end() :]}" if found else plain

    def named_in(self, plain: str) -> Scheme | None:
        """The scheme that a folded text names first."""
        found = self.find(plain)
        if found is None:
            return None
        said = found[0].replace(" ", "")
        term = next(term for term in self._owner if said in {term.replace(" ", ""), f"{term.replace(' ', '')}s"})
        return self._scheme(self._owner[term])

    def spoken_of(self, sections: Iterable[str]) -> Scheme | None:
        """What the first of some sections is about: what it defines, else what its document defines first."""
        section = next((self._catalogue.sections[name] for name in sections if name in self._catalogue.sections), None)
        if section is None:
            return None
        document = [item for item in self._catalogue.sections.values() if item.document == section.document]
        about = next((item for item in (section, *document) if item.terms and any(_says(section, term) for term in item.terms)), None)
        if about is None:
            return None
        scheme, here = self._scheme(about, document=section.document), self._at.get(section.id, frozenset())
        return replace(scheme, elsewhere={name: words for name, words in scheme.elsewhere.items() if not words & here}) if here else scheme

    @lru_cache(maxsize=256)  # noqa: B019  # as many as there are sections, and the index lives as long as they do
    def _scheme(self, owner: Section, document: str | None = None) -> Scheme:
        names = tuple(plain_term(term) for term in owner.terms if _is_name(term)) or tuple(map(plain_term, owner.terms))
        sections = [item for item in self._catalogue.sections.values() if (item.document == document or any(_says(item, name) for name in names)) and item.document not in OF_THE_ADVISOR]
        own = [item.text for item in sections if item.document == owner.document]
        said = {name: sum(len(_named((name,)).findall(plain_term(text))) for text in own) for name in names}
        return Scheme(max(names, key=lambda name: said[name]), names, frozenset(item.id for item in sections), {item.id: self._at[item.id] for item in sections if item.id in self._at})


def _institution_words(section: Section, names: NameIndex) -> frozenset[str]:
    """The words by which a section's title names an institution."""
    return frozenset(word for item in names.institutions_in(section.title) for word in tokens(item.said))


def _says(section: Section, term: str) -> bool:
    texts = (section.title, section.text, *section.terms, *section.questions)
    return bool(_named((plain_term(term),)).search(plain_term(" | ".join(texts))))


@lru_cache(maxsize=1024)
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some names, the longest first; words run together are the same name."""
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(name).replace(r"\ ", " ?") for name in ordered) + r")s?\b")


def plain_term(text: str) -> str:
    """A name or a text as names are compared: folded, hyphens read as spaces."""
    return fold(text).replace("-", " ")


def _is_name(term: str) -> bool:
    """Whether a term is the name of something: written with capitals, or of several words and about money."""
    if len(term) < _LEAST:
        return False
    if any(letter.isupper() for letter in term[1:]) or (" " in term and term[0].isupper()):
        return True
    cues = set(field_cues_in(fold(term)))
    return " " in term and bool(cues) and cues <= _MONEY
