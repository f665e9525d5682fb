"""Passwords as scrypt keeps them: a salt for each, and enough memory and time that guessing is dear."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import threading

from corpus.errors import UsageError

__all__ = ["LEAST", "MOST", "check_password", "hash_password"]

LEAST, MOST = 10, 200
_N, _R, _P = 2**15, 8, 1
#: each takes 32 MB for a moment, so a crowd must not do it all at once
_AT_ONCE = threading.Semaphore(2)


def hash_password(password: str) -> str:
    """What is kept of a password.

    :raises UsageError: it is too short or too long.
    """
    if not LEAST <= len(password) <= MOST:
        raise UsageError(f"The password has {len(password)} characters.", hint=f"Take one of {LEAST} to {MOST}; several words are good.")
    salt = secrets.token_bytes(16)
    return "$".join(["scrypt", str(_N), str(_R), str(_P), _text(salt), _text(_derived(password, salt, _N, _R, _P))])


def check_password(password: str, kept: str | None) -> bool:
    """Whether a password is the one kept. Takes as long where nothing is kept, so that time tells no names."""
    known = kept is not None
    _, n, r, p, salt, wanted = (kept or _NOBODY).split("$")
    found = _derived(password[:MOST], base64.b64decode(salt), int(n), int(r), int(p))
    return hmac.compare_digest(found, base64.b64decode(wanted)) and known


def _derived(password: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    with _AT_ONCE:
        return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, n=n, r=r, p=p, maxmem=256 * n * r, dklen=32)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


_NOBODY = f"scrypt${_N}${_R}${_P}${_text(bytes(16))}${_text(bytes(32))}"
