"""The pathway's picture: well-formed, told in words, safe with any title, legible on a phone."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.compose.pathway_part import pathway_part
from advisor.contract import PathwayPart
from advisor.reason.graph import Pathways
from corpus.load import load_catalogue
from ui.pathway.mermaid import to_mermaid
from ui.pathway.svg import to_svg

NS = "{http://www.w3.org/2000/svg}"


def drawn(part: PathwayPart) -> ET.Element:
    return ET.fromstring(to_svg(part))  # noqa: S314 - it reads our own drawing


@pytest.fixture(scope="module")
def part() -> PathwayPart:
    return pathway_part(Pathways(load_catalogue(("demo",))), "demo-wenderly-dementia-friendly-support")


def test_every_credential_is_drawn_and_every_way_on_has_its_arrow(part: PathwayPart) -> None:
    root = drawn(part)
    assert len(root.findall(f"{NS}rect")) == len(part.nodes)
    assert len(root.findall(f"{NS}path")) == 2 * len(part.edges)
    words = " ".join(text.text or "" for text in root.findall(f"{NS}text"))
    assert "Community Care Worker Certificate" in words
    assert "ladders into" in words


def test_it_fits_a_phone_and_nothing_overlaps(part: PathwayPart) -> None:
    root = drawn(part)
    assert int(root.get("width", "999")) <= 344
    boxes = [(int(box.get("y", 0)), int(box.get("height", 0)), int(box.get("x", 0)) + int(box.get("width", 0))) for box in root.findall(f"{NS}rect")]
    assert all(right <= 344 for _, _, right in boxes)
    assert all(one[0] + one[1] < two[0] for one, two in pairwise(boxes))
    assert all(int(text.get("font-size", 0)) >= 12 for text in root.findall(f"{NS}text"))


def test_it_is_told_in_words_and_has_no_script(part: PathwayPart) -> None:
    svg = to_svg(part)
    assert drawn(part).findtext(f"{NS}desc") == part.alt
    assert 'role="img"' in svg
    assert "<script" not in svg


def test_credentials_that_lead_to_one_another_stand_below_one_another(part: PathwayPart) -> None:
    levels = {node["id"]: node["level"] for node in part.nodes}
    assert all(levels[edge["source"]] < levels[edge["target"]] for edge in part.edges)


@given(st.text(min_size=1, max_size=60), st.text(max_size=40))
def test_any_title_is_safe(title: str, institution: str) -> None:
    printable = "".join(ch for ch in title if ch.isprintable()) or "x"
    node = {"id": "a", "title": printable, "institution": "".join(ch for ch in institution if ch.isprintable()), "record": False, "level": 9}
    part = PathwayPart(nodes=(node,), edges=(), alt=printable)
    assert drawn(part).findtext(f"{NS}desc") == printable
    assert len(to_mermaid(part).splitlines()) == 2


def test_a_possibility_is_dotted() -> None:
    nodes = tuple({"id": name, "title": name, "institution": "", "record": True, "level": place} for place, name in enumerate("ab"))
    edge = {"source": "a", "target": "b", "kind": "laddering", "certainty": "may", "credits": "3", "words": "may ladder into"}
    part = PathwayPart(nodes=nodes, edges=(edge,), alt="a may ladder into b.")
    assert "stroke-dasharray" in to_svg(part)
    assert '-.->|"may ladder into, 3 credits"|' in to_mermaid(part)


def test_nothing_to_draw_is_an_empty_text() -> None:
    assert to_svg(PathwayPart(nodes=(), edges=(), alt="")) == ""
