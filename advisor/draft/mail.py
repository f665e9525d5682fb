"""Text out of an e-mail's bytes, in memory: nothing of it is written anywhere."""

from __future__ import annotations

import email
import html
import re
from email.message import EmailMessage
from email.policy import default

__all__ = ["mail_text", "message_text"]

_LOOKS_LIKE_MAIL = re.compile(rb"\A(?:From [^\n]*\n)?(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
_TELLING = re.compile(rb"^(?:from|to|subject|date|message-id|mime-version|received)\s*:", re.IGNORECASE | re.MULTILINE)
_BLOCK = re.compile(r"<\s*(?:br|/p|/div|/li|/tr|/h\d)\b[^>]*>", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<[^>]{0,500}>")


def message_text(data: bytes) -> str:
    """The text of a file: by its parts where it is an e-mail, else as UTF-8 or, failing that, Windows-1252.

    >>> message_text(b"Subject: Soil\\r\\nFrom: a@b.example\\r\\n\\r\\nIs it online?\\r\\n")
    'Subject: Soil\\n\\nIs it online?'
    >>> message_text("caf\\u00e9?".encode())
    'café?'
    """
    if _LOOKS_LIKE_MAIL.match(data) and len(_TELLING.findall(data[:4000])) > 1:
        return mail_text(data)
    return _decoded(data).replace("\r\n", "\n")


def mail_text(data: bytes) -> str:
    """Subject and text of an e-mail. An HTML part is read without its markup where there is no plain one."""
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    try:
        part = message.get_body(preferencelist=("plain", "html"))
        text = str(part.get_content()) if part is not None else ""
        is_html = part is not None and part.get_content_type() == "text/html"
    except (KeyError, LookupError, UnicodeError, ValueError, AttributeError):  # an unknown charset, a broken part
        payload = message.get_payload(decode=True)
        text, is_html = (_decoded(payload) if isinstance(payload, bytes) else ""), False
    if is_html:
        text = html.unescape(_MARKUP.sub(" ", _BLOCK.sub("\n", _HIDDEN.sub(" ", text))))
    subject = " ".join(str(message.get("subject", "")).split())
    body = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()
    return f"Subject: {subject}\n\n{body}" if subject else body


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
