"""Text as the rules see it: cleaned, folded, cut into tokens and sentences."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer

from corpus.folding import fold
from corpus.once import once

__all__ = ["MAX_CHARS", "clean", "fold", "place_of", "sentences", "stem", "tokens", "without"]

#: more than this of one message is not read
MAX_CHARS = 6000
_STEMMER = Stemmer.Stemmer("english")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": " - ", "\u00a0": " "})
#: words as people type them on a phone; only in small letters, so that no name is touched
_TYPED_WORDS = {"u": "you", "ur": "your", "pls": "please", "rly": "really"}
_TYPED = re.compile(rf"(?<![\w'/.-])(?:{'|'.join(_TYPED_WORDS)})(?![\w'/.-]| of\b)")
#: a number before a question, with no stop or bracket to tell it from an amount
_NUMBERED = re.compile(r"(?:^|(?<=\s)|(?<=[.:?,]))\s*(\d{1,2})[.)]? +(?=(?:how|what|when|where|who|which|why|is|are|was|were|do|does|did|can|could|will|would|should|any)\b)", re.IGNORECASE)
_A_LIST = 3
_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*(?:\+(?!\w))?")


def clean(message: str) -> str:
    """Make a message safe to read: no control characters, no markup, plain quotes, "w/" and "u" written out, at most MAX_CHARS."""
    text = unicodedata.normalize("NFC", message)[: MAX_CHARS * 2]
    text = re.sub(r"<(?:script|style)\b.*?</(?:script|style)>", " ", text, flags=re.DOTALL | re.IGNORECASE)
    text = re.sub(r"</?[a-zA-Z][^<>]{0,200}>", " ", text)
    if not text.replace("\n", "").replace("\t", "").isprintable():
        text = "".join(ch if ch in "\n\t" or unicodedata.category(ch)[0] != "C" else " " for ch in text)
    text = text.translate(_APOSTROPHES)
    text = re.sub(r"\bw/o\b", "without", text, flags=re.IGNORECASE)
    text = re.sub(r"\bw/ ?(?=\w)", "with ", text, flags=re.IGNORECASE)
    text = _TYPED.sub(lambda match: _TYPED_WORDS[match[0]], text)
    text = re.sub(r"[ \t]+", " ", text)
    return re.sub(r"\n{3,}", "\n\n", _listed(text)).strip()[:MAX_CHARS]


def _listed(text: str) -> str:
    """A list of questions numbered in a row, "1 how long 2 what does it cost 3 is it online", each on its own line."""
    numbers = list(_NUMBERED.finditer(text))
    if len(numbers) < _A_LIST or [int(match[1]) for match in numbers] != list(range(1, len(numbers) + 1)):
        return text
    return _NUMBERED.sub(lambda match: f"\n{match[1]}) ", text)


def tokens(text: str) -> list[str]:
    """The words of a text, folded; possessives and apostrophes dropped.

    >>> tokens("UVic's AHVS 488I, K'omoks")
    ['uvic', 'ahvs', '488i', 'komoks']
    """
    return [token.removesuffix("'s").replace("'", "") for token in _TOKEN.findall(fold(text))]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The Snowball stem of a folded word."""
    return str(_STEMMER.stemWord(word))


def place_of(words: str, text: str) -> int:
    """Where words stand whole in a text, as they are written; -1 if they stand nowhere.

    Quicker than a regular expression made for the words, which would push the others out of their cache.

    >>> place_of("art", "smart art"), place_of("art", "smart")
    (6, -1)
    """
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not (_joins(text[start - 1 : start]) or _joins(text[end : end + 1])):
            return start
        start = text.find(words, start + 1)
    return -1


def _joins(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def sentences(text: str) -> list[str]:
    """Sentences and list items of a message, as people type them.

    >>> sentences("hi. how much is it? and when")
    ['hi.', 'how much is it?', 'and when']
    """
    return list(_sentences(text))


#: where one sentence ends and the next begins
_ENDS = re.compile(r"(?<=[.!?])(?<!\b[A-Za-z]\.)(?<!\b[Ss]t\.)(?<!\b[Ff]t\.)(?<!\b[Gg]r\.)(?<!\b[DM][rs]\.)\s+|\n+|(?<=\?)(?=\w)|\s+(?=\d\)\s)")


@once
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _ENDS.split(text) if part and part.strip())


def without(text: str, stretches: tuple[str, ...]) -> str:
    """The text with what the learner told of themselves blanked, so that it names no record and asks for no field."""
    for stretch in stretches:
        position = text.lower().find(stretch.lower())
        if position >= 0:
            text = text[:position] + " " * len(stretch) + text[position + len(stretch) :]
    return text
