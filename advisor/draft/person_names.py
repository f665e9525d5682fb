"""Where a person's name stands in a message, and common first names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from corpus.folding import fold

__all__ = ["CAPITAL", "first_names", "is_people_term", "name_words", "names_by_place"]

#: one word that begins with a capital, and up to three of them in a row
CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŠŽČĆ](?:[\w'’-]*\w)?"
_FULL = rf"{CAPITAL}(?:[ ](?:(?:van|von|de|da|del|la|le|bin|al)[ ])?{CAPITAL}){{0,2}}"
_ANY = r"[^\W\d_](?:[\w'’.-]*\w)?"
_ENDS = r"(?=\s*(?:[.,;:!?\n-]|$|\band\b|\bi\b|\bfrom\b))"
_KIN = "son|daughter|child|kid|husband|wife|partner|mother|mom|mum|father|dad|brother|sister|friend|cousin|niece|nephew|aunt|uncle|student|client|granddaughter|grandson|colleague|boss|manager"
_THANKS = r"(?:many |kind |best |warm )?(?:thanks?(?: you| again| so much| in advance)*|thx|cheers|regards|best|sincerely|yours truly|yours|wishes|respectfully|take care|love|talk soon)(?: (?:regards|wishes))?"
#: in each the first group is the name
_PLACES = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (rf"\b(?i:my (?:full |first |last |legal |preferred )?name(?: is|'s|’s|:)|i am called|i['’]m called|(?:please )?call me|name\s*:)\s+({_FULL})", 0),
        (rf"\b(?:my name is|my name['’]s|name['’]s)\s+({_ANY}(?: {_ANY})?){_ENDS}", re.IGNORECASE),
        (rf"\b(?i:this is)\s+({_FULL})", 0),
        (rf"\b(?i:i['’]m|i am)\s+({CAPITAL}(?: {CAPITAL})?){_ENDS}", 0),
        (rf"\b(?i:mr|mrs|ms|miss|mx|dr|prof|professor|elder|chief)\b\.? ({_FULL})", 0),
        (rf"^\s*(?i:from|to|cc|bcc|reply-to|sent by)\s*:\s*\"?({_FULL})", re.MULTILINE),
        (rf"(?:^|\n)\W*(?i:hi|hello|hey|dear|good morning|good afternoon|good evening)[ ,]+({_FULL})\s*(?=[,!.:;\n-]|$)", 0),
        (rf"\b(?i:my|our|his|her|their) (?i:(?:\w+ )?(?:{_KIN}))[ ,]+({_FULL})", 0),
        (rf"(?m:^)({_FULL}) (?i:here|speaking)\b", 0),
        # a signature: on a line of its own, after a comma, or with a capital right behind the thanks
        (rf"(?:^|[\n.!?,;])[ \t]*{_THANKS}[ \t]*[,.!–—-]*[ \t]*\n\s*((?:[^\W\d_]\. ?)?{_ANY}(?: {_ANY}){{0,3}})[ \t.!]*(?=\n|$)", re.IGNORECASE),
        (rf"(?:^|[\n.!?,;])[ \t]*{_THANKS}[ \t]*[,.!–—-]+[ \t]*({_ANY}(?: {_ANY})?)[ \t.!]*(?=\n|$)", re.IGNORECASE),
        (rf"(?:^|[\n.!?,;])[ \t]*(?i:thanks|thank you|thx|cheers)[ \t]+({_FULL})[ \t.!]*(?=\n|$)", 0),
    )
)
#: so many of them, from the first on, say outright that a name follows
_OUTRIGHT = 2
#: in these (this is, I am, hi) may stand a subject or a course as well
_LOOSE = frozenset({2, 3, 6})
_INSTITUTIONAL = re.compile(r"\b(?:college|university|institute|polytechnic|school|team|office|department|admissions?|advis\w+|registrar|services?|program|education|nations?|indigenous|canadian)\b")
#: words that stand where names do and are none
_NONE = frozenset(re.findall(r"\w+", """
the there team all everyone folks sir madam you your again so much help me us in advance for and i we it
please student services sent from my iphone re a an is not just of with to on at or this that these they she
he very really would will can could have has asap everything everybody anyone bunch lot lots bye reading
reply replying looking hoping waiting soon talk cheers mate friend time
forward appreciated hearing
"""))


def names_by_place(text: str, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch that is a name by where it stands.

    :param known: tells whether a folded word belongs to the catalogue.
    """
    for place, pattern in enumerate(_PLACES):
        for match in pattern.finditer(text):
            words = name_words(match[1])
            # after "my name is" stands a name, even one such as School
            if words and (place < _OUTRIGHT or not (_INSTITUTIONAL.search(fold(match[1])) or (place in _LOOSE and _is_subject(words, known)))):
                yield match.span(1)


def _is_subject(words: Sequence[str], known: Callable[[str], bool]) -> bool:
    """Whether capitals tell a people ("I am Métis") or, several of them, words of the catalogue ("this is Forest Carbon Management")."""
    folded = [fold(word) for word in words]
    if any(word in first_names() for word in folded):
        return False
    return all(map(is_people_term, words)) or (len(words) > 1 and all(map(known, folded)))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they stand there, without what is none."""
    words = [re.sub(r"['’]s$", "", word.strip(' .,;:!-–—()"')) for word in name.split()]
    return tuple(word for word in words if len(word) > 1 and word[0].isalpha() and fold(word) not in _NONE and not _is_verb(word))


def _is_verb(word: str) -> bool:
    """What people write in small letters where a name may stand: "thanks, hoping to hear", "kindly"."""
    return word[0].islower() and word.endswith(("ing", "ly")) and fold(word) not in first_names()


@cache
def first_names() -> frozenset[str]:
    """Common first names, folded; those that are everyday words as well are left out."""
    text = (Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def is_people_term(word: str) -> bool:
    """Whether a word tells a people, a language or a faith, and so is nobody's name.

    >>> is_people_term("Métis"), is_people_term("Nisga'a"), is_people_term("Dana")
    (True, True, False)
    """
    return re.sub(r"[^a-z]", "", fold(word)) in _people_terms()

@cache
def _people_terms() -> frozenset[str]:
    text = (Path(__file__).parent / "people_terms.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
