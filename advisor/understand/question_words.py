"""How questions begin and how one is joined to another, as parts of patterns over folded text."""

from __future__ import annotations

__all__ = ["JOIN", "OPENING", "VERB", "WHO"]

#: whom or what a question is about
WHO = r"(?:it|its|they|them|there|i|we|u|you|that|this|these|those|the|a|an|my|our|she|he|any|anyone|some|someone|people|students?|credits?|one|both)"
VERB = r"(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|might|may|must)"
#: what stands between two questions of one sentence
JOIN = r"(?:\s*[,;:]\s*(?:and\b|but\b|also\b|plus\b|so\b|then\b|or\b)?|\s+(?:and|but|also|plus|so|n)\b|\s*[+/&]\s*|\s+-+\s+)(?:\s*\b(?:also|then|maybe|if so|if yes|if not)\b)?[\s,]*"
#: words before what a message says, which say nothing themselves; for the start of a pattern
OPENING = r"^\W*(?:(?:and|so|but|also|then|plus|or|maybe|ok(?:ay)?|hi|hello|hey|first|btw)\b\W*)*"
