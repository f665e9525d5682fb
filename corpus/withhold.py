"""Leave records out so that nothing of them is left: links to them, mentions of them as a next step, their institutions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from corpus.credential import Credential, Link
from corpus.fields import FIELDS, field_text
from corpus.folding import fold
from corpus.institution import Institution

__all__ = ["hidden_ids", "named_elsewhere", "without_hidden", "without_lone_institutions"]

_WAYS = ("laddering", "stacking", "links")


def hidden_ids(records: Iterable[Credential], withdrawn: Collection[str]) -> frozenset[str]:
    """Ids of the records that may not be shown: withdrawn by the operator, or by their own stewardship."""
    return frozenset(
        record.id
        for record in records
        if record.id in withdrawn or record.stewardship.withdrawn or record.stewardship.visibility != "public"
    )


def without_hidden(records: Sequence[Credential], hidden: Collection[str]) -> list[Credential]:
    """The records that may be shown, without their links to those that may not.

    A link by title alone is a link all the same: it goes when its title is a hidden record's and its institution is not
    another. So does a line that names a hidden record of the same institution in the list of what a record comes before.
    """
    if not hidden:
        return list(records)
    titles: dict[str, set[str]] = {}
    for record in records:
        if record.id in hidden:
            titles.setdefault(fold(record.title), set()).add(fold(record.institution))
    return [_unlinked(record, hidden, titles) for record in records if record.id not in hidden]


def _unlinked(record: Credential, hidden: Collection[str], titles: Mapping[str, set[str]]) -> Credential:
    def leads_there(link: Link) -> bool:
        if link.target:
            return link.target in hidden
        owners = titles.get(fold(link.title), set())
        return bool(owners) and fold(link.institution or record.institution) in owners

    changes: dict[str, object] = {}
    for name in _WAYS:
        links: tuple[Link, ...] = getattr(record, name)
        kept = tuple(link for link in links if not leads_there(link))
        if len(kept) < len(links):
            changes[name] = kept
    own = [title for title, owners in titles.items() if fold(record.institution) in owners]
    named = tuple(text for text in record.prerequisite_of if not any(_names(text, title) for title in own))
    if len(named) < len(record.prerequisite_of):
        changes["prerequisite_of"] = named
    return record.model_copy(update=changes) if changes else record


def _names(text: str, title: str) -> bool:
    """Whether a text holds a folded title, as whole words."""
    return bool(re.search(rf"(?<!\w){re.escape(title)}(?!\w)", fold(text)))


def named_elsewhere(title: str, records: Iterable[Credential]) -> list[str]:
    """Evidence ids of fields in which other records name a title in running text; only an editor can mend those."""
    wanted = fold(title)
    return [
        f"{record.id}#{field}"
        for record in records
        for field in FIELDS
        if field != "title" and (text := field_text(record, field)) and _names(text, wanted)
    ]


def without_lone_institutions(
    institutions: Iterable[Institution], records: Iterable[Credential], hidden: Collection[str]
) -> list[Institution]:
    """The institutions, without those of which every record is hidden.

    One that has no record at all stays: a list names it so that people can ask about it. So does the parent of one that stays.
    """
    visible: set[str] = set()
    concealed: set[str] = set()
    for record in records:
        (concealed if record.id in hidden else visible).add(record.institution)
    lone = concealed - visible
    listed = list(institutions)
    parents = {item.parent for item in listed if item.name not in lone}
    return [item for item in listed if item.name not in lone or item.name in parents]
