"""What people wrongly hold about rules, told by nearness to the mistakes that guidance is known to set right."""

from __future__ import annotations

import re

from advisor.understand.stated import stated_in
from corpus.catalogue import Catalogue
from index.search import HybridSearch

__all__ = ["MISTAKE_MARK", "mistaken_in"]

#: joins a section's id and the number of a mistake that it sets right, in ids of passages
MISTAKE_MARK = "!"
#: cosine of a clause to a known mistake from which it is taken for one; unrelated clauses of the development questions
#: stayed below .70, mistakes in other words began at .73
SURE = 0.7
_DENIES = re.compile(r"\b(?:not|no|never|none|cannot|without|nothing|neither|nor)\b|n't\b|\bnon-")


def mistaken_in(message: str, catalogue: Catalogue, search: HybridSearch) -> str | None:
    """The guidance section that sets right what a message states; None where no clause is near to a known mistake.

    A clause that denies what the mistake affirms, or the reverse, is none.
    """
    best: tuple[float, str] | None = None
    for item in stated_in(message):
        vector = search.embed(item.text)
        near = search.nearest_groups(vector, "mistaken")
        section_id = max(near, key=lambda name: near[name], default="")
        if not section_id or near[section_id] < SURE:
            continue
        texts = {f"{section_id}{MISTAKE_MARK}{number}": text for number, text in enumerate(catalogue.sections[section_id].mistaken)}
        scores = search.similarities(vector, list(texts))
        closest = texts[max(scores, key=lambda name: scores[name])] if scores else ""
        if bool(_DENIES.search(closest.lower())) == bool(_DENIES.search(item.text)) and (best is None or near[section_id] > best[0]):
            best = (near[section_id], section_id)
    return best[1] if best else None
