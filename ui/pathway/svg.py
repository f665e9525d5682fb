"""A pathway as SVG: one column that reads from top to bottom, legible on a phone, without script.

It takes the colour of the text around it, so it stands on light and dark pages alike. The same in words is its
description for people who cannot see it.
"""

from __future__ import annotations

import hashlib
import textwrap
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from advisor.contract import PathwayPart

__all__ = ["INVENTED", "to_svg"]

#: stands in the box of a credential of the demo catalogue
INVENTED = "invented example"
#: all lengths are units of the view box, which is as wide as a phone's column
_WIDTH = 340
_INDENT = 22
_MOST_INDENTS = 4
_PAD = 10
_LINE = 18
_GAP = 16
_TITLE_CHARS_PER_UNIT = 1 / 7.6
_SMALL_CHARS_PER_UNIT = 1 / 6.4


@dataclass(frozen=True)
class _Box:
    """A credential as drawn: where it stands and its lines."""

    x: int
    y: int
    width: int
    height: int
    title: tuple[str, ...]
    small: tuple[str, ...]
    record: bool
    labels: tuple[str, ...]
    top: int


def to_svg(part: PathwayPart, *, title: str = "Where it leads") -> str:
    """The drawing as one ``<svg>`` element; an empty text where there is nothing to draw.

    >>> node = {"id": "a", "title": "Part one", "institution": "X", "record": True, "level": 0}
    >>> to_svg(PathwayPart(nodes=(node,), edges=(), alt="Part one."))[:5]
    '<svg '
    """
    if not part.nodes:
        return ""
    boxes = _layout(part)
    height = max(box.y + box.height for box in boxes.values()) + 4
    mark = hashlib.sha256((part.alt + "".join(boxes)).encode()).hexdigest()[:8]
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="pt-{mark} pd-{mark}" style="max-width:100%;height:auto" '
        'font-family="system-ui, sans-serif" fill="currentColor" stroke="none">'
    )
    lines = [
        opening,
        f'<title id="pt-{mark}">{escape(title)}</title>',
        f'<desc id="pd-{mark}">{escape(part.alt or "; ".join(str(node["title"]) for node in part.nodes))}</desc>',
    ]
    for edge in part.edges:
        source, target = boxes.get(str(edge["source"])), boxes.get(str(edge["target"]))
        if source and target:
            lines.append(_arrow(source, target, dashed=edge.get("certainty") == "may"))
    lines += [_box(box) for box in boxes.values()]
    return "".join([*lines, "</svg>"])


def _layout(part: PathwayPart) -> dict[str, _Box]:
    """Every credential in a place of its own, in order, each one step further in than what leads to it."""
    boxes: dict[str, _Box] = {}
    y = 4
    for node in part.nodes:
        coming = [edge for edge in part.edges if edge["target"] == node["id"]]
        x = 6 + _INDENT * min(int(node.get("level") or 0), _MOST_INDENTS)
        width = _WIDTH - x - 4
        inside = width - 2 * _PAD
        labels = _labels(part, coming, int(inside * _SMALL_CHARS_PER_UNIT))
        title = textwrap.wrap(str(node["title"]), int(inside * _TITLE_CHARS_PER_UNIT), break_on_hyphens=False) or [""]
        words = ", ".join(filter(None, (str(node.get("institution") or ""), INVENTED if node.get("invented") else "")))
        small = textwrap.wrap(words, int(inside * _SMALL_CHARS_PER_UNIT))
        top = y + _LINE * len(labels) + (4 if labels else 0)
        height = 2 * _PAD + _LINE * len(title) + (_LINE - 2) * len(small) - 4
        boxes[str(node["id"])] = _Box(
            x=x, y=top, width=width, height=height, title=tuple(title), small=tuple(small),
            record=bool(node.get("record")), labels=labels, top=y,
        )  # fmt: skip
        y = top + height + _GAP
    return boxes


def _labels(part: PathwayPart, coming: list[dict[str, Any]], width: int) -> tuple[str, ...]:
    """What the arrows into a box say, above it; whose arrow it is where several come."""
    titles = {node["id"]: str(node["title"]) for node in part.nodes}
    lines: list[str] = []
    for edge in coming:
        credits_counted = f", {edge['credits']} credits" if edge.get("credits") else ""
        whose = f"{titles.get(edge['source'], '')}: " if len(coming) > 1 else ""
        lines += textwrap.wrap(f"{whose}{edge['words']}{credits_counted}", width)
    return tuple(lines)


def _arrow(source: _Box, target: _Box, *, dashed: bool) -> str:
    """An elbow from the left edge of one box to the left edge of the other."""
    x1, y1 = source.x + 8, source.y + source.height
    x2, y2 = target.x, target.y + target.height // 2
    if target.y < source.y:
        y1 = source.y
    bend = min(x1, x2 - 12) if x2 > 14 else 3
    dash = ' stroke-dasharray="4 4"' if dashed else ""
    path = f"M{bend} {y1}V{y2}H{x2 - 5}"
    head = f"M{x2 - 6} {y2 - 4}L{x2} {y2}L{x2 - 6} {y2 + 4}Z"
    return f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-opacity=".7"{dash}/><path d="{head}"/>'


def _box(box: _Box) -> str:
    dash = "" if box.record else ' stroke-dasharray="5 4"'
    parts = [
        f'<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="6" fill="none" stroke="currentColor" stroke-width="1.5"{dash}/>'
    ]
    y = box.top + 12
    for line in box.labels:
        parts.append(_text(box.x + 4, y, line, size=12, style=' font-style="italic"'))
        y += _LINE
    y = box.y + _PAD + 12
    for line in box.title:
        parts.append(_text(box.x + _PAD, y, line, size=14, style=' font-weight="600"'))
        y += _LINE
    for line in box.small:
        parts.append(_text(box.x + _PAD, y - 1, line, size=12))
        y += _LINE - 2
    return "".join(parts)


def _text(x: int, y: int, words: str, *, size: int, style: str = "") -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}"{style}>{escape(words)}</text>'
