"""Work out the institutions of a catalogue that lists none: names, initials, and the prefix of their record ids."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from corpus.credential import Credential
from corpus.institution import Institution

__all__ = ["derive_institutions"]

_SMALL = {"of", "the", "and", "for", "in", "de", "du", "la"}


def derive_institutions(records: Iterable[Credential], known: Iterable[Institution] = ()) -> list[Institution]:
    """One institution for each name that the records use; ``known`` entries are kept as they are."""
    by_name: dict[str, list[Credential]] = defaultdict(list)
    for record in records:
        by_name[record.institution].append(record)
    listed = {institution.name: institution for institution in known}
    taken = {alias.lower() for item in listed.values() for alias in (item.name, *item.aliases)}
    result = list(listed.values())
    for name, own in by_name.items():
        if name in listed:
            continue
        aliases = [alias for alias in _aliases(name, own) if alias.lower() not in taken]
        taken.update(alias.lower() for alias in aliases)
        regions = Counter(record.institution_region for record in own if record.institution_region)
        types = Counter(record.institution_type for record in own if record.institution_type)
        result.append(
            Institution(
                name=name,
                aliases=tuple(aliases),
                type=types.most_common(1)[0][0] if types else None,
                region=regions.most_common(1)[0][0] if regions else None,
                invented=all(record.invented for record in own),
            )
        )
    return result


def _aliases(name: str, records: list[Credential]) -> list[str]:
    """Initials, a bracketed short form, the name without its kind, and the id prefix all records share."""
    aliases: list[str] = []
    if bracketed := re.search(r"\(([A-Z][A-Za-z0-9]{1,9})\)", name):
        aliases.append(bracketed[1])
    name = re.sub(r"\(.*?\)", "", name)
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", name)
    initials = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    if len(initials) >= 3:
        aliases.append(initials)
    short = re.sub(r"\b(?:College|University|Institute|Polytechnic|of|the)\b", " ", name).split()
    if 1 <= len(short) < len(name.split()) and len(" ".join(short)) > 4:
        aliases.append(" ".join(short))
    prefixes = {record.id.partition("-")[0] for record in records}
    if len(records) > 1 and len(prefixes) == 1 and len(prefix := prefixes.pop()) >= 2:
        aliases.append(prefix.upper())
    return list(dict.fromkeys(aliases))
