"""The accent colour can always be read."""

from __future__ import annotations

import pytest

from ui.web.colour import contrast, readable


@pytest.mark.parametrize("colour", ["#ffffff", "#ffdd00", "#7fb2e5", "#00ff00", "#1a5a96", "#000000"])
def test_any_accent_can_be_read(colour: str) -> None:
    assert contrast(readable(colour), "#ffffff") >= 4.5
    assert contrast(readable(colour), "#f4f6f8") >= 4.5
