"""Small tools of wording: a sentence's case and mark, lists, articles."""

from __future__ import annotations

import re

__all__ = ["article", "list_words", "sentence_case", "small"]


def sentence_case(text: str) -> str:
    """A sentence with a capital first letter and a closing mark. A name written in letters of its own is left as it is.

    >>> sentence_case("about 60 hours"), sentence_case("tiwšɛmawtxʷ campus")
    ('About 60 hours.', 'tiwšɛmawtxʷ campus.')
    """
    text = re.sub(r"\s+", " ", text).strip()
    if text.split(" ", 1)[0].isascii():
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text.rstrip(";,:") + "."


def small(text: str) -> str:
    """Words of our own, or plain ones, as they stand inside a sentence: the first letter small, but not of capitals.

    Never give it what may begin with a name.

    >>> small("Free to members"), small("TRU campus")
    ('free to members', 'TRU campus')
    """
    return text if re.match(r"[^\W\d_]{2}", text) and text[:2].isupper() else text[:1].lower() + text[1:]


def list_words(items: list[str]) -> str:
    """Items as people list them; semicolons when an item holds a comma.

    >>> list_words(["site assessment", "planting", "design"])
    'site assessment, planting and design'
    """
    items = [item.strip().rstrip(".;") for item in items if item.strip()]
    if len(items) < 2:
        return "".join(items)
    mark = "; " if any("," in item or ";" in item for item in items) else ", "
    return mark.join(items[:-1]) + (f"{mark.rstrip()} and " if mark == "; " else " and ") + items[-1]


def article(text: str) -> str:
    """A noun with "a" or "an" before it, by how it is said.

    >>> article("eight-week course"), article("university certificate"), article("10-month cohort")
    ('an eight-week course', 'a university certificate', 'a 10-month cohort')
    """
    said = text.lower()
    vowel = said.startswith(("8", "11-", "18-", "hour", "hono")) or (said[:1] in set("aeiou") and not said.startswith(("uni", "use", "one", "eu")))
    return f"{'an' if vowel else 'a'} {text}"
