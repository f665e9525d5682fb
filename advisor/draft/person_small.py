"""Names in small letters: only where somebody says who they are, or where the word is a common first name and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from advisor.draft.person_names import first_names, is_people_term
from corpus.folding import fold

__all__ = ["small_first_names", "small_names"]

_WORD = r"[^\W\d_A-Z](?:[\w'’-]*\w)?"
_END = r"(?=\s*(?:[.,;:!?\n)]|$|-\s|\b(?:and|i|im|from|here|in|at|with|but|so|again|speaking)\b))"
#: after these stands a name, or what somebody is
_SELF = re.compile(rf"(?<![\w'’])(?i:i['’]?m|i am)\s+({_WORD})(?: ({_WORD}))?{_END}")
#: after these stands a name
_NAMED = re.compile(rf"(?m:\b(?i:my (?:(?:full|first|legal|preferred) )?name(?: is|['’]s|:)|(?:i['’]?m|i am) called|call me)|^[ \t]*(?i:name)\s*:)\s+({_WORD})(?: ({_WORD}))?")
#: first names that are everyday words as well when they are written small
_EVERYDAY = frozenset(re.findall(r"\w+", """
amber ana angel art bill carol chad christian crystal dale dan dawson don drew eva florence frank madison gene glen georgia grant heather holly ivy jack jan jasmine jean
joy julia june kim lance lee lily max maya mercedes miles ming moses nelson noel norman olive pat perry ping randy ray rick rob robin rod rose said
santiago scott sherry sid stan sue tara taylor ted tim tina vera wade will yan
"""))
#: what people say after "I am", "call me" and "my name is", and is no name
_ORDINARY = frozenset(re.findall(r"\w+", """
a about above afraid after alone already also always am an and any anxious anytime apart around as asap ashamed at available aware away back bad
because before behind below better between beyond blind bored both bound broke busy but by can case clear close cold cool crazy curious dead deaf
desperate different disabled done down dyslexic each early eager easy ei either else ever every far fine first five for free fresh from full fully
further gay glad going gone good great half happy hard he her here high his home honest how hungry if ill in indoors inside into it its just keen
kind last late later left less like likely living lost low lucky mad many maybe me mid mixed mobile more most mostly much my near nearly nervous
never new newly next no nobody none nor not now numb of off often ok okay old on once one only onto open or other our out outside over overseas
own part past pending perfect please poor positive pregnant pretty proud queer quick quite rather ready really right rich sad safe said same sane
second serious set she short shy sick sick since single slow small so sober some someone somewhat soon sorry still stuck such super sure tech than
thankful that the their them then there they this though through till tired to today together tomorrow tonight too torn totally trans true trying
two unable under unemployed unsure until up upset us used using vegan very via vulnerable was way we weak well what when where who why wise with
within without worse would wrong year yet you young your
is are do does did have has had could should will need needs want wants live lives work works think hope got get was were took take
"""))
#: endings that words for what somebody is or does have, and names seldom
_ENDINGS = ("ing", "ed", "ly", "ful", "less", "able", "ible", "ous", "ive", "ist", "ent", "ant", "ish", "ese", "ied", "tic", "cal", "ary", "ory", "ual", "ure", "ept", "ught")


def small_names(text: str, known: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Start and end of every name in small letters that somebody gives as their own.

    :param known: tells whether a folded word belongs to the catalogue.
    """
    for pattern in (_NAMED, _SELF):
        for match in pattern.finditer(text):
            # what is said outright is a name, even one that the catalogue knows as something else
            first = fold(match[1])
            if _no_name(first) or (pattern is _SELF and known(first) and first not in first_names()):
                continue
            second = fold(match[2] or "")
            whole = second and not _no_name(second) and (pattern is _NAMED or not known(second)) and second not in {"here", "again", "speaking"}
            yield match.start(1), match.end(2) if whole else match.end(1)


def small_first_names(text: str, known: Callable[[str], bool]) -> set[str]:
    """Common first names that stand anywhere in small letters, and are nothing else."""
    found = re.findall(rf"(?<![\w@.\[/-]){_WORD}(?![\w@\]/-])", text)
    return {word for item in found if (word := re.sub(r"['’]s$", "", item)) and fold(word) in first_names() and fold(word) not in _EVERYDAY and not known(fold(word))}


def _no_name(word: str) -> bool:
    return word in _ORDINARY or len(word) < 2 or is_people_term(word) or (word.endswith(_ENDINGS) and word not in first_names())
