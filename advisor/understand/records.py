"""Which record a message is about: its name and its meaning weighed together."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from advisor.understand.names import NameIndex, NameScore
from advisor.understand.synonyms import in_catalogue_words
from advisor.understand.text import tokens
from corpus.catalogue import Catalogue
from corpus.cue import Cue
from corpus.folding import fold
from index.search import HybridSearch

__all__ = ["Named", "RecordResolver"]

#: weight of the name against the meaning; tuned on the development questions
_NAME_WEIGHT = 0.65
#: cosines of unrelated and of plainly related short texts, for this model
_DENSE_LOW, _DENSE_HIGH = 0.2, 0.7
#: a larger credential is named less often than an offering
_LARGER_PENALTY = 0.08
#: words for kinds of credential: a message that says one means a record of that kind
_KIND_WORDS = {"certificate", "diploma", "degree", "badge", "workshop", "citation", "microcredential", "master", "bachelor", "award"}
#: from here on the words as they stand name a record, and everyday words need no reading
_NAMED = 0.3
_SPLIT = re.compile(r"\bvs\.?\b|\bversus\b|\bor\b|\band\b|\bcompared (?:to|with)\b|\bthan\b|[,;/&?]|\bbetween\b|\bwith\b", re.IGNORECASE)


#: how many records a stretch may mean, and how near in score to the surest one the others have to be
RIVALS, AS_NEAR = 3, 0.15


@dataclass(frozen=True)
class Named:
    """A record that a text names, and how surely (0 to 1)."""

    record: str
    score: float
    name: float
    exact: bool
    runs: int = 0


class RecordResolver:
    """Finds the records that texts name."""

    def __init__(self, catalogue: Catalogue, names: NameIndex, search: HybridSearch) -> None:
        self._catalogue = catalogue
        self._names = names
        self._search = search
        self._kinds = {record.id: _KIND_WORDS.intersection(tokens(f"{record.type or ''} {record.title}")) for record in catalogue}
        #: "Development and Governance" where a title says so: no two offerings
        pairs = {match[0].lower() for record in catalogue for match in re.finditer(r"(?i)[\w-]+ (?:and|&) [\w-]+", record.title)}
        inside = "|".join(sorted(rf"{re.escape(first)}(?: and | ?& ?){re.escape(last)}" for first, _, last in (re.split(r" (and|&) ", pair) for pair in pairs)))
        self._joined = Cue(rf"\b(?:{inside})\b" if inside else r"(?!)", re.IGNORECASE)

    def resolve(self, text: str, *, within: Collection[str] | None = None, places: Sequence[str] = (), vector: np.ndarray | None = None, limit: int = 5) -> list[Named]:
        """The records that a text names, surest first.

        :param within: only these records.
        :param places: names of places in the message; a record held there is likelier.
        """
        scored = self._scores(text, within)[:24]
        candidates = [item.record for item in scored]
        if within is not None and len(within) <= 40:
            candidates = list(dict.fromkeys([*candidates, *within]))
        if not candidates:
            return []
        by_name = {item.record: item for item in scored}
        topic = " ".join(self._names.topic_words(text))
        sims: dict[str, float] = {}
        if topic:
            sims = self._search.similarities(vector if vector is not None else self._search.embed(topic), candidates)
        kinds = set(tokens(text)) & _KIND_WORDS
        result = []
        for record_id in candidates:
            record = self._catalogue.record(record_id)
            item = by_name.get(record_id)
            name = item.value if item else 0.0
            dense = min(1.0, max(0.0, (sims.get(record_id, 0.0) - _DENSE_LOW) / (_DENSE_HIGH - _DENSE_LOW)))
            score = _NAME_WEIGHT * name + (1 - _NAME_WEIGHT) * dense
            if record.role == "larger":
                score -= _LARGER_PENALTY
            if not kinds.isdisjoint(self._kinds[record_id]):
                score += 0.04
            if places and any(fold(place) in fold(record.location or "") for place in places):
                score += 0.05
            result.append(Named(record_id, score, name, bool(item and item.exact), item.runs if item else 0))
        result.sort(key=lambda item: item.score, reverse=True)
        return result[:limit]

    def _scores(self, text: str, within: Collection[str] | None) -> list[NameScore]:
        """Scores by name; at a known institution, everyday words count as the catalogue's for the same thing."""
        scored = self._names.scores(text, within=within)
        named = bool(scored) and scored[0].value >= _NAMED
        meant = in_catalogue_words(text) if within is not None and not named else text
        if meant == text:
            return scored
        best = {item.record: item for item in scored}
        for item in self._names.scores(meant, within=within):
            known = best.get(item.record)
            if known is None or item.value > known.value:
                best[item.record] = item if known is None else replace(item, runs=max(item.runs, known.runs))
        return sorted(best.values(), key=lambda item: item.value, reverse=True)

    def several(self, text: str, *, within_of: Sequence[Collection[str] | None], vector: np.ndarray | None = None, limit: int = 4, floor: float = 0.42) -> list[Named]:
        """Records named one by one in a text that compares them, in the order of the text; none where it has one part only.

        :param floor: how surely each has to be named.
        :param within_of: for each stretch the records it may name is not known; tried in turn.
        """
        found: dict[str, Named] = {}
        whole = self._joined.sub(lambda match: re.sub(r" and | ?& ?", " ", match[0]), text)
        stretches = [stretch for stretch in _SPLIT.split(whole) if self._names.topic_words(stretch)]
        for stretch in stretches if len(stretches) > 1 else ():
            for within in within_of:
                named = self.resolve(stretch, within=within, vector=vector, limit=RIVALS)
                if named and (named[0].score >= floor or named[0].exact):
                    best = self._told_by_all(text, [item for item in named if named[0].score - item.score <= AS_NEAR])
                    if best.record not in found or found[best.record].score < best.score:
                        found[best.record] = best
        return list(found.values())[:limit]

    def _told_by_all(self, text: str, rivals: Sequence[Named]) -> Named:
        """Of records that a stretch names about as surely, the one of whose title the whole text says the most.

        "Wildfire certificates: science, communications" names the wildfire one of two in communications.
        """
        if len(rivals) == 1 or rivals[0].exact:
            return rivals[0]
        said = {item.record: item.title for item in self._names.scores(text, within=[rival.record for rival in rivals])}
        return max(rivals, key=lambda rival: said.get(rival.record, 0.0))
