"""A browser at the desk without a browser, and a message full of what must not be kept."""

from __future__ import annotations

import html
import re
from pathlib import Path

from fastapi.testclient import TestClient
from httpx import Response

__all__ = ["MESSAGE", "NAME", "PASSWORD", "SECRETS", "Desk", "on_disk"]

NAME, PASSWORD = "amara", "a long enough phrase"
SECRETS = ("Rin Sato", "Sato", "rin.sato@mail.example", "250-555-0100", "300123456", "046 454 286", "046454286")
MESSAGE = """From: Rin Sato <rin.sato@mail.example>
Subject: Forest Health Management at UBC

Hello Amara,
my student number is 300123456 and my SIN is 046 454 286. Is it online, and how long is it? How much is it?
Call me at 250-555-0100.

Thanks,
Rin Sato
"""


class Desk(TestClient):
    """A browser at the desk."""

    home: Path

    def token(self, page: Response) -> str:
        found = re.search(r'name="csrf" value="(\w+)"', page.text)
        assert found
        return found[1]

    def sign_in(self, *, name: str = NAME, password: str = PASSWORD, wanted: str = "/desk") -> Response:
        page = self.get("/desk/sign-in")
        return self.post("/desk/sign-in", data={"csrf": self.token(page), "name": name, "password": password, "next": wanted})

    def draft(self, message: str = MESSAGE, **fields: str) -> Response:
        return self.post("/desk/drafts", data={"csrf": self.token(self.get("/desk")), "message": message, "tone": "plain", **fields})

    def form(self, page: Response) -> dict[str, str]:
        """The fields of the draft's form as a browser would send them."""
        areas = re.findall(r'<textarea [^>]*name="([\w-]+)"[^>]*>(.*?)</textarea>', page.text, re.DOTALL)
        hidden = re.findall(r'<input type="hidden" name="(csrf|version|page)" value="(\w+)">', page.text)
        tone = re.search(r'<option value="(\w+)" selected', page.text)
        assert tone
        return {**{name: html.unescape(value) for name, value in areas}, **dict(hidden), "tone": tone[1]}


def on_disk(home: Path) -> str:
    return "\n".join(path.read_bytes().decode("latin-1") for path in home.rglob("*") if path.is_file())
