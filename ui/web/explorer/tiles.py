"""The regional overview: eight tiles about where the regions lie, each with its count. No map and no tile server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.web.explorer.pages import address

__all__ = ["HEIGHT", "WIDTH", "Tile", "region_tiles"]

WIDTH, HEIGHT = 330, 330
_STEP_X, _STEP_Y, _GAP = 110, 82.5, 6
#: region -> column, row, how many rows high, how many columns wide, and its name in lines that fit
_PLACES: Mapping[str, tuple[int, int, int, int, tuple[str, ...]]] = {
    "North Coast": (0, 0, 1, 1, ("North Coast",)),
    "Nechako": (1, 0, 1, 1, ("Nechako",)),
    "Northeast": (2, 0, 1, 1, ("Northeast",)),
    "Cariboo": (1, 1, 1, 2, ("Cariboo",)),
    "Vancouver Island / Coast": (0, 1, 3, 1, ("Vancouver", "Island / Coast")),
    "Lower Mainland / Southwest": (1, 2, 2, 1, ("Lower", "Mainland /", "Southwest")),
    "Thompson / Okanagan": (2, 2, 1, 1, ("Thompson /", "Okanagan")),
    "Kootenay": (2, 3, 1, 1, ("Kootenay",)),
}
_LINE = 17


@dataclass(frozen=True, kw_only=True)
class Tile:
    """One region: where its tile stands, what it says, and the address that chooses it or takes it away."""

    region: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[str, float], ...]
    number_y: float
    count: int
    share: float
    chosen: bool
    href: str


def region_tiles(counts: Mapping[str, int], *, chosen: Sequence[str], given: Mapping[str, Sequence[str]], query: str) -> tuple[Tile, ...]:
    """The eight tiles, in the order of the map.

    :param counts: offerings that each region would leave.
    :param given: what is chosen now, for the addresses.
    """
    most = max([counts.get(name, 0) for name in _PLACES] or [0]) or 1
    return tuple(
        _tile(name, place, counts.get(name, 0), most, chosen=chosen, given=given, query=query) for name, place in _PLACES.items()
    )


def _tile(
    name: str, place: tuple[int, int, int, int, tuple[str, ...]], count: int, most: int, *, chosen: Sequence[str],
    given: Mapping[str, Sequence[str]], query: str,
) -> Tile:  # fmt: skip
    column, row, high, wide, lines = place
    x, y = column * _STEP_X + _GAP / 2, row * _STEP_Y + _GAP / 2
    width, height = wide * _STEP_X - _GAP, high * _STEP_Y - _GAP
    top = y + height / 2 - (len(lines) * _LINE + 8) / 2 + 4
    now = name in chosen
    regions = [item for item in chosen if item != name] if now else [*chosen, name]
    return Tile(
        region=name,
        x=x,
        y=y,
        width=width,
        height=height,
        lines=tuple((line, top + _LINE * number) for number, line in enumerate(lines)),
        number_y=top + _LINE * len(lines) + 8,
        count=count,
        share=count / most,
        chosen=now,
        href=address("", q=query, **{**given, "region": regions}) + "#results",
    )
