"""A draft as text for people: the reply, then what to check before sending."""

from __future__ import annotations

from advisor.draft.contract import ChecklistRow, Draft, DraftParagraph
from ui.terminal.streams import printable
from ui.terminal.style import Style

__all__ = ["draft_text"]


def draft_text(draft: Draft, style: Style) -> str:
    """The reply, and below it the checklist of each question."""
    blocks = [style.wrap(style.plain(draft.text))]
    if draft.urgent:
        blocks.insert(0, style.strong("This person may be in distress. Write or call yourself, now."))
    if draft.dropped:
        blocks.append("Part of the message gave commands to this program; that part was left out.")
    if draft.cut:
        blocks.append("The message was very long; only its beginning was read.")
    blocks.append(style.strong("Check before sending"))
    blocks += [_checks(item, style) for item in draft.paragraphs]
    return "\n\n".join(block for block in blocks if block)


def _checks(item: DraftParagraph, style: Style) -> str:
    lines = [style.wrap(style.strong(printable(item.question)), first="  ")] if item.question else []
    lines += [_row(row, style) for row in item.checklist]
    lines += [style.wrap(f"not confirmed: {', '.join(part for part in (gap.field, gap.title, 'invented example' if gap.invented else '') if part)}", first="  - ", rest="    ") for gap in item.unconfirmed]
    lines += [style.wrap(printable(f"assumed: “{one.said}”. {one.text}"), first="  - ", rest="    ") for one in item.assumptions]
    lines += [style.wrap(printable(f"ask back: {one}"), first="  - ", rest="    ") for one in item.ask_back]
    if item.reviewed:
        lines.append(style.wrap(f"reviewed answer: {item.reviewed}", first="  - "))
    return "\n".join(lines)


def _row(row: ChecklistRow, style: Style) -> str:
    date = f"as of {row.as_of}" if row.as_of else "undated"
    quote = " / ".join(printable(row.quote).split("\n"))
    lead = f"  [ ] [{row.n}] "
    indent = " " * len(lead)
    lines = [
        style.wrap(printable(row.claim), first=lead, rest=indent),
        style.wrap(printable(f"{row.field}, {row.title}{' (invented example)' if row.invented else ''}: “{quote}”"), first=indent),
        style.soft(style.wrap(printable(" · ".join(filter(None, (row.source, row.url, date)))), first=indent)),
    ]
    return "\n".join(lines)
