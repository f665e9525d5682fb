"""Scripts, styles and fonts: all our own, and nothing in them reaches out."""

from __future__ import annotations

import re
from pathlib import Path

from advisor.engine import Advisor
from ui.web.assets import Assets

WEB = Path(__file__).parents[3] / "ui" / "web"


def test_nothing_of_ours_asks_another_machine_for_anything() -> None:
    for name in ("*.js", "*.css"):
        for path in WEB.glob(f"static/{name}"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"(?:https?:)?//[a-z0-9-]+\.[a-z]", re.sub(r"//[^\n]*", "", text) if name == "*.js" else text), path.name


def test_pages_never_make_markup_of_text() -> None:
    for path in WEB.glob("static/*.js"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text), path.name


def test_the_version_changes_with_any_file(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("1")
    before = Assets(tmp_path).version
    (tmp_path / "a.js").write_text("2")
    assert Assets(tmp_path).version != before


def test_the_fonts_draw_every_letter_of_the_catalogue(advisor: Advisor) -> None:
    """The ranges that fonts/SOURCE.md gives cover every character that a record or section holds."""
    source = (WEB / "static" / "fonts" / "SOURCE.md").read_text(encoding="utf-8")
    ranges = [(int(low, 16), int(high or low, 16)) for low, high in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", source)]
    texts = [found.text + found.title for record in advisor.catalogue for found in advisor.catalogue.stated(record)]
    texts += [section.text + section.title for section in advisor.catalogue.sections.values()]
    wanted = {char for text in texts for char in text if char != "\n"}
    assert {char for char in wanted if not any(low <= ord(char) <= high for low, high in ranges)} == set()
    assert (WEB / "static" / "fonts" / "OFL.txt").read_text().count("SIL OPEN FONT LICENSE") >= 1
