"""Of what a course, certificate or ticket is asked for: the words beside it, "the X course", "a certificate in X"."""

from __future__ import annotations

import re

from advisor.understand.lexicon import CHAT_WORDS, GENERIC_WORDS, word_list
from advisor.understand.text import tokens
from corpus.folding import fold

__all__ = ["subject_phrases"]

_WORD = r"[a-z0-9][\w'&+/-]*"
_OFFERING = (
    r"(?:courses?|programs?|programmes?|training|class(?:es)?|certificates?|certs?|certification|micro[- ]?(?:credential|certificate|cert|cred|badge|course)s?|micros?|microcreds?|diplomas?|badges?|workshops?|"
    r"licen[cs]es?|tickets?|apprenticeships?|bootcamps?)"
)
_BEFORE = re.compile(rf"((?:{_WORD} ){{1,4}}){_OFFERING}\b")
_AFTER = re.compile(rf"\b{_OFFERING} (?:in|on|about|for|to become|to be|as|of) (?:an? |the |how to )?((?:{_WORD} ){{0,3}}{_WORD})")
#: a message that opens with what is wanted: "heavy equipment operator for my brother"
_OPENS = re.compile(rf"^\W*((?:{_WORD} ){{0,3}}?{_WORD}) (?:for (?:me|my|our|a|an)\b|(?:(?:at|from|by) )?§)")
#: words that no phrase for a subject goes over
_ENDS = word_list("phrase_ends.txt")
_NO_SUBJECT = CHAT_WORDS | GENERIC_WORDS | word_list("no_subject_words.txt")


def subject_phrases(text: str) -> list[tuple[str, ...]]:
    """The phrases of a text that say what an offering is in, each as its words; none where no subject is said.

    Where institutions were named, the text holds ``§`` in their place, and ``¤`` where places were.

    >>> subject_phrases("want the pharmacy technician micro-credential, when can I start?")
    [('pharmacy', 'technician')]
    >>> subject_phrases("is the course still open"), subject_phrases("a quick certificate in heavy equipment near Hope")
    ([], [('heavy', 'equipment')])
    """
    plain = re.sub(r"\s+", " ", fold(text))
    found: list[tuple[str, ...]] = []
    for match in _BEFORE.finditer(plain):
        words = match[1].split()
        start = max((place + 1 for place, word in enumerate(words) if word in _ENDS), default=0)
        found.append(_subject(words[start:]))
    for pattern in (_AFTER, _OPENS):
        for match in pattern.finditer(plain):
            words = match[1].split()
            end = next((place for place, word in enumerate(words) if word in _ENDS), len(words))
            if pattern is _AFTER or (end == len(words) and "'" not in match[1]):
                found.append(_subject(words[:end]))
    return list(dict.fromkeys(phrase for phrase in found if phrase))


def _subject(words: list[str]) -> tuple[str, ...]:
    single: list[str] = []
    for word in words:
        parts = tokens(word)
        if not any(part in _NO_SUBJECT for part in (word, *parts)):  # "Canada-wide" and "hands-on" say no subject
            single += [part for part in parts if len(part) > 2 or len(parts) == 1]  # nor does the "co" of "co-management"
    return tuple(word for word in single if len(word) > 1 and not word.isdigit() and not word.endswith("ly"))
