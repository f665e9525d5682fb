"""The accent colour that an operator chose, made dark enough to be read."""

from __future__ import annotations

__all__ = ["contrast", "readable"]

#: WCAG AA for text of ordinary size, with a little to spare for tinted paper
ENOUGH = 5.2


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours.

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, paper: str = "#ffffff") -> str:
    """The colour itself, or as much darker as text on ``paper`` needs.

    >>> readable("#1a5a96"), contrast(readable("#ffdd00"), "#ffffff") >= 4.5
    ('#1a5a96', True)
    """
    red, green, blue = _channels(colour)
    while contrast(colour, paper) < ENOUGH:
        red, green, blue = int(red * 0.93), int(green * 0.93), int(blue * 0.93)
        colour = f"#{red:02x}{green:02x}{blue:02x}"
    return colour


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in _channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
