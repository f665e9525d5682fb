"""What is left of an answer's text once its claims are taken out: the frames."""

from __future__ import annotations

import re
from typing import NamedTuple

from advisor.contract import Answer

__all__ = ["Residue", "without_claims"]

#: stands where a claim stood, so that the words around it do not run together
GAP = "\x00"


class Residue(NamedTuple):
    """The frames of a text, and the claims (by their place) that do not stand in it with their markers."""

    frames: str
    missing: tuple[int, ...]


def without_claims(answer: Answer) -> Residue:
    """Take each claim, verbatim and with its markers right behind it, out of the text once.

    Long claims go first, so that one claim which is a part of another takes its own occurrence.
    """
    text = answer.text
    missing: list[int] = []
    order = sorted(range(len(answer.claims)), key=lambda place: -len(answer.claims[place].text))
    for place in order:
        claim = answer.claims[place]
        markers = "".join(rf"\s?\[{number}\]" for number in claim.citations)
        match = re.search(re.escape(claim.text) + markers, text)
        if match is None or not claim.text.strip():
            missing.append(place)
            continue
        text = text[: match.start()] + GAP + text[match.end() :]
    return Residue(frames=text, missing=tuple(sorted(missing)))
