"""Names, addresses and numbers of a person are masked before anything that they wrote is stored or logged.

There is no model behind this: it is rules. Numbers and addresses are told by their form wherever they stand. Names are
told by where they stand (a greeting, a signature, "my name is", "i'm") and then masked everywhere, or by being a common
first name, in capitals or small letters. A rare name in the middle of a sentence without such a sign is not told. Titles of
the catalogue stay whole. Too much is masked rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from advisor.draft.person_marks import EMAIL, mask_marks
from advisor.draft.person_names import CAPITAL, first_names, name_words, names_by_place
from advisor.draft.person_small import small_first_names, small_names
from corpus.catalogue import Catalogue
from corpus.folding import fold
from corpus.places import gazetteer

__all__ = ["Masker", "catalogue_masker", "catalogue_words", "mask"]

_WITH_SURNAME = re.compile(rf"(?<![\w\[])({CAPITAL})(?: ({CAPITAL}))?")


def mask(text: str, *, known: Callable[[str], bool] | None = None) -> str:
    """Mask what tells who a person is.

    :param known: tells whether a folded word belongs to the catalogue (an institution, a place, a subject), and so is no
        name but where only names stand.

    >>> mask("Hi Sarah, call 250-555-0199 or dana@x.example. My student number is V00123456. Thanks, Dana Smith")
    'Hi [name], call [phone] or [email]. My student number is [student number]. Thanks, [name]'
    """
    return Masker(known=known).mask(text)


class Masker:
    """Masks texts. ``known`` as for :func:`mask`; ``titles`` stay as they are wherever they stand."""

    def __init__(self, *, known: Callable[[str], bool] | None = None, titles: Iterable[str] = ()) -> None:
        self._known = known or (lambda _: False)
        self._titles = sorted({title for title in titles if fold(title) not in first_names()}, key=len, reverse=True)
        self._title = re.compile("|".join(rf"(?<!\w){re.escape(title)}(?!\w)" for title in self._titles), re.IGNORECASE) if self._titles else None

    def mask(self, text: str, *, keep: Iterable[str] = (), names: Iterable[str] = ()) -> str:
        """The text with every mark of a person replaced by what it was.

        :param keep: texts that stay as they are wherever they stand, such as an institution's own telephone number.
        :param names: words that are names, known from elsewhere (see :meth:`names`).
        """
        kept = sorted({*(item for item in keep if item), *(self._title.findall(text) if self._title else ())}, key=len, reverse=True)
        if not kept:
            return self._masked(text, {*self.names(text), *names})
        parts = re.split("(" + "|".join(map(re.escape, kept)) + ")", text)
        names = {*self.names(" ".join(parts[::2])), *names}
        return "".join(part if number % 2 else self._masked(part, names) for number, part in enumerate(parts))

    def _masked(self, text: str, names: Iterable[str]) -> str:
        text = mask_marks(text)
        for start, end in _apart([*names_by_place(text, self._known), *small_names(text, self._known)]):
            if "[" not in text[start:end]:
                text = text[:start] + _replaced(text[start:end]) + text[end:]
        for name in sorted(names, key=len, reverse=True):
            text = re.sub(rf"(?<![\w\[]){re.escape(name)}(?P<of>['’]s)?(?![\w\]])", lambda found: "[name]" + (found["of"] or ""), text)
        return re.sub(r"\[name\](?:[ ,]+\[name\])+", "[name]", text)

    def names(self, text: str) -> set[str]:
        """Words of the text that are a name and are masked wherever they stand."""
        spans = [*names_by_place(text, self._known), *small_names(text, self._known)]
        found = {word for start, end in spans for word in name_words(text[start:end])} | small_first_names(text, self._known)
        for match in _WITH_SURNAME.finditer(text):
            if fold(match[1]) in first_names() and not self._known(fold(match[1])):
                found.update(name_words(match[0]))
        for match in EMAIL.finditer(text):  # dana.smith@… tells the name that stands elsewhere
            local = re.split(r"[^a-z]+", fold(match[0].partition("@")[0]))
            found.update(word for word in re.findall(rf"\b{CAPITAL}\b", text) if len(word) > 2 and fold(word) in local)
        return {word for word in found if not self._known(fold(word))}


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans from the last to the first; of two that share words only the longer."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end))
    return sorted(kept, reverse=True)


def _replaced(stretch: str) -> str:
    """A stretch with its name masked; words before it that are none stay ("so much Dana")."""
    words = name_words(stretch)
    start = stretch.find(words[0])
    end = stretch.rfind(words[-1]) + len(words[-1])
    return f"{stretch[:start]}[name]{stretch[end:]}"


def catalogue_masker(catalogue: Catalogue) -> Masker:
    """A masker that knows the words and the titles of a catalogue."""
    return Masker(known=catalogue_words(catalogue), titles=[record.title for record in catalogue])


def catalogue_words(catalogue: Catalogue) -> Callable[[str], bool]:
    """Tells whether a folded word stands in the catalogue, its guidance or the gazetteer; contacts, which name people, aside."""
    texts = [evidence.text for record in catalogue for evidence in catalogue.stated(record) if evidence.field != "contact"]
    texts += [f"{record.title} {record.institution}" for record in catalogue]
    texts += [f"{section.title} {section.text}" for section in catalogue.sections.values()]
    texts += [place.name for place in gazetteer().places.values()]
    words = frozenset(re.findall(r"[^\W\d_]{2,}", fold(" ".join(texts))))
    return words.__contains__
