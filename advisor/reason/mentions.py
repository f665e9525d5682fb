"""Sentences that tell of a credential inside another's record, and sentences about credit and transfer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from advisor.understand.text import sentences, stem, tokens
from advisor.verify.vocabulary import FUNCTION_WORDS
from corpus.catalogue import Catalogue
from corpus.credential import Credential

__all__ = ["about_credit", "mentions_of", "telling_sentences"]

_KIND_WORDS = {
    "micro", "credential", "credentials", "microcredential", "certificate", "certificates", "microcertificate", "diploma", "program", "associate", "graduate",
    "professional", "specialization", "course", "training", "level", "badge", "digital", "and", "in", "of", "the", "for", "to", "a",
}  # fmt: skip
_ABOUT_CREDIT = re.compile(
    r"\b(?:not|no|none|never|neither|nor|cannot|non-credit|ineligible|instead of)\b(?=[^.;]*\b(?:credits?|transfer\w*|ladders?|count(?:s|ed)?|degrees?)\b)"
    r"|\b(?:credits?|transfer\w*|laddering|count(?:s|ed)?)\b[^.;]*\b(?:not|no|none|never|neither|nor|cannot|ineligible)\b|\bnon-credit\b[^.;]*\btransfer"
    r"|\bcredits? (?:are|is|can be|may be|were) (?:also )?(?:transfer\w*|accepted|applied|used)\b|\btransferable\b|\bfor credit\b|\bearn (?:university |academic )?credit",
    re.IGNORECASE,
)


def about_credit(text: str) -> Iterator[str]:
    """The sentences and items of a field's text that say what counts for credit or transfer, denials above all.

    >>> list(about_credit("Fun course. Courses are non-credit and not eligible for university transfer."))
    ['Courses are non-credit and not eligible for university transfer.']
    """
    for line in text.split("\n"):
        for item in sentences(line):
            if _ABOUT_CREDIT.search(item):
                yield item


def mentions_of(catalogue: Catalogue, record: Credential) -> Iterator[tuple[Credential, str]]:
    """Larger credentials of the same institution whose summary names this one, with the sentences that do."""
    wanted = _title_stems(record)
    if len(wanted) < 2:
        return
    for other in catalogue:
        if other.role != "larger" or other.institution != record.institution or other.id == record.id or not other.summary:
            continue
        items = sentences(other.summary)
        for place, item in enumerate(items):
            if wanted <= {stem(word) for word in tokens(item)}:
                yield other, item
                # the sentence after may say what is not stated of it
                if place + 1 < len(items) and re.search(r"\bnot\b", items[place + 1]):
                    yield other, items[place + 1]


def telling_sentences(summary: str, record: Credential, *, known: str, others: Iterable[Credential] = ()) -> Iterator[str]:
    """Sentences of a larger credential's summary that tell of this one and add to what is known.

    :param others: what else leads to the larger credential; a sentence that names one of these tells of that one.
    """
    wanted = _title_stems(record)
    told = {stem(word) for word in tokens(known + " " + record.title)}
    for item in sentences(summary):
        words = {stem(word) for word in tokens(item) if word not in FUNCTION_WORDS}
        new = words - told
        another = any((stems := _title_stems(other)) and stems <= words and not stems <= wanted for other in others)
        names_it = wanted <= words or (not another and re.search(r"\bthe certificate\b|\bmicro-credential", item, re.IGNORECASE))
        if names_it and len(new) >= 4 and (re.search(r"\d|\btwo\b|\bthree\b|\bfour\b|\bsix\b|\brequired\b|\bor\b|\bnot\b", item)):
            yield item


def _title_stems(record: Credential) -> set[str]:
    return {stem(word) for word in tokens(record.title) if word not in _KIND_WORDS}
