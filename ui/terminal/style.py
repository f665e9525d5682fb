"""How text looks in a terminal: its width, its wrapping, and colour only where somebody sees it."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from dataclasses import dataclass

from ui.terminal.streams import printable

__all__ = ["Style", "current_style"]

_WIDEST = 100
_NARROWEST = 30
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)
_SOFT = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![\w*])")
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)")


@dataclass(frozen=True, kw_only=True)
class Style:
    """Width in columns, and whether colours may be used."""

    width: int = 80
    colour: bool = False

    def strong(self, text: str) -> str:
        """What must stand out."""
        return f"\x1b[1m{text}\x1b[22m" if self.colour else text

    def soft(self, text: str) -> str:
        """What may stand back."""
        return f"\x1b[2m{text}\x1b[22m" if self.colour else text

    def plain(self, markdown: str) -> str:
        """The little Markdown that frames use, as a terminal shows it; links keep their address in brackets.

        >>> Style().plain("**Call 9-8-8** or see [the page](https://example.org/)")
        'Call 9-8-8 or see the page (https://example.org/)'
        """
        text = _LINK.sub(r"\1 (\2)", printable(markdown))
        text = _STRONG.sub(lambda found: self.strong(found[1]), text)
        return _SOFT.sub(lambda found: self.soft(found[1]), text)

    def wrap(self, text: str, *, first: str = "", rest: str | None = None) -> str:
        """Wrap each line of ``text`` to the width; ``first`` leads the first line, ``rest`` the others."""
        after = first if rest is None else rest
        lines: list[str] = []
        for line in text.split("\n"):
            lines += textwrap.wrap(
                line,
                width=max(self.width, _NARROWEST),
                initial_indent=after if lines else first,
                subsequent_indent=after,
                break_long_words=False,
                break_on_hyphens=False,
            ) or [""]
        return "\n".join(lines)


def current_style() -> Style:
    """The style of standard output: no colour where it is no terminal or where ``NO_COLOR`` is set."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(width=width, colour=colour)
