"""Which of the offerings shown a few words pick: "the online one", "the one in Nanaimo", "which of them does drying"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from advisor.understand.lexicon import CHAT_WORDS
from advisor.understand.text import stem, tokens
from corpus.catalogue import Catalogue
from corpus.credential import Credential
from corpus.fields import FIELDS, field_text
from corpus.folding import fold

__all__ = ["Picker", "picking_words"]

_ENDS = r"(?=[,;?!.]|$| and (?:how|what|when|where|is|does|do|can|could|who|the)\b| how | what | when |, )"
#: an offering told by what stands after it: "the one in Kelowna", "the course with the fire ecology"
_ONE_WITH = re.compile(rf"\b(?:the|that|this) (?:[\w'-]+ )?(?:one|course|program|certificate|training|class|workshop)s? (?:that|which|with|in|at|from|for|about|on|near|by|where|has|is|does|teaches|covers)\b (?P<rest>.{{3,60}}?){_ENDS}")
#: asks which of them it is that something is said of
_WHICH = re.compile(
    rf"\bwhich (?:ones?|courses?|programs?|certificates?)?(?: ?of (?:them|those|these|the \w+))?\s?(?:is|are|was|does|do|did|has|have|had|covers?|teach\w*|deals?|includes?|talks?|gives?|goes|lets?|gets?)\b(?: (?:about|with|into|the|any|some|most|mostly|more))* (?P<rest>.{{3,60}}?){_ENDS}"
)
#: what stands in every record's way of being talked of, and tells none apart
_NOT_TELLING = frozenset(
    ["one", "ones", "course", "courses", "program", "programs", "certificate", "training", "class", "other", "same", "first", "second", "third", "last", "next", "them", "those", "these", "which", "wrong", "right", "only", "is", "it", "was", "you", "said", "mentioned", "showed", "cost", "costs", "cheaper", "cheapest", "shorter", "shortest", "longer", "longest", "closest", "closer", "nearest", "sooner", "soonest", "better", "best", "easier", "easiest"]
)  # fmt: skip
#: what a record is known by, as against what it says somewhere
_KNOWN_BY = ("title", "type", "institution", "location", "delivery", "timing", "subject")

#: letters from which on the beginning of a word stands for the word
CLIPPED = 3


def picking_words(plain: str) -> list[str]:
    """The words of a folded message that say which of those shown is meant; none where it does not point so.

    >>> picking_words("how long is the one in nanaimo"), picking_words("which of them does drying and curing")
    (['nanaimo'], ['drying', 'curing'])
    """
    match = _ONE_WITH.search(plain) or _WHICH.search(plain)
    return _telling(match["rest"]) if match else []


def _telling(text: str) -> list[str]:
    return [word for word in tokens(re.sub(r"\bnon[- ]?credit\b", "noncredit", text)) if word not in _NOT_TELLING and word not in CHAT_WORDS and len(word) > 1]


class Picker:
    """Picks among records by what each says and the others do not."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._said: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def pick(self, text: str | Iterable[str], pool: Sequence[str]) -> tuple[str, ...]:
        """The records of a pool that the most of the words tell from the rest; none where no word does.

        :param text: a stretch of a folded message, or its telling words.
        """
        words = _telling(text) if isinstance(text, str) else list(text)
        scores = dict.fromkeys(pool, 0.0)
        for word in dict.fromkeys(map(stem, words)):
            for level, weight in ((0, 1.0), (1, 0.5)):
                saying = [name for name in pool if word in self._words(name)[level]] or ([name for name in pool if self._clipped(word, name)] if level == 0 else [])
                if len(saying) == len(pool):
                    break
                if saying:
                    for name in saying:
                        scores[name] += weight
                    break
        best = max(scores.values(), default=0.0)
        found = tuple(name for name, score in scores.items() if score == best)
        return found if best > 0.0 and len(found) < len(scores) else ()

    def titled(self, text: str, pool: Sequence[str]) -> tuple[str, ...]:
        """The records of a pool whose title or institution says all the telling words of a folded stretch; none where none tells."""
        words = _telling(text)
        return tuple(name for name in pool if all(self._is_titled(word, name) for word in words)) if words else ()

    def tells_surely(self, text: str) -> bool:
        """Whether a folded stretch has several telling words, so that a title with all of them is meant before one with some."""
        return len(_telling(text)) > 1

    def nearest_titled(self, text: str, tiers: Iterable[Sequence[str]], *, like: str | None = None) -> tuple[str, ...]:
        """The records titled with all the telling words of a folded stretch, of the first tier that has any.

        :param tiers: candidates, those nearest to the talk first.
        :param like: of several, those whose titles share the most with this one's are meant.
        """
        for tier in tiers:
            if found := self.titled(text, tier):
                shared = {name: len(self._title_stems(name) & self._title_stems(like)) if like else 0 for name in found}
                return tuple(name for name in found if shared[name] == max(shared.values()))
        return ()

    def _title_stems(self, name: str) -> frozenset[str]:
        return _stems(self._catalogue.record(name).title)

    def _is_titled(self, word: str, name: str) -> bool:
        record = self._catalogue.record(name)
        return stem(word) in _stems(f"{record.title} {record.institution}") or self._clipped(word, name)

    def _clipped(self, word: str, name: str) -> bool:
        """Whether a word is the beginning of one of a title: "the tax one" of taxation."""
        return len(word) >= CLIPPED and any(said.startswith(word) for said in tokens(fold(self._catalogue.record(name).title)))

    def _words(self, name: str) -> tuple[frozenset[str], frozenset[str]]:
        """Stems that a record is known by, and stems that any field of it says."""
        if name not in self._said:
            record = self._catalogue.record(name)
            known = " ".join(filter(None, (*(field_text(record, field) for field in _KNOWN_BY), *_ways(record))))
            anywhere = " ".join(filter(None, (field_text(record, field) for field in FIELDS)))
            self._said[name] = (_stems(known), _stems(f"{known} {anywhere}"))
        return self._said[name]


def _ways(record: Credential) -> list[str]:
    """Everyday words for typed fields."""
    found = []
    if record.credit and record.credit.bearing is not None:
        found.append("credit" if record.credit.bearing else "noncredit")
    if record.fee and record.fee.amount == 0:
        found.append("free")
    if record.timing in {"asynchronous", "both"}:
        found.append("self-paced")
    if record.timing in {"synchronous", "both"}:
        found.append("live")
    if record.status in {"past", "proposed"}:
        found.append("old" if record.status == "past" else "new planned")
    return found


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in tokens(fold(text)))
