"""How a way on reads as a sentence: the record's own words, with the credential that it leads to named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.compose.phrases import list_words, sentence_case
from advisor.reason.graph import Step

__all__ = ["the_title", "titles_list", "way_sentence"]

_VERB = re.compile(
    r"^(?:can|may|might|could|will|would|ladders?|forms?|prepares?|counts?|meets?|leads?|builds?|transfers?|takes|contributes?|stacks?|fills?|opens?|brings?)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"^(?:positioned|reported|intended|presented|accepted|designed|one of)\b", re.IGNORECASE)
#: words that open a title which is no name: "Other professional programs", "one of three micro-credentials"
_LOOSE = re.compile(r"^(?:other|another|most|further|applicable|longer|any|one|a|an|the|its|later)\b", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:diploma|degree|certificate|bachelor|master|program|specialization|certification|designation|credential|post-baccalaureate)\b", re.IGNORECASE)


def the_title(title: str) -> str:
    """A title as it stands inside a sentence.

    >>> the_title("Wildfire Studies Diploma"), the_title("Other professional programs"), the_title("Level Two")
    ('the Wildfire Studies Diploma', 'other professional programs', 'Level Two')
    """
    if _LOOSE.match(title):
        return title[:1].lower() + title[1:]
    if re.match(r"(?:bachelor|master|diploma|degree)'?s?\b(?=[a-z' ]*$)", title):
        return f"a {title}"
    return f"the {title}" if _NAMED.search(title) and not re.search(r"programs\b|studies\b", title[-9:]) else title


def titles_list(titles: Sequence[str]) -> str:
    """Several titles as people list them."""
    return list_words([the_title(title) for title in titles])


def way_sentence(group: Sequence[Step], *, institution: str, source: str = "It") -> str:
    """One sentence for ways on that are told in the same words.

    :param institution: of the record that it is told about; another one is named.
    :param source: what leads on: "It", or a title.
    """
    first = group[0]
    names = titles_list([step.title for step in group])
    where = f" at {first.institution}" if first.institution and first.institution != institution else ""
    how = re.sub(r"\s+", " ", first.how or "").strip().rstrip(".")
    verb = {"laddering": "can lead to", "stacking": "can stack toward", "links": "can lead on to", "prerequisite": "comes before"}
    may = {"laddering": "may lead to", "stacking": "may stack toward", "links": "may lead on to"}
    chosen = may.get(first.kind, "") if first.certainty == "may" else verb[first.kind]
    lead = f"{source} {chosen or verb[first.kind]} {names}{where}"
    if not how:
        return sentence_case(lead)
    if _PARTICIPLE.match(how):
        return sentence_case(f"{lead}: it is {how}")
    return sentence_case(f"{lead}: it {how}" if _VERB.match(how) else f"{lead}: {how}")
