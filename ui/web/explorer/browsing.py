"""What the browsing page shows: choices with their names, chosen ones to take away, one page of cards."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.explore.brief import CARD_FIELDS, RecordBrief, brief_of
from advisor.explore.explorer import Explorer, View
from advisor.explore.facets import Choice, Facet
from advisor.explore.near import when_held
from advisor.explore.values import COLUMNS, NOT_STATED, choice_label
from corpus.credential import Credential
from corpus.folding import fold
from corpus.section import split_sentences
from ui.web.explorer.pages import address
from ui.web.explorer.tiles import Tile, region_tiles

__all__ = ["PER_PAGE", "Browsing", "CardView", "browse_page", "card_of"]

PER_PAGE = 20
#: columns with so many choices that a list of boxes would be no help
LISTED = ("community", "subject", "type", "institution")
#: choices of a column shown at once; the others open on demand
SHOWN = 9


@dataclass(frozen=True, kw_only=True)
class CardView:
    """A record on a card: its brief, the first sentence of its summary, and the year of one that is past."""

    brief: RecordBrief
    summary: str | None
    when: str | None
    near: bool = False
    distance: str = ""


@dataclass(frozen=True, kw_only=True)
class Named:
    """A choice with the name that people read."""

    choice: Choice
    name: str


@dataclass(frozen=True, kw_only=True)
class FacetView:
    """A column of choices, as boxes or as one list."""

    column: str
    title: str
    listed: bool
    chosen: int
    first: tuple[Named, ...]
    more: tuple[Named, ...]


@dataclass(frozen=True, kw_only=True)
class Chip:
    """Something chosen, and the address without it."""

    name: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Browsing:
    """All of the page."""

    view: View
    cards: tuple[CardView, ...]
    facets: tuple[FacetView, ...]
    chips: tuple[Chip, ...]
    tiles: tuple[Tile, ...]
    beside: tuple[Named, ...]
    page: int
    pages: int
    before: str | None
    after: str | None


def browse_page(explorer: Explorer, words: Mapping[str, str], given: Mapping[str, Sequence[str]], *, query: str, page: int) -> Browsing:
    """Build the page for what somebody chose."""
    view = explorer.browse(given, query)
    kept = {name: list(values) for name, values in view.selection.chosen.items()}
    pages = max(1, math.ceil(len(view.records) / PER_PAGE))
    page = min(max(page, 1), pages)
    shown = view.records[(page - 1) * PER_PAGE : page * PER_PAGE]
    regions = view.facet("region")
    counts = {choice.value: choice.count for choice in regions.choices}
    tiles = region_tiles(counts, chosen=view.selection.of("region"), given=kept, query=view.query)
    drawn = {tile.region for tile in tiles}
    return Browsing(
        view=view,
        cards=tuple(card_of(explorer, record, near=record.id in view.near) for record in shown),
        facets=tuple(_facet(facet, words) for facet in view.facets),
        chips=tuple(_chips(view, kept, words)),
        tiles=tiles,
        beside=tuple(Named(choice=choice, name=_name("region", choice.value, words)) for choice in regions.choices if choice.value not in drawn),
        page=page,
        pages=pages,
        before=_page_address(view, kept, page - 1) if page > 1 else None,
        after=_page_address(view, kept, page + 1) if page < pages else None,
    )


def card_of(explorer: Explorer, record: Credential, *, near: bool = False, distance: str = "") -> CardView:
    """One card."""
    brief = brief_of(explorer.catalogue, record, fields=(*CARD_FIELDS, "region", "summary"))
    when, _ = when_held(record) if brief.status else (None, None)
    summary = split_sentences(record.summary)[0] if record.summary else None
    return CardView(brief=brief, summary=summary, when=when, near=near, distance=distance)


def _facet(facet: Facet, words: Mapping[str, str]) -> FacetView:
    named = [Named(choice=choice, name=_name(facet.column, choice.value, words)) for choice in facet.choices]
    listed = facet.column in LISTED
    if listed:
        named.sort(key=lambda item: (item.choice.value != "micro", item.choice.value == NOT_STATED, fold(item.name)))
    first = named if listed else [item for number, item in enumerate(named) if number < SHOWN or item.choice.chosen]
    return FacetView(
        column=facet.column,
        title=words[f"facet_{facet.column}"],
        listed=listed,
        chosen=facet.chosen,
        first=tuple(first),
        more=tuple(item for item in named if item not in first),
    )


def _name(column: str, value: str, words: Mapping[str, str]) -> str:
    """What a choice is called: by us where it is a sort of ours, by the record where it is the record's word."""
    if value == NOT_STATED:
        return words["value_not-stated"]
    return words.get(f"value_{column}_{value}") or choice_label(column, value) or value


def _chips(view: View, kept: Mapping[str, list[str]], words: Mapping[str, str]) -> list[Chip]:
    chips = []
    if view.query:
        chips.append(Chip(name=f"“{view.query}”", href=address("", **kept) + "#results"))
    for column in COLUMNS:
        for value in kept.get(column, ()):
            rest = {**kept, column: [item for item in kept[column] if item != value]}
            name = f"{words[f'facet_{column}']}: {_name(column, value, words)}"
            chips.append(Chip(name=name, href=address("", q=view.query, **rest) + "#results"))
    return chips


def _page_address(view: View, kept: Mapping[str, list[str]], page: int) -> str:
    return address("", q=view.query, **kept, page=page if page > 1 else None) + "#results"
