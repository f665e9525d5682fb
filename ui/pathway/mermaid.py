"""A pathway as Mermaid text, for people who want it in a document."""

from __future__ import annotations

from advisor.contract import PathwayPart
from ui.pathway.svg import INVENTED

__all__ = ["to_mermaid"]

_QUOTES = str.maketrans({'"': "#quot;", "<": "#lt;", ">": "#gt;", "\n": " ", "|": "/", "`": "'", "#": "#35;"})


def to_mermaid(part: PathwayPart) -> str:
    """The pathway as a Mermaid flowchart; a way on that is worded as a possibility has a dotted arrow.

    >>> node = {"id": "a", "title": "Part one", "institution": "X", "record": True, "level": 0}
    >>> print(to_mermaid(PathwayPart(nodes=(node,), edges=(), alt="")))
    flowchart TD
        n0["Part one<br/>X"]
    """
    names = {str(node["id"]): f"n{place}" for place, node in enumerate(part.nodes)}
    lines = ["flowchart TD"]
    for node in part.nodes:
        words = "<br/>".join(_plain(text) for text in (node["title"], node.get("institution"), INVENTED if node.get("invented") else "") if text)
        lines.append(f'    {names[str(node["id"])]}["{words}"]')
    for edge in part.edges:
        source, target = names.get(str(edge["source"])), names.get(str(edge["target"]))
        if source and target:
            arrow = "-.->" if edge.get("certainty") == "may" else "-->"
            credits_counted = f", {edge['credits']} credits" if edge.get("credits") else ""
            lines.append(f'    {source} {arrow}|"{_plain(edge["words"])}{_plain(credits_counted)}"| {target}')
    return "\n".join(lines)


def _plain(text: object) -> str:
    return str(text).translate(_QUOTES)
