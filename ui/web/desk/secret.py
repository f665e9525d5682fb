"""The key that signs cookies and form tokens: the setting, else one that is made once and kept in the home folder."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from corpus.settings import Settings
from index.files import make_folder, unwritable

__all__ = ["Signer", "kept_secret"]

FILE = "desk.key"


def kept_secret(settings: Settings) -> str:
    """The key. Raises :class:`StorageError` when none is set and the home folder cannot be written."""
    if settings.secret:
        return settings.secret
    path: Path = make_folder(settings.home) / FILE
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
    except FileExistsError:
        pass
    except OSError as error:
        raise unwritable(settings.home, error) from error
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise unwritable(settings.home, error) from error


class Signer:
    """Signs short texts.

    >>> signer = Signer("key")
    >>> signer.opened(signer.sealed("token")), signer.opened("token.forged")
    ('token', None)
    """

    def __init__(self, secret: str) -> None:
        self._key = hashlib.sha256(secret.encode()).digest()

    def sealed(self, text: str) -> str:
        """The text with its signature."""
        return f"{text}.{self.token('cookie', text)}"

    def opened(self, sealed: str) -> str | None:
        """The text of a sealed one, or None when it was changed."""
        text, _, signature = sealed.rpartition(".")
        return text if text and hmac.compare_digest(signature.encode(), self.token("cookie", text).encode()) else None

    def token(self, purpose: str, text: str) -> str:
        """A token that only who has the key can make."""
        return hmac.new(self._key, f"{purpose}\0{text}".encode(), hashlib.sha256).hexdigest()
