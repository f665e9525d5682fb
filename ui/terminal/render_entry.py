"""What ``advisor show`` prints for people."""

from __future__ import annotations

from typing import Any

from corpus.fields import FIELDS, field_label
from ui.terminal.streams import printable
from ui.terminal.style import current_style

__all__ = ["entry_text"]


def entry_text(entry: dict[str, Any]) -> str:
    """An entry of :func:`ui.terminal.entries.entry_of` as text."""
    style = current_style()
    if "text" in entry:
        return "\n".join(
            [
                style.strong(style.wrap(printable(entry["title"]))),
                style.wrap(printable(entry["text"])),
                style.soft(style.wrap(printable(_origin(entry)))),
            ]
        )
    name = entry["title"] if "institution" not in entry else f"{entry['title']}, {entry['institution']}"
    if entry.get("invented"):
        name += " (invented)"
    if "fields" not in entry:
        return printable(f"{entry['id']}  {name}")
    lines = [style.strong(style.wrap(printable(name))), style.soft(entry["id"])]
    for field, text in entry["fields"].items():
        label = field_label(field) if field in FIELDS else field
        lines.append(style.wrap(printable(f"{label}: {text}"), rest="  "))
    if source := entry.get("source"):
        where = " · ".join(part for part in (source["title"], source["date"] or "undated") if part)
        lines.append(style.soft(style.wrap(printable(f"source: {where}"), rest="  ")))
    return "\n".join(lines)


def _origin(entry: dict[str, Any]) -> str:
    date = f"as of {entry['as_of']}" if entry["as_of"] else "undated"
    return " · ".join(part for part in (entry["id"], entry["url"], date) if part)
