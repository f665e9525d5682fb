"""Which language a message is in: enough to know when it is not English."""

from __future__ import annotations

import re
import unicodedata

from corpus.folding import fold

__all__ = ["language_of"]

_WORDS = {
    "en": ["the", "is", "are", "a", "an", "to", "of", "and", "in", "for", "i", "it", "do", "does", "what", "how", "can", "you", "my", "with", "on", "that", "this", "have", "want", "need", "any", "there", "be", "or", "if", "at", "me", "we", "was", "get", "but", "not", "about", "who", "when", "where", "which", "from", "will", "would"],
    "fr": ["le", "la", "les", "un", "une", "des", "du", "de", "est", "et", "je", "vous", "que", "qui", "pour", "dans", "avec", "sur", "pas", "mon", "ma", "mes", "ce", "cette", "quel", "quelle", "quels", "combien", "est-ce", "puis", "cherche", "veux", "peux", "suis", "ai", "il", "elle", "nous", "en", "ligne", "cours", "formation", "coute", "bonjour", "merci", "aux", "au", "y", "a-t-il", "comment"],
    "es": ["el", "la", "los", "las", "un", "una", "de", "que", "y", "es", "en", "por", "para", "con", "mi", "como", "cual", "cuanto", "cuesta", "donde", "quiero", "necesito", "puedo", "hay", "curso", "cursos", "hola", "gracias", "soy", "tengo", "estoy", "si", "se", "lo", "su", "busco", "estudiar", "linea"],
    "tl": ["ang", "ng", "sa", "na", "mga", "ay", "ako", "ko", "mo", "po", "ba", "kung", "para", "may", "gusto", "kong", "paano", "magkano", "saan", "ano", "wala", "hindi", "namin", "ito", "siya", "kailangan", "pwede", "mag", "salamat", "kursong", "nang"],
    "de": ["der", "die", "das", "ein", "eine", "und", "ist", "ich", "sie", "wie", "viel", "kostet", "gibt", "es", "kurse", "fur", "mit", "auf", "nicht", "zu", "ein", "einen", "kann", "mein", "wo", "was"],
    "pt": ["o", "os", "as", "um", "uma", "de", "que", "e", "em", "para", "com", "meu", "minha", "como", "quanto", "custa", "onde", "quero", "preciso", "posso", "curso", "cursos", "ola", "obrigado", "nao", "eu", "sou", "tenho"],
    "pa": ["main", "mainu", "tusi", "hai", "haan", "da", "di", "de", "nu", "ki", "kiven", "kithe", "chahida", "lai", "vich", "mera", "meri", "nahi"],
    "hi": ["main", "mujhe", "kya", "hai", "hain", "ka", "ki", "ke", "ko", "kaise", "kahan", "chahiye", "liye", "mein", "mera", "meri", "nahi", "aap"],
    "vi": ["toi", "muon", "co", "khong", "la", "gi", "bao", "nhieu", "o", "dau", "hoc", "khoa", "cho", "va", "cua", "duoc", "nhu", "the", "nao"],
}  # fmt: skip
_SETS = {language: frozenset(words) for language, words in _WORDS.items()}
_SCRIPTS = {
    "GURMUKHI": "pa", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "ARABIC": "ar", "CYRILLIC": "ru",
    "DEVANAGARI": "hi", "HEBREW": "he", "THAI": "th", "GREEK": "el", "TAMIL": "ta", "BENGALI": "bn", "GUJARATI": "gu",
}  # fmt: skip
#: "l'anglais", "qu'il": the apostrophe of a name ("En'owkin") parts no words
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu)'(?=[a-z])")


def language_of(text: str) -> str:
    """A language code; "en" unless the message plainly is in another one.

    >>> language_of("Combien coûte le cours de soudure à Camosun?"), language_of("is the Kwak'wala one online")
    ('fr', 'en')
    """
    letters = [] if text.isascii() else [char for char in text if char.isalpha()]
    if letters:
        counts: dict[str, int] = {}
        for char in letters:
            script = unicodedata.name(char, "").split(" ")[0]
            if script in _SCRIPTS:
                counts[_SCRIPTS[script]] = counts.get(_SCRIPTS[script], 0) + 1
        if counts and sum(counts.values()) > 0.3 * len(letters):
            return max(counts, key=lambda code: counts[code])
    words = re.findall(r"[a-z]+(?:[-'][a-z]+)*", _ELISION.sub("", fold(text)))
    if len(words) < 3:
        return "en"
    scores = {language: sum([word in known for word in words]) / len(words) for language, known in _SETS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if best != "en" and scores[best] >= 0.25 and scores[best] > scores["en"] + 0.12 else "en"
