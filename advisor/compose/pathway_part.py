"""Make the drawing of a pathway: nodes, edges, and the same in words."""

from __future__ import annotations

from advisor.contract import PathwayPart
from advisor.reason.graph import Pathways, Step

__all__ = ["draw_steps", "incoming_part", "pathway_part", "words_of"]

_WORDS = {
    "laddering": "ladders into",
    "stacking": "stacks toward",
    "links": "can lead on to",
    "prerequisite": "comes before",
}
#: how many ways on from each credential, and how far, a drawing shows
_WIDTH = 6
_DEPTH = 3


def pathway_part(ways: Pathways, start: str) -> PathwayPart:
    """The ways on from one credential, a few steps far.

    Nodes are ``{id, title, institution, record, level}`` (``level`` 0 is the start), edges ``{source, target, kind,
    certainty, credits, words}``. ``credits`` is text or None.
    """
    reached = {start: None}
    frontier = [start]
    for _ in range(_DEPTH):
        following = [step.target for node in frontier for step in ways.leads_to(node)[:_WIDTH]]
        frontier = [node for node in dict.fromkeys(following) if node not in reached]
        reached |= dict.fromkeys(frontier)
    edges: dict[tuple[str, str], Step] = {}
    for node in reached:
        for step in ways.leads_to(node)[:_WIDTH]:
            if step.target in reached and step.target != start:
                edges.setdefault((step.source, step.target), step)
    levels = _levels(start, list(reached), list(edges))
    drawn = [step for (source, target), step in edges.items() if levels[source] < levels[target]]
    return draw_steps(ways, dict(sorted(levels.items(), key=lambda item: item[1])), drawn)


def incoming_part(ways: Pathways, goal: str) -> PathwayPart:
    """What leads to one credential, each a step before it; where nothing does, the credential alone."""
    into: dict[str, Step] = {}
    for step in ways.leads_here(goal):
        into.setdefault(step.source, step)
    drawn = list(into.values())[: 2 * _WIDTH]
    return draw_steps(ways, {**dict.fromkeys((step.source for step in drawn), 0), goal: 1 if drawn else 0}, drawn)


def _levels(start: str, nodes: list[str], edges: list[tuple[str, str]]) -> dict[str, int]:
    """How far each node is from the start along the longest line; a circle stops at the number of nodes."""
    levels = dict.fromkeys(nodes, 0)
    for _ in range(len(nodes)):
        changed = False
        for source, target in edges:
            if levels[target] <= levels[source] < len(nodes) - 1 and target != start:
                levels[target] = levels[source] + 1
                changed = True
        if not changed:
            break
    return levels


def draw_steps(ways: Pathways, levels: dict[str, int], edges: list[Step]) -> PathwayPart:
    """The part for given nodes and edges."""
    nodes = tuple(
        {
            "id": node,
            "title": ways.title(node),
            "institution": _institution(ways, node),
            "record": node in ways.records,
            "invented": node in ways.records and ways.records[node].invented,
            "level": level,
        }
        for node, level in levels.items()
    )
    drawn = tuple(
        {
            "source": step.source,
            "target": step.target,
            "kind": step.kind,
            "certainty": step.certainty,
            "credits": None if step.credits is None else f"{step.credits.normalize():f}",
            "words": words_of(step),
        }
        for step in edges
    )
    alt = " ".join(f"{ways.title(step.source)} {words_of(step)} {ways.title(step.target)}." for step in edges)
    return PathwayPart(nodes=nodes, edges=drawn, alt=alt)


def words_of(step: Step) -> str:
    """What an edge says, in words: "may ladder into" where the source promises little."""
    words = _WORDS[step.kind]
    if step.certainty == "may":
        return {"laddering": "may ladder into", "stacking": "may stack toward"}.get(step.kind, "may lead on to")
    return words


def _institution(ways: Pathways, node: str) -> str:
    record = ways.records.get(node)
    return record.institution if record else str(ways.graph.nodes[node].get("institution") or "")
